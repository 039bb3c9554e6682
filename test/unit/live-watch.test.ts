import { beforeEach, describe, expect, it } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import { isDue } from '../../lib/live/watch.ts';
import { minute, snapshot, start, stream, told } from './live-samples.ts';
import { hear, newWorld, notify, open, refresh, ring, watch, world } from './live-watch-world.ts';

beforeEach(newWorld);

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
  it('tells of who goes live, counts them, and opens who is to be opened', async () => {
    world.settings = told({ 'live.autoOpen': ['twitch:bob'] });
    await hear(snapshot(start, stream('ann')));
    expect(notify).not.toHaveBeenCalled();
    const bob = stream('bob', start + minute);
    await hear(snapshot(start + minute, stream('ann'), bob));
    expect(notify).toHaveBeenCalledExactlyOnceWith(
      { id: 'live:channel:twitch:bob:bob', streams: [bob] },
      world.settings,
    );
    expect(open).toHaveBeenCalledExactlyOnceWith(bob);
    expect(world.badge).toMatchObject({ state: 'live', text: '2' });
  });

  it('is heard once for all that it tells of, as loud as the user likes, and not in quiet hours', async () => {
    world.settings = told({ 'notifications.sound': true, 'notifications.volume': 30 });
    await hear(snapshot(start, stream('ann')));
    expect(ring).not.toHaveBeenCalled();
    const later = start + minute;
    await hear(snapshot(later, stream('ann'), stream('bob', later), stream('cat', later)));
    expect(ring).toHaveBeenCalledExactlyOnceWith(30);
    const allDay = { 'notifications.quiet': true, 'notifications.quietFrom': 1, 'notifications.quietTo': 0 };
    world.settings = told({ ...world.settings, ...allDay });
    await hear(snapshot(later + minute, stream('dan', later + minute)));
    world.settings = told();
    await hear(snapshot(later + 2 * minute, stream('eve', later + 2 * minute)));
    expect(notify).toHaveBeenCalledTimes(3);
    expect(ring).toHaveBeenCalledOnce();
  });

  it('tells of a new title or category, under the channel’s own id', async () => {
    world.settings = told({ 'notifications.changes': ['twitch:ann'] });
    await hear(snapshot(start, stream('ann')));
    const ann = stream('ann', start, { title: 'Another' });
    await hear(snapshot(start + minute, ann));
    expect(notify).toHaveBeenCalledExactlyOnceWith(
      { id: 'live:channel:twitch:ann:ann', streams: [ann], changed: true },
      world.settings,
    );
  });

  it('says nothing while it is paused, and catches nothing up afterwards', async () => {
    await hear(snapshot(start));
    world.settings = told({ 'live.paused': true });
    await hear(snapshot(start + minute, stream('bob', start + minute)));
    await watch().look();
    expect(refresh).not.toHaveBeenCalled();
    expect(world.badge?.state).toBe('paused');
    world.settings = told();
    await hear(snapshot(start + 2 * minute, stream('bob', start + minute)));
    expect(notify).not.toHaveBeenCalled();
  });

  it('asks when the alarm rings, but not for what a popup has just fetched', async () => {
    await watch().look();
    expect(refresh).toHaveBeenCalledTimes(1);
    world.list = snapshot(start);
    await watch().look();
    world.now = start + 2 * minute;
    world.presence = 'locked';
    await watch().look();
    expect(refresh).toHaveBeenCalledTimes(1);
    world.presence = 'active';
    world.isMetered = true;
    await watch().look();
    expect(refresh).toHaveBeenCalledTimes(1);
    world.isMetered = false;
    await watch().look();
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('shows that a look failed, until one succeeds', async () => {
    world.list = snapshot(start, stream('ann'));
    world.now = start + 5 * minute;
    refresh.mockRejectedValueOnce(new FailureError({ code: 'platform-down', status: 503 }));
    await watch().look();
    expect(world.badge).toEqual({ state: 'failed', text: '!' });
    await hear(snapshot(world.now, stream('ann')));
    expect(world.badge).toMatchObject({ state: 'live', text: '1' });
  });

  it('does not ask for an account that must sign in again', async () => {
    const [account] = world.view.accounts;
    world.view = { ...world.view, accounts: account ? [{ ...account, state: 'expired' }] : [] };
    await watch().look();
    expect(refresh).not.toHaveBeenCalled();
    expect(world.badge?.state).toBe('failed');
    world.view = { ...world.view, accounts: [] };
    await watch().draw();
    expect(world.badge).toEqual({ state: 'signed-out', text: '' });
  });

  it('counts nobody where the user wants queues on the button', async () => {
    world.settings = told({ 'live.badgeOf': 'queues' });
    await hear(snapshot(start, stream('ann')));
    expect(world.badge).toEqual({ state: 'plain', text: '' });
  });

  it('does not count muted channels', async () => {
    world.settings = told({ 'live.muted': ['twitch:ann'] });
    await hear(snapshot(start, stream('ann'), stream('bob')));
    expect(world.badge?.text).toBe('1');
  });
});
