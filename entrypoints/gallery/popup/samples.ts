/** What the popup knows in its pictures. */
import type { AccountsView } from '../../../lib/accounts/accounts.ts';
import type { DiscoverState } from '../../../lib/live/discover-desk.ts';
import type { ListsState } from '../../../lib/live/lists-desk.ts';
import type { PanelState } from '../../../lib/live/panel.ts';
import type { LiveSnapshot, LiveStream } from '../../../lib/live/stream.ts';
import { channels, now, picture } from '../samples.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Everybody who is live on Twitch in the gallery. */
export const streams: readonly LiveStream[] = channels.map(
  ({ name, title, category, viewers, since }, index) => ({
    platform: 'twitch',
    channelId: String(index + 1),
    login: `channel_${index + 1}`,
    name,
    title,
    category,
    viewers,
    startedAt: since,
    rerun: index === 2,
    ...(index % 2 === 0 && { avatarUrl: picture, previewUrl: '/icon/128.png' }),
  }),
);

const listOf = (accountId: string, of: readonly LiveStream[]): LiveSnapshot => ({
  accountId,
  streams: of,
  updatedAt: now - 12_000,
});

/** One stream on CHZZK, which does not say since when. */
export const onChzzk: LiveSnapshot = listOf('chzzk:1', [
  {
    platform: 'chzzk',
    channelId: 'c'.repeat(32),
    login: 'c'.repeat(32),
    name: '달밤라디오',
    title: '새벽까지 수다와 노래',
    category: '토크',
    viewers: 1_240,
    rerun: false,
  },
]);

/** Nobody is signed in. */
export const nobody: AccountsView = {
  accounts: [],
  channels: {},
  signingIn: false,
  canSignIn: true,
  way: 'window',
};

const account = {
  id: 'twitch:1',
  platform: 'twitch',
  userId: '1',
  login: 'stagehand',
  name: 'Stagehand',
  scopes: [],
  state: 'ok',
} as const;

/** Somebody is. */
export const somebody: AccountsView = { ...nobody, accounts: [account], activeId: account.id };

/** Somebody is, and Twitch refuses the token. */
export const expired: AccountsView = {
  ...nobody,
  accounts: [{ ...account, state: 'expired' }],
  activeId: account.id,
};

/** All is well. */
export const well: PanelState = {
  snapshot: listOf('twitch:1', streams),
  chzzk: undefined,
  signedIn: somebody,
  channel: undefined,
  role: undefined,
  also: [],
  isPlaceKnown: true,
  refreshing: false,
  failure: undefined,
  chzzkFailure: undefined,
  damaged: [],
};

/** Nobody is live. */
export const quiet: PanelState = { ...well, snapshot: listOf('twitch:1', []) };

/** Two who are offline, and one category that is watched. */
export const lists: ListsState = {
  view: 'live',
  followed: {
    accountId: 'twitch:1',
    channels: [
      { platform: 'twitch', channelId: '71', login: 'knightfork', name: 'KnightFork' },
      { platform: 'twitch', channelId: '72', login: 'quiet_one', name: '조용한무대' },
    ],
    updatedAt: now - 5 * minute,
  },
  facts: new Map([
    [
      '71',
      {
        channelId: '71',
        title: 'Endgames for everybody',
        category: 'Chess',
        lastLive: now - 26 * hour,
        video: { url: 'https://www.twitch.tv/videos/1', title: 'Endgames', seconds: 7_200 },
        next: { at: now + 5 * hour, title: 'More endgames' },
        readAt: now,
      },
    ],
  ]),
  watched: {
    categoryIds: ['743', 'chzzk:ETC:talk'],
    streams: streams.slice(0, 2).map((stream) => ({ categoryId: '743', stream })),
    updatedAt: now - 5 * minute,
    missing: { platform: 'chzzk', failure: { code: 'platform-down', status: 503 } },
  },
  loading: false,
  failure: undefined,
};

/** The most watched streams. */
export const found: DiscoverState = {
  view: { kind: 'top', of: 'streams' },
  items: streams.map((stream) => ({ kind: 'stream' as const, id: stream.channelId, stream })),
  next: 'more',
  loaded: true,
  missing: undefined,
  page: undefined,
  pageAt: undefined,
  updatedAt: now - 12_000,
  query: '',
  recents: ['chess', '노래'],
  language: '',
  loading: false,
  failure: undefined,
  canGoBack: false,
};
