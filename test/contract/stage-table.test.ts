/** Holds the stage's Helix table and its words to the reference data. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { endpoints } from '../stage/helix/endpoints/index.ts';
import type { Param } from '../stage/helix/endpoint.ts';
import { exceptions } from '../stage/helix/exceptions.ts';
import {
  missing,
  type ReferenceParameter,
  type ReferenceRow,
  reference,
  referenceRows,
} from './helix-reference.ts';

const types: Readonly<Record<string, Param['type']>> = {
  string: 'text',
  'array<string>': 'texts',
  integer: 'integer',
  'integer:int32': 'integer',
  'integer:int64': 'integer',
  number: 'number',
  boolean: 'boolean',
  'string:date-time': 'time',
  object: 'object',
  'array<object>': 'objects',
  any: 'any',
};

/** Words of the reference that explain a limit instead of stating one. */
const prose = ['note', 'unit', 'pattern'];

function expected(parameter: ReferenceParameter): object {
  const limits = Object.entries(parameter.limits).filter(
    ([name, value]) => !prose.includes(name) && !(typeof value === 'string' && value.includes(' ')),
  );
  return {
    name: parameter.name,
    type: types[parameter.type],
    ...(parameter.required && { required: true }),
    ...Object.fromEntries(limits),
  };
}

/** The reference's wording without its markup. */
function plain(words: string): string {
  return words
    .replaceAll('`', '')
    .replaceAll('**', '')
    .replaceAll(/(?<!\w)[_*](\w+)[_*](?!\w)/g, '$1')
    .replaceAll(/\\_/g, '_');
}

describe.skipIf(missing)('the stage beside the reference', () => {
  const rows = (missing ? [] : referenceRows()) as readonly (ReferenceRow & { readonly success: number })[];

  test('has all endpoints and no other', () => {
    expect(rows).toHaveLength(149);
    expect(endpoints.map((endpoint) => endpoint.id)).toEqual(rows.map((row) => row.id));
  });

  test.each(rows.map((row) => [row.id, row] as const))('%s', (id, row) => {
    const endpoint = endpoints.find((one) => one.id === id);
    expect({
      method: endpoint?.method,
      path: endpoint?.path,
      token: endpoint?.token,
      scopes: endpoint?.scopes,
      own: endpoint?.own ?? null,
      success: endpoint?.success,
      paged: endpoint?.paged ?? false,
      query: endpoint?.query,
      body: endpoint?.body,
    }).toEqual({
      method: row.method,
      path: row.path,
      token: row.token,
      scopes: row.scopes,
      own: row.token_user_must_equal?.replace(/ \(.*/, '') ?? null,
      success: row.success,
      paged: row.pagination,
      query: row.query.map(expected),
      body: row.body.map(expected),
    });
  });

  /** Status and words of every refusal that the reference knows. */
  const documented = new Set(
    (missing ? [] : (reference('helix.json') as { statuses: Record<string, string[]> }[])).flatMap(
      ({ statuses }) =>
        Object.entries(statuses).flatMap(([status, all]) => all.map((words) => `${status} ${plain(words)}`)),
    ),
  );

  /** Refusals for which the reference has no words of its own, each with the reason why the stage needs them. */
  const ours = new Set([
    // Get Clips Download and Send Extension Chat Message state a limit, but no wording of its 429.
    '429 The app exceeded the number of requests that it may make.',
    // The 140 code points of a title come from a newer source than the wordings.
    '400 The length of the string in the title field is too long.',
    // Retired endpoints are documented to answer 410, without words.
    '410 This API is not available.',
    // From the EventSub pages, not from the Helix reference.
    '429 number of websocket transports limit exceeded',
    // A token without a user where one is needed; the frame refuses it before.
    '401 The access token is not valid.',
  ]);

  test('refuses in the words of the reference', () => {
    const folder = new URL('../stage/helix/handlers/', import.meta.url);
    const found = readdirSync(folder).flatMap((file) => {
      const source = readFileSync(new URL(file, folder), 'utf8');
      const literals = source.matchAll(/refuse\(\s*(\d+),\s*(?:'([^'\n]*)'|"([^"\n]*)")/g);
      const users = source.matchAll(/userIn\(\s*'\w+',\s*(?:'([^'\n]*)'|"([^"\n]*)")(?:,\s*(\d+))?/g);
      return [
        ...[...literals].map(([, status, single, double]) => `${status} ${single ?? double}`),
        ...[...users].map(([, single, double, status]) => `${status ?? 400} ${single ?? double}`),
      ];
    });
    const inTable = Object.values(exceptions).flatMap((table) =>
      Object.values(table).flatMap((wording) => (wording === 'let' ? [] : `${wording[0]} ${wording[1]}`)),
    );
    expect(found.length).toBeGreaterThan(100);
    expect([...found, ...inTable].filter((words) => !documented.has(words) && !ours.has(words))).toEqual([]);
  });
});
