import { describe, expect, it } from 'vitest';

import { acceptable } from '../../lib/managing/answers.ts';
import { isRowsList, listFile } from '../../lib/managing/file.ts';
import { sortedRows } from '../../lib/options/sorted-rows.ts';

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
