/** The panel of the sweep. Its script is brought when it is opened first; what it needs it is handed by the tools that stand. */
import type { ChatMessage, Platform } from '../../../lib/chat/message.ts';
import type { ActionKind } from '../../../lib/moderation/action.ts';
import type { ReasonChoice } from '../../../lib/moderation/reason.ts';
import { ruleKinds } from '../../../lib/moderation/sweep/rule.ts';
import { sweepKinds } from '../../../lib/moderation/sweep/sweep.ts';
import type { ChatPage } from '../../../lib/pages/chat-page.ts';
import { sparedAs } from '../../../lib/pages/spared.ts';
import { Sweeping, type SweepingParts } from '../../../lib/pages/sweeping.ts';
import { text } from '../../../lib/text.ts';
import { mountPanelWindow } from '../people/panel-window.tsx';
import { Panel } from '../people/Panel.tsx';
import { wide } from '../people/spot.ts';
import { News } from './News.tsx';
import { Preview } from './Preview.tsx';
import { Rule } from './Rule.tsx';
import { sweepStyles } from './styles.ts';
import { Sure } from './Sure.tsx';

/** What {@link mountSweep} needs. */
export interface SweepParts extends Omit<SweepingParts, 'changed' | 'kinds' | 'spare'> {
  /** What can be done about people here. */
  readonly kinds: readonly ActionKind[];
  readonly document: Document;
  readonly platform: Platform;
  readonly chat: Pick<ChatPage, 'lineAt' | 'nameAt' | 'read' | 'theme' | 'viewer'>;
  /** Who acts here, as they are called in chat. */
  readonly actor: () => string | undefined;
  /** Reasons to choose from, the last used first. */
  readonly reasons: () => readonly ReasonChoice[];
  readonly isAlive: () => boolean;
}

/** The panel, as its owner sees it. */
export interface SweepTools {
  /** Opens it, with lines like `message` if one is given; the keyboard goes back to `opener` in the end. */
  readonly open: (message?: ChatMessage, opener?: HTMLElement) => void;
}

/** How often it is looked how far a sweep is, and what chat has brought, ms. */
const tick = 1_000;

/** Puts the panel, closed, into the page until `signal` aborts. */
export function mountSweep(parts: SweepParts, signal: AbortSignal): SweepTools {
  const { document, chat, platform, isAlive } = parts;
  const kinds = sweepKinds.filter((kind) => parts.kinds.includes(kind));
  const panel = mountPanelWindow(
    {
      document,
      tag: 'sidestage-sweep',
      styles: sweepStyles,
      size: wide,
      theme: chat.theme,
      isAlive,
      draw: (own) => (
        <Panel {...own} title={text('sweepTitle')}>
          <div key={sweeping.step}>{body()}</div>
        </Panel>
      ),
    },
    signal,
  );
  const sweeping = new Sweeping({
    ...parts,
    kinds,
    spare: (message) => sparedAs(message, [parts.actor(), chat.viewer().login]),
    changed,
  });
  // Nobody on CHZZK says who writes for the first time.
  const rules = ruleKinds.filter((kind) => kind !== 'first' || platform === 'twitch');

  function body() {
    const { step, form, hits, out, since, asked, over, news, isBusy, failure } = sweeping;
    if (step === 'rule') {
      return (
        <Rule
          form={form}
          rules={rules}
          isWhole={sweeping.isWhole}
          onChange={(change) => sweeping.set(change)}
          onLook={() => sweeping.look()}
        />
      );
    }
    if (step === 'preview') {
      return (
        <Preview
          hits={hits}
          out={out}
          isKnown={({ message }) => parts.isKnown(message)}
          since={since}
          form={form}
          kinds={kinds}
          reasons={parts.reasons()}
          count={sweeping.aims.length}
          onTake={(key, isMeant) => sweeping.take(key, isMeant)}
          onMore={() => sweeping.takeMore()}
          onChange={(change) => sweeping.set(change)}
          onBack={() => sweeping.back()}
          onNext={() => sweeping.ask()}
        />
      );
    }
    const shared = { platform, isBusy, failure };
    if (step === 'sure' && asked) {
      return (
        <Sure
          {...shared}
          asked={asked}
          over={over}
          onBack={() => sweeping.back()}
          onStart={() => void sweeping.start()}
        />
      );
    }
    return (
      news && (
        <News
          {...shared}
          news={news}
          onChange={(change) => void sweeping.change(change)}
          onUnlock={parts.desk.unlock && (() => void sweeping.unlock())}
        />
      )
    );
  }

  let { step } = sweeping;

  /** With another step, what had the keyboard goes. */
  function changed(): void {
    if (step !== sweeping.step) panel.call();
    ({ step } = sweeping);
    panel.draw();
  }

  panel.every(tick, () => {
    sweeping.count();
    void sweeping.watch();
  });

  // Choosing somebody is a press on their name, wherever chat has moved it: what is chosen is seen before anything is done. The
  // window hears of it before the document does, where such a press opens a card.
  window.addEventListener(
    'click',
    (event) => {
      if (!panel.isOpen() || !sweeping.isChoosing || !event.isTrusted || event.altKey) return;
      if (!(event.target instanceof Element)) return;
      const line = chat.nameAt(event.target) && chat.lineAt(event.target);
      const message = line && chat.read(line);
      if (!message) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      sweeping.choose(message);
    },
    { capture: true, signal },
  );

  return {
    open: (message, opener) => {
      if (panel.open(opener)) void sweeping.open(message);
    },
  };
}
