import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Doing, Found, Word } from '../../lib/chzzk/manage/wish.ts';
import { type Failure, FailureError } from '../../lib/failure.ts';
import type { Batch, BatchNews, BatchWish } from '../../lib/managing/batch.ts';
import { type Batches, createBatches } from '../../lib/managing/batches.ts';
import { batchBook } from './managing-parts.ts';

/** What outlives the background: what is written down, and CHZZK. */
let book: Map<string, Batch>;
let words: Word[];
/** What CHZZK was asked to do. */
let sent: Doing[];
/** What CHZZK says to one of them, if that is a no; by the word or the id that it is about. */
let refusals: Map<string, Failure>;
let alarmIsSet: boolean;
let now: number;
let told: string[];

beforeEach(() => {
  book = new Map();
  words = [];
  sent = [];
  refusals = new Map();
  alarmIsSet = false;
  now = 1_000_000;
  told = [];
});

const aboutOf = (doing: Doing): string =>
  'word' in doing ? doing.word : 'id' in doing ? (doing.id ?? '') : '';

/** Makes it, at CHZZK. */
function make(doing: Doing): void {
  const failure = refusals.get(aboutOf(doing));
  if (failure) throw new FailureError(failure);
  sent.push(doing);
  if (doing.what === 'add-word') words = [...words, { no: words.length + 1, word: doing.word }];
}

/** A life of the background, which ends at its `last` step to the outside: what it waits for then never comes. */
function live(last = Infinity): { batches: Batches; steps: () => number } {
  let steps = 0;
  const outside = async <T>(work: () => T | Promise<T>): Promise<T> => {
    steps += 1;
    if (steps > last) await new Promise(() => undefined);
    const done = await work();
    // It may also end when something was done, and before it hears of that.
    steps += 1;
    if (steps > last) await new Promise(() => undefined);
    return done;
  };
  const over = batchBook(book);
  const batches = createBatches({
    book: {
      all: () => outside(() => over.all()),
      update: (id, change) => outside(() => over.update(id, change)),
      remove: (id) => outside(() => over.remove(id)),
    },
    act: (_channel, _id, doing) =>
      outside(() => {
        make(doing);
        return doing.what === 'restrict' ? { undoable: true as const } : {};
      }),
    isRepeatable: ({ what }) => what === 'lift' || what === 'restrict',
    read: (_channel, list) =>
      outside((): Found => {
        if (list !== 'words') throw new FailureError({ code: 'offline' });
        return { list, found: words };
      }),
    alarm: {
      set: () => outside(() => void (alarmIsSet = true)),
      clear: () => outside(() => void (alarmIsSet = false)),
    },
    now: () => now,
    sleep: (ms) => outside(() => void (now += ms)),
    told: (channel) => void told.push(channel),
  });
  return { batches, steps: () => steps };
}

const wish = (...doings: readonly Doing[]): BatchWish => ({
  id: 'batch',
  channel: 'c1',
  items: doings.map((doing) => ({ id: `item-${aboutOf(doing)}`, doing, name: `name of ${aboutOf(doing)}` })),
});
const lifts = wish(...['a1', 'a2', 'a3'].map((id): Doing => ({ what: 'lift', id })));
const adds = wish(...['w1', 'w2', 'w3'].map((word): Doing => ({ what: 'add-word', word })));

/** Whether nothing is left to do, and nobody is woken for it. */
const isOver = (): boolean => !alarmIsSet && book.size > 0 && [...book.values()].every((one) => one.isOver);

/** Waits until it is over. */
async function outcome(batches: Batches): Promise<Extract<BatchNews, { stage: 'over' }>> {
  await vi.waitFor(() => expect(isOver()).toBe(true), { interval: 1 });
  const news = await batches.read('c1');
  if (news?.stage !== 'over') throw new Error('it still runs');
  return news;
}

/** Lets a batch run in lives that end at each of their steps, and hands what comes after to `check`. */
async function inMortalLives(whole: BatchWish, check: (batches: Batches) => Promise<void>): Promise<void> {
  for (let last = 1, isWhole = false; !isWhole; last += 1) {
    book.clear();
    sent = [];
    words = [];
    alarmIsSet = false;
    const { batches, steps } = live(last);
    void batches.start(whole);
    await vi.waitFor(() => expect(steps() > last || isOver()).toBe(true), { interval: 1 });
    isWhole = steps() <= last;
    expect(last).toBeLessThan(200);
    // It was not written down: who wished for it asks again.
    if (book.size > 0) await check(live().batches);
    else expect(sent).toEqual([]);
  }
}
const lifted = (): string[] => sent.map(aboutOf);

describe('a batch', () => {
  it('is done one after the other, about one a second, and says how far it is', async () => {
    const { batches } = live();
    const began = now;
    expect(await batches.start(lifts)).toEqual({ stage: 'runs', id: 'batch', what: 'lift', tried: 0, of: 3 });
    expect(await outcome(batches)).toEqual({
      stage: 'over',
      id: 'batch',
      what: 'lift',
      done: 3,
      refused: [],
      left: 0,
      undo: [],
    });
    expect(sent).toEqual([
      { what: 'lift', id: 'a1', name: 'name of a1' },
      { what: 'lift', id: 'a2', name: 'name of a2' },
      { what: 'lift', id: 'a3', name: 'name of a3' },
    ]);
    // Nobody waits after the last.
    expect(now - began).toBe(2_000);
    expect(told).toEqual(['c1', 'c1']);
  });

  it('is one under one id, however often it is asked for', async () => {
    const { batches } = live();
    await Promise.all([batches.start(lifts), batches.start(lifts)]);
    await outcome(batches);
    await batches.start(lifts);
    expect(await outcome(batches)).toMatchObject({ done: 3 });
    expect(lifted()).toEqual(['a1', 'a2', 'a3']);
  });

  it.each([
    { code: 'platform-refused', status: 404, message: '…' },
    { code: 'platform-refused', status: 400, message: '…' },
    { code: 'bad-input', field: 'x', limit: 'y' },
  ] as const)('goes on where one alone is refused: %o', async (failure) => {
    refusals.set('a2', failure);
    const { batches } = live();
    await batches.start(lifts);
    expect(await outcome(batches)).toMatchObject({
      done: 2,
      refused: [{ name: 'name of a2', failure }],
      left: 0,
    });
  });

  it.each([
    { code: 'platform-refused', status: 403, message: '…' },
    { code: 'chzzk-no-role' },
    { code: 'chzzk-logged-out' },
    { code: 'chzzk-no-tab', from: 'site', channelId: 'c1' },
    { code: 'rate-limited', retryAfterMs: 1 },
    { code: 'outcome-unknown' },
    { code: 'offline' },
  ] as const)('stops at the first no that concerns all, and goes on when told: %o', async (failure) => {
    refusals.set('a2', failure);
    const { batches } = live();
    await batches.start(lifts);
    expect(await outcome(batches)).toMatchObject({ done: 1, refused: [], left: 2, failure });
    expect(lifted()).toEqual(['a1']);
    refusals.clear();
    await batches.change('c1', 'batch', 'goOn');
    expect(await outcome(batches)).toMatchObject({ done: 3, left: 0 });
    expect(lifted()).toEqual(['a1', 'a2', 'a3']);
  });

  it('stops when the user says so, and says what is left', async () => {
    const { batches } = live();
    await batches.start(lifts);
    await batches.change('c1', 'batch', 'stop');
    const { done, left } = await outcome(batches);
    expect(done + left).toBe(3);
    expect(left).toBeGreaterThan(0);
    expect(sent).toHaveLength(done);
  });

  it('is changed from its own channel alone', async () => {
    const { batches } = live();
    await batches.start(lifts);
    expect(await batches.read('c2')).toBeUndefined();
    expect(await batches.change('c2', 'batch', 'stop')).toBeUndefined();
    expect(await outcome(batches)).toMatchObject({ done: 3 });
  });

  it('is forgotten when that is wished for, when another begins, and after a day', async () => {
    const { batches } = live();
    await batches.start(lifts);
    await outcome(batches);
    await batches.change('c1', 'batch', 'close');
    expect(await batches.read('c1')).toBeUndefined();
    await batches.start(lifts);
    await outcome(batches);
    await batches.start({ ...adds, id: 'other' });
    expect([...book.keys()]).toEqual(['other']);
    await outcome(batches);
    now += 25 * 60 * 60 * 1000;
    await live().batches.resume();
    expect(book.size).toBe(0);
  });

  it('is no news once it was seen, unless it can be gone on with', async () => {
    refusals.set('a2', { code: 'offline' });
    const { batches } = live();
    await batches.start(lifts);
    await outcome(batches);
    await batches.change('c1', 'batch', 'seen');
    expect(await batches.read('c1')).toMatchObject({ left: 2 });
    refusals.clear();
    await batches.change('c1', 'batch', 'goOn');
    expect(await outcome(batches)).toMatchObject({ done: 3 });
    await batches.change('c1', 'batch', 'seen');
    expect(await batches.read('c1')).toBeUndefined();
    expect(told).toEqual(['c1', 'c1', 'c1', 'c1']);
  });

  it('knows what takes it back', async () => {
    const { batches } = live();
    const restrict = { what: 'restrict', whom: 'owl', days: 1, memo: '' } as const;
    await batches.start({
      id: 'batch',
      channel: 'c1',
      items: [{ id: 'deed', doing: restrict, name: 'owl' }],
    });
    expect(await outcome(batches)).toMatchObject({
      undo: [{ doing: { what: 'take-back', id: 'deed', name: 'owl', of: 'restrict' }, name: 'owl' }],
    });
    await batches.start({ ...adds, id: 'words' });
    expect(await outcome(batches)).toMatchObject({
      undo: [1, 2, 3].map((no) => ({ doing: { what: 'remove-word', no }, name: `name of w${no}` })),
    });
  });

  it('makes each change that can be repeated, wherever a life of the background ends', () =>
    inMortalLives(lifts, async (batches) => {
      await batches.resume();
      expect(await outcome(batches)).toMatchObject({ done: 3, left: 0 });
      expect([...new Set(lifted())]).toEqual(['a1', 'a2', 'a3']);
    }));

  it('never makes one twice that cannot: it asks the list, once the user goes on', () =>
    inMortalLives(adds, async (batches) => {
      await batches.resume();
      const news = await outcome(batches);
      if (news.left > 0) {
        expect(news.failure).toEqual({ code: 'outcome-unknown' });
        await batches.change('c1', 'batch', 'goOn');
      }
      expect(await outcome(batches)).toMatchObject({ done: 3, left: 0, refused: [] });
      expect(words.map(({ word }) => word)).toEqual(['w1', 'w2', 'w3']);
    }));

  it('does not go on with what nobody knows of while the list cannot be read', async () => {
    const rejects = wish({ what: 'reject', no: 7, judgment: '…', id: 'a1' });
    refusals.set('a1', { code: 'outcome-unknown' });
    const { batches } = live();
    await batches.start(rejects);
    expect(await outcome(batches)).toMatchObject({ left: 1, failure: { code: 'outcome-unknown' } });
    refusals.clear();
    await batches.change('c1', 'batch', 'goOn');
    expect(await outcome(batches)).toMatchObject({ left: 1, failure: { code: 'offline' } });
    expect(sent).toEqual([]);
  });
});
