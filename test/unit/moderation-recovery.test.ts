import { beforeEach, describe, expect, it, vi } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import type { Action } from '../../lib/moderation/action.ts';
import type { ModerationPlatform } from '../../lib/moderation/platform.ts';
import {
  book,
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

describe('an action of a sweep', () => {
  it('is logged under its name, and lets those go first that somebody waits for', async () => {
    expect(await live().act('a', timeout, 'sweep')).toMatchObject({ id: 'a', sweep: 'sweep' });
    expect(platform.carryOut.mock.calls[0]?.[0]).toMatchObject({ sweep: 'sweep' });
    expect(platform.carryOut.mock.calls[0]?.[0]).not.toHaveProperty('again');
  });

  it('is sent again marked so where nobody knows whether it happened, also after a wake', async () => {
    platform.carryOut.mockImplementationOnce(lost);
    await expect(live().act('a', timeout, 'sweep')).rejects.toBeDefined();
    const next = live();
    await next.resume();
    expect(entries.get('a')).toMatchObject({ result: { state: 'unknown' } });
    expect(await next.act('a', timeout, 'sweep')).toMatchObject({ id: 'a', sweep: 'sweep' });
    expect(platform.carryOut.mock.calls[1]?.[0]).toMatchObject({ again: true });
    expect([...pending.keys()]).toEqual([]);
    expect(entries.get('a')).not.toHaveProperty('result');
  });

  it.each(['before a wake', 'after one'])(
    'is marked so where its life ended as it was sent, %s',
    async (when) => {
      platform.carryOut.mockImplementationOnce(async (_order, _by, begin) => {
        await begin();
        await new Promise(() => undefined);
      });
      void live().act('a', timeout, 'sweep');
      await vi.waitFor(() => expect(entries.get('a')).toMatchObject({ result: { state: 'started' } }));
      const next = live();
      if (when === 'after one') await next.resume();
      // Its order may be unreadable by now.
      else pending.clear();
      await next.act('a', timeout, 'sweep');
      expect(platform.carryOut.mock.calls[1]?.[0]).toMatchObject({ again: true });
    },
  );

  it('is not marked so where it certainly did not happen', async () => {
    platform.carryOut.mockImplementationOnce(refusing);
    await expect(live().act('a', timeout, 'sweep')).rejects.toBeDefined();
    const next = live();
    await next.resume();
    await next.act('a', timeout, 'sweep');
    expect(platform.carryOut.mock.calls[1]?.[0]).not.toHaveProperty('again');
  });

  it('is not sent again where a wake finds out, just then, that it happened', async () => {
    platform.carryOut.mockImplementationOnce(lost);
    await expect(live().act('a', timeout, 'sweep')).rejects.toBeDefined();
    platform.tookEffect.mockResolvedValue(true);
    // The other one comes between any two steps of the wake.
    for (let turns = 0; turns < 12; turns++) {
      const [order, entry] = [pending.get('a'), entries.get('a')];
      if (!order || !entry) throw new Error('it is no longer in doubt');
      const next = live();
      const woken = next.resume();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      await next.act('a', timeout, 'sweep');
      await woken;
      expect(platform.carryOut, `${turns}`).toHaveBeenCalledOnce();
      pending.set('a', order);
      entries.set('a', entry);
    }
  });

  it('is not kept in doubt for ever', async () => {
    platform.carryOut.mockImplementationOnce(lost);
    await expect(live().act('a', timeout, 'sweep')).rejects.toBeDefined();
    world.now += 25 * 60 * 60 * 1000;
    await live().resume();
    expect([...pending.keys()]).toEqual([]);
  });
});

describe('a worker that dies', () => {
  const neverAnswers: ModerationPlatform['carryOut'] = async (_order, _by, begin) => {
    await begin();
    await new Promise(() => undefined);
  };

  it('after sending: the next life logs what happened, and does not send it again', async () => {
    platform.carryOut.mockImplementation(neverAnswers);
    void live().act('a', timeout);
    await vi.waitFor(() => expect(platform.carryOut).toHaveBeenCalled());
    platform.tookEffect.mockResolvedValue(true);
    const next = live();
    expect(await next.act('a', timeout)).toMatchObject({ id: 'a' });
    expect(platform.carryOut).toHaveBeenCalledOnce();
  });

  it('cannot be asked about while the book cannot be read: waking does not fail for that', async () => {
    const pending = () => Promise.reject(new FailureError({ code: 'storage', why: 'unavailable' }));
    await expect(live({ book: { ...book(), pending } }).resume()).resolves.toBeUndefined();
  });

  it('before it arrived: the next life, asked again, sends it', async () => {
    platform.carryOut.mockImplementationOnce(neverAnswers);
    void live().act('a', timeout);
    await vi.waitFor(() => expect(platform.carryOut).toHaveBeenCalled());
    platform.tookEffect.mockResolvedValue(false);
    expect(await live().act('a', timeout)).toMatchObject({ id: 'a' });
    expect(platform.carryOut).toHaveBeenCalledTimes(2);
    expect([...pending]).toEqual([]);
  });

  it('before it was sent: leaves nothing behind', async () => {
    platform.carryOut.mockImplementationOnce(() => new Promise(() => undefined));
    void live().act('a', timeout);
    await vi.waitFor(() => expect(platform.carryOut).toHaveBeenCalled());
    expect([...pending]).toEqual([]);
    expect(await live().act('a', timeout)).toMatchObject({ id: 'a' });
  });

  it('after sending, and nobody knows: what would be read twice is not said again unasked', async () => {
    platform.carryOut.mockImplementationOnce(neverAnswers);
    const say: Action = { ...timeout, kind: 'say', text: 'no ads here' };
    void live().act('a', say);
    await vi.waitFor(() => expect([...pending.keys()]).toEqual(['a']));
    const next = live();
    await expect(next.act('a', say)).rejects.toMatchObject({ failure: { code: 'outcome-unknown' } });
    expect(platform.carryOut).toHaveBeenCalledOnce();
    expect(await next.act('a', say)).toMatchObject({ id: 'a' });
  });

  it('after sending: what would be read twice is not said again unasked after a wake either', async () => {
    platform.carryOut.mockImplementationOnce(neverAnswers);
    const say: Action = { ...timeout, kind: 'say', text: 'no ads here' };
    void live().act('a', say);
    await vi.waitFor(() => expect([...pending.keys()]).toEqual(['a']));
    const next = live();
    await next.resume();
    await next.resume();
    expect(entries.get('a')).toMatchObject({ result: { state: 'unknown' } });
    await expect(next.act('a', say)).rejects.toMatchObject({ failure: { code: 'outcome-unknown' } });
    expect(platform.carryOut).toHaveBeenCalledOnce();
    expect(await next.act('a', say)).toMatchObject({ id: 'a' });
  });
});
