/** What stands around the watch over what is live: everything that outlives it, and everything that it does. */
import { vi } from 'vitest';

import type { AccountsView } from '../../lib/accounts/accounts.ts';
import type { Platform } from '../../lib/chat/message.ts';
import type { Badge } from '../../lib/live/badge.ts';
import type { Seen } from '../../lib/live/news.ts';
import type { LiveSnapshot } from '../../lib/live/stream.ts';
import { createWatch, type Presence, type WatchParts } from '../../lib/live/watch.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { start, told } from './live-samples.ts';

/** What the watch finds when it looks around. */
interface World {
  now: number;
  seen: Partial<Record<Platform, Seen>>;
  failed: Partial<Record<Platform, boolean>>;
  settings: Settings;
  view: AccountsView;
  list: LiveSnapshot | undefined;
  chzzk: LiveSnapshot | undefined;
  isChzzkWanted: boolean;
  presence: Presence;
  isMetered: boolean;
  /** What the toolbar button shows. */
  badge: Badge | undefined;
  seenWatched: Seen | undefined;
  mayTell: boolean;
}

const atFirst = (): World => ({
  now: start,
  seen: {},
  failed: {},
  settings: told(),
  view: {
    ...({} as AccountsView),
    activeId: 'twitch:1',
    accounts: [{ id: 'twitch:1', state: 'ok' } as AccountsView['accounts'][number]],
  },
  list: undefined,
  chzzk: undefined,
  isChzzkWanted: false,
  presence: 'active',
  isMetered: false,
  badge: undefined,
  seenWatched: undefined,
  mayTell: true,
});

/** See {@link World}. */
export const world: World = atFirst();

/** What the watch does. */
export const refresh = vi.fn<() => Promise<unknown>>();
export const refreshChzzk = vi.fn<() => Promise<unknown>>();
export const notify = vi.fn<WatchParts['notify']>();
export const ring = vi.fn<WatchParts['ring']>();
export const open = vi.fn<WatchParts['open']>();
export const listWatched = vi.fn<WatchParts['watched']['list']>();

/** Makes all as it is before anything happened. */
export function newWorld(): void {
  vi.clearAllMocks();
  Object.assign(world, atFirst());
  refresh.mockResolvedValue(undefined);
  refreshChzzk.mockResolvedValue(undefined);
}

/** A value of a platform's, kept outside the watch. */
const kept = <T>(all: () => Partial<Record<Platform, T>>, platform: Platform) => ({
  get: () => Promise.resolve(all()[platform]),
  set: (value: T) => {
    all()[platform] = value;
    return Promise.resolve();
  },
});

/** A watch as a worker has it that has just started: it remembers nothing itself. */
export const watch = (): ReturnType<typeof createWatch> =>
  createWatch({
    settings: () => Promise.resolve(world.settings),
    accounts: () => Promise.resolve(world.view),
    stored: () => Promise.resolve(world.list),
    seen: { twitch: kept(() => world.seen, 'twitch'), chzzk: kept(() => world.seen, 'chzzk') },
    failed: { twitch: kept(() => world.failed, 'twitch'), chzzk: kept(() => world.failed, 'chzzk') },
    refresh,
    chzzk: {
      stored: () => Promise.resolve(world.chzzk),
      isWanted: () => Promise.resolve(world.isChzzkWanted),
      refresh: refreshChzzk,
    },
    watched: {
      seen: {
        get: () => Promise.resolve(world.seenWatched),
        set: (value) => {
          world.seenWatched = value;
          return Promise.resolve();
        },
      },
      list: listWatched,
    },
    mayTell: () => Promise.resolve(world.mayTell),
    presence: () => Promise.resolve(world.presence),
    isMetered: () => world.isMetered,
    isOnline: () => true,
    notify,
    ring,
    open,
    show: (shown) => {
      world.badge = shown;
      return Promise.resolve();
    },
    now: () => world.now,
  });

/** A list has come, and a new worker hears of it. */
export async function hear(snapshot: LiveSnapshot): Promise<void> {
  if (snapshot.accountId === 'chzzk:me') world.chzzk = snapshot;
  else world.list = snapshot;
  world.now = snapshot.updatedAt;
  await watch().heard(snapshot);
}
