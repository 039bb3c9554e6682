import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../lib/twitch/helix/endpoint.ts';
import { endpoints } from '../../lib/twitch/helix/endpoints.ts';
import type { Fields, Spec } from '../../lib/twitch/helix/spec.ts';
import {
  missing,
  reference,
  referenceRows,
  type ReferenceParameter,
  type ReferenceRow,
} from './helix-reference.ts';

/** A parameter, ours or the reference's, in words that can be compared. */
interface Parameter {
  readonly type: string;
  readonly required: boolean;
  readonly limits: Readonly<Record<string, unknown>>;
}

/**
 * Where our table says more or other than the reference's parameters, and why. An entry that is no longer a difference
 * fails the test, like one that is not here.
 */
const kept: Readonly<Record<string, string>> = {
  'start-commercial body length min': 'an ad of no length is refused',
  'create-custom-rewards body title minLength': 'its errors say 1 to 45 characters',
  'update-custom-reward body title minLength': 'its errors say 1 to 45 characters',
  'update-custom-reward body max_per_user_per_stream min': 'its errors say at least 1',
  'send-chat-announcement body message minLength': 'its errors say that it must not be empty',
  'send-chat-message body message minLength': 'an empty message is refused',
  'create-clip-from-vod query title minLength': 'its errors say that it is required',
  'create-clip-from-vod query vod_offset min': 'an offset counts from the start of the video',
  'create-conduits body shard_count min':
    'its errors say that the count may be invalid; a conduit has a shard',
  'create-conduits body shard_count max': 'the guide says 20,000 at most',
  'update-conduits body shard_count min': 'as create-conduits',
  'update-conduits body shard_count max': 'as create-conduits',
  'get-conduit-shards query status enum': 'the states that the answer documents; others pass',
  'get-content-classification-labels query locale maxItems': 'one value, so it is not a list here',
  'send-extension-pubsub-message body target enum': 'whisper-<user-id> is a pattern, not a word',
  'send-extension-chat-message body text minLength': 'an empty message is refused',
  'create-eventsub-subscription body type enum': 'also the types that the list of events has; others pass',
  'get-eventsub-subscriptions query type enum': 'also the types that the list of events has; others pass',
  'get-games query name itemMinLength': 'an empty name is no name',
  'get-unban-requests query status enum': 'its description lists them',
  'get-unban-requests query first min': 'a page has an item',
  'get-extension-live-channels query first min': 'a page has an item',
  'resolve-unban-requests query status enum': 'its description lists them',
  'create-poll body title minLength': 'a poll asks something',
  'create-poll body choices[].title minLength': 'a choice says something',
  'create-prediction body title minLength': 'a prediction asks something',
  'create-prediction body outcomes[].title minLength': 'an outcome says something',
  'search-categories query query minLength': 'there is no search for nothing',
  'search-channels query query minLength': 'there is no search for nothing',
  'get-streams query user_login itemMinLength': 'an empty login is no login',
  'get-streams query language itemMinLength': 'an empty language is no language',
  'get-teams query name minLength': 'an empty name is no name',
  'get-users query login itemMinLength': 'an empty login is no login',
  'send-whisper body message maxLength': '10,000 to somebody who whispered before; only Twitch knows whether',
};

const table: Readonly<Record<string, Endpoint>> = endpoints;

describe.skipIf(missing)('the Helix table', () => {
  const rows = referenceRows();

  it('has the 149 endpoints of the reference, and no others', () => {
    expect(rows).toHaveLength(149);
    expect(Object.keys(table).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s', (id, row) => {
    const ours = table[id];
    expect(ours).toBeDefined();
    if (!ours) return;
    expect(summary(ours)).toEqual(expected(row));
    expect(differences(ours, row).filter((difference) => !(difference in kept))).toEqual([]);
  });

  it('differs exactly where we say so', () => {
    const found = rows.flatMap((row) => {
      const ours = table[row.id];
      return ours ? differences(ours, row) : [];
    });
    expect(found.toSorted()).toEqual(Object.keys(kept).toSorted());
  });

  it('knows every scope that it asks for', () => {
    const { scopes } = reference('scopes.json') as { scopes: readonly { scope: string }[] };
    const known = new Set(scopes.map(({ scope }) => scope));
    const asked = Object.values(table).flatMap((row) => [
      ...row.scopes.flat(),
      ...(row.moreWith ?? []),
      ...(row.scopesWith?.scopes.flat() ?? []),
    ]);
    expect(asked.filter((scope) => !known.has(scope))).toEqual([]);
  });

  it.each(rows.filter(({ rate_limit }) => rate_limit && /\d+ ?(?:\w+ )?(?:per|\/)/.test(rate_limit)))(
    'holds the own limit of $id: $rate_limit',
    ({ id, rate_limit = '' }) => {
      const numbers = new Set((table[id]?.limits ?? []).map(({ count, perMs }) => `${count} in ${perMs} ms`));
      for (const limit of ownLimits(rate_limit)) expect(numbers).toContain(limit);
    },
  );

  it('names rules, switches and own limits by fields that exist', () => {
    for (const row of Object.values(table)) {
      const fields = new Set([...Object.keys(row.query), ...Object.keys(row.body)]);
      const named = [
        ...row.rules.flatMap(namesIn),
        ...row.limits.flatMap(({ by }) => by),
        ...(row.self ? [row.self] : []),
        ...(row.scopesWith ? [row.scopesWith.field] : []),
      ];
      expect(
        named.filter((name) => !fields.has(name)),
        row.id,
      ).toEqual([]);
    }
  });

  it('puts no field into both query and body, so that an input can be flat', () => {
    for (const { id, query, body } of Object.values(table)) {
      expect(
        Object.keys(query).filter((name) => name in body),
        id,
      ).toEqual([]);
    }
  });
});

/** What is compared word by word. */
function summary(row: Endpoint): object {
  const { id, name, method, path, category, tokens, scopes, docs, state } = row;
  const self = row.self ?? null;
  const optionalSelf = row.selfIfGiven ?? false;
  const answer = row.response === null || row.response === 'text' ? row.response : 'json';
  const paged = row.page !== undefined;
  return { id, name, method, path, category, tokens, scopes, docs, state, self, optionalSelf, answer, paged };
}

const tokenKinds = {
  user: ['user'],
  app: ['app'],
  either: ['user', 'app'],
  jwt: ['extension-jwt'],
  none: [],
};

function expected(row: ReferenceRow): object {
  const { id, name, method, path, category, scopes, docs, note } = row;
  const [self = null, ...condition] = row.token_user_must_equal?.split(' ') ?? [];
  const answer = row.response === '(no body)' ? null : row.response === 'text/calendar' ? 'text' : 'json';
  return {
    ...{ id, name, method, path, category, scopes, docs, answer, self },
    tokens: tokenKinds[row.token],
    state: note.includes('public beta') ? 'beta' : note.startsWith('deprecated') ? 'retired' : 'live',
    optionalSelf: condition.length > 0,
    paged: row.pagination,
  };
}

/** Every difference between the parameters, as `id place parameter what`. */
function differences(ours: Endpoint, row: ReferenceRow): string[] {
  return (['query', 'body'] as const).flatMap((place) => {
    const here = new Map(flatten(ours[place]));
    const there = new Map(row[place].map((parameter) => [parameter.name, fromReference(parameter)]));
    return [...new Set([...here.keys(), ...there.keys()])].flatMap((name) =>
      compare(here.get(name), there.get(name)).map((what) => `${row.id} ${place} ${name} ${what}`),
    );
  });
}

function compare(ours: Parameter | undefined, theirs: Parameter | undefined): string[] {
  if (!ours) return ['missing'];
  if (!theirs) return ['unknown'];
  const names = new Set([...Object.keys(ours.limits), ...Object.keys(theirs.limits)]);
  return [
    ...(ours.type === theirs.type ? [] : ['type']),
    ...(ours.required === theirs.required ? [] : ['required']),
    ...[...names].filter((name) => JSON.stringify(ours.limits[name]) !== JSON.stringify(theirs.limits[name])),
  ];
}

function flatten(fields: Fields, path = ''): [string, Parameter][] {
  return Object.entries(fields).flatMap(([name, spec]) => {
    const required = !spec.optional;
    const here: [string, Parameter] = [path + name, { type: typeOf(spec), required, limits: limitsOf(spec) }];
    const item = spec.type === 'array' ? spec.of : spec;
    if (item.type !== 'object') return [here];
    return [here, ...flatten(item.fields, `${path}${name}${spec.type === 'array' ? '[]' : ''}.`)];
  });
}

function typeOf(spec: Spec): string {
  if (spec.type === 'array') return `array<${typeOf(spec.of)}>`;
  return spec.type === 'map' ? 'object' : spec.type;
}

const limitNames = [
  'min',
  'max',
  'step',
  'minLength',
  'maxLength',
  'maxBytes',
  'minItems',
  'maxItems',
  'default',
];

function limitsOf(spec: Spec): Record<string, unknown> {
  const own: [string, unknown][] = Object.entries(spec)
    .filter(([name]) => limitNames.includes(name))
    .map(([name, value]) => [name, value as unknown]);
  if ('choices' in spec) own.push(['enum', spec.choices.toSorted()]);
  if (spec.type === 'array') {
    for (const [name, value] of Object.entries(limitsOf(spec.of))) {
      own.push([name === 'enum' ? name : `item${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`, value]);
    }
  }
  return Object.fromEntries(own);
}

function fromReference({ type, required, limits }: ReferenceParameter): Parameter {
  const plain = type
    .replace(/:int\d+$/, '')
    .replace('string:date-time', 'date')
    .replace('any', 'object');
  const compared = Object.entries(limits).filter(
    ([name, value]) =>
      (limitNames.includes(name) || name === 'enum' || name === 'itemMaxLength') &&
      // Two defaults are sentences about when they apply.
      !(name === 'default' && String(value).includes(' ')),
  );
  return {
    type: plain,
    required,
    limits: Object.fromEntries(
      compared.map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]),
    ),
  };
}

const units = { s: 1_000, min: 60_000, minute: 60_000, h: 3_600_000 };

/** The limits that a text such as `1 per 2 min; 3/s` gives, as `1 in 120000 ms`: the highest of each period. */
function ownLimits(text: string): string[] {
  const highest = new Map<number, number>();
  for (const found of text.matchAll(/(\d+) ?(?:[a-z]+ )?(?:per|\/) ?(?:(\d+) )?(s|minute|min|h)\b/g)) {
    const [, count = '', times = '1', unit = ''] = found;
    const ms = Number(times) * units[unit as keyof typeof units];
    highest.set(ms, Math.max(highest.get(ms) ?? 0, Number(count)));
  }
  return [...highest].map(([ms, count]) => `${count} in ${ms} ms`);
}

function namesIn(rule: object): string[] {
  return Object.entries(rule).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'rule' || name === 'is') return [];
    return [value].flat(2).filter((part) => typeof part === 'string');
  });
}

describe('the package ts-twitch-api', () => {
  it('knows one endpoint that we do not have, which Twitch has taken away', async () => {
    const types = new URL('index.d.ts', import.meta.resolve('ts-twitch-api'));
    const anchors = (await readFile(types, 'utf8')).matchAll(/docs\/api\/reference#([a-z\d-]+)/g);
    const ids = new Set(Array.from(anchors, ([, id]) => id ?? ''));
    expect(ids.size).toBe(143);
    expect([...ids].filter((id) => !(id in endpoints))).toEqual(['get-hype-train-events']);
  });
});
