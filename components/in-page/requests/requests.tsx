/** The panel of unban requests. Its script is brought when it is opened first; what it needs it is handed by the tools that stand. */
import type { KnownRequest } from '../../../lib/channel/unban-request.ts';
import type { ChatMessage } from '../../../lib/chat/message.ts';
import { type Hotkey, hotkeysAt, type KeyChoice } from '../../../lib/hotkeys/hotkeys.ts';
import { queueDeedAt } from '../../../lib/hotkeys/queue-hotkeys.ts';
import type { ChatPage } from '../../../lib/pages/chat-page.ts';
import { Requesting, type RequestsDesk } from '../../../lib/pages/requesting.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { mountPanelWindow } from '../people/panel-window.tsx';
import { Panel } from '../people/Panel.tsx';
import { wide } from '../people/spot.ts';
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

/** Puts the panel, closed, into the page until `signal` aborts. */
export function mountRequests(parts: RequestsParts, signal: AbortSignal): RequestsTools {
  const { document, channel, chat, isAlive, choices } = parts;
  const panel = mountPanelWindow(
    {
      document,
      tag: 'sidestage-requests',
      styles: requestsStyles,
      size: wide,
      theme: chat.theme,
      isAlive,
      draw: (own) => (
        <Panel
          {...own}
          title={text('pleasOpen')}
          tools={
            <IconButton
              icon="refresh"
              size="small"
              label={text('keyPleaReload')}
              onClick={() => void requesting.load()}
            />
          }
          onKey={pressed}
        >
          <Pleas requesting={requesting} now={Date.now()} choices={choices()} onCard={showCard} />
        </Panel>
      ),
    },
    signal,
  );
  const requesting = new Requesting({ channel, desk: parts.desk, changed: panel.draw });

  function showCard({ who }: KnownRequest): void {
    const message: ChatMessage = {
      channel: { platform: 'twitch', login: channel },
      author: who,
      text: '',
      deleted: false,
    };
    parts.card(message, panel.focused());
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
        const before = panel.focused();
        if (!isRepeat) keys.help(() => before?.focus({ preventScroll: true }));
        return true;
      }
    }
    if (isRepeat) return true;
    if (deed === 'close') panel.close();
    else if (deed === 'reload') void requesting.load();
    else if (request && deed === 'card') showCard(request);
    else if (request && deed !== 'card') requesting.ask(request.id, deed);
    return true;
  }

  panel.every(tick, panel.draw);
  return {
    open: (opener) => {
      if (panel.open(opener)) void requesting.load();
    },
  };
}
