/** What Twitch answers is checked to its last field: in every answer of the table, each field is spoilt once. */
import { describe, expect, it } from 'vitest';

import { firstDifference } from '../../lib/twitch/helix/check.ts';
import type { Endpoint } from '../../lib/twitch/helix/endpoint.ts';
import { endpoints } from '../../lib/twitch/helix/endpoints.ts';
import type { Spec } from '../../lib/twitch/helix/spec.ts';

/** A good value, with two items in every list. */
function good(spec: Spec): unknown {
  switch (spec.type) {
    case 'string':
      return 'text';
    case 'integer':
      return 7;
    case 'number':
      return 0.5;
    case 'boolean':
      return false;
    case 'date':
      return '2026-11-20T20:00:00Z';
    case 'array':
      return [good(spec.of), good(spec.of)];
    case 'object':
      return Object.fromEntries(Object.entries(spec.fields).map(([name, field]) => [name, good(field)]));
    case 'map':
      return { one: good(spec.of), two: good(spec.of) };
    case 'union':
      return good(spec.of[0] ?? { type: 'boolean' });
  }
}

/** Every place in `value`, deepest first, and what spoils it. */
function* spoilings(spec: Spec, value: unknown, path: string): Generator<[path: string, bad: unknown]> {
  if (spec.type === 'array' && Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* spoilings(spec.of, item, `${path}[${at}]`);
  } else if (spec.type === 'object' || spec.type === 'map') {
    for (const [name, field] of Object.entries(value as object)) {
      const of = spec.type === 'map' ? spec.of : spec.fields[name];
      if (of) yield* spoilings(of, field, path ? `${path}.${name}` : name);
    }
  }
  // No field holds a symbol.
  yield [path, Symbol('bad')];
  if (!spec.nullable) yield [path, null];
  if (spec.type === 'date') yield [path, 'yesterday'];
  if (spec.type === 'date' && !spec.blank) yield [path, ''];
  if (spec.type === 'integer') yield [path, 1.5];
  if (spec.type === 'object') yield [path, []];
}

/** A copy of `value` with `bad` at `path`. */
function spoilt(value: unknown, path: string, bad: unknown): unknown {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop();
  if (last === undefined) return bad;
  const copy = structuredClone(value);
  let place = copy as Record<string, unknown>;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = bad;
  return copy;
}

/** The same, with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [name, turned(field)] as const);
  return Object.fromEntries(entries.reverse());
}

const answers = (Object.values(endpoints) as readonly Endpoint[]).flatMap(({ id, response }) =>
  response === null || response === 'text' ? [] : [[id, response] as const],
);

describe('an answer', () => {
  it.each(answers)('of %s is looked at to its last field', (_, spec) => {
    const answer = good(spec);
    expect(firstDifference(spec, answer)).toBeUndefined();
    for (const [path, bad] of spoilings(spec, answer, '')) {
      expect([bad, firstDifference(spec, spoilt(answer, path, bad))]).toEqual([bad, path]);
    }
  });

  it.each(answers)('of %s may have its keys in any order, and more of them', (_, spec) => {
    const answer = good(spec) as object;
    expect(firstDifference(spec, turned({ ...answer, news: { of: 'tomorrow' } }))).toBeUndefined();
    expect(firstDifference(spec, answer)).toBeUndefined();
    const [path, bad] = [...spoilings(spec, answer, '')][0] ?? ['', undefined];
    expect(firstDifference(spec, turned(spoilt(answer, path, bad)))).toBe(path);
  });

  it('may lack what is optional, and nothing else', () => {
    const spec = {
      type: 'object',
      fields: { name: { type: 'string' }, age: { type: 'integer', optional: true } },
    } as const;
    expect(firstDifference(spec, { name: 'Ada' })).toBeUndefined();
    expect(firstDifference(spec, { name: 'Ada', age: 36 })).toBeUndefined();
    expect(firstDifference(spec, { age: 36 })).toBe('name');
    expect(firstDifference(spec, {})).toBe('name');
    expect(firstDifference(spec, { Name: 'Ada', age: 36 })).toBe('name');
  });
});
