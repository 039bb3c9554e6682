import { describe, expect, it, vi } from 'vitest';

import type { Doing } from '../../lib/chzzk/manage/wish.ts';
import { FailureError, type Failure } from '../../lib/failure.ts';
import { acceptable } from '../../lib/managing/answers.ts';
import { type Deed, doSlowly } from '../../lib/managing/bulk.ts';
import { isRowsList, listFile } from '../../lib/managing/file.ts';
import { sortedRows } from '../../lib/options/sorted-rows.ts';

const deeds = ['a1', 'a2', 'a3'].map((id) => ({
  doing: { what: 'lift', id } as const satisfies Doing,
  name: `name of ${id}`,
}));

/** Does all three; what fails by whose id. */
function run(failures: Readonly<Record<string, Failure>> = {}, stopAfter?: string) {
  const stop = new AbortController();
  const act = vi.fn(({ doing }: Deed) => {
    const id = ('id' in doing && doing.id) || '';
    if (id === stopAfter) stop.abort();
    const failure = failures[id];
    return failure ? Promise.reject(new FailureError(failure)) : Promise.resolve(undefined);
  });
  const wait = vi.fn(() => Promise.resolve());
  const tell = vi.fn();
  const outcome = doSlowly(deeds, { act, wait, tell, signal: stop.signal });
  return { outcome, act, wait, tell };
}

describe('many changes', () => {
  it('are made one after the other, with a pause in between', async () => {
    const { outcome, act, wait, tell } = run();
    expect(await outcome).toEqual({ done: deeds, refused: [], left: [] });
    expect(act.mock.calls.map(([deed]) => deed)).toEqual(deeds);
    expect(wait).toHaveBeenCalledTimes(2);
    expect(tell.mock.calls).toEqual([[1], [2], [3]]);
  });

  it.each([
    { code: 'platform-refused', status: 404, message: '…' },
    { code: 'platform-refused', status: 400, message: '…' },
    { code: 'bad-input', field: 'x', limit: 'y' },
  ] as const)('go on where one alone is refused: %o', async (failure) => {
    const { outcome } = run({ a2: failure });
    expect(await outcome).toEqual({
      done: [deeds[0], deeds[2]],
      refused: [{ deed: deeds[1], failure }],
      left: [],
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
  ] as const)('stop at the first no that concerns all: %o', async (failure) => {
    const { outcome, act } = run({ a2: failure });
    expect(await outcome).toEqual({ done: [deeds[0]], refused: [], left: deeds.slice(1), failure });
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('stop when the user says so, and say what is left', async () => {
    const { outcome, act } = run({}, 'a1');
    expect(await outcome).toEqual({ done: [deeds[0]], refused: [], left: deeds.slice(1) });
    expect(act).toHaveBeenCalledOnce();
  });
});

describe('requests that are accepted at once', () => {
  it('are those of people who are still there, each of them once', () => {
    const pleas = [
      { no: 1, id: 'a1', name: 'ann', plea: '' },
      { no: 2, plea: 'from somebody who has left' },
      { no: 3, id: 'a1', name: 'ann', plea: 'again' },
      { no: 4, id: 'a2', plea: '' },
    ];
    expect(acceptable(pleas).map(({ id }) => id)).toEqual(['a1', 'a2']);
  });
});

describe('a list as a file', () => {
  const at = Date.UTC(2026, 6, 1, 3);

  it('is a table for spreadsheets, in which nothing is a formula', () => {
    const rows = [{ id: 'a1', name: '=1+1', memo: 'a, "b"', at }];
    expect(listFile('restrictions', rows, 'csv', at)).toEqual({
      name: 'sidestage-chzzk-restrictions-2026-07-01.csv',
      type: 'text/csv',
      content: 'id,name,at,until,memo,by\r\na1,\'=1+1,2026-07-01T03:00:00.000Z,,"a, ""b""",\r\n',
    });
  });

  it('is JSON, with times that are read everywhere', () => {
    const { content, name } = listFile('followers', [{ id: 'a1', at }, {}], 'json', at);
    expect(name).toBe('sidestage-chzzk-followers-2026-07-01.json');
    expect(JSON.parse(content)).toEqual([{ id: 'a1', at: '2026-07-01T03:00:00.000Z' }, {}]);
  });

  it('is one where there are rows', () => {
    expect(isRowsList('words')).toBe(true);
    expect(isRowsList('rule')).toBe(false);
    expect(isRowsList('settings')).toBe(false);
  });
});

describe('rows in order', () => {
  const rows = [{ by: 'b10' }, {}, { by: 'B2' }, { by: 'a' }];
  const keyOf = ({ by }: { by?: string }) => by;

  it('are sorted as people count, and what has no key comes last', () => {
    expect(sortedRows(rows, keyOf, false)).toEqual([{ by: 'a' }, { by: 'B2' }, { by: 'b10' }, {}]);
    expect(sortedRows(rows, keyOf, true)).toEqual([{ by: 'b10' }, { by: 'B2' }, { by: 'a' }, {}]);
  });

  it('stay as they were where the keys say nothing, and numbers go by their size', () => {
    const numbers = [{ n: 10 }, { n: Infinity }, { n: 9 }];
    expect(sortedRows(numbers, ({ n }) => n, false).map(({ n }) => n)).toEqual([9, 10, Infinity]);
    expect(sortedRows(rows, () => 'same', true)).toEqual(rows);
  });
});
