import '../../components/Choice.css';
import '../../components/popup/discover/Discover.css';

import type { DiscoverActions } from '../../components/popup/discover/actions.ts';
import { Discover } from '../../components/popup/discover/Discover.tsx';
import type { AccountsView } from '../../lib/accounts/accounts.ts';
import { browser } from '../../lib/browser.ts';
import { channelUrl } from '../../lib/live/channel-url.ts';
import { createDiscoverDesk, type DiscoverState } from '../../lib/live/discover-desk.ts';
import { activeAccount } from '../../lib/live/panel.ts';
import { call } from '../../lib/messages/call.ts';
import { createDiscoverBook } from '../../lib/store/discover-book.ts';
import type { TabFace, TabParts } from './face.ts';

/** The tab "Discover". */
export function createFace(parts: TabParts): TabFace {
  const { draw, allow, signIn, openOptions, settings, set, actions: popup } = parts;
  let state: DiscoverState | undefined;
  let signedIn: AccountsView | undefined;

  const desk = createDiscoverDesk({
    list: (wish, after) => call('discover.list', { wish, ...(after === undefined ? {} : { after }) }),
    channel: (login) => call('discover.channel', { login }),
    kept: createDiscoverBook(browser.storage.local),
    isOnline: () => navigator.onLine,
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    show: (next) => {
      state = next;
      draw();
    },
  });
  const actions: DiscoverActions = {
    open: (view) => void desk.open(view),
    change: (view) => void desk.change(view),
    back: desk.back,
    type: (query) => void desk.type(query),
    more: () => void desk.more(),
    speak: (language) => void desk.speak(language),
    refresh: () => void desk.refresh(),
    remember: desk.remember,
    forgetRecents: desk.forgetRecents,
    watch: (category) => {
      const all = settings()['live.categories'];
      const others = all.filter(({ id }) => id !== category.id);
      set('live.categories', others.length < all.length ? others : [...all, category]);
    },
    rowMenu: (wish) => popup().rowMenu(wish),
    mark: (stream) => popup().mark(stream),
    leave: (opening) => popup().open(opening),
    allow,
    signIn,
    openOptions,
  };
  void desk.start();

  return {
    draw: (now) =>
      state && (
        <Discover
          state={state}
          signedIn={signedIn}
          now={now}
          hrefOf={channelUrl}
          watched={settings()['live.categories']}
          settings={settings()}
          actions={actions}
        />
      ),
    show(panel) {
      const before = activeAccount(signedIn)?.id;
      signedIn = panel.signedIn;
      // What one sees is the same for everybody; a new sign-in only puts right what failed for want of one.
      if (state?.failure && activeAccount(signedIn)?.id !== before) void desk.refresh();
    },
    front: () => undefined,
    look: (view) => void desk.open(view),
  };
}
