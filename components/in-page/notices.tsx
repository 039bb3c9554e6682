/** What the tools say aloud: the page-wide region of messages, and what each state of an act says there. */
import type { VNode } from 'preact';

import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import type { Act } from '../../lib/pages/acts.ts';
import { text } from '../../lib/text.ts';
import { type Toast, ToastRegion } from '../Toast.tsx';
import { TooltipLayer } from '../Tooltip.tsx';
import { createRoot } from './root.ts';
import { noticeStyles } from './styles.ts';
import { failedText, remedyOf, saidText, undoneText } from './words.ts';

/** How long a message stays that offers a next step, and one that does not, in ms. */
const stays = { step: 10_000, word: 5_000 };

/** Failures of which the title would only repeat what the message has said. */
const saysItself: ReadonlySet<string> = new Set(['platform-refused', 'outcome-unknown']);

/** The region of messages. */
export interface Notices {
  /** Says how far `act` is. */
  readonly announce: (act: Act) => void;
  /** Says that a press did not count, because chat had just moved under the pointer. */
  readonly moved: () => void;
  /** Says `words`; the next ones take their place. */
  readonly say: (words: string) => void;
  /** Says that something of ours went wrong: `words`, and why. */
  readonly complain: (words: string, failure: Failure) => void;
  /** Draws `sheet` over the page, until `undefined` takes it away. */
  readonly sheet: (sheet: VNode | undefined) => void;
}

/** What {@link mountNotices} needs. */
export interface NoticesParts {
  readonly document: Document;
  readonly theme: () => 'dark' | 'light' | undefined;
  readonly onUndo: (act: Act) => void;
  readonly onRetry: (act: Act) => void;
  /** Lets the user allow what the act was missing, or sign in again. */
  readonly onUnlock: (act: Act) => void;
}

/** Puts the region into the page until `signal` aborts; empty at first, or its first message would not be read aloud. */
export function mountNotices(parts: NoticesParts, signal: AbortSignal): Notices {
  const { document, theme } = parts;
  const root = createRoot(document, 'sidestage-notices', noticeStyles);
  let toasts: readonly Toast[] = [];
  let isStale = false;
  let sheet: VNode | undefined;

  const change = (leaving: string, coming?: Toast): void => {
    toasts = [...toasts.filter(({ id }) => id !== leaving), ...(coming ? [coming] : [])];
    // Toasts leave while they are being drawn, too; that drawing must end before the next one starts.
    if (!isStale) queueMicrotask(draw);
    isStale = true;
  };
  const draw = (): void => {
    isStale = false;
    if (signal.aborted) return;
    root.theme(theme());
    root.draw(
      <>
        <ToastRegion
          where="inline"
          label={text('noticesLabel')}
          dismissLabel={text('dismiss')}
          toasts={toasts}
          onLeave={(id) => change(id)}
        />
        {sheet}
        <TooltipLayer />
      </>,
    );
  };

  draw();
  root.show();
  signal.addEventListener('abort', root.remove);

  return {
    announce: (act) =>
      change(
        act.id,
        toastOf(act, {
          undo: () => parts.onUndo(act),
          retry: () => parts.onRetry(act),
          unlock: () => parts.onUnlock(act),
        }),
      ),
    say: (words) => change('said', { id: 'said', kind: 'success', message: words, stayMs: stays.word }),
    complain: (message, failure) => {
      const { title, hint } = describeFailure(failure);
      const detail = `${title}. ${hint}`;
      change('said', { id: 'said', kind: 'error', message, detail, stayMs: stays.step });
    },
    sheet: (next) => {
      sheet = next;
      draw();
    },
    moved: () =>
      change('moved', { id: 'moved', kind: 'info', message: text('chatMoved'), stayMs: stays.word }),
  };
}

/** What can be done about an act from its message. */
interface Steps {
  readonly undo: () => void;
  readonly retry: () => void;
  readonly unlock: () => void;
}

function toastOf(act: Act, steps: Steps): Toast | undefined {
  const { id, state } = act;
  switch (state.status) {
    case 'pending':
    case 'undoing':
      return undefined;
    case 'done': {
      const message = saidText(act);
      if (state.entry.undoUntil === undefined) return { id, kind: 'success', message, stayMs: stays.word };
      const action = { label: text('undo'), icon: 'undo', onPress: steps.undo } as const;
      return { id, kind: 'success', message, action, stayMs: stays.step };
    }
    case 'undone':
      return { id, kind: 'success', message: undoneText(act), stayMs: stays.word };
    case 'failed': {
      const { title, hint } = describeFailure(state.failure, act.message.channel.platform);
      const remedy = remedyOf(state.failure);
      return {
        id,
        kind: 'error',
        message: failedText(act),
        detail: saysItself.has(state.failure.code) ? hint : `${title}. ${hint}`,
        stayMs: stays.step,
        ...(remedy === 'retry' && {
          action: { label: text('retry'), icon: 'refresh', onPress: steps.retry },
        }),
        ...(remedy === 'allow' && {
          action: { label: text('allowAndContinue'), icon: 'check', onPress: steps.unlock },
        }),
        ...(remedy === 'sign-in' && {
          action: { label: text('accountSignInAgain'), icon: 'user', onPress: steps.unlock },
        }),
      };
    }
  }
}
