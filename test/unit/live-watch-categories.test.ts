import { beforeEach, describe, expect, it } from 'vitest';

import type { LiveStream } from '../../lib/live/stream.ts';
import type { WatchedList } from '../../lib/live/watched.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { minute, snapshot, start, stream, told } from './live-samples.ts';
import { hear, listWatched, newWorld, notify, watch, world } from './live-watch-world.ts';

beforeEach(newWorld);

describe('the watch, in the watched categories', () => {
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
    world.now = at;
    // Nothing else is due.
    world.list = snapshot(at, ...(world.list?.streams ?? []));
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
    world.settings = wanted();
    await look(start, [crowd('ann')]);
    expect(notify).not.toHaveBeenCalled();
    const bob = crowd('bob', at(2));
    await look(at(2), [crowd('ann'), bob]);
    expect(notify).toHaveBeenCalledExactlyOnceWith(
      { id: 'live:channel:twitch:bob:bob', streams: [bob], watched: true },
      world.settings,
    );
    await look(at(4), [crowd('ann'), bob]);
    expect(notify).toHaveBeenCalledOnce();
  });

  it('makes one notification of many, which does not take the place of that of the follows', async () => {
    world.settings = wanted({ 'notifications.batchAbove': 2 });
    await look(start, []);
    await look(
      at(2),
      ['a', 'b', 'c'].map((login) => crowd(login, at(2))),
    );
    expect(notify.mock.calls.map(([{ id, streams }]) => [id, streams.length])).toEqual([['live:watched', 3]]);
  });

  it('leaves out who has few viewers, until they have more, and who was live all the time', async () => {
    world.settings = wanted();
    await look(start, []);
    await look(at(2), [crowd('bob', at(2), 9), crowd('old', at(-60))]);
    expect(notify).not.toHaveBeenCalled();
    await look(at(4), [crowd('bob', at(2), 10), crowd('old', at(-60))]);
    expect(notify).toHaveBeenCalledOnce();
  });

  it('tells once of somebody who is followed and told of as such', async () => {
    world.settings = wanted({ 'notifications.of': 'everybody' });
    await hear(snapshot(start));
    await look(start, []);
    const bob = crowd('bob', at(2));
    await hear(snapshot(at(2), bob));
    await look(at(2), [bob]);
    expect(notify).toHaveBeenCalledOnce();
  });

  it('brings no news at a start, of another account, of a category that is new, and after a sleep', async () => {
    world.settings = wanted();
    await look(start, [crowd('a', at(0))]);
    world.view = { ...world.view, activeId: 'twitch:2', accounts: world.view.accounts };
    await look(at(2), [crowd('b', at(2))]);
    world.settings = wanted({
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
    world.settings = wanted();
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
      world.settings = without;
      await look(start, []);
    }
    world.settings = wanted();
    world.mayTell = false;
    await look(start, []);
    world.mayTell = true;
    world.presence = 'locked';
    await look(start, []);
    expect(listWatched).not.toHaveBeenCalled();
  });
});
