/**
 * Any input, good or bad, is either refused by name or becomes a request that the reference accepts. The inputs are made
 * from the reference and judged by it; our table has no say in either.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../lib/failure.ts';
import { endpoints } from '../../lib/twitch/helix/endpoints.ts';
import type { Endpoint } from '../../lib/twitch/helix/endpoint.ts';
import { buildRequest, type HelixRequest } from '../../lib/twitch/helix/request.ts';
import { missing, referenceRows, type ReferenceParameter, type ReferenceRow } from './helix-reference.ts';

const table: Readonly<Record<string, Endpoint>> = endpoints;

/** Limits of the reference that we are known to see otherwise; `helix-table.test.ts` gives the reasons. */
const wider = [
  'send-whisper message',
  'create-eventsub-subscription type',
  'get-eventsub-subscriptions type',
  'get-eventsub-subscriptions status',
  'send-extension-pubsub-message target',
  'update-user-chat-color color',
];

describe.skipIf(missing)('any input', () => {
  it.each(referenceRows().map((row) => [row.id, row] as const))('of %s', (id, row) => {
    const endpoint = table[id];
    if (!endpoint) throw new Error(`${id} is not in the table`);
    let built = 0;
    fc.assert(
      fc.property(anyInput(row), (input) => {
        const request = attempt(endpoint, input);
        if (typeof request === 'string') {
          const name = request.split(/[.[]/)[0] ?? '';
          expect([...row.query, ...row.body].map((parameter) => parameter.name)).toContain(name);
          return;
        }
        built++;
        expect(objections(row, request)).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(built).toBeGreaterThan(0);
  });
});

/** The request, or the name of the field that was refused. */
function attempt(endpoint: Endpoint, input: Readonly<Record<string, unknown>>): HelixRequest | string {
  try {
    return buildRequest(endpoint, input);
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'bad-input') return error.failure.field;
    throw error;
  }
}

type Parameters = readonly ReferenceParameter[];

/** Mostly the required fields, sometimes others, mostly good values. */
function anyInput(row: ReferenceRow): fc.Arbitrary<Record<string, unknown>> {
  const all = [...row.query, ...row.body];
  return fc.oneof(
    { weight: 3, arbitrary: fields(all, '', 0, true) },
    { weight: 2, arbitrary: fields(all, '', 1, true) },
    { weight: 1, arbitrary: fields(all, '', 2, false) },
  );
}

function fields(
  all: Parameters,
  path: string,
  extra: number,
  good: boolean,
): fc.Arbitrary<Record<string, unknown>> {
  const here = all.filter(({ name }) => name.startsWith(path) && !name.slice(path.length).includes('.'));
  const entries = here.map((parameter) => {
    const name = parameter.name.slice(path.length);
    const value = valueOf(parameter, all, extra, good);
    const absent = fc.constant(undefined);
    const often = parameter.required ? 20 : [1, 3, 3][extra];
    const rarely = parameter.required ? (good ? 0 : 3) : [6, 3, 3][extra];
    return [
      name,
      fc.oneof({ weight: often ?? 1, arbitrary: value }, { weight: rarely ?? 1, arbitrary: absent }),
    ] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

function valueOf(
  parameter: ReferenceParameter,
  all: Parameters,
  extra: number,
  good: boolean,
): fc.Arbitrary<unknown> {
  const likely = likelyValue(parameter, all, extra, good);
  return good ? likely : fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: fc.anything() });
}

function likelyValue(
  parameter: ReferenceParameter,
  all: Parameters,
  extra: number,
  good: boolean,
): fc.Arbitrary<unknown> {
  const { name, type, limits } = parameter;
  const numbers = limits as Partial<Record<string, number>>;
  const words = Array.isArray(limits['enum']) ? (limits['enum'] as unknown[]) : undefined;
  const size = {
    minLength: numbers['minItems'] ?? 1,
    maxLength: Math.min(12, (numbers['maxItems'] ?? 4) + 1),
  };
  if (type === 'array<object>') return fc.array(fields(all, `${name}[].`, extra, good), size);
  if (type === 'object' || type === 'any') {
    const inside = all.some((other) => other.name.startsWith(`${name}.`));
    return inside ? fields(all, `${name}.`, extra, good) : fc.constant({});
  }
  if (words) {
    const word = fc.constantFrom(...words);
    return type === 'array<string>' ? fc.array(word, size) : good ? word : fc.oneof(word, fc.string());
  }
  switch (type) {
    case 'array<string>':
      return fc.array(fc.string({ minLength: good ? 1 : 0, maxLength: 8, unit: 'grapheme-ascii' }), size);
    case 'boolean':
      return fc.boolean();
    case 'string:date-time':
      return fc.oneof(
        fc.date({ noInvalidDate: good, min: new Date(0), max: new Date('2100-01-01') }),
        fc.constantFrom('2026-01-01T00:00:00Z', ...(good ? [] : ['yesterday', '2026-01-01'])),
      );
    case 'number':
    case 'integer':
    case 'integer:int32':
    case 'integer:int64': {
      const { min = 0, max = min + 5_000 } = numbers;
      const edges = good ? [min, max] : [min - 1, min, max, max + 1, min + 0.5];
      return fc.oneof(fc.integer({ min, max }), fc.constantFrom(...edges));
    }
    default: {
      if (name === 'status') return fc.constantFrom('approved', 'denied');
      if (limits['unit']) return fc.constantFrom('30', '1380', ...(good ? [] : ['29', '1381', 'an hour']));
      if (name.endsWith('callback'))
        return fc.constantFrom('https://example.test/hook', 'http://example.test');
      if (name.endsWith('color')) return fc.constantFrom('#00FF00', '#abcdef', ...(good ? [] : ['green']));
      const { minLength = 1, maxLength = 12 } = numbers;
      const unit = good ? 'grapheme-ascii' : 'binary';
      return fc.string({ minLength, maxLength: good ? maxLength : maxLength + 2, unit, size: 'max' });
    }
  }
}

/** What the reference has against a request; nothing, if it is good. */
function objections(row: ReferenceRow, request: HelixRequest): string[] {
  const query = new URL(request.url).searchParams;
  const values = new Map<string, unknown>();
  for (const name of new Set(query.keys())) {
    const type = row.query.find((parameter) => parameter.name === name)?.type ?? '';
    const all = query.getAll(name);
    if (!type.startsWith('array') && all.length > 1) return [`${name} is there twice`];
    values.set(name, type.startsWith('array') ? all : spoken(type, all[0] ?? ''));
  }
  const body: unknown = request.body === undefined ? {} : JSON.parse(request.body);
  return [
    ...(request.method === row.method ? [] : ['method']),
    ...(new URL(request.url).pathname === `/helix${row.path}` ? [] : ['path']),
    ...judgeAll(row.id, row.query, Object.fromEntries(values), ''),
    ...judgeAll(row.id, row.body, body as object, ''),
  ];
}

/** A value of a query as what it stands for. */
function spoken(type: string, text: string): unknown {
  if (type.startsWith('integer') || type === 'number')
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function judgeAll(id: string, all: Parameters, values: object, path: string): string[] {
  const here = all.filter(({ name }) => name.startsWith(path) && !name.slice(path.length).includes('.'));
  const names = new Set(here.map(({ name }) => name.slice(path.length)));
  return [
    ...Object.keys(values)
      .filter((name) => here.length > 0 && !names.has(name))
      .map((name) => `${path}${name} is not known`),
    ...here.flatMap((parameter) => {
      const value = (values as Record<string, unknown>)[parameter.name.slice(path.length)];
      if (value === undefined) return parameter.required ? [`${parameter.name} is required`] : [];
      return judge(id, parameter, value, all);
    }),
  ];
}

function judge(
  id: string,
  { name, type, limits }: ReferenceParameter,
  value: unknown,
  all: Parameters,
): string[] {
  const not = (what: string): string[] => [`${name}: ${JSON.stringify(value)} is not ${what}`];
  if (type === 'object' || type === 'any') {
    return typeof value === 'object' && value !== null
      ? judgeAll(id, all, value, `${name}.`).filter(() =>
          all.some((other) => other.name.startsWith(`${name}.`)),
        )
      : not('an object');
  }
  const numbers = limits as Partial<Record<string, number>>;
  if (type.startsWith('array')) {
    if (!Array.isArray(value)) return not('a list');
    const { minItems = 0, maxItems = Infinity } = numbers;
    if (value.length < minItems || value.length > maxItems) return not(`${minItems} to ${maxItems} items`);
    return value.flatMap((item: unknown) =>
      type === 'array<object>' && typeof item === 'object' && item !== null
        ? judgeAll(id, all, item, `${name}[].`)
        : judgeText(id, name, limits, item),
    );
  }
  if (type === 'boolean') return typeof value === 'boolean' ? [] : not('true or false');
  if (type === 'string:date-time') return Number.isNaN(Date.parse(String(value))) ? not('a date') : [];
  if (type === 'string') {
    if (limits['unit'] === undefined) return judgeText(id, name, limits, value);
    return inRange(numbers, Number(value)) ? [] : not('in range');
  }
  if (typeof value !== 'number' || (type !== 'number' && !Number.isInteger(value))) return not('a number');
  const words = limits['enum'];
  if (Array.isArray(words) && !words.includes(value)) return not('one of the choices');
  return inRange(numbers, value) ? [] : not('in range');
}

function judgeText(id: string, name: string, limits: ReferenceParameter['limits'], value: unknown): string[] {
  if (typeof value !== 'string') return [`${name}: ${JSON.stringify(value)} is not text`];
  if (!value.isWellFormed()) return [`${name} has half a character`];
  if (wider.includes(`${id} ${name}`)) return [];
  const words = limits['enum'];
  if (Array.isArray(words) && !words.includes(value)) return [`${name}: ${value} is not a choice`];
  const {
    minLength = 0,
    maxLength = Infinity,
    itemMaxLength = Infinity,
    maxBytes = Infinity,
  } = limits as Partial<Record<string, number>>;
  const length = Array.from(value).length;
  const fits =
    length >= minLength &&
    length <= Math.min(maxLength, itemMaxLength) &&
    new TextEncoder().encode(value).length <= maxBytes;
  return fits ? [] : [`${name}: a length of ${length}`];
}

function inRange(
  { min = -Infinity, max = Infinity }: Partial<Record<string, number>>,
  value: number,
): boolean {
  return value >= min && value <= max;
}
