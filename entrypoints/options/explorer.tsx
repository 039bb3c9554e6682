import '../../components/explorer/Explorer.css';

import type { VNode } from 'preact';

import type { ExplorerActions } from '../../components/explorer/actions.ts';
import { Explorer } from '../../components/explorer/Explorer.tsx';
import { createExplorer, type ExplorerState } from '../../lib/explorer/explorer.ts';
import { readCalls } from '../../lib/explorer/history.ts';
import { call } from '../../lib/messages/call.ts';
import type { OptionsState } from '../../lib/options/options.ts';
import { hashOf } from '../../lib/options/sections.ts';
import { readLive } from '../../lib/store/read-live.ts';

/** Where the calls are kept: storage of our own origin, which no content script can read. */
const historyKey = 'explorer.history';

/** What the page does with the explorer. */
export interface ExplorerFace {
  readonly start: (page: OptionsState | undefined) => Promise<void>;
  /** The page's own state changed. */
  readonly show: (page: OptionsState) => void;
  readonly choose: (id: string | undefined) => void;
  readonly draw: (now: number) => VNode;
}

/** What the explorer needs of the page. */
export interface ExplorerPage {
  readonly draw: () => void;
  readonly copy: (words: string) => Promise<boolean>;
  readonly signIn: () => void;
}

/** Makes the explorer's part of the page. */
export function createExplorerFace(page: ExplorerPage): ExplorerFace {
  let shown: ExplorerState | undefined;
  let around: OptionsState | undefined;
  let channels: readonly string[] = [];

  const explorer = createExplorer({
    load: async () => (await import('../../lib/explorer/catalogue.ts')).catalogue,
    call: (wanted) => call('helix.call', wanted),
    keepToken: (token) => call('helix.token', token),
    forgetToken: (kind) => call('helix.forgetToken', { kind }),
    pastedKinds: async () => (await call('helix.tokens', {})).tokens,
    grant: (scopes, accountId) =>
      call('accounts.signIn', {
        id: crypto.randomUUID(),
        platform: 'twitch',
        scopes,
        ...(accountId === undefined ? {} : { accountId }),
      }),
    readHistory: () => readCalls(localStorage.getItem(historyKey)),
    writeHistory: (calls) => localStorage.setItem(historyKey, JSON.stringify(calls)),
    clientId: () => around?.settings?.['twitch.clientId'] ?? '',
    newId: () => crypto.randomUUID(),
    now: Date.now,
    show: (state) => {
      shown = state;
      page.draw();
    },
  });

  const goTo = (id?: string): void => {
    location.hash = hashOf('api', id);
  };

  const actions: ExplorerActions = {
    search: explorer.search,
    type: explorer.type,
    reset: explorer.reset,
    send: (confirmed) => void explorer.send(confirmed),
    cancel: explorer.cancel,
    next: () => void explorer.next(),
    curl: explorer.curl,
    copy: page.copy,
    callAs: explorer.callAs,
    findChannel: (login) => void explorer.findChannel(login),
    grant: (scopes) => void explorer.grant(scopes),
    keepToken: explorer.keepToken,
    forgetToken: (kind) => void explorer.forgetToken(kind),
    reopen: (past) => {
      explorer.reopen(past);
      goTo(past.endpoint);
    },
    clearHistory: explorer.clearHistory,
    goTo,
    signIn: page.signIn,
  };

  const show = (state: OptionsState): void => {
    const changed = state.signedIn !== around?.signedIn;
    around = state;
    if (changed) explorer.accounts(state.signedIn);
  };

  return {
    async start(state) {
      if (state) show(state);
      await Promise.all([
        explorer.start(),
        readLive().then((live) => {
          channels = live?.streams.map(({ login }) => login) ?? [];
        }),
      ]);
    },
    show,
    choose: explorer.choose,
    draw: (now) =>
      shown ? (
        <Explorer
          state={shown}
          now={now}
          channels={channels}
          hrefOf={(id) => hashOf('api', id)}
          actions={actions}
        />
      ) : (
        <></>
      ),
  };
}
