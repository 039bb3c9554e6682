/** Streams, lists and settings for the tests of what is live. */
import type { LiveSnapshot, LiveStream } from '../../lib/live/stream.ts';
import { defaultSettings, type Settings } from '../../lib/store/settings-table.ts';

/** A minute, and when the tests begin, Unix epoch ms. */
export const minute = 60_000;
export const start = 100 * minute;

/** A stream of Twitch’s; its channel’s id is its login. */
export const stream = (login: string, startedAt = start, change: Partial<LiveStream> = {}): LiveStream => ({
  platform: 'twitch',
  channelId: login,
  login,
  name: login,
  title: '',
  category: 'Chess',
  viewers: 1,
  startedAt,
  rerun: false,
  ...change,
});
/** A list as it was at `at`. */
export const snapshot = (at: number, ...streams: readonly LiveStream[]): LiveSnapshot => ({
  accountId: 'twitch:1',
  streams,
  updatedAt: at,
});
/** Settings by which everybody is told of. */
export const told = (change: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  'notifications.of': 'everybody',
  ...change,
});
/** Whose streams they are. */
export const names = (streams: readonly LiveStream[]): string[] => streams.map(({ login }) => login);
