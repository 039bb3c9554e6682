import { beforeEach, describe, expect, it } from 'vitest';

import {
  changed,
  entries,
  failing,
  live,
  lost,
  newWorld,
  pending,
  platform,
  refusing,
  timeout,
  world,
} from './moderation-world.ts';

beforeEach(newWorld);

describe('acting', () => {
  it('carries out what the login means, and logs it with the time in which it can be undone', async () => {
    const entry = await live().act('a', timeout);
    expect(platform.carryOut.mock.calls[0]?.[0]).toMatchObject({ channelId: '10', targetId: '20' });
    expect(entry).toMatchObject({
      id: 'a',
      by: { login: 'mod' },
      at: world.now,
      undoUntil: world.now + 600_000,
    });
    expect([...pending]).toEqual([]);
    expect(changed).toHaveBeenCalledWith(entry);
  });

  it('is one action however often the same id is asked for, also in later lives', async () => {
    const first = live();
    await Promise.all([first.act('a', timeout), first.act('a', timeout)]);
    await live().act('a', timeout);
    expect(platform.carryOut).toHaveBeenCalledOnce();
  });

  it.each([
    ['a channel that the account does not moderate', { channel: 'elsewhere' }, 'not-moderator'],
    ['a login that nobody has', { target: { login: 'nobody', name: 'x' } }, 'no-such-user'],
    [
      'an id that is not that login’s',
      { target: { login: 'noisy', name: 'x', id: '21' } },
      'identity-mismatch',
    ],
    ['the broadcaster', { target: { login: 'stage', name: 'x' } }, 'protected'],
    ['oneself', { target: { login: 'mod', name: 'x' } }, 'protected'],
    ['another moderator', { target: { login: 'second', name: 'x' } }, 'protected'],
  ])('refuses %s, and sends nothing', async (_what, change, code) => {
    await expect(live().act('a', { ...timeout, ...change })).rejects.toMatchObject({ failure: { code } });
    expect(platform.carryOut).not.toHaveBeenCalled();
    expect([...pending]).toEqual([]);
  });

  it('leaves no order of what the platform refused', async () => {
    platform.carryOut.mockImplementation(refusing);
    await expect(live().act('a', timeout)).rejects.toMatchObject({ failure: { code: 'platform-refused' } });
    expect([...pending]).toEqual([]);
  });

  it('looks when the answer was lost: it happened', async () => {
    platform.carryOut.mockImplementation(lost);
    platform.tookEffect.mockResolvedValue(true);
    expect(await live().act('a', timeout)).toMatchObject({ id: 'a' });
    expect(platform.carryOut).toHaveBeenCalledOnce();
  });

  it('looks when the answer was lost: it did not happen', async () => {
    platform.carryOut.mockImplementation(lost);
    platform.tookEffect.mockResolvedValue(false);
    await expect(live().act('a', timeout)).rejects.toMatchObject({ failure: { code: 'outcome-unknown' } });
    expect([...pending]).toEqual([]);
  });

  it('keeps the order when nobody can tell, and finds out later', async () => {
    platform.carryOut.mockImplementation(lost);
    platform.tookEffect.mockImplementation(failing('offline'));
    await expect(live().act('a', timeout)).rejects.toBeDefined();
    expect([...pending.keys()]).toEqual(['a']);
    platform.tookEffect.mockImplementation(() => Promise.resolve(true));
    await live().resume();
    expect([...pending.keys()]).toEqual([]);
    expect(entries.get('a')).toMatchObject({ action: { kind: 'timeout' } });
    expect(entries.get('a')).not.toHaveProperty('result');
  });
});
