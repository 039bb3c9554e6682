/** The popup's views in the states in which they can be, each as large as the popup is. */
import type { ComponentChildren, VNode } from 'preact';

import { Discover } from '../../../components/popup/discover/Discover.tsx';
import type { ListsSlot } from '../../../components/popup/following/slot.ts';
import { OfflineList } from '../../../components/popup/lists/OfflineList.tsx';
import { WatchedList } from '../../../components/popup/lists/WatchedList.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import type { Failure } from '../../../lib/failure.ts';
import { channelView } from '../../../lib/live/discover.ts';
import type { DiscoverState } from '../../../lib/live/discover-desk.ts';
import type { ListsState } from '../../../lib/live/lists-desk.ts';
import type { PanelState } from '../../../lib/live/panel.ts';
import { defaultSettings, type Settings } from '../../../lib/store/settings-table.ts';
import { now } from '../samples.ts';
import { expired, found, lists, nobody, onChzzk, quiet, somebody, streams, well } from './samples.ts';

/** Whatever can be done, nothing happens. */
const idle = new Proxy({}, { get: () => () => undefined }) as never;

interface State {
  readonly panel?: PanelState;
  readonly settings?: Partial<Settings>;
  readonly discover?: DiscoverState;
  readonly list?: ListsState;
}

const failing = (failure: Failure): State => ({ panel: { ...well, failure } });
const at = (change: Partial<DiscoverState>): State => ({ discover: { ...found, recents: [], ...change } });

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
  'down, nothing known': {
    panel: { ...well, snapshot: undefined, failure: { code: 'platform-down', status: 503 } },
  },
  'chzzk-down': {
    panel: { ...well, chzzk: onChzzk, chzzkFailure: { code: 'platform-down', status: 503 } },
  },
  damaged: { panel: { ...well, damaged: [{ id: '1', where: 'settings', why: 'unfit' }] } },
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
    items: [{ kind: 'category', id: '743', name: 'Chess', imageUrl: '' }],
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
        imageUrl: '',
      },
    ],
  }),
} as const satisfies Readonly<Record<string, State>>;

/** The popup in one of them. */
export function PopupIn({ name }: { name: string }): VNode | null {
  const state: State | undefined = Object.hasOwn(states, name)
    ? states[name as keyof typeof states]
    : undefined;
  if (!state) return null;
  const settings = { ...defaultSettings, ...state.settings };
  const panel = state.panel ?? well;
  return (
    <Popup
      state={panel}
      chzzk={undefined}
      settings={settings}
      now={now}
      actions={idle}
      hrefOf={() => 'https://www.twitch.tv/'}
      tab={state.discover ? 'discover' : 'following'}
      panel={state.discover && discover(state.discover)}
      lists={state.list && slot(state.list, settings)}
    />
  );
}

function discover(state: DiscoverState): ComponentChildren {
  return (
    <Discover
      state={state}
      signedIn={somebody}
      now={now}
      hrefOf={() => 'https://www.twitch.tv/'}
      watched={[]}
      actions={idle}
    />
  );
}

function slot(state: ListsState, settings: Settings): ListsSlot {
  const List = state.view === 'offline' ? OfflineList : WatchedList;
  return {
    title: undefined,
    head: undefined,
    over: undefined,
    body: (frame) => (
      <List
        state={state}
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
