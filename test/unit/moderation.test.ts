import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import { FailureError } from '../../lib/failure.ts';
import { type Action, isDone, type LogEntry } from '../../lib/moderation/action.ts';
import type { ModerationBook, Order } from '../../lib/moderation/book.ts';
import { createModeration } from '../../lib/moderation/moderation.ts';
import type { ModerationPlatform } from '../../lib/moderation/platform.ts';

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

let entries: Map<string, LogEntry>;
let pending: Map<string, Order>;
/** One that knows everybody by id. */
type Platform = Omit<ModerationPlatform, 'hit'>;
let platform: { [Name in keyof Platform]: ReturnType<typeof vi.fn<Platform[Name]>> };
let now: number;
/** Who is signed in. */
let accounts: readonly Account[];
/** Who acts in the channel now. */
let chosen: Account;
/** A worker that has died writes nothing any more. */
let isDead = false;
const changed = vi.fn(() => Promise.resolve());

const book = (): ModerationBook => ({
  entry: (id) => Promise.resolve(entries.get(id)),
  newest: (limit) => Promise.resolve([...entries.values()].filter(isDone).toReversed().slice(0, limit)),
  window: () => Promise.resolve({ entries: [...entries.values()].toReversed() }),
  facts: () => Promise.resolve({ count: entries.size, channels: [] }),
  about: ({ login, since }) =>
    Promise.resolve(
      [...entries.values()]
        .filter(isDone)
        .filter(({ action, at }) => action.target.login === login && at >= since),
    ),
  pending: () => Promise.resolve([...pending.values()]),
  note: (order, entry) => {
    if (isDead) return new Promise(() => undefined);
    pending.set(order.id, order);
    if (entry !== undefined) entries.set(entry.id, entry);
    return Promise.resolve();
  },
  settle: (id, entry) => {
    if (isDead) return new Promise(() => undefined);
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
  isDead = false;
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
      { id: 'a', action: timeout, by: { login: 'mod' }, at: now, result: { state: 'failed', failure } },
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
    expect(entries.get('a')).toMatchObject({ undoUntil: now + 600_000 });
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
    const moderation = createModeration({
      platform,
      book: { ...book(), settle: () => Promise.reject(new FailureError({ code: 'storage', why: 'full' })) },
      acting: () => Promise.resolve(mod),
      chosen: () => Promise.resolve(mod),
      account: () => Promise.resolve(mod),
      now: () => now,
      changed,
    });
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
        isDead = true;
        throw new FailureError({ code: 'outcome-unknown' });
      });
      void live().act('a', timeout);
      await vi.waitFor(() => expect(isDead).toBe(true));
      expect(entries.get('a')?.result).toEqual({ state: 'started' });
      isDead = false;
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
    now += 25 * 60 * 60 * 1000;
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
    expect(await undone).toMatchObject({ undoneAt: now });
    platform.carryOut.mockImplementationOnce(lost);
    await expect(live().act('b', timeout)).rejects.toBeDefined();
    platform.tookEffect.mockResolvedValue(true);
    expect(await live().undo('b')).toMatchObject({ id: 'b', undoneAt: now });
  });

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
