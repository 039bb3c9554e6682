import { beforeEach, describe, expect, it } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import type { LiveSnapshot, LiveStream } from '../../lib/live/stream.ts';
import { minute, snapshot, start, stream } from './live-samples.ts';
import { hear, newWorld, notify, refreshChzzk, watch, world } from './live-watch-world.ts';

beforeEach(newWorld);

describe('the watch, beside the accounts’ list', () => {
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
    expect(world.badge).toMatchObject({ state: 'live', text: '2' });
    const lee = streamThere('lee');
    await hear(onChzzk(start + minute, kim, lee));
    expect(notify).toHaveBeenCalledExactlyOnceWith(
      { id: 'live:channel:chzzk:lee:lee', streams: [lee] },
      world.settings,
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
    world.isChzzkWanted = true;
    world.view = { ...world.view, accounts: [] };
    await watch().look();
    expect(refreshChzzk).toHaveBeenCalledTimes(1);
    world.chzzk = onChzzk(start, kim);
    await watch().look();
    expect(refreshChzzk).toHaveBeenCalledTimes(1);
    expect(world.badge).toMatchObject({ state: 'live', text: '1' });
  });

  it('does not let CHZZK’s trouble hide the number of the others', async () => {
    world.list = snapshot(start, stream('ann'));
    world.isChzzkWanted = true;
    refreshChzzk.mockRejectedValue(new FailureError({ code: 'platform-down', status: 503 }));
    await watch().look();
    expect(refreshChzzk).toHaveBeenCalledOnce();
    expect(world.badge).toMatchObject({ state: 'live', text: '1' });
    world.view = { ...world.view, accounts: [] };
    world.chzzk = onChzzk(start - 10 * minute, kim);
    await watch().look();
    expect(world.badge?.state).toBe('failed');
  });
});
