import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { AccountsView } from '../../lib/accounts/accounts.ts';
import type { Platform } from '../../lib/chat/message.ts';
import { FailureError } from '../../lib/failure.ts';
import { type Badge, badgeOf } from '../../lib/live/badge.ts';
import { isQuiet, newsOf, type Seen } from '../../lib/live/news.ts';
import { noticeId, noticesOf, targetOf } from '../../lib/live/notice.ts';
import type { LiveSnapshot, LiveStream } from '../../lib/live/stream.ts';
import type { WatchedList } from '../../lib/live/watched.ts';
import { createWatch, isDue, type Presence, type WatchParts } from '../../lib/live/watch.ts';
import { defaultSettings, type Settings } from '../../lib/store/settings-table.ts';

const minute = 60_000;
const start = 100 * minute;

const stream = (login: string, startedAt = start, change: Partial<LiveStream> = {}): LiveStream => ({
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
const snapshot = (at: number, ...streams: readonly LiveStream[]): LiveSnapshot => ({
  accountId: 'twitch:1',
  streams,
  updatedAt: at,
});
const told = (change: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  'notifications.of': 'everybody',
  ...change,
});
const names = (streams: readonly LiveStream[]): string[] => streams.map(({ login }) => login);

describe('news', () => {
  const before: Seen = newsOf(undefined, snapshot(start, stream('ann')), told()).seen;
  const later = start + 2 * minute;

  it('are of those who went live since the last look', () => {
    const { tell, seen } = newsOf(before, snapshot(later, stream('ann'), stream('bob', later)), told());
    expect(names(tell)).toEqual(['bob']);
    expect(newsOf(seen, snapshot(later + minute, stream('bob', later)), told()).tell).toEqual([]);
  });

  it('are none at a start, after a sign-in, an update or a reload', () => {
    expect(newsOf(undefined, snapshot(later, stream('bob', later)), told()).tell).toEqual([]);
    const other = { ...snapshot(later, stream('bob', later)), accountId: 'twitch:2' };
    expect(newsOf(before, other, told()).tell).toEqual([]);
  });

  it('are none after a long silence, when the machine slept', () => {
    const woken = start + 9 * 60 * minute;
    expect(newsOf(before, snapshot(woken, stream('bob', woken)), told()).tell).toEqual([]);
  });

  it('are none of a channel that was live long before it was followed', () => {
    expect(newsOf(before, snapshot(later, stream('bob', start - 60 * minute)), told()).tell).toEqual([]);
  });

  it('tell once of a stream that breaks off and comes back', () => {
    const first = newsOf(before, snapshot(later, stream('bob', later)), told());
    const off = newsOf(first.seen, snapshot(later + minute), told());
    const back = newsOf(off.seen, snapshot(later + 2 * minute, stream('bob', later + 2 * minute)), told());
    expect(names(first.tell)).toEqual(['bob']);
    expect(back.tell).toEqual([]);
  });

  it('leave out muted channels and reruns', () => {
    const look = snapshot(later, stream('bob', later), stream('cat', later, { rerun: true }));
    expect(newsOf(before, look, told({ 'live.muted': ['twitch:bob'] })).tell).toEqual([]);
    expect(names(newsOf(before, look, told({ 'notifications.reruns': true })).tell)).toEqual(['bob', 'cat']);
  });

  it('are of chosen channels and categories where the user wants no others', () => {
    const look = snapshot(later, stream('bob', later), stream('cat', later, { category: 'Art' }));
    const chosen = { 'notifications.of': 'chosen', 'notifications.channels': ['twitch:bob'] } as const;
    expect(names(newsOf(before, look, told(chosen)).tell)).toEqual(['bob']);
    const both = { ...chosen, 'notifications.categories': ['art'] };
    expect(names(newsOf(before, look, told(both)).tell)).toEqual(['bob', 'cat']);
    const nobody = { ...chosen, 'notifications.of': 'nobody' } as const;
    expect(newsOf(before, look, told(nobody)).tell).toEqual([]);
    // A category that was typed is told of, whoever was chosen.
    expect(names(newsOf(before, look, told({ ...both, ...nobody })).tell)).toEqual(['cat']);
  });

  it('are of a new title or category of channels of which the user wants to hear that', () => {
    const wanted = told({
      'notifications.of': 'nobody',
      'notifications.changes': ['twitch:ann', 'twitch:bob'],
    });
    const at = (minutes: number) => start + minutes * minute;
    const first = newsOf(undefined, snapshot(at(0), stream('ann'), stream('cat')), wanted);
    expect(first.changed).toEqual([]);
    const art = { category: 'Art' };
    const then = newsOf(
      first.seen,
      snapshot(at(1), stream('ann', start, art), stream('cat', start, art)),
      wanted,
    );
    expect(names(then.changed)).toEqual(['ann']);
    const same = newsOf(then.seen, snapshot(at(2), stream('ann', start, art), stream('bob', at(2))), wanted);
    expect(same.changed).toEqual([]);
    const titles = snapshot(
      at(3),
      stream('ann', start, { ...art, title: 'New' }),
      stream('bob', at(2), { title: 'Too' }),
    );
    expect(names(newsOf(same.seen, titles, wanted).changed)).toEqual(['ann', 'bob']);
    const muted = { ...wanted, 'live.muted': ['twitch:ann'] };
    expect(names(newsOf(same.seen, titles, muted).changed)).toEqual(['bob']);
    const quiet = {
      ...wanted,
      'notifications.quiet': true,
      'notifications.quietFrom': 0,
      'notifications.quietTo': 1_439,
    };
    expect(newsOf(same.seen, titles, quiet).changed).toEqual([]);
    const slept = snapshot(at(600), stream('ann', start, { title: 'Later' }));
    expect(newsOf(same.seen, slept, wanted).changed).toEqual([]);
  });

  it('are told of to nobody in quiet hours, but channels still open', () => {
    const hour = new Date(later).getHours() * 60;
    const quiet = {
      'notifications.quiet': true,
      'notifications.quietFrom': hour,
      'notifications.quietTo': (hour + 120) % 1_440,
      'live.autoOpen': ['twitch:bob'],
    };
    const news = newsOf(before, snapshot(later, stream('bob', later)), told(quiet));
    expect(news.tell).toEqual([]);
    expect(names(news.open)).toEqual(['bob']);
  });

  it('know hours that go over midnight', () => {
    const hours = told({
      'notifications.quiet': true,
      'notifications.quietFrom': 1_380,
      'notifications.quietTo': 480,
    });
    const at = (hour: number) => isQuiet(hours, new Date(2026, 1, 1, hour, 30));
    expect([22, 23, 0, 7, 8].map(at)).toEqual([false, true, true, true, false]);
  });
});

describe('a notification', () => {
  it('carries its target in its id', () => {
    const target = { kind: 'channel', platform: 'twitch', channelId: '12', login: 'ann_1' } as const;
    expect(targetOf(noticeId(target))).toEqual(target);
    expect(targetOf(noticeId({ kind: 'list' }))).toEqual({ kind: 'list' });
    expect(targetOf(noticeId({ kind: 'watched' }))).toEqual({ kind: 'watched' });
    for (const id of ['', 'other', 'live:channel:twitch:1', 'live:channel:twitch:1:../evil'])
      expect(targetOf(id)).toBeUndefined();
  });

  it('stands for all where they are many', () => {
    const streams = ['a', 'b', 'c', 'd'].map((login) => stream(login));
    expect(noticesOf(streams, 4)).toHaveLength(4);
    expect(noticesOf(streams, 3)).toEqual([{ id: 'live:list', streams }]);
  });
});

describe('the toolbar button', () => {
  const facts = { signedIn: true, failed: false, paused: false, live: 12, counts: true };
  it.each([
    [{}, 'live', '12'],
    [{ live: 1_234 }, 'live', '1k'],
    [{ live: 0 }, 'plain', ''],
    [{ live: undefined }, 'plain', ''],
    [{ counts: false }, 'plain', ''],
    [{ paused: true }, 'paused', '||'],
    [{ paused: true, failed: true }, 'failed', '!'],
    [{ signedIn: false, failed: true }, 'signed-out', ''],
  ] as const)('for %j is %s “%s”', (change, state, text) => {
    expect(badgeOf({ ...facts, ...change })).toMatchObject({ state, text });
  });
});

describe('asking in the background', () => {
  it('is spaced by need', () => {
    expect(isDue('active', 2 * minute, 2)).toBe(true);
    expect(isDue('active', minute, 2)).toBe(false);
    expect(isDue('idle', 2 * minute, 2)).toBe(false);
    expect(isDue('idle', 4 * minute, 2)).toBe(true);
    expect(isDue('locked', Infinity, 2)).toBe(false);
    expect(isDue('active', 2 * minute, 2, true)).toBe(false);
    expect(isDue('active', 4 * minute, 2, true)).toBe(true);
    // Both at once are no reason to wait so long that the next look would bring no news.
    expect(isDue('idle', 4 * minute, 2, true)).toBe(true);
  });
});

describe('the watch', () => {
  let now: number;
  let seen: Partial<Record<Platform, Seen>>;
  let failed: Partial<Record<Platform, boolean>>;
  let settings: Settings;
  let view: AccountsView;
  let list: LiveSnapshot | undefined;
  let chzzk: LiveSnapshot | undefined;
  let isChzzkWanted: boolean;
  let presence: Presence;
  let isMetered: boolean;
  const refresh = vi.fn<() => Promise<unknown>>();
  const refreshChzzk = vi.fn<() => Promise<unknown>>();
  const notify = vi.fn<WatchParts['notify']>();
  const ring = vi.fn<WatchParts['ring']>();
  const open = vi.fn<WatchParts['open']>();
  let badge: Badge | undefined;
  let seenWatched: Seen | undefined;
  let mayTell: boolean;
  const listWatched = vi.fn<WatchParts['watched']['list']>();

  /** A value of a platform's, kept outside the watch. */
  const kept = <T>(all: () => Partial<Record<Platform, T>>, platform: Platform) => ({
    get: () => Promise.resolve(all()[platform]),
    set: (value: T) => {
      all()[platform] = value;
      return Promise.resolve();
    },
  });

  /** A watch as a worker has it that has just started: it remembers nothing itself. */
  const watch = () =>
    createWatch({
      settings: () => Promise.resolve(settings),
      accounts: () => Promise.resolve(view),
      stored: () => Promise.resolve(list),
      seen: { twitch: kept(() => seen, 'twitch'), chzzk: kept(() => seen, 'chzzk') },
      failed: { twitch: kept(() => failed, 'twitch'), chzzk: kept(() => failed, 'chzzk') },
      refresh,
      chzzk: {
        stored: () => Promise.resolve(chzzk),
        isWanted: () => Promise.resolve(isChzzkWanted),
        refresh: refreshChzzk,
      },
      watched: {
        seen: {
          get: () => Promise.resolve(seenWatched),
          set: (value) => {
            seenWatched = value;
            return Promise.resolve();
          },
        },
        list: listWatched,
      },
      mayTell: () => Promise.resolve(mayTell),
      presence: () => Promise.resolve(presence),
      isMetered: () => isMetered,
      isOnline: () => true,
      notify,
      ring,
      open,
      show: (shown) => {
        badge = shown;
        return Promise.resolve();
      },
      now: () => now,
    });

  beforeEach(() => {
    vi.clearAllMocks();
    now = start;
    seen = {};
    failed = {};
    chzzk = undefined;
    isChzzkWanted = false;
    presence = 'active';
    isMetered = false;
    settings = told();
    view = {
      ...({} as AccountsView),
      activeId: 'twitch:1',
      accounts: [{ id: 'twitch:1', state: 'ok' } as AccountsView['accounts'][number]],
    };
    list = undefined;
    seenWatched = undefined;
    mayTell = true;
    refresh.mockResolvedValue(undefined);
    refreshChzzk.mockResolvedValue(undefined);
  });

  const hear = async (snapshot: LiveSnapshot): Promise<void> => {
    if (snapshot.accountId === 'chzzk:me') chzzk = snapshot;
    else list = snapshot;
    now = snapshot.updatedAt;
    await watch().heard(snapshot);
  };

  it('tells of who goes live, counts them, and opens who is to be opened', async () => {
    settings = told({ 'live.autoOpen': ['twitch:bob'] });
    await hear(snapshot(start, stream('ann')));
    expect(notify).not.toHaveBeenCalled();
    const bob = stream('bob', start + minute);
    await hear(snapshot(start + minute, stream('ann'), bob));
    expect(notify).toHaveBeenCalledExactlyOnceWith(
      { id: 'live:channel:twitch:bob:bob', streams: [bob] },
      settings,
    );
    expect(open).toHaveBeenCalledExactlyOnceWith(bob);
    expect(badge).toMatchObject({ state: 'live', text: '2' });
  });

  it('is heard once for all that it tells of, as loud as the user likes, and not in quiet hours', async () => {
    settings = told({ 'notifications.sound': true, 'notifications.volume': 30 });
    await hear(snapshot(start, stream('ann')));
    expect(ring).not.toHaveBeenCalled();
    const later = start + minute;
    await hear(snapshot(later, stream('ann'), stream('bob', later), stream('cat', later)));
    expect(ring).toHaveBeenCalledExactlyOnceWith(30);
    const allDay = { 'notifications.quiet': true, 'notifications.quietFrom': 1, 'notifications.quietTo': 0 };
    settings = told({ ...settings, ...allDay });
    await hear(snapshot(later + minute, stream('dan', later + minute)));
    settings = told();
    await hear(snapshot(later + 2 * minute, stream('eve', later + 2 * minute)));
    expect(notify).toHaveBeenCalledTimes(3);
    expect(ring).toHaveBeenCalledOnce();
  });

  it('tells of a new title or category, under the channel’s own id', async () => {
    settings = told({ 'notifications.changes': ['twitch:ann'] });
    await hear(snapshot(start, stream('ann')));
    const ann = stream('ann', start, { title: 'Another' });
    await hear(snapshot(start + minute, ann));
    expect(notify).toHaveBeenCalledExactlyOnceWith(
      { id: 'live:channel:twitch:ann:ann', streams: [ann], changed: true },
      settings,
    );
  });

  it('says nothing while it is paused, and catches nothing up afterwards', async () => {
    await hear(snapshot(start));
    settings = told({ 'live.paused': true });
    await hear(snapshot(start + minute, stream('bob', start + minute)));
    await watch().look();
    expect(refresh).not.toHaveBeenCalled();
    expect(badge?.state).toBe('paused');
    settings = told();
    await hear(snapshot(start + 2 * minute, stream('bob', start + minute)));
    expect(notify).not.toHaveBeenCalled();
  });

  it('asks when the alarm rings, but not for what a popup has just fetched', async () => {
    await watch().look();
    expect(refresh).toHaveBeenCalledTimes(1);
    list = snapshot(start);
    await watch().look();
    now = start + 2 * minute;
    presence = 'locked';
    await watch().look();
    expect(refresh).toHaveBeenCalledTimes(1);
    presence = 'active';
    isMetered = true;
    await watch().look();
    expect(refresh).toHaveBeenCalledTimes(1);
    isMetered = false;
    await watch().look();
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('shows that a look failed, until one succeeds', async () => {
    list = snapshot(start, stream('ann'));
    now = start + 5 * minute;
    refresh.mockRejectedValueOnce(new FailureError({ code: 'platform-down', status: 503 }));
    await watch().look();
    expect(badge).toEqual({ state: 'failed', text: '!' });
    await hear(snapshot(now, stream('ann')));
    expect(badge).toMatchObject({ state: 'live', text: '1' });
  });

  it('does not ask for an account that must sign in again', async () => {
    const [account] = view.accounts;
    view = { ...view, accounts: account ? [{ ...account, state: 'expired' }] : [] };
    await watch().look();
    expect(refresh).not.toHaveBeenCalled();
    expect(badge?.state).toBe('failed');
    view = { ...view, accounts: [] };
    await watch().draw();
    expect(badge).toEqual({ state: 'signed-out', text: '' });
  });

  it('counts nobody where the user wants queues on the button', async () => {
    settings = told({ 'live.badgeOf': 'queues' });
    await hear(snapshot(start, stream('ann')));
    expect(badge).toEqual({ state: 'plain', text: '' });
  });

  it('does not count muted channels', async () => {
    settings = told({ 'live.muted': ['twitch:ann'] });
    await hear(snapshot(start, stream('ann'), stream('bob')));
    expect(badge?.text).toBe('1');
  });

  describe('in the watched categories', () => {
    const wanted = (change: Partial<Settings> = {}): Settings =>
      told({
        'notifications.of': 'nobody',
        'notifications.watched': true,
        'notifications.watchedViewers': 10,
        'live.categories': [{ id: '743', name: 'Chess' }],
        ...change,
      });
    const crowd = (login: string, startedAt = start, viewers = 50): LiveStream =>
      stream(login, startedAt, { viewers });
    /** Lets the alarm ring when these stream there. */
    const look = async (at: number, streams: readonly LiveStream[], missing?: WatchedList['missing']) => {
      now = at;
      // Nothing else is due.
      list = snapshot(at, ...(list?.streams ?? []));
      listWatched.mockResolvedValue({
        categoryIds: ['743'],
        streams: streams.map((stream) => ({ categoryId: '743', stream })),
        updatedAt: at,
        ...(missing && { missing }),
      });
      await watch().look();
    };
    const at = (minutes: number): number => start + minutes * minute;

    it('tells of whoever begins there, followed or not, and whomever else the user wants to hear of', async () => {
      settings = wanted();
      await look(start, [crowd('ann')]);
      expect(notify).not.toHaveBeenCalled();
      const bob = crowd('bob', at(2));
      await look(at(2), [crowd('ann'), bob]);
      expect(notify).toHaveBeenCalledExactlyOnceWith(
        { id: 'live:channel:twitch:bob:bob', streams: [bob], watched: true },
        settings,
      );
      await look(at(4), [crowd('ann'), bob]);
      expect(notify).toHaveBeenCalledOnce();
    });

    it('makes one notification of many, which does not take the place of that of the follows', async () => {
      settings = wanted({ 'notifications.batchAbove': 2 });
      await look(start, []);
      await look(
        at(2),
        ['a', 'b', 'c'].map((login) => crowd(login, at(2))),
      );
      expect(notify.mock.calls.map(([{ id, streams }]) => [id, streams.length])).toEqual([
        ['live:watched', 3],
      ]);
    });

    it('leaves out who has few viewers, until they have more, and who was live all the time', async () => {
      settings = wanted();
      await look(start, []);
      await look(at(2), [crowd('bob', at(2), 9), crowd('old', at(-60))]);
      expect(notify).not.toHaveBeenCalled();
      await look(at(4), [crowd('bob', at(2), 10), crowd('old', at(-60))]);
      expect(notify).toHaveBeenCalledOnce();
    });

    it('tells once of somebody who is followed and told of as such', async () => {
      settings = wanted({ 'notifications.of': 'everybody' });
      await hear(snapshot(start));
      await look(start, []);
      const bob = crowd('bob', at(2));
      await hear(snapshot(at(2), bob));
      await look(at(2), [bob]);
      expect(notify).toHaveBeenCalledOnce();
    });

    it('brings no news at a start, of another account, of a category that is new, and after a sleep', async () => {
      settings = wanted();
      await look(start, [crowd('a', at(0))]);
      view = { ...view, activeId: 'twitch:2', accounts: view.accounts };
      await look(at(2), [crowd('b', at(2))]);
      settings = wanted({
        'live.categories': [
          { id: '743', name: 'Chess' },
          { id: '1', name: 'Art' },
        ],
      });
      await look(at(4), [crowd('c', at(4))]);
      await look(at(60), [crowd('d', at(60))]);
      expect(notify).not.toHaveBeenCalled();
      await look(at(62), [crowd('d', at(60)), crowd('e', at(62))]);
      expect(notify).toHaveBeenCalledOnce();
    });

    it('brings none of a platform that could not be asked meanwhile', async () => {
      settings = wanted();
      const kim = { ...crowd('kim', at(0)), platform: 'chzzk' as const };
      await look(start, [kim]);
      const missing = { platform: 'chzzk', failure: { code: 'timeout' } } as const;
      await look(at(2), [], missing);
      await look(at(4), [kim]);
      expect(notify).not.toHaveBeenCalled();
    });

    it('asks nothing where nobody would be told', async () => {
      const quiet = { 'notifications.quiet': true, 'notifications.quietFrom': 1, 'notifications.quietTo': 0 };
      for (const without of [
        wanted({ 'notifications.watched': false }),
        wanted({ 'live.categories': [] }),
        wanted({ 'live.paused': true }),
        wanted(quiet),
      ]) {
        settings = without;
        await look(start, []);
      }
      settings = wanted();
      mayTell = false;
      await look(start, []);
      mayTell = true;
      presence = 'locked';
      await look(start, []);
      expect(listWatched).not.toHaveBeenCalled();
    });
  });

  describe('beside the accounts’ list', () => {
    /** CHZZK's list does not say since when. */
    const streamThere = (login: string): LiveStream => ({
      platform: 'chzzk',
      channelId: login,
      login,
      name: login,
      title: '',
      category: '',
      viewers: 1,
      rerun: false,
    });
    const kim = streamThere('kim');
    const onChzzk = (at: number, ...streams: readonly LiveStream[]): LiveSnapshot => ({
      ...snapshot(at, ...streams),
      accountId: 'chzzk:me',
    });

    it('counts CHZZK’s too, and tells of who goes live there', async () => {
      await hear(snapshot(start, stream('ann')));
      await hear(onChzzk(start + 1, kim));
      expect(notify).not.toHaveBeenCalled();
      expect(badge).toMatchObject({ state: 'live', text: '2' });
      const lee = streamThere('lee');
      await hear(onChzzk(start + minute, kim, lee));
      expect(notify).toHaveBeenCalledExactlyOnceWith(
        { id: 'live:channel:chzzk:lee:lee', streams: [lee] },
        settings,
      );
    });

    it('makes no news of one list out of the other’s', async () => {
      await hear(onChzzk(start, kim));
      await hear(snapshot(start + 1, stream('ann')));
      await hear(onChzzk(start + minute, kim));
      await hear(snapshot(start + minute + 1, stream('ann')));
      expect(notify).not.toHaveBeenCalled();
    });

    it('asks CHZZK where that is wanted, and whether an account is signed in or not', async () => {
      await watch().look();
      expect(refreshChzzk).not.toHaveBeenCalled();
      isChzzkWanted = true;
      view = { ...view, accounts: [] };
      await watch().look();
      expect(refreshChzzk).toHaveBeenCalledTimes(1);
      chzzk = onChzzk(start, kim);
      await watch().look();
      expect(refreshChzzk).toHaveBeenCalledTimes(1);
      expect(badge).toMatchObject({ state: 'live', text: '1' });
    });

    it('does not let CHZZK’s trouble hide the number of the others', async () => {
      list = snapshot(start, stream('ann'));
      isChzzkWanted = true;
      refreshChzzk.mockRejectedValue(new FailureError({ code: 'platform-down', status: 503 }));
      await watch().look();
      expect(refreshChzzk).toHaveBeenCalledOnce();
      expect(badge).toMatchObject({ state: 'live', text: '1' });
      view = { ...view, accounts: [] };
      chzzk = onChzzk(start - 10 * minute, kim);
      await watch().look();
      expect(badge?.state).toBe('failed');
    });
  });
});
