import { beforeEach, describe, expect, it } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import { type Failure, FailureError } from '../../lib/failure.ts';
import { type Action, isDone, type LogEntry } from '../../lib/moderation/action.ts';
import type { Order } from '../../lib/moderation/book.ts';
import { createModeration } from '../../lib/moderation/moderation.ts';
import type { Sweep, SweepNews } from '../../lib/moderation/sweep/sweep.ts';
import { createSweeps, type Sweeps, type SweepWish } from '../../lib/moderation/sweep/sweeps.ts';

const mod: Account = {
  id: 'chzzk:1',
  platform: 'chzzk',
  userId: '1',
  login: 'mod',
  name: 'Mod',
  scopes: [],
  state: 'ok',
};
const people = ['one', 'two', 'three', 'four'];
const idOf = (login: string): string => `id-${login}`;
const wish = (more: Partial<SweepWish> = {}): SweepWish => ({
  id: 'sweep',
  platform: 'chzzk',
  channel: 'stage',
  kind: 'bar',
  seconds: 86_400,
  items: people.map((login) => ({ id: `item-${login}`, target: { login, name: login, id: idOf(login) } })),
  ...more,
});

/** What outlives the worker: the stores, and the platform. */
let entries: Map<string, LogEntry>;
let pending: Map<string, Order>;
let sweeps: Map<string, Sweep>;
let quotes: Map<string, string>;
let barred: Set<string>;
let alarmIsSet: boolean;
let now: number;
/** Everything that the platform was asked to do. */
let sent: Action[];
/** What the platform says about somebody, if that is a no. */
let refusals: Map<string, Failure>;
/** Who was looked up together, and alone. */
let met: string[][];
let alone: string[];
/** When each action was sent, ms. */
let times: number[];

beforeEach(() => {
  entries = new Map();
  pending = new Map();
  sweeps = new Map();
  quotes = new Map();
  barred = new Set();
  alarmIsSet = false;
  now = 1_000_000;
  sent = [];
  refusals = new Map();
  times = [];
  met = [];
  alone = [];
});

/** A life of the worker, which ends at its `last` step to the outside: what it waits for then never comes. */
function live(last = Infinity): { sweeps: Sweeps; steps: () => number; idle: () => Promise<void> } {
  let steps = 0;
  let resting = 0;
  const outside = async <T>(work: () => T): Promise<T> => {
    steps++;
    if (steps > last) await new Promise(() => undefined);
    await Promise.resolve();
    const done = work();
    // The worker may also die when it was done, and before it hears of it.
    steps++;
    if (steps > last) await new Promise(() => undefined);
    return done;
  };
  const moderation = createModeration({
    platform: {
      user: (login) =>
        outside(() => {
          if (!met.some((logins) => logins.includes(login))) alone.push(login);
          return { id: idOf(login), login, name: login };
        }),
      moderatedChannel: (login) => outside(() => ({ id: login, login, name: login })),
      moderates: () => Promise.resolve(false),
      carryOut: async ({ action }, _by, beforeSending) => {
        await beforeSending();
        await outside(() => {
          sent.push(action);
          times.push(now);
          const refusal = refusals.get(action.target.login);
          if (refusal) throw new FailureError(refusal);
          if (action.kind === 'unbar') barred.delete(action.target.login);
          else barred.add(action.target.login);
        });
      },
      tookEffect: ({ action }) =>
        outside(() => barred.has(action.target.login) === (action.kind !== 'unbar')),
    },
    book: {
      entry: (id) => outside(() => entries.get(id)),
      newest: () => outside(() => []),
      window: () => outside(() => ({ entries: [] })),
      facts: () => outside(() => ({ count: 0, channels: [] })),
      about: () => outside(() => []),
      pending: () => outside(() => [...pending.values()]),
      note: (order, entry) =>
        outside(() => {
          pending.set(order.id, order);
          if (entry) entries.set(entry.id, entry);
        }),
      settle: (id, entry) =>
        outside(() => {
          pending.delete(id);
          if (entry) entries.set(entry.id, entry);
        }),
    },
    acting: () => outside(() => mod),
    chosen: () => outside(() => mod),
    account: () => outside(() => mod),
    now: () => now,
    changed: () => Promise.resolve(),
  });
  const hand = { act: moderation.act, undo: moderation.undo, paceMs: 1_000 };
  const meet = (_channel: string, logins: readonly string[]) =>
    outside(() => {
      met.push([...logins]);
    });
  return {
    sweeps: createSweeps({
      hands: { twitch: { ...hand, meet }, chzzk: hand },
      book: {
        all: () => outside(() => [...sweeps.values()].toSorted((one, other) => one.at - other.at)),
        update: (id, change) =>
          outside(() => {
            const next = change(sweeps.get(id));
            if (next) sweeps.set(id, next);
            return sweeps.get(id);
          }),
        remove: (id) => outside(() => void sweeps.delete(id)),
      },
      quotes: {
        add: (all) =>
          outside(() => {
            for (const [id, words] of Object.entries(all)) quotes.set(id, words);
          }),
        of: (id) => outside(() => quotes.get(id)),
        forget: (ids) =>
          outside(() => {
            for (const id of ids) quotes.delete(id);
          }),
      },
      alarm: {
        set: () =>
          outside(() => {
            alarmIsSet = true;
          }),
        clear: () =>
          outside(() => {
            alarmIsSet = false;
          }),
      },
      now: () => now,
      sleep: async (ms) => {
        resting++;
        now += ms;
        await outside(() => undefined);
      },
    }),
    steps: () => steps,
    /** Until it has nothing more to do, or waits for what never comes. */
    idle: async () => {
      for (let before = -1; before !== steps + resting;) {
        before = steps + resting;
        for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      }
    },
  };
}

const states = (): readonly string[] => sweeps.get('sweep')?.items.map(({ state }) => state) ?? [];
const logged = (): readonly (string | undefined)[] =>
  [...entries.values()].filter(isDone).map(({ sweep }) => sweep);

describe('a sweep', () => {
  it('does one after the other, at the platform’s pace, and all of it is in the log under its name', async () => {
    const life = live();
    await life.sweeps.start(wish());
    await life.idle();
    expect(sent.map(({ target }) => target.login)).toEqual(people);
    expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 1_000, 2_000, 3_000]);
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
    expect(logged()).toEqual(['sweep', 'sweep', 'sweep', 'sweep']);
    expect(alarmIsSet).toBe(false);
    expect(await life.sweeps.read('chzzk', 'stage')).toMatchObject({
      total: 4,
      done: 4,
      left: 0,
      undoable: 4,
    });
    expect(await life.sweeps.read('chzzk', 'elsewhere')).toBeUndefined();
    expect(await life.sweeps.read('twitch', 'stage')).toBeUndefined();
  });

  it('is one, however often it is asked for', async () => {
    const life = live();
    await Promise.all([life.sweeps.start(wish()), life.sweeps.start(wish())]);
    await life.idle();
    const next = live();
    await next.sweeps.start(wish());
    await next.idle();
    expect(sent).toHaveLength(4);
  });

  it('begins what is asked for at any moment of a look that finds nothing', async () => {
    for (let turns = 0; turns < 40; turns++) {
      sweeps.clear();
      entries.clear();
      const life = live();
      const looked = life.sweeps.resume();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      await life.sweeps.start(wish());
      await looked;
      await life.idle();
      expect(states(), `after ${turns}`).toEqual(['done', 'done', 'done', 'done']);
    }
  });

  it('does each once, wherever the worker dies, and all of them in the end', async () => {
    const whole = live();
    await whole.sweeps.start(wish());
    await whole.idle();
    const all = whole.steps();
    expect(all).toBeGreaterThan(50);
    for (let last = 1; last <= all; last++) {
      entries.clear();
      pending.clear();
      sweeps.clear();
      barred.clear();
      sent = [];
      const dying = live(last);
      void dying.sweeps.start(wish());
      await dying.idle();
      const next = live();
      // The page asks again until it is answered, and the alarm wakes.
      await next.sweeps.start(wish());
      await next.sweeps.resume();
      await next.idle();
      expect(states(), `died at ${last}`).toEqual(['done', 'done', 'done', 'done']);
      expect(
        sent.map(({ target }) => target.login),
        `died at ${last}`,
      ).toEqual(people);
      expect(logged(), `died at ${last}`).toEqual(['sweep', 'sweep', 'sweep', 'sweep']);
      expect([...pending], `died at ${last}`).toEqual([]);
      expect(alarmIsSet).toBe(false);
    }
  });

  it('is taken back as a whole, once each, wherever the worker dies', async () => {
    const before = live();
    await before.sweeps.start(wish());
    await before.idle();
    const done = { entries: new Map(entries), sweeps: new Map(sweeps), barred: new Set(barred) };
    const whole = live();
    await whole.sweeps.change('sweep', 'undo');
    await whole.idle();
    expect(states()).toEqual(['undone', 'undone', 'undone', 'undone']);
    expect([...barred]).toEqual([]);
    const all = whole.steps();
    for (let last = 1; last <= all; last++) {
      entries = new Map(done.entries);
      sweeps = new Map(done.sweeps);
      barred = new Set(done.barred);
      pending.clear();
      sent = [];
      const dying = live(last);
      void dying.sweeps.change('sweep', 'undo');
      await dying.idle();
      const next = live();
      await next.sweeps.change('sweep', 'undo');
      await next.sweeps.resume();
      await next.idle();
      expect(states(), `died at ${last}`).toEqual(['undone', 'undone', 'undone', 'undone']);
      expect(
        sent.map(({ target }) => target.login),
        `died at ${last}`,
      ).toEqual(people);
      expect([...entries.values()].every(({ undoneAt }) => undoneAt !== undefined)).toBe(true);
    }
  });

  it('takes back what was under way when it was told to, wherever the worker dies', async () => {
    for (let last = 1; last < 200; last++) {
      entries.clear();
      pending.clear();
      sweeps.clear();
      barred.clear();
      alarmIsSet = false;
      const life = live(last);
      void life.sweeps.start(wish());
      await life.idle();
      const [one] = sweeps.get('sweep')?.items ?? [];
      // Before that there is nothing to take back.
      if (one?.state !== 'done') continue;
      const next = live();
      await next.sweeps.change('sweep', 'stop');
      await next.sweeps.change('sweep', 'undo');
      await next.sweeps.resume();
      await next.idle();
      expect([...barred], `died at ${last}`).toEqual([]);
      expect(await next.sweeps.read('chzzk', 'stage'), `died at ${last}`).toMatchObject({
        left: 0,
        failed: 0,
      });
    }
  });

  it('takes back what is under way when it is told to', async () => {
    for (let turns = 0; turns < 200; turns++) {
      sweeps.clear();
      entries.clear();
      barred.clear();
      const life = live();
      await life.sweeps.start(wish());
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      const stopped = await life.sweeps.change('sweep', 'stop');
      if (!stopped?.undoable) await life.sweeps.change('sweep', 'close');
      else await life.sweeps.change('sweep', 'undo');
      await life.idle();
      if (!stopped?.undoable) continue;
      expect([...barred], `after ${turns}`).toEqual([]);
      expect(sweeps.get('sweep')?.items, `after ${turns}`).toHaveLength(4);
      expect(await life.sweeps.read('chzzk', 'stage'), `after ${turns}`).toMatchObject({
        left: 0,
        failed: 0,
      });
    }
  });

  it('is woken again where a step fails that must not', async () => {
    const life = live();
    await life.sweeps.start(wish());
    sweeps.set = () => {
      throw new Error('the disk is full');
    };
    await life.idle();
    Reflect.deleteProperty(sweeps, 'set');
    expect(alarmIsSet).toBe(true);
    await life.sweeps.resume();
    await life.idle();
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
    expect(alarmIsSet).toBe(false);
  });

  it('stops when it is told to, in any life, and goes on when it is told to', async () => {
    const dying = live();
    const news: SweepNews = await dying.sweeps.start(wish());
    await dying.sweeps.change(news.id, 'stop');
    await dying.idle();
    expect(sent.length).toBeLessThan(2);
    const next = live();
    await next.sweeps.resume();
    await next.idle();
    expect(sent.length).toBeLessThan(2);
    await next.sweeps.change('sweep', 'goOn');
    await next.idle();
    expect(sent.map(({ target }) => target.login)).toEqual(people);
  });

  it('looks up together who is left, once in a life, where the platform can', async () => {
    const life = live();
    await life.sweeps.start(wish({ platform: 'twitch', kind: 'timeout' }));
    await life.idle();
    expect([met, alone]).toEqual([[people], []]);
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
    const next = live();
    await next.sweeps.change('sweep', 'undo');
    await next.idle();
    expect([met, alone]).toEqual([[people, people], []]);
    expect(states()).toEqual(['undone', 'undone', 'undone', 'undone']);
  });

  it('hears that it is stopped while they are looked up', async () => {
    const life = live();
    const { id } = await life.sweeps.start(wish({ platform: 'twitch', kind: 'timeout' }));
    for (let turn = 0; turn < 200 && met.length === 0; turn++) await Promise.resolve();
    expect(met).toHaveLength(1);
    await life.sweeps.change(id, 'stop');
    await life.idle();
    expect(sent).toEqual([]);
  });

  it('says what failed and why, goes on with the rest, and tries that again', async () => {
    refusals.set('two', { code: 'platform-refused', status: 400, message: 'no' });
    const life = live();
    await life.sweeps.start(wish());
    await life.idle();
    expect(states()).toEqual(['done', 'failed', 'done', 'done']);
    expect(await life.sweeps.read('chzzk', 'stage')).toMatchObject({
      failed: 1,
      failures: [{ name: 'two', failure: { code: 'platform-refused', message: 'no' } }],
    });
    refusals.clear();
    await life.sweeps.change('sweep', 'retry');
    await life.idle();
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
    expect(sent.map(({ target }) => target.login)).toEqual([...people, 'two']);
  });

  it('stops by itself at what concerns all of them, and says so', async () => {
    refusals.set('two', { code: 'chzzk-no-role' });
    const life = live();
    await life.sweeps.start(wish());
    await life.idle();
    expect(states()).toEqual(['done', 'waiting', 'waiting', 'waiting']);
    expect(await life.sweeps.read('chzzk', 'stage')).toMatchObject({
      isStopped: true,
      why: { code: 'chzzk-no-role' },
      left: 3,
    });
    refusals.clear();
    await life.sweeps.change('sweep', 'goOn');
    await life.idle();
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
  });

  it('waits where the platform says that it is too fast, and sends the same again', async () => {
    const life = live();
    refusals.set('two', { code: 'rate-limited', retryAfterMs: 20_000 });
    const start = now;
    void life.sweeps.start(wish());
    for (let turn = 0; turn < 400 && now - start < 20_000; turn++) await Promise.resolve();
    refusals.clear();
    await life.idle();
    expect(states()).toEqual(['done', 'done', 'done', 'done']);
    expect(times.at(-3)).toBeGreaterThanOrEqual(start + 21_000);
  });

  it('does nothing about a message whose words are forgotten', async () => {
    const blind = wish({
      kind: 'blind',
      items: [
        {
          id: 'item-one',
          target: { login: 'one', name: 'one', id: 'id-one' },
          messageId: 'm1',
          quote: 'spam',
        },
        {
          id: 'item-two',
          target: { login: 'two', name: 'two', id: 'id-two' },
          messageId: 'm2',
          quote: 'spam',
        },
      ],
    });
    const life = live();
    await life.sweeps.start(blind);
    quotes.delete('item-two');
    await life.idle();
    expect(states()).toEqual(['done', 'failed']);
    // They are written down nowhere else.
    expect(JSON.stringify([...sweeps.values(), ...entries.values(), ...pending.values()])).not.toContain(
      'spam',
    );
    expect(sent.map(({ quote }) => quote)).toEqual(['spam']);
    await life.sweeps.change('sweep', 'close');
    expect([...quotes]).toEqual([]);
    expect([...sweeps]).toEqual([]);
  });

  it('is forgotten a day later, and what still runs is not', async () => {
    const life = live();
    await life.sweeps.start(wish());
    await life.idle();
    now += 25 * 60 * 60 * 1000;
    await life.sweeps.resume();
    expect([...sweeps]).toEqual([]);
    expect([...entries.values()].filter(isDone)).toHaveLength(4);
  });
});
