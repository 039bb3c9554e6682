import type { VNode } from 'preact';

import { describeFailure } from '../../lib/failure-text.ts';
import type { Hiding } from '../../lib/chat/happenings.ts';
import type { Act } from '../../lib/pages/acts.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { countdown, elapsedTime } from '../formats.ts';
import { Icon } from '../Icon.tsx';
import { useLocale } from '../locale.ts';
import { Spinner } from '../Spinner.tsx';
import { blindText, deedText, doneText, failedText, pendingText, remedyOf } from './words.ts';

/** Under this, what is left is told to the second, ms; the marks are drawn anew that often only then. */
export const secondsMatter = 3_600_000;

/** What a mark is drawn from. */
export interface ActMarkProps {
  act: Act;
  /** What the platform's own stream told of the message since. */
  told?: Hiding | undefined;
  /** It is no longer so, by somebody else's doing. */
  isOver?: boolean;
  /** How long it, or what the same press did before, can be taken back yet, ms; `undefined`: it cannot. */
  undoLeft: number | undefined;
  onUndo: () => void;
  onRetry: () => void;
  /** Lets the user allow what was missing, or sign in again. */
  onUnlock: () => void;
}

/** How long the button will be there. It is seen and not read aloud: it changes every second. */
function UndoLeft({ ms }: { ms: number }): VNode {
  const locale = useLocale(undefined);
  // As `countdown` counts: the last second of an hour is a whole hour still.
  const left = Math.ceil(ms / 1_000) * 1_000;
  return (
    <span class="ss-left" aria-hidden="true">
      {left < secondsMatter ? countdown(left) : elapsedTime(0, left, locale)}
    </span>
  );
}

/** In the line: what was done to it, how far that is, and the next step. What it says is also said aloud by a toast. */
export function ActMark({
  act,
  told,
  isOver = false,
  undoLeft,
  onUndo,
  onRetry,
  onUnlock,
}: ActMarkProps): VNode {
  const { what, state } = act;
  const doneWords = (): string => {
    if (isOver) return text('linePinGone');
    return what.kind === 'blind' && told ? blindText(told) : doneText(what);
  };
  switch (state.status) {
    case 'pending':
    case 'undoing':
      return (
        <span class="ss-mark" data-status={state.status}>
          <Spinner size={14} />
          <span class="ss-cut">
            {state.status === 'pending' ? pendingText(what) : text('linePendingUndo')}
          </span>
        </span>
      );
    case 'done':
      return (
        <span class="ss-mark" data-status="done">
          <Icon name="check" size={14} />
          <span class="ss-cut">{doneWords()}</span>
          {undoLeft !== undefined && (
            <Button size="small" kind="quiet" onClick={onUndo}>
              {text('undo')}
              <UndoLeft ms={undoLeft} />
            </Button>
          )}
        </span>
      );
    case 'undone':
      return (
        <span class="ss-mark" data-status="undone">
          <Icon name="undo" size={14} />
          <span class="ss-cut">{text('lineUndone')}</span>
        </span>
      );
    case 'failed': {
      const { title, hint } = describeFailure(state.failure, act.message.channel.platform);
      const remedy = remedyOf(state.failure);
      return (
        <span class="ss-mark" data-status="failed" data-tip={`${failedText(act)}. ${hint}`}>
          <Icon name="warning" size={14} />
          <span class="ss-mark-what ss-cut">{deedText(act)}</span>
          <span class="ss-cut">{title}</span>
          {remedy === 'retry' && (
            <Button size="small" kind="quiet" onClick={onRetry}>
              {text('retry')}
            </Button>
          )}
          {(remedy === 'allow' || remedy === 'sign-in') && (
            <Button size="small" kind="quiet" onClick={onUnlock}>
              {text(remedy === 'allow' ? 'allowAndContinue' : 'accountSignInAgain')}
            </Button>
          )}
        </span>
      );
    }
  }
}
