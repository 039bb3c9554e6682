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
import { TooltipLayer } from '../../Tooltip.tsx';
import { Panel } from '../people/Panel.tsx';
import { createRoot } from '../root.ts';
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

/** Size of the panel at the most (see sweep.css), and its distance from chat and window, px. */
const size = { width: 380, height: 620, gap: 12, edge: 6, top: 70, chat: 340 };

/** Puts the panel, closed, into the page until `signal` aborts. */
export function mountSweep(parts: SweepParts, signal: AbortSignal): SweepTools {
  const { document, chat, platform, isAlive } = parts;
  const kinds = sweepKinds.filter((kind) => parts.kinds.includes(kind));
  const root = createRoot(document, 'sidestage-sweep', sweepStyles);
  const sweeping = new Sweeping({
    ...parts,
    kinds,
    spare: (message) => sparedAs(message, [parts.actor(), chat.viewer().login]),
    changed: draw,
  });
  // Nobody on CHZZK says who writes for the first time.
  const rules = ruleKinds.filter((kind) => kind !== 'first' || platform === 'twitch');
  let isOpen = false;
  let called = 0;
  let spot = { x: 0, y: 0 };
  let opener: HTMLElement | undefined;

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

  /** The step that was drawn last: with another one, what had the keyboard goes. */
  let drawn: string | undefined;

  function draw(): void {
    if (signal.aborted) return;
    const isTurned = drawn !== undefined && drawn !== sweeping.step;
    drawn = isOpen ? sweeping.step : undefined;
    if (isTurned && isOpen) called++;
    root.theme(chat.theme());
    root.draw(
      isOpen ? (
        <>
          <Panel title={text('sweepTitle')} spot={spot} called={called} onClose={close}>
            <div key={sweeping.step}>{body()}</div>
          </Panel>
          <TooltipLayer />
        </>
      ) : null,
    );
  }

  function close(): void {
    const isInside = document.activeElement === root.host;
    isOpen = false;
    draw();
    if (isInside && opener?.isConnected) opener.focus({ preventScroll: true });
  }

  const timer = setInterval(() => {
    if (!isOpen || document.hidden || !isAlive()) return;
    sweeping.count();
    void sweeping.watch();
  }, tick);

  // Choosing somebody is a press on their name, wherever chat has moved it: what is chosen is seen before anything is done. The
  // window hears of it before the document does, where such a press opens a card.
  window.addEventListener(
    'click',
    (event) => {
      if (!isOpen || !sweeping.isChoosing || !event.isTrusted || event.altKey) return;
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
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    root.remove();
  });

  return {
    open: (message, from) => {
      if (signal.aborted || !isAlive()) return;
      const { innerWidth, innerHeight } = window;
      if (!isOpen) {
        spot = {
          x: Math.max(size.edge, innerWidth - size.chat - size.width - size.gap),
          // What comes late makes it as high as it gets, and then it must not move.
          y: Math.min(size.top, Math.max(size.edge, innerHeight - size.height - size.edge)),
        };
      }
      opener = from;
      isOpen = true;
      called++;
      root.show();
      void sweeping.open(message);
    },
  };
}
