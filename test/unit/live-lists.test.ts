/** The lists beside that of the live channels. */
import { describe, expect, it, vi } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import { FailureError } from '../../lib/failure.ts';
import { arrange } from '../../lib/live/arrange.ts';
import { type Collection, isCollection, isWatchedCategory } from '../../lib/live/collection.ts';
import { nameProblem, renamed, withChannelToggled, withCollection } from '../../lib/live/collections.ts';
import { createListsDesk, type ListsParts, type ListsState } from '../../lib/live/lists-desk.ts';
import { createLive } from '../../lib/live/live.ts';
import { createOffline, type FollowedList, type OfflineFacts, offlineOf } from '../../lib/live/offline.ts';
import type { LiveSnapshot, LiveStream } from '../../lib/live/stream.ts';
import { watchedOnBoth } from '../../lib/live/watched-anywhere.ts';
import { createWatched, type WatchedList } from '../../lib/live/watched.ts';
import { listIdOf, whoseOf } from '../../lib/live/whose.ts';
import { defaultSettings } from '../../lib/store/settings-table.ts';

const ann: Account = {
  id: 'twitch:1',
  platform: 'twitch',
  userId: '1',
  login: 'ann',
  name: 'Ann',
  scopes: ['user:read:follows'],
  state: 'ok',
};
const bob: Account = { ...ann, id: 'twitch:2', userId: '2', login: 'bob', name: 'Bob' };
const stream = (channelId: string, viewers = 1): LiveStream => ({
  platform: 'twitch',
  channelId,
  login: `login${channelId}`,
  name: `Name ${channelId}`,
  title: '',
  category: '',
  viewers,
  startedAt: 0,
  rerun: false,
});

describe('collections', () => {
  const friends: Collection = { name: 'Friends', channels: ['twitch:1'] };

  it('are made, renamed and filled, and never share a name', () => {
    expect(withCollection([friends], ' Study ')).toEqual([friends, { name: 'Study', channels: [] }]);
    expect(withCollection([friends], 'FRIENDS')).toEqual([friends]);
    expect(renamed([friends], 'Friends', 'friends')).toEqual([{ ...friends, name: 'friends' }]);
    expect(withChannelToggled([friends], 'Friends', 'twitch:2')[0]?.channels).toEqual([
      'twitch:1',
      'twitch:2',
    ]);
    expect(withChannelToggled([friends], 'Friends', 'twitch:1')[0]?.channels).toEqual([]);
    expect(nameProblem([], '  ')).toBe('empty');
    const thirty = Array.from({ length: 30 }, (_none, index) => ({ name: `c${index}`, channels: [] }));
    expect(nameProblem(thirty, 'one more')).toBe('too-many');
    expect(nameProblem(thirty, 'other', 'c1')).toBeUndefined();
  });

  it('take no more channels than a setting may hold', () => {
    const full = { name: 'a', channels: Array.from({ length: 500 }, (_none, index) => `twitch:${index}`) };
    expect(withChannelToggled([full], 'a', 'twitch:9999')).toEqual([full]);
  });

  it('filter the list; one that is gone hides nobody', () => {
    const streams = [stream('1'), stream('2')];
    const taste = { ...defaultSettings, 'live.collections': [friends] };
    const ids = (chosen: string): string[] =>
      arrange(streams, { ...taste, 'live.collection': chosen }).map(({ channelId }) => channelId);
    expect(ids('Friends')).toEqual(['1']);
    expect(ids('')).toEqual(['1', '2']);
    expect(ids('deleted')).toEqual(['1', '2']);
  });

  it('are told from what only looks like one', () => {
    expect(isCollection(friends)).toBe(true);
    expect(isCollection({ name: 'x', channels: ['javascript:1'] })).toBe(false);
    expect(isCollection({ name: ' ', channels: [] })).toBe(false);
    expect(isWatchedCategory({ id: '5', name: 'Chess' })).toBe(true);
    expect(isWatchedCategory({ id: '../5', name: 'Chess' })).toBe(false);
    expect(isWatchedCategory({ id: 'chzzk:GAME:League_of_Legends', name: '리그 오브 레전드' })).toBe(true);
    for (const id of ['chzzk:GAME:..', 'chzzk:GAME:a/b', 'chzzk:game:a', 'chzzk::a', 'chzzk:GAME:a?b'])
      expect(isWatchedCategory({ id, name: 'Chess' })).toBe(false);
  });
});

describe('the lists of several accounts', () => {
  const view = { accounts: [ann, bob], activeId: ann.id };
  const all = { 'live.whose': 'all' } as const;

  it('are one list when the user wishes so, and there are several', () => {
    expect(listIdOf(view, all)).toBe('all');
    expect(listIdOf(view, { 'live.whose': 'active' })).toBe(ann.id);
    expect(listIdOf({ accounts: [ann], activeId: ann.id }, all)).toBe(ann.id);
    expect(listIdOf({ accounts: [ann, bob] }, all)).toBeUndefined();
  });

  it('leave out an account that cannot be asked for, but never the one that acts', () => {
    const expired = { ...bob, state: 'expired' as const };
    const ids = (accounts: readonly Account[]): string[] =>
      whoseOf(ann, { ...view, accounts }, all).accounts.map(({ id }) => id);
    expect(ids([ann, bob])).toEqual([ann.id, bob.id]);
    expect(ids([ann, expired])).toEqual([ann.id]);
    expect(ids([ann, { ...bob, scopes: [] }])).toEqual([ann.id]);
    expect(ids([{ ...ann, scopes: [] }, bob])).toEqual([ann.id, bob.id]);
  });

  it('have nobody twice, and share one asking', async () => {
    const written: LiveSnapshot[] = [];
    const follows = vi.fn((account: Account) =>
      Promise.resolve(account === ann ? [stream('1', 5), stream('2', 9)] : [stream('2', 9), stream('3', 7)]),
    );
    const live = createLive({
      follows,
      whose: () => Promise.resolve(whoseOf(ann, view, all)),
      write: (snapshot) => Promise.resolve(void written.push(snapshot)),
      changed: () => Promise.resolve(),
      now: () => 1_000,
    });
    await Promise.all([live.refresh(), live.refresh()]);
    expect(follows).toHaveBeenCalledTimes(2);
    expect(written).toHaveLength(1);
    expect(written[0]?.accountId).toBe('all');
    expect(written[0]?.streams.map(({ channelId }) => channelId)).toEqual(['2', '3', '1']);
  });
});

describe('offline follows', () => {
  const channel = (channelId: string, name = `Name ${channelId}`) => ({
    platform: 'twitch' as const,
    channelId,
    login: `login${channelId}`,
    name,
  });
  const factsOf = (channelId: string, readAt: number): OfflineFacts => ({
    channelId,
    title: '',
    category: '',
    readAt,
  });

  function service() {
    let now = 0;
    let list: FollowedList | undefined;
    let known: readonly OfflineFacts[] | undefined;
    let whose = { listId: ann.id, accounts: [ann] };
    const followed = vi.fn(() => Promise.resolve([channel('1'), channel('2')]));
    const facts = vi.fn((_account: Account, ids: readonly string[]) =>
      Promise.resolve(ids.map((id) => factsOf(id, now))),
    );
    const offline = createOffline({
      whose: () => Promise.resolve(whose),
      followed,
      facts,
      lists: { get: () => Promise.resolve(list), set: (next) => Promise.resolve(void (list = next)) },
      known: { get: () => Promise.resolve(known), set: (next) => Promise.resolve(void (known = next)) },
      now: () => now,
    });
    return {
      offline,
      followed,
      facts,
      pass: (ms: number) => void (now += ms),
      as: (account: Account) => void (whose = { listId: account.id, accounts: [account] }),
    };
  }

  it('are those who are not live, by name', () => {
    const channels = [channel('1', 'zoe'), channel('2', 'Adam'), channel('3', 'mia')];
    expect(offlineOf(channels, [stream('3')]).map(({ name }) => name)).toEqual(['Adam', 'zoe']);
  });

  it('are asked for once an hour, or when the user wishes, or for another account', async () => {
    const { offline, followed, pass, as } = service();
    await Promise.all([offline.list(false), offline.list(false)]);
    await offline.list(false);
    expect(followed).toHaveBeenCalledTimes(1);
    await offline.list(true);
    expect(followed).toHaveBeenCalledTimes(2);
    pass(3_600_000);
    await offline.list(false);
    expect(followed).toHaveBeenCalledTimes(3);
    as(bob);
    expect((await offline.list(false)).accountId).toBe(bob.id);
    expect(followed).toHaveBeenCalledTimes(4);
  });

  it('are asked about only where nothing new is known, and never too many at once', async () => {
    const { offline, facts, pass } = service();
    await offline.facts(['1', '2']);
    expect((await offline.facts(['2', '3'])).map(({ channelId }) => channelId)).toEqual(['2', '3']);
    expect(facts.mock.calls.map(([, ids]) => ids)).toEqual([['1', '2'], ['3']]);
    pass(6 * 3_600_000);
    await offline.facts(['1']);
    expect(facts).toHaveBeenCalledTimes(3);
    await offline.facts(Array.from({ length: 99 }, (_none, index) => String(index + 100)));
    expect(facts.mock.calls[3]?.[1]).toHaveLength(30);
  });
});

describe('watched categories', () => {
  it('are asked of their own platform alone, and each fails alone', async () => {
    const talk = 'chzzk:ETC:talk';
    const asking = (platform: string) =>
      vi.fn((categoryIds: readonly string[]) =>
        Promise.resolve({
          categoryIds,
          streams: [{ categoryId: categoryIds[0] ?? '', stream: stream(platform) }],
          updatedAt: platform === 'a' ? 7 : 5,
        }),
      );
    const [twitch, chzzk] = [asking('a'), asking('b')];
    const watched = watchedOnBoth({ twitch, chzzk });
    await watched(['5'], false);
    expect(chzzk).not.toHaveBeenCalled();
    await watched([talk], true);
    expect(twitch).toHaveBeenCalledTimes(1);
    expect(await watched([talk, '5'], false)).toEqual({
      categoryIds: [talk, '5'],
      streams: [
        { categoryId: '5', stream: stream('a') },
        { categoryId: talk, stream: stream('b') },
      ],
      updatedAt: 5,
    });
    const failure = { code: 'timeout' } as const;
    chzzk.mockRejectedValueOnce(new FailureError(failure));
    expect(await watched([talk, '5'], false)).toMatchObject({
      streams: [{ categoryId: '5' }],
      missing: { platform: 'chzzk', failure },
    });
    twitch.mockRejectedValueOnce(new FailureError(failure));
    expect(await watched([talk, '5'], false)).toMatchObject({
      streams: [{ categoryId: talk }],
      missing: { platform: 'twitch', failure },
    });
  });

  it('are asked for together, and alone only where a larger one crowds them out', async () => {
    let kept: WatchedList | undefined;
    let now = 0;
    const streams = vi.fn((_account: Account, ids: readonly string[]) =>
      Promise.resolve({
        streams: [{ categoryId: ids.includes('1') ? '1' : '2', stream: stream(ids.join()) }],
        full: ids.length > 1,
      }),
    );
    const watched = createWatched({
      acting: () => Promise.resolve(ann),
      streams,
      kept: { get: () => Promise.resolve(kept), set: (list) => Promise.resolve(void (kept = list)) },
      now: () => now,
    });
    const found = await watched(['1', '2'], false);
    expect(found.streams.map(({ categoryId }) => categoryId)).toEqual(['1', '2']);
    expect(streams.mock.calls.map(([, ids]) => ids)).toEqual([['1', '2'], ['2']]);

    await watched(['2'], false);
    expect(streams).toHaveBeenCalledTimes(2);
    now = 120_000;
    await watched(['1'], false);
    expect(streams).toHaveBeenCalledTimes(3);
    await watched(['1'], true);
    expect(streams).toHaveBeenCalledTimes(4);
    await watched([], true);
    expect(streams).toHaveBeenCalledTimes(4);
  });
});

describe('the desk of the lists', () => {
  function desk(change: Partial<ListsParts> = {}) {
    const states: ListsState[] = [];
    const followed = vi.fn(() => Promise.resolve({ accountId: ann.id, channels: [], updatedAt: 1 }));
    const facts = vi.fn((ids: readonly string[]) =>
      Promise.resolve(ids.map((channelId) => ({ channelId, title: '', category: '', readAt: 1 }))),
    );
    const made = createListsDesk({
      followed,
      facts,
      watched: (categoryIds) => Promise.resolve({ categoryIds, streams: [], updatedAt: 1 }),
      categoryIds: () => [],
      isOnline: () => true,
      wait: () => Promise.resolve(),
      show: (state) => states.push(state),
      ...change,
    });
    return { desk: made, followed, facts, last: () => states.at(-1) };
  }

  it('asks for nothing until a list is looked at', async () => {
    const { desk: made, followed, facts } = desk();
    await made.look(['1']);
    await made.changed();
    expect(followed).not.toHaveBeenCalled();
    expect(facts).not.toHaveBeenCalled();
    await made.open('offline');
    expect(followed).toHaveBeenCalledWith(false);
    await made.refresh();
    expect(followed).toHaveBeenLastCalledWith(true);
  });

  it('asks about channels once they rest in sight, and each once', async () => {
    const { desk: made, facts, last } = desk();
    await made.open('offline');
    await Promise.all([made.look(['1']), made.look(['2', '3'])]);
    expect(facts.mock.calls).toEqual([[['2', '3']]]);
    await made.look(['3', '4']);
    expect(facts).toHaveBeenLastCalledWith(['4']);
    expect([...(last()?.facts.keys() ?? [])]).toEqual(['2', '3', '4']);
  });

  it('says what went wrong, and keeps what it has', async () => {
    let works = true;
    const { desk: made, last } = desk({
      followed: () =>
        works
          ? Promise.resolve({ accountId: ann.id, channels: [], updatedAt: 1 })
          : Promise.reject(new FailureError({ code: 'platform-down', status: 503 })),
    });
    await made.open('offline');
    works = false;
    await made.refresh();
    expect(last()).toMatchObject({
      followed: { updatedAt: 1 },
      loading: false,
      failure: { code: 'platform-down' },
    });
    works = true;
    await made.refresh();
    expect(last()?.failure).toBeUndefined();
  });
});
