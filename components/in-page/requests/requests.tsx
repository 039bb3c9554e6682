/** The panel of unban requests. Its script is brought when it is opened first; what it needs it is handed by the tools that stand. */
import type { KnownRequest } from '../../../lib/channel/unban-request.ts';
import type { ChatMessage } from '../../../lib/chat/message.ts';
import { type Hotkey, hotkeysAt, type KeyChoice } from '../../../lib/hotkeys/hotkeys.ts';
import { queueDeedAt } from '../../../lib/hotkeys/queue-hotkeys.ts';
import type { ChatPage } from '../../../lib/pages/chat-page.ts';
import { Requesting, type RequestsDesk } from '../../../lib/pages/requesting.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { TooltipLayer } from '../../Tooltip.tsx';
import { Panel } from '../people/Panel.tsx';
import { createRoot } from '../root.ts';
import { Pleas } from './Pleas.tsx';
import { requestsStyles } from './styles.ts';

/** What {@link mountRequests} needs. */
export interface RequestsParts {
  readonly document: Document;
  /** Its login. */
  readonly channel: string;
  readonly desk: RequestsDesk;
  readonly chat: Pick<ChatPage, 'theme'>;
  /** The keys that the user chose. */
  readonly choices: () => readonly KeyChoice[];
  /** The keys at a line, one of which opens the list of all, with the keyboard `back` in the end. */
  readonly keys: () =>
    { readonly hotkeys: () => readonly Hotkey[]; readonly help: (back: () => void) => void } | undefined;
  /** Opens the card of whoever a message is of; `opener` gets the keyboard back. */
  readonly card: (message: ChatMessage, opener: HTMLElement | undefined) => void;
  readonly isAlive: () => boolean;
}

/** The panel, as its owner sees it. */
export interface RequestsTools {
  /** Opens it; the keyboard goes back to `opener` in the end. */
  readonly open: (opener?: HTMLElement) => void;
}

/** How often times are drawn anew while it is open, ms. */
const tick = 10_000;

/** Size of the panel at the most (see requests.css), and its distance from chat and window, px. */
const size = { width: 380, height: 620, gap: 12, edge: 6, top: 70, chat: 340 };

/** Puts the panel, closed, into the page until `signal` aborts. */
export function mountRequests(parts: RequestsParts, signal: AbortSignal): RequestsTools {
  const { document, channel, chat, isAlive, choices } = parts;
  const root = createRoot(document, 'sidestage-requests', requestsStyles);
  const requesting = new Requesting({ channel, desk: parts.desk, changed: draw });
  let isOpen = false;
  let called = 0;
  let spot = { x: 0, y: 0 };
  let opener: HTMLElement | undefined;

  const focused = (): HTMLElement | undefined => {
    const { activeElement } = root.shadow;
    return activeElement instanceof HTMLElement ? activeElement : undefined;
  };

  function showCard({ who }: KnownRequest): void {
    const message: ChatMessage = {
      channel: { platform: 'twitch', login: channel },
      author: who,
      text: '',
      deleted: false,
    };
    parts.card(message, focused());
  }

  /** A key came that no field wants; whether it is one of the queue's. */
  function pressed(chord: string, isRepeat: boolean): boolean {
    const deed = queueDeedAt(chord, choices());
    const { current, list } = requesting;
    const request = list.rows.find(({ id }) => id === current);
    switch (deed) {
      case 'down':
        void requesting.step(1);
        return true;
      case 'up':
        void requesting.step(-1);
        return true;
      case undefined: {
        const keys = parts.keys();
        if (keys === undefined || hotkeysAt(keys.hotkeys(), chord)[0]?.id !== 'help.keys') return false;
        const before = focused();
        if (!isRepeat) keys.help(() => before?.focus({ preventScroll: true }));
        return true;
      }
    }
    if (isRepeat) return true;
    if (deed === 'close') close();
    else if (deed === 'reload') void requesting.load();
    else if (request && deed === 'card') showCard(request);
    else if (request && deed !== 'card') requesting.ask(request.id, deed);
    return true;
  }

  function draw(): void {
    if (signal.aborted) return;
    root.theme(chat.theme());
    root.draw(
      isOpen ? (
        <>
          <Panel
            title={text('pleasOpen')}
            spot={spot}
            called={called}
            tools={
              <IconButton
                icon="refresh"
                size="small"
                label={text('keyPleaReload')}
                onClick={() => void requesting.load()}
              />
            }
            onKey={pressed}
            onClose={close}
          >
            <Pleas requesting={requesting} now={Date.now()} choices={choices()} onCard={showCard} />
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
    if (isOpen && !document.hidden && isAlive()) draw();
  }, tick);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    root.remove();
  });

  return {
    open: (from) => {
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
      void requesting.load();
    },
  };
}
