import { beforeEach, describe, expect, it, vi } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import type { Action } from '../../lib/moderation/action.ts';
import {
  book,
  changed,
  entries,
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

describe('the log of what was tried', () => {
  it('has one entry from the moment of sending: started, and then done', async () => {
    const sent = Promise.withResolvers<undefined>();
    platform.carryOut.mockImplementation(async (_order, _by, begin) => {
      await begin();
      await sent.promise;
    });
    const act = live().act('a', timeout);
    await vi.waitFor(() => expect(entries.get('a')).toMatchObject({ result: { state: 'started' } }));
    expect(entries.get('a')).toMatchObject({ by: { login: 'mod' }, action: { kind: 'timeout' } });
    sent.resolve(undefined);
    const entry = await act;
    expect([...entries]).toEqual([['a', entry]]);
    expect(entry).not.toHaveProperty('result');
  });

  it('has what the platform refused, in its words; done at last, it is the same entry', async () => {
    platform.carryOut.mockImplementationOnce(refusing);
    await expect(live().act('a', timeout)).rejects.toBeDefined();
    const failure = { code: 'platform-refused', status: 400, message: 'no' };
    expect([...entries.values()]).toMatchObject([
      { id: 'a', action: timeout, by: { login: 'mod' }, at: world.now, result: { state: 'failed', failure } },
    ]);
    expect(changed).toHaveBeenLastCalledWith(entries.get('a'));
    const done = await live().act('a', timeout);
    expect([...entries.values()]).toEqual([done]);
  });

  it('has what was refused before anything was sent, without the id that nobody has proven', async () => {
    const action: Action = { ...timeout, target: { login: 'noisy', name: 'x', id: '21' } };
    await expect(live().act('a', action)).rejects.toBeDefined();
    expect(entries.get('a')).toMatchObject({
      result: { state: 'failed', failure: { code: 'identity-mismatch' } },
      action: { target: { login: 'noisy', name: 'x' } },
    });
    expect(entries.get('a')?.action.target).not.toHaveProperty('id');
  });

  it('keeps no words of others, and nothing that an unforeseen fault says', async () => {
    platform.carryOut.mockRejectedValue(new TypeError('Bearer abcdef0123456789'));
    await expect(live().act('a', { ...timeout, kind: 'blind', quote: 'their words' })).rejects.toBeDefined();
    expect(entries.get('a')).toMatchObject({ result: { state: 'failed', failure: { code: 'internal' } } });
    expect(JSON.stringify([...entries.values()])).not.toMatch(/abcdef|their words/);
  });

  it('hears that nobody can tell, and later that it was done after all', async () => {
    platform.carryOut.mockImplementation(lost);
    await expect(live().act('a', timeout)).rejects.toBeDefined();
    expect(entries.get('a')).toMatchObject({ result: { state: 'unknown' } });
    platform.tookEffect.mockResolvedValue(true);
    await live().resume();
    expect(entries.get('a')).not.toHaveProperty('result');
    expect(entries.get('a')).toMatchObject({ undoUntil: world.now + 600_000 });
  });

  it('says that it failed where a look shows that it did not happen, and takes nothing of it back', async () => {
    platform.carryOut.mockImplementation(lost);
    platform.tookEffect.mockResolvedValue(false);
    const moderation = live();
    await expect(moderation.act('a', timeout)).rejects.toBeDefined();
    expect(entries.get('a')?.result).toEqual({ state: 'failed' });
    await expect(moderation.undo('a')).rejects.toMatchObject({ failure: { code: 'undo-gone' } });
  });

  it('counts only what was done', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    platform.carryOut.mockImplementation(refusing);
    await expect(moderation.act('b', timeout)).rejects.toBeDefined();
    const ladder = [{ kind: 'warn' }, { kind: 'timeout', seconds: 60 }, { kind: 'ban' }] as const;
    const who = { platform: 'twitch', channel: 'stage', login: 'noisy', days: 30 } as const;
    expect(await moderation.nextStep(ladder, who)).toMatchObject({ offence: 2 });
    expect((await moderation.newest(10)).map(({ id }) => id)).toEqual(['a']);
  });

  it('is no reason to hide from its user why it failed', async () => {
    platform.carryOut.mockImplementation(refusing);
    const settle = () => Promise.reject(new FailureError({ code: 'storage', why: 'full' }));
    const moderation = live({ book: { ...book(), settle } });
    await expect(moderation.act('a', timeout)).rejects.toMatchObject({
      failure: { code: 'platform-refused' },
    });
  });

  it.each([
    ['it happened', true, undefined],
    ['it did not', false, { state: 'failed' }],
    ['nobody knows', undefined, { state: 'unknown' }],
  ])(
    'is set right by the next life when a worker dies after sending: %s',
    async (_what, happened, result) => {
      platform.carryOut.mockImplementation(async (_order, _by, begin) => {
        await begin();
        world.isDead = true;
        throw new FailureError({ code: 'outcome-unknown' });
      });
      void live().act('a', timeout);
      await vi.waitFor(() => expect(world.isDead).toBe(true));
      expect(entries.get('a')?.result).toEqual({ state: 'started' });
      world.isDead = false;
      platform.tookEffect.mockResolvedValue(happened);
      await live().resume();
      expect(entries.get('a')?.result).toEqual(result);
      expect([...pending]).toEqual([]);
    },
  );

  it('has nothing to set right of taking back: that entry stays done', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    platform.carryOut.mockImplementation(lost);
    await expect(moderation.undo('a')).rejects.toBeDefined();
    expect([...entries.keys()]).toEqual(['a']);
    expect(entries.get('a')).not.toHaveProperty('result');
    expect([...pending.keys()]).toEqual(['undo:a']);
    await live().resume();
    expect([...entries.keys()]).toEqual(['a']);
    expect([...pending]).toEqual([]);
  });
});
