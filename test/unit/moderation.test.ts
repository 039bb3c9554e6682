import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import { FailureError } from '../../lib/failure.ts';
import type { Action, LoggedAction } from '../../lib/moderation/action.ts';
import type { ModerationBook, ModerationPlatform, Order } from '../../lib/moderation/moderation.ts';
import { createModeration } from '../../lib/moderation/moderation.ts';

const mod: Account = {
  id: 'twitch:1',
  platform: 'twitch',
  userId: '1',
  login: 'mod',
  name: 'Mod',
  scopes: [],
  state: 'ok',
};
const other: Account = { ...mod, id: 'twitch:2', userId: '2', login: 'other', name: 'Other' };
const users: Record<string, string> = { mod: '1', other: '2', stage: '10', noisy: '20', second: '30' };
const timeout: Action = {
  platform: 'twitch',
  channel: 'stage',
  kind: 'timeout',
  target: { login: 'noisy', name: 'Noisy', id: '20' },
  seconds: 600,
};

let entries: Map<string, LoggedAction>;
let pending: Map<string, Order>;
let platform: { [Name in keyof ModerationPlatform]: ReturnType<typeof vi.fn<ModerationPlatform[Name]>> };
let now: number;
/** Who is signed in. */
let accounts: readonly Account[];
/** Who acts in the channel now. */
let chosen: Account;
const changed = vi.fn(() => Promise.resolve());

const book = (): ModerationBook => ({
  entry: (id) => Promise.resolve(entries.get(id)),
  newest: (limit) => Promise.resolve([...entries.values()].toReversed().slice(0, limit)),
  about: ({ login, since }) =>
    Promise.resolve(
      [...entries.values()].filter(({ action, at }) => action.target.login === login && at >= since),
    ),
  pending: () => Promise.resolve([...pending.values()]),
  note: (order) => {
    pending.set(order.id, order);
    return Promise.resolve();
  },
  settle: (id, entry) => {
    pending.delete(id);
    if (entry !== undefined) entries.set(entry.id, entry);
    return Promise.resolve();
  },
});

/** One life of the worker. */
const live = () =>
  createModeration({
    platform,
    book: book(),
    acting: () => Promise.resolve(chosen),
    chosen: () => Promise.resolve(chosen),
    account: (id) => Promise.resolve(accounts.find((account) => account.id === id)),
    now: () => now,
    changed,
  });

beforeEach(() => {
  entries = new Map();
  pending = new Map();
  now = 1_000_000;
  accounts = [mod, other];
  chosen = mod;
  changed.mockClear();
  const user = (login: string) => {
    const id = users[login];
    return Promise.resolve(id === undefined ? undefined : { id, login, name: login });
  };
  platform = {
    user: vi.fn((login) => user(login)),
    moderatedChannel: vi.fn((login) => (login === 'stage' ? user(login) : Promise.resolve(undefined))),
    moderates: vi.fn((id) => Promise.resolve(id === '30')),
    carryOut: vi.fn((_order, _by, begin) => begin()),
    tookEffect: vi.fn(() => Promise.resolve(undefined)),
  };
});

const failing = (code: 'offline' | 'outcome-unknown') => () => Promise.reject(new FailureError({ code }));
const lost: ModerationPlatform['carryOut'] = async (_order, _by, begin) => {
  await begin();
  throw new FailureError({ code: 'outcome-unknown' });
};
const refusing = () =>
  Promise.reject(new FailureError({ code: 'platform-refused', status: 400, message: 'no' }));

describe('acting', () => {
  it('carries out what the login means, and logs it with the time in which it can be undone', async () => {
    const entry = await live().act('a', timeout);
    expect(platform.carryOut.mock.calls[0]?.[0]).toMatchObject({ channelId: '10', targetId: '20' });
    expect(entry).toMatchObject({ id: 'a', by: { login: 'mod' }, at: now, undoUntil: now + 600_000 });
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

  it('logs nothing that the platform refused', async () => {
    platform.carryOut.mockImplementation(refusing);
    await expect(live().act('a', timeout)).rejects.toMatchObject({ failure: { code: 'platform-refused' } });
    expect([...entries, ...pending]).toEqual([]);
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
    expect([...entries, ...pending]).toEqual([]);
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
});

describe('undoing', () => {
  it('lifts the timeout, once, and says when', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    now += 5000;
    const [entry] = await Promise.all([moderation.undo('a'), moderation.undo('a')]);
    expect(entry).toMatchObject({ id: 'a', undoneAt: now });
    expect(await live().undo('a')).toEqual(entry);
    expect(platform.carryOut.mock.calls.map(([order]) => order.action.kind)).toEqual(['timeout', 'unban']);
  });

  it.each([
    ['a timeout that has run out', timeout, 600_000],
    ['a deletion', { ...timeout, kind: 'delete' } satisfies Action, 0],
  ])('refuses %s', async (_what, action, later) => {
    const moderation = live();
    await moderation.act('a', action);
    now += later;
    await expect(moderation.undo('a')).rejects.toMatchObject({ failure: { code: 'undo-gone' } });
  });

  it('refuses what was never done', async () => {
    await expect(live().undo('zzz')).rejects.toMatchObject({ failure: { code: 'undo-gone' } });
  });

  it('is done by the account that acted, whoever acts in the channel now', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    chosen = other;
    expect(await moderation.undo('a')).toMatchObject({ by: { login: 'mod' }, undoneAt: now });
    expect(platform.carryOut.mock.calls.map(([, by]) => by.login)).toEqual(['mod', 'mod']);
  });

  it('is done by no other account when the one that acted has signed out, which is said', async () => {
    const moderation = live();
    await moderation.act('a', timeout);
    chosen = other;
    accounts = [other];
    await expect(moderation.undo('a')).rejects.toMatchObject({
      failure: { code: 'actor-away', login: 'mod', why: 'signed-out' },
    });
    expect(platform.carryOut).toHaveBeenCalledOnce();
    accounts = [mod, other];
    expect(await moderation.undo('a')).toMatchObject({ undoneAt: now });
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
    chosen = other;
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
    expect(await moderation.undo('a')).toMatchObject({ undoneAt: now });
  });
});
