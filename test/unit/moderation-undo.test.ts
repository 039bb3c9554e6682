import { beforeEach, describe, expect, it, vi } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import type { Action } from '../../lib/moderation/action.ts';
import {
  live,
  lost,
  mod,
  newWorld,
  other,
  pending,
  platform,
  refusing,
  timeout,
  world,
} from './moderation-world.ts';

beforeEach(newWorld);

describe('undoing', () => {
  it('waits for what is under way, and finds out first what became of what an earlier life did', async () => {
    let answer = (): void => undefined;
    platform.carryOut.mockImplementationOnce(async (_order, _by, begin) => {
      await begin();
      await new Promise<void>((resolve) => (answer = resolve));
    });
    const moderation = live();
    const acted = moderation.act('a', timeout);
    await vi.waitFor(() => expect(platform.carryOut).toHaveBeenCalled());
    const undone = moderation.undo('a');
    answer();
    await acted;
    expect(await undone).toMatchObject({ undoneAt: world.now });
    platform.carryOut.mockImplementationOnce(lost);
    await expect(live().act('b', timeout)).rejects.toBeDefined();
    platform.tookEffect.mockResolvedValue(true);
    expect(await live().undo('b')).toMatchObject({ id: 'b', undoneAt: world.now });
  });

  it('lifts the timeout, once, and says when', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    world.now += 5000;
    const [entry] = await Promise.all([moderation.undo('a'), moderation.undo('a')]);
    expect(entry).toMatchObject({ id: 'a', undoneAt: world.now });
    expect(await live().undo('a')).toEqual(entry);
    expect(platform.carryOut.mock.calls.map(([order]) => order.action.kind)).toEqual(['timeout', 'unban']);
  });

  it.each([
    ['a timeout that has run out', timeout, 600_000],
    ['a deletion', { ...timeout, kind: 'delete' } satisfies Action, 0],
  ])('refuses %s', async (_what, action, later) => {
    const moderation = live();
    await moderation.act('a', action);
    world.now += later;
    await expect(moderation.undo('a')).rejects.toMatchObject({ failure: { code: 'undo-gone' } });
  });

  it('refuses what was never done', async () => {
    await expect(live().undo('zzz')).rejects.toMatchObject({ failure: { code: 'undo-gone' } });
  });

  it('is done by the account that acted, whoever acts in the channel now', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    world.chosen = other;
    expect(await moderation.undo('a')).toMatchObject({ by: { login: 'mod' }, undoneAt: world.now });
    expect(platform.carryOut.mock.calls.map(([, by]) => by.login)).toEqual(['mod', 'mod']);
  });

  it('is done by no other account when the one that acted has signed out, which is said', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    world.chosen = other;
    world.accounts = [other];
    await expect(moderation.undo('a')).rejects.toMatchObject({
      failure: { code: 'actor-away', login: 'mod', why: 'signed-out' },
    });
    expect(platform.carryOut).toHaveBeenCalledOnce();
    world.accounts = [mod, other];
    expect(await moderation.undo('a')).toMatchObject({ undoneAt: world.now });
  });

  it.each([
    ['its sign-in has expired', { code: 'login-expired' } as const, { why: 'expired' }],
    [
      'it lacks a scope',
      { code: 'missing-scope', scopes: ['x'] } as const,
      { why: 'not-allowed', scopes: ['x'] },
    ],
  ])('asks nobody else to help the account that acted: %s', async (_what, failure, said) => {
    const moderation = live();
    await moderation.act('a', timeout);
    platform.carryOut.mockRejectedValue(new FailureError(failure));
    await expect(moderation.undo('a')).rejects.toMatchObject({ failure });
    world.chosen = other;
    await expect(moderation.undo('a')).rejects.toMatchObject({
      failure: { code: 'actor-away', login: 'mod', ...said },
    });
    expect([...pending]).toEqual([]);
  });

  it('can be tried again when the platform refused', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    platform.carryOut.mockImplementationOnce(refusing);
    await expect(moderation.undo('a')).rejects.toMatchObject({ failure: { code: 'platform-refused' } });
    expect(await moderation.undo('a')).toMatchObject({ undoneAt: world.now });
  });
});
