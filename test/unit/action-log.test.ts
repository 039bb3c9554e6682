import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import type { LogEntry } from '../../lib/moderation/action.ts';
import {
  canUndo,
  isWhole,
  type LogFilter,
  matcher,
  placeOf,
  resultOf,
  tallyDays,
  whyText,
  wholeLog,
} from '../../lib/options/action-log.ts';
import { logForms } from '../../lib/options/log-file.ts';
import { createLogView, type LogState } from '../../lib/options/log-view.ts';
import { createConnection } from '../../lib/store/database.ts';
import { createOrderBook } from '../../lib/store/order-book.ts';
import { createPeopleBook } from '../../lib/store/people-book.ts';
import { createRecords } from '../../lib/store/records.ts';
import { loggedAction } from './logged-action.ts';

const entry = (change: Partial<LogEntry['action']> = {}, rest: Partial<LogEntry> = {}): LogEntry => ({
  ...loggedAction(change),
  ...rest,
});
const refused = entry(
  {},
  { result: { state: 'failed', failure: { code: 'platform-refused', status: 400, message: 'No way, =x' } } },
);
const lost = entry({}, { result: { state: 'unknown' } });

describe('an entry', () => {
  it('says what became of it, and why it failed in the words of the platform', () => {
    expect([entry(), entry({}, { undoneAt: 2 }), refused, lost].map(resultOf)).toEqual([
      'done',
      'undone',
      'failed',
      'unknown',
    ]);
    expect([refused, lost].map(whyText)).toEqual(['No way, =x', '']);
    expect(whyText(entry({}, { result: { state: 'failed' } }))).toBe('logNotArrived');
  });

  it('of a failure that this version does not know says so, and does not break', () => {
    const failure = { code: 'from-the-future' } as never;
    expect(whyText(entry({}, { result: { state: 'failed', failure } }))).toBe('failureInternalTitle');
  });

  it('can be undone until its time is over, once, and only if it was done', () => {
    expect(canUndo(entry({}, { undoUntil: 2_000 }), 1_999)).toBe(true);
    expect(canUndo(entry({}, { undoUntil: 2_000 }), 2_000)).toBe(false);
    expect(canUndo(entry({}, { undoUntil: 2_000, undoneAt: 1_500 }), 1_600)).toBe(false);
    expect(canUndo(entry(), 1_000)).toBe(false);
    expect(canUndo({ ...lost, undoUntil: 2_000 }, 1_000)).toBe(false);
  });
});

describe('a filter', () => {
  const fits = (filter: Partial<LogFilter>, log: readonly LogEntry[]): readonly LogEntry[] =>
    log.filter(matcher({ ...wholeLog, ...filter }));

  it('looks for every word, in names, channels, reasons, what was said, and why it failed', () => {
    const log = [
      entry({ reason: 'spam links' }),
      entry({ channel: 'other', kind: 'say', text: 'no ads' }),
      refused,
    ];
    expect(fits({ words: 'NOISY spam' }, log)).toEqual([log[0]]);
    expect(fits({ words: 'other ads' }, log)).toEqual([log[1]]);
    expect(fits({ words: 'no way' }, log)).toEqual([refused]);
    expect(fits({ words: ' ' }, log)).toEqual(log);
    expect(fits({ words: 'zebra' }, log)).toEqual([]);
  });

  it('looks for a result, an action, a channel, a person: what fits all of them', () => {
    const here = { platform: 'twitch', channel: 'mainstage' } as const;
    const ban = entry({ kind: 'ban', channel: 'other' });
    const log = [entry(), ban, refused, lost];
    expect(fits({ result: 'failed' }, log)).toEqual([refused]);
    expect(fits({ kind: 'ban' }, log)).toEqual([ban]);
    expect(fits({ channel: here, result: 'done' }, log)).toEqual([entry()]);
    expect(fits({ whom: { platform: 'chzzk', login: 'noisy' } }, log)).toEqual([]);
    expect(isWhole(wholeLog)).toBe(true);
    expect(isWhole({ ...wholeLog, kind: 'ban' })).toBe(false);
  });

  it('knows the smallest part of the log to look through', () => {
    const channel = { platform: 'twitch', channel: 'c' } as const;
    const whom = { platform: 'twitch', login: 'x' } as const;
    expect(placeOf({ ...wholeLog, channel, whom })).toEqual(whom);
    expect(placeOf({ ...wholeLog, channel, result: 'unknown' })).toEqual({ state: 'unknown' });
    expect(placeOf({ ...wholeLog, channel, result: 'undone' })).toEqual(channel);
    expect(placeOf(wholeLog)).toBeUndefined();
  });
});

describe('what was done each day', () => {
  it('is counted by the calendar of the user, days without anything included, and what failed not', () => {
    const at = (day: number, hour: number): LogEntry =>
      entry({}, { at: new Date(2026, 2, day, hour).getTime() });
    const tally = tallyDays(new Date(2026, 2, 30, 12).getTime(), 3);
    [at(30, 0), at(30, 11), { ...at(30, 11), result: lost.result }, at(28, 23), at(1, 5)].forEach((one) =>
      tally.add(one as LogEntry),
    );
    expect(tally.counts().map(({ count }) => count)).toEqual([1, 0, 2]);
    expect(new Date(tally.since).getDate()).toBe(28);
  });
});

describe('a file of the log', () => {
  it('is CSV that no spreadsheet runs, with what became of it', () => {
    const { head, rows } = logForms.csv;
    const file = head + rows([entry({ reason: '=HYPERLINK("x"), really' }), refused], true);
    expect(file.split('\r\n')).toEqual([
      'at,platform,channel,channelName,kind,seconds,target,targetName,targetId,text,reason,by,result,failure,words,undoneAt',
      `1970-01-01T00:00:01.000Z,twitch,mainstage,,timeout,600,noisy,Noisy,20,,"'=HYPERLINK(""x""), really",mod,done,,,`,
      '1970-01-01T00:00:01.000Z,twitch,mainstage,,timeout,600,noisy,Noisy,20,,,mod,failed,platform-refused,"No way, =x",',
      '',
    ]);
  });

  it('is JSON of the entries as they are, in however many parts', () => {
    const { head, rows, foot } = logForms.json;
    const file = head + rows([entry(), refused], true) + rows([lost], false) + foot;
    expect(JSON.parse(file)).toEqual([entry(), refused, lost]);
    expect(JSON.parse(head + foot)).toEqual([]);
  });
});

describe('a long log', () => {
  const count = 345;
  /** Three of a moment each; every 20th failed, every tenth about somebody else. */
  const all = Array.from({ length: count }, (_, number) =>
    entry(
      {
        channel: number % 2 === 0 ? 'even' : 'odd',
        target:
          number % 10 === 0
            ? { login: 'tenth', name: 'Tenth', id: '30' }
            : { login: 'noisy', name: 'Noisy', id: '20' },
      },
      {
        id: `e${number}`,
        at: 10 + Math.floor(number / 3),
        ...(number % 20 === 7 && { result: { state: 'failed' } }),
      },
    ),
  );
  const connection = createConnection();
  const records = createRecords({ connection });
  const book = createOrderBook(records, connection);
  let shown: LogState;
  const save = vi.fn<(name: string, type: string, parts: readonly string[]) => void>();
  const windows = vi.fn(book.window);
  const view = () =>
    createLogView({
      window: windows,
      facts: book.facts,
      save,
      now: () => Date.UTC(2026, 0, 1),
      show: (state) => (shown = state),
      sizes: { first: 20, next: 100, kept: 100 },
    });

  beforeEach(() => {
    windows.mockClear();
    save.mockClear();
  });

  beforeAll(async () => {
    await connection.use(async (database) => {
      const transaction = database.transaction('actions', 'readwrite');
      for (const one of all) void transaction.store.put(one);
      await transaction.done;
    });
  });

  it('is read window by window, newest first, each entry once', async () => {
    const ids: string[] = [];
    let before: number | undefined;
    do {
      const read = await book.window(undefined, 10, before);
      ids.push(...read.entries.map(({ id }) => id));
      before = read.before;
    } while (before !== undefined);
    expect(new Set(ids).size).toBe(count);
    expect(ids).toHaveLength(count);
    const at = (id: string | undefined): number => all.find((one) => one.id === id)?.at ?? 0;
    expect(at(ids[0])).toBeGreaterThan(at(ids[50]));
  });

  it('has parts that are found by themselves', async () => {
    const failures = await book.window({ state: 'failed' }, 1_000);
    expect(failures.entries).toHaveLength(all.filter(({ result }) => result !== undefined).length);
    expect(failures.before).toBeUndefined();
    const tenth = await book.window({ platform: 'twitch', login: 'tenth' }, 1_000);
    expect(tenth.entries.every(({ action }) => action.target.login === 'tenth')).toBe(true);
    expect(await book.facts()).toEqual({
      count,
      channels: ['even', 'odd'].map((channel) => ({ platform: 'twitch', channel, name: channel })),
    });
  });

  it('is not read further than it is shown, and its length is known all the same', async () => {
    await view().reload();
    expect(shown).toMatchObject({ found: count, isReading: false });
    expect(shown.entries).toHaveLength(100);
    expect(windows).toHaveBeenCalledTimes(2);
  });

  it('is searched to its end, and shows more when asked', async () => {
    const log = view();
    await log.look({ ...wholeLog, words: 'even noisy' });
    const fitting = all.filter(matcher({ ...wholeLog, words: 'even noisy' })).length;
    expect(shown).toMatchObject({ found: fitting, isReading: false });
    expect(shown.entries).toHaveLength(100);
    await log.more();
    expect(shown.entries).toHaveLength(fitting);
  });

  it('shows what is looked for last, however long the other search goes on', async () => {
    const log = view();
    const first = log.look({ ...wholeLog, words: 'noisy' });
    const second = log.look({ ...wholeLog, words: 'tenth', result: 'done' });
    await Promise.all([first, second]);
    expect(shown.entries?.every(({ action }) => action.target.login === 'tenth')).toBe(true);
  });

  it('that is short is narrowed at once, without being read again', async () => {
    const some = all.slice(0, 90).map((one) => ({ ...one, at: one.at + 1_000 }));
    const short = vi.fn(() => Promise.resolve({ entries: some }));
    const log = createLogView({
      window: short,
      facts: () => Promise.resolve({ count: some.length, channels: [] }),
      save,
      now: () => Date.UTC(2026, 0, 1),
      show: (state) => (shown = state),
      sizes: { first: 20, next: 100, kept: 100 },
    });
    await log.reload();
    void log.look({ ...wholeLog, words: 'tenth' });
    expect(shown).toMatchObject({ found: 9, isReading: false });
    void log.look(wholeLog);
    expect(shown.found).toBe(90);
    expect(short).toHaveBeenCalledOnce();
  });

  it('is read again once for all that is new meanwhile', async () => {
    const log = view();
    const reading = log.reload();
    await Promise.all([log.changed(), log.changed(), log.changed()]);
    await reading;
    expect(windows).toHaveBeenCalledTimes(4);
    expect(shown.isReading).toBe(false);
  });

  it('is exported whole, or as far as it fits', async () => {
    const log = view();
    await log.reload();
    await log.export('json');
    const [name, type, parts = []] = save.mock.calls[0] ?? [];
    expect([name, type]).toEqual(['sidestage-log-2026-01-01.json', 'application/json']);
    expect(parts.length).toBeGreaterThan(3);
    expect(JSON.parse(parts.join(''))).toHaveLength(count);
    await log.look({ ...wholeLog, result: 'failed' });
    await log.export('csv');
    expect(save.mock.calls[1]?.[2].join('').split('\r\n')).toHaveLength(shown.found + 2);
  });

  it('says why it cannot be read, and keeps what it shows', async () => {
    const log = view();
    await log.reload();
    windows.mockRejectedValueOnce(new FailureError({ code: 'unreachable', reloaded: false }));
    await log.reload();
    expect(shown).toMatchObject({ failure: { code: 'unreachable' }, isReading: false });
    expect(shown.entries).toHaveLength(100);
  });

  it('tells those who count only of what was done', async () => {
    const people = createPeopleBook(records);
    const done = (await people.inChannel('twitch', 'odd', 5_000)).length;
    expect(done).toBe(all.filter(({ action, result }) => action.channel === 'odd' && !result).length);
    expect(await people.about('twitch', { login: 'noisy', id: '20' }, 10)).toHaveLength(10);
    expect((await book.newest(5_000)).length).toBe(all.filter(({ result }) => !result).length);
    const about = await book.about({ platform: 'twitch', login: 'noisy', id: '20', since: 0 });
    expect(about.every((one) => (one as LogEntry).result === undefined)).toBe(true);
  });

  it('puts damage aside and goes on', async () => {
    await connection.use((database) => database.put('actions', { id: 'bad', at: 99_999 } as never));
    const read = await book.window(undefined, 10);
    expect(read.entries.map(({ id }) => id)).not.toContain('bad');
    expect(await connection.use((database) => database.count('quarantine'))).toBe(1);
  });

  it('has both the order and its entry, or neither', async () => {
    const order = {
      id: 'o',
      action: entry().action,
      channelId: '1',
      targetId: '20',
      accountId: 'twitch:1',
      at: 5,
    };
    await book.note(order, { ...entry(), id: 'o', result: { state: 'started' } });
    expect(await book.pending()).toEqual([order]);
    expect(await book.entry('o')).toMatchObject({ result: { state: 'started' } });
    await expect(book.settle('o', { id: 'o', at: () => 1 } as never)).rejects.toBeDefined();
    expect(await book.pending()).toEqual([order]);
    await book.settle('o', { ...entry(), id: 'o' });
    expect(await book.pending()).toEqual([]);
    expect(await book.entry('o')).not.toHaveProperty('result');
  });
});
