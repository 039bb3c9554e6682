import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { curlText, tokenPlaceholder } from '../../lib/explorer/curl.ts';
import { callsAtMost, readCalls, withCall, type PastCall } from '../../lib/explorer/history.ts';
import { cellOf, viewOf } from '../../lib/explorer/table.ts';

describe('an answer', () => {
  it('is a table where it is a list of objects, with every field that any of them has', () => {
    const { tables, facts } = viewOf({
      data: [
        { id: '1', tags: ['a', 'b'] },
        { id: '2', live: true, at: '2026-05-15T20:00:00Z' },
      ],
      total: 7,
      pagination: { cursor: 'abc' },
    });
    expect(tables).toMatchObject([{ name: 'data', columns: ['id', 'tags', 'live', 'at'] }]);
    expect(tables[0]?.rows.map((row) => row.map((cell) => cell?.text))).toEqual([
      ['1', 'a, b', undefined, undefined],
      ['2', undefined, 'true', '2026-05-15T20:00:00Z'],
    ]);
    expect(tables[0]?.rows[1]?.map((cell) => cell?.kind)).toEqual(['text', undefined, 'flag', 'date']);
    expect(facts).toEqual([{ name: 'total', cell: { kind: 'number', text: '7' } }]);
  });

  it('is a list of facts where there is one thing, and its own lists are tables', () => {
    const { facts, tables } = viewOf({
      data: [{ id: 'p', title: 'Lunch?', choices: [{ title: 'soup' }, { title: 'rice' }] }],
    });
    expect(facts.map(({ name, cell }) => `${name}: ${cell.text}`)).toEqual(['id: p', 'title: Lunch?']);
    expect(tables).toMatchObject([{ name: 'choices', columns: ['title'] }]);
  });

  it('shows an empty list as one', () => {
    expect(viewOf({ data: [], pagination: {} }).tables).toEqual([{ name: 'data', columns: [], rows: [] }]);
  });

  it('may be a list of plain values, a text or nothing', () => {
    expect(viewOf({ data: ['a', 'b'] }).tables).toMatchObject([
      { columns: [''], rows: [[{ text: 'a' }], [{ text: 'b' }]] },
    ]);
    expect(viewOf('BEGIN:VCALENDAR')).toEqual({ facts: [], tables: [], text: 'BEGIN:VCALENDAR' });
    expect(viewOf(undefined)).toEqual({ facts: [], tables: [] });
  });

  it('is drawn whatever it is, and every row has a cell for every column', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        for (const { columns, rows } of viewOf({ data: answer }).tables) {
          for (const row of rows) expect(row).toHaveLength(columns.length);
        }
      }),
    );
  });

  it('shortens long cells and keeps the whole', () => {
    const long = 'a'.repeat(118) + '😀'.repeat(10);
    const cell = cellOf(long);
    expect(cell.full).toBe(long);
    expect(cell.text.isWellFormed()).toBe(true);
    expect(cell.text.length).toBeLessThanOrEqual(120);
  });
});

describe('a curl line', () => {
  it('has a place for the token and none of it', () => {
    expect(
      curlText(
        { method: 'POST', url: 'https://api.twitch.tv/helix/polls', body: '{"title":"it\'s"}' },
        'abc',
      ),
    ).toBe(
      [
        "curl -X POST 'https://api.twitch.tv/helix/polls'",
        "-H 'Authorization: Bearer <access token>'",
        "-H 'Client-Id: abc'",
        "-H 'Content-Type: application/json'",
        String.raw`-d '{"title":"it'\''s"}'`,
      ].join(' \\\n  '),
    );
  });

  it('asks for none where the endpoint needs none', () => {
    expect(curlText({ method: 'GET', url: 'https://x.test/' }, undefined)).not.toContain(tokenPlaceholder);
  });

  it('gives a shell the body back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        const line = curlText({ method: 'POST', url: 'https://x.test/', body }, undefined);
        const quoted = line.slice(line.indexOf('-d ') + 3);
        // As a POSIX shell reads it: quoted parts, and escaped quotes between them.
        const read = [...quoted.matchAll(/'([^']*)'|\\'/g)]
          .map(([whole, part]) => part ?? whole.slice(1))
          .join('');
        expect(read).toBe(body);
      }),
    );
  });
});

describe('the history', () => {
  const call = (id: string, input: PastCall['input'] = {}): PastCall => ({
    id,
    endpoint: 'get-users',
    input,
    at: 1,
    outcome: 'ok',
  });

  it('keeps the newest fifty', () => {
    let calls: readonly PastCall[] = [];
    for (let index = 0; index < 60; index++) calls = withCall(calls, call(String(index)));
    expect(calls).toHaveLength(callsAtMost);
    expect(calls[0]?.id).toBe('59');
  });

  it('writes no secret down, however deep it lies', () => {
    const input = {
      type: 'x',
      transport: { method: 'webhook', secret: 'hush hush hush' },
      list: [{ jwt: 'e' }],
    };
    expect(withCall([], call('1', input))[0]?.input).toEqual({
      type: 'x',
      transport: { method: 'webhook' },
      list: [{}],
    });
  });

  it('survives whatever stands in the storage', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(Array.isArray(readCalls(stored))).toBe(true);
      }),
    );
    expect(readCalls(JSON.stringify([call('1'), { id: 2 }, null]))).toEqual([call('1')]);
    expect(readCalls(null)).toEqual([]);
  });
});
