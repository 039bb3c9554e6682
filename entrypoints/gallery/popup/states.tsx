/** The popup's views in the states in which they can be, each as large as the popup is. */
import type { ComponentChildren, ComponentProps, VNode } from 'preact';
import { useState } from 'preact/hooks';

import { Discover } from '../../../components/popup/discover/Discover.tsx';
import type { ListsSlot } from '../../../components/popup/following/slot.ts';
import { CollectDialog } from '../../../components/popup/lists/CollectDialog.tsx';
import { CollectionsDialog } from '../../../components/popup/lists/CollectionsDialog.tsx';
import { OfflineList } from '../../../components/popup/lists/OfflineList.tsx';
import { WatchedList } from '../../../components/popup/lists/WatchedList.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import { MenuPopup } from '../../../components/Menu.tsx';
import { menuOf } from '../../../components/popup/rows/row-menu.ts';
import { SideBar } from '../../../components/popup/rows/SideBar.tsx';
import type { RowsSlot, RowWish } from '../../../components/popup/rows/slot.ts';
import type { Failure } from '../../../lib/failure.ts';
import { channelKey } from '../../../lib/live/arrange.ts';
import { categoryView, channelView } from '../../../lib/live/discover.ts';
import type { DiscoverState } from '../../../lib/live/discover-desk.ts';
import type { ListsState } from '../../../lib/live/lists-desk.ts';
import type { PanelState } from '../../../lib/live/panel.ts';
import type { SideTrouble } from '../../../lib/live/side-trouble.ts';
import { defaultSettings, type Settings } from '../../../lib/store/settings-table.ts';
import { now, picture } from '../samples.ts';
import { Channel, channelStates } from './channel-states.tsx';
import { ChzzkChannel, chzzkStates } from './chzzk-states.tsx';
import { idle } from './idle.ts';
import { expired, found, lists, nobody, onChzzk, quiet, somebody, streams, well } from './samples.ts';

const ignore = (): undefined => undefined;

interface State {
  readonly panel?: PanelState;
  readonly settings?: Partial<Settings>;
  readonly discover?: DiscoverState;
  readonly list?: ListsState;
  readonly channel?: ComponentProps<typeof Channel>['state'];
  readonly chzzk?: ComponentProps<typeof ChzzkChannel>['state'];
  /** A dialog about the user's collections: in which a channel is, or all of them. */
  readonly dialog?: 'collect' | 'collections';
  /** So many channels are chosen to be seen side by side. */
  readonly marked?: number;
  readonly trouble?: SideTrouble;
}

const failing = (failure: Failure): State => ({ panel: { ...well, failure } });
const at = (change: Partial<DiscoverState>): State => ({ discover: { ...found, recents: [], ...change } });

const collections: Partial<Settings> = {
  'live.collections': [
    { name: 'Friends', channels: ['twitch:1'] },
    { name: '한밤의 노래', channels: [] },
  ],
};

const states = {
  following: {
    panel: { ...well, chzzk: onChzzk },
    settings: { 'live.pinned': ['twitch:2'], 'live.muted': ['twitch:1'] },
  },
  compact: { settings: { 'live.rows': 'compact' } },
  thumbnail: { settings: { 'live.rows': 'thumbnail' } },
  'other-platform': { panel: { ...well, chzzk: onChzzk }, settings: { 'live.platform': 'chzzk' } },
  waiting: { panel: { ...well, snapshot: undefined, signedIn: undefined } },
  refreshing: { panel: { ...well, refreshing: true } },
  nobody: { panel: quiet },
  'signed-out': { panel: { ...quiet, snapshot: undefined, signedIn: nobody } },
  'signing-in': { panel: { ...quiet, snapshot: undefined, signedIn: { ...nobody, signingIn: true } } },
  'no-client': { panel: { ...quiet, snapshot: undefined, signedIn: { ...nobody, canSignIn: false } } },
  code: {
    panel: {
      ...quiet,
      signedIn: {
        ...nobody,
        way: 'code',
        code: { userCode: 'ABCDEFGH', url: 'https://www.twitch.tv/activate', expiresAt: now + 600_000 },
      },
    },
  },
  offline: failing({ code: 'offline' }),
  'rate-limited': failing({ code: 'rate-limited', retryAfterMs: 30_000 }),
  down: failing({ code: 'platform-down', status: 503 }),
  scope: failing({ code: 'missing-scope', scopes: ['user:read:follows'] }),
  expired: {
    panel: { ...well, signedIn: expired, failure: { code: 'login-expired', login: 'stagehand' } },
  },
  'down-nothing-known': {
    panel: { ...well, snapshot: undefined, failure: { code: 'platform-down', status: 503 } },
  },
  'chzzk-down': {
    panel: { ...well, chzzk: onChzzk, chzzkFailure: { code: 'platform-down', status: 503 } },
  },
  damaged: { panel: { ...well, damaged: [{ id: '1', where: 'settings', why: 'unfit' }] } },
  'side-by-side': { marked: 3 },
  'side-by-side-no-room': { marked: 5, trouble: { kind: 'no-room', room: 4, open: 2 } },
  collect: { dialog: 'collect', settings: collections },
  collections: { dialog: 'collections', settings: collections },
  'offline-list': { list: { ...lists, view: 'offline' } },
  watched: {
    list: { ...lists, view: 'categories' },
    settings: {
      'live.categories': [
        { id: '743', name: 'Chess' },
        { id: 'chzzk:ETC:talk', name: '토크' },
      ],
    },
  },
  'watched-none': { list: { ...lists, view: 'categories', watched: undefined } },
  discover: { discover: found },
  categories: at({
    view: { kind: 'top', of: 'categories' },
    items: [{ kind: 'category', id: '743', name: 'Chess', imageUrl: picture }],
    next: undefined,
  }),
  search: at({
    view: { kind: 'search', query: '달밤' },
    query: '달밤',
    canGoBack: true,
    next: undefined,
    items: [
      {
        kind: 'channel',
        platform: 'twitch',
        id: '1',
        login: 'channel_1',
        name: '달밤무대',
        avatarUrl: '',
        live: true,
        title: '새벽까지',
        category: 'Music',
      },
    ],
    missing: { platform: 'chzzk', failure: { code: 'timeout' } },
  }),
  'search-nothing': at({ view: { kind: 'search', query: 'zzz' }, query: 'zzz', canGoBack: true, items: [] }),
  channel: at({
    view: channelView('twitch', 'knightfork', 'KnightFork'),
    items: [],
    canGoBack: true,
    page: {
      platform: 'twitch',
      id: '71',
      login: 'knightfork',
      name: 'KnightFork',
      about: 'Chess, slowly.',
      avatarUrl: '',
      title: 'Endgames for everybody',
      category: 'Chess',
      tags: [],
      schedule: [{ id: '1', at: now + 3_600_000, title: 'More endgames', category: 'Chess', canceled: true }],
      teams: [{ id: '1', name: 'Forkers', login: 'forkers' }],
    },
  }),
  category: at({
    view: categoryView('743', 'Chess'),
    canGoBack: true,
    next: undefined,
  }),
  clips: at({
    view: { ...categoryView('743', 'Chess'), tab: 'clips' } as DiscoverState['view'],
    canGoBack: true,
    next: undefined,
    items: [
      {
        kind: 'clip',
        id: '1',
        title: 'The fork that nobody saw 🍴',
        url: 'https://clips.twitch.tv/1',
        at: now - 86_400_000,
        seconds: 28,
        views: 120_300,
        of: 'KnightFork',
        by: '조용한무대',
        imageUrl: picture,
      },
    ],
  }),
  'discover-waiting': at({ items: [], loaded: false, loading: true, next: undefined }),
  'discover-down': at({
    items: [],
    loaded: false,
    next: undefined,
    failure: { code: 'platform-down', status: 503 },
  }),
  'discover-rate-limited': at({ failure: { code: 'rate-limited', retryAfterMs: 30_000 } }),
  'discover-offline': at({ items: [], loaded: false, next: undefined, failure: { code: 'offline' } }),
  videos: at({
    view: { ...channelView('chzzk', 'c'.repeat(32), '달밤라디오'), tab: 'videos' } as DiscoverState['view'],
    canGoBack: true,
    next: undefined,
    items: [
      {
        kind: 'video',
        id: '1',
        title: '새벽까지 수다와 노래',
        url: 'https://chzzk.naver.com/video/1',
        at: now - 86_400_000,
        seconds: 7_200,
        views: 12_300,
        imageUrl: picture,
      },
    ],
  }),
} as const satisfies Readonly<Record<string, State>>;

function stateOf(name: string): State | undefined {
  if (Object.hasOwn(states, name)) return states[name as keyof typeof states];
  if (Object.hasOwn(chzzkStates, name)) return { chzzk: chzzkStates[name as keyof typeof chzzkStates] };
  return Object.hasOwn(channelStates, name)
    ? { channel: channelStates[name as keyof typeof channelStates] }
    : undefined;
}

/** The popup in one of them. */
export function PopupIn({ name }: { name: string }): VNode | null {
  const state = stateOf(name);
  const [wish, setWish] = useState<RowWish | undefined>();
  if (!state) return null;
  const settings = { ...defaultSettings, ...state.settings };
  const panel = state.panel ?? well;
  const actions = withMenu(setWish);
  return (
    <Popup
      state={panel}
      chzzk={undefined}
      settings={settings}
      now={now}
      actions={actions}
      hrefOf={() => 'https://www.twitch.tv/'}
      tab={state.discover ? 'discover' : (state.channel ?? state.chzzk) ? 'channel' : 'following'}
      panel={
        state.chzzk ? (
          <ChzzkChannel state={state.chzzk} />
        ) : state.channel ? (
          <Channel state={state.channel} />
        ) : (
          state.discover && discover(state.discover, actions)
        )
      }
      lists={slot(state, settings)}
      rows={rows(state, settings, wish)}
    />
  );
}

/** Nothing can be done but to open a row's menu. */
const withMenu = (open: (wish: RowWish) => void): never =>
  new Proxy(
    { rowMenu: open },
    {
      get: (own, name) => (name === 'rowMenu' ? own.rowMenu : ignore),
    },
  ) as never;

function rows(
  { marked: count = 0, trouble }: State,
  settings: Settings,
  wish: RowWish | undefined,
): RowsSlot {
  const marked = streams.slice(0, count);
  const bar = count > 0 && (
    <SideBar
      state={{ marked, opening: false, trouble }}
      settings={settings}
      onShows={ignore}
      onTiling={ignore}
      onRemove={ignore}
      onClear={ignore}
      onOpen={ignore}
    />
  );
  return {
    marked: new Set(marked.map(channelKey)),
    isMenuOpen: wish !== undefined,
    bar,
    over: wish && drawMenu(wish, settings),
  };
}

function drawMenu(wish: RowWish, settings: Settings): VNode {
  const { label, groups } = menuOf(wish, settings, new Set());
  return (
    <MenuPopup
      label={label}
      groups={groups}
      anchor={wish.anchor}
      align="end"
      onSelect={ignore}
      onClose={ignore}
    />
  );
}

function discover(state: DiscoverState, actions: never): ComponentChildren {
  return (
    <Discover
      state={state}
      signedIn={somebody}
      now={now}
      hrefOf={() => 'https://www.twitch.tv/'}
      watched={[]}
      settings={defaultSettings}
      actions={actions}
    />
  );
}

function slot({ list, dialog }: State, settings: Settings): ListsSlot | undefined {
  const [first] = streams;
  const over =
    dialog === 'collections' ? (
      <CollectionsDialog settings={settings} actions={idle} onClose={ignore} />
    ) : (
      dialog && first && <CollectDialog channel={first} settings={settings} actions={idle} onClose={ignore} />
    );
  if (!list) return over && { title: undefined, head: undefined, body: undefined, over };
  const List = list.view === 'offline' ? OfflineList : WatchedList;
  return {
    title: undefined,
    head: undefined,
    over,
    body: (frame) => (
      <List
        state={list}
        frame={frame}
        signedIn={somebody}
        live={streams}
        settings={settings}
        now={now}
        hrefOf={() => 'https://www.twitch.tv/'}
        actions={idle}
      />
    ),
  };
}
