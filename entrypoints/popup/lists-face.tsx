import '../../components/Checkbox.css';
import '../../components/popup/lists/Lists.css';

import { Button } from '../../components/Button.tsx';
import { MenuPopup } from '../../components/Menu.tsx';
import type { ListsSlot, ListsWish } from '../../components/popup/following/slot.ts';
import type { ListsActions } from '../../components/popup/lists/actions.ts';
import { CollectDialog } from '../../components/popup/lists/CollectDialog.tsx';
import { CollectionsDialog } from '../../components/popup/lists/CollectionsDialog.tsx';
import { chooseInLists, listsMenu, viewWords } from '../../components/popup/lists/lists-menu.ts';
import { OfflineList } from '../../components/popup/lists/OfflineList.tsx';
import { WatchedList } from '../../components/popup/lists/WatchedList.tsx';
import { channelUrl } from '../../lib/live/channel-url.ts';
import { createListsDesk, type ListsState } from '../../lib/live/lists-desk.ts';
import { streamsIn } from '../../lib/live/stream.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { call } from '../../lib/messages/call.ts';
import { text } from '../../lib/text.ts';
import type { ListsFace, ListsParts } from './lists.ts';

/** What lies over the tab. */
type Over = ListsWish | { readonly kind: 'edit' };

/** The lists beside that of the live channels, their menu and their dialogs. */
export function createListsFace({ draw, settings, actions: popup }: ListsParts): ListsFace {
  let state: ListsState | undefined;
  let over: Over | undefined;

  const desk = createListsDesk({
    followed: (fresh) => call('live.followed', { fresh }),
    facts: async (ids) => (await call('live.offline', { ids })).facts,
    watched: (categoryIds, fresh) => call('live.watched', { categoryIds, fresh }),
    categoryIds: () => settings()['live.categories'].map(({ id }) => id),
    isOnline: () => navigator.onLine,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    show: (next) => {
      state = next;
      draw();
    },
  });
  const lay = (next: Over | undefined): void => {
    over = next;
    draw();
  };
  const actions: ListsActions = {
    set: (key, value) => popup().set(key, value),
    signIn: () => popup().signIn(),
    allow: (feature) => popup().allow(feature),
    openOptions: () => popup().openOptions(),
    view: (view) => void desk.open(view),
    editCollections: () => lay({ kind: 'edit' }),
    toDiscover: () => popup().chooseTab('discover'),
    refresh: () => void desk.refresh(),
    look: (ids) => void desk.look(ids),
  };

  function overlay(panel: PanelState): ListsSlot['over'] {
    const close = (): void => lay(undefined);
    switch (over?.kind) {
      case undefined:
        return undefined;
      case 'menu': {
        const { anchor } = over;
        return (
          <MenuPopup
            label={text('listsMenu')}
            groups={listsMenu(state?.view ?? 'live', settings(), panel.signedIn?.accounts.length ?? 0)}
            anchor={anchor}
            align="end"
            onSelect={(id) => {
              close();
              chooseInLists(id, actions);
            }}
            onClose={(why) => {
              if (over?.kind === 'menu') close();
              if (why !== 'left' && over === undefined && anchor instanceof HTMLElement) anchor.focus();
            }}
          />
        );
      }
      case 'collect':
        return (
          <CollectDialog channel={over.channel} settings={settings()} actions={actions} onClose={close} />
        );
      case 'edit':
        return <CollectionsDialog settings={settings()} actions={actions} onClose={close} />;
    }
  }

  return {
    wish: lay,
    slot(panel, now) {
      const view = state?.view ?? 'live';
      const List = view === 'offline' ? OfflineList : view === 'categories' ? WatchedList : undefined;
      const title = List && text(viewWords[view]);
      return {
        title,
        head:
          title === undefined ? undefined : (
            <Button
              size="small"
              iconAfter="close"
              title={text('listsLeave')}
              onClick={() => actions.view('live')}
            >
              {title}
            </Button>
          ),
        body:
          List &&
          state &&
          ((frame) =>
            state && (
              <List
                state={state}
                frame={frame}
                signedIn={panel.signedIn}
                live={streamsIn({ own: panel.snapshot, chzzk: panel.chzzk }) ?? []}
                settings={settings()}
                now={now}
                hrefOf={channelUrl}
                actions={actions}
              />
            )),
        over: overlay(panel),
      };
    },
    changed(keys) {
      if (keys.includes('live.whose') || keys.includes('live.categories')) void desk.changed();
    },
  };
}
