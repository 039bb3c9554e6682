import { existsSync, readFileSync } from 'node:fs';
import type * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';

import { isWrite, type ManageCall, toRequest } from '../../lib/chzzk/manage/call.ts';
import { manageCalls } from '../../lib/chzzk/manage/calls.ts';
import { restrictDays } from '../../lib/chzzk/manage/restrictions.ts';
import { streamingRoles } from '../../lib/chzzk/manage/wish.ts';
import { failureOf } from '../../lib/failure.ts';
import { chzzkOrigins } from '../../lib/policy.ts';
import { channelId, inputOf, rows, targetId } from './chzzk-inputs.ts';

interface ReferenceCall {
  readonly method_in_library?: string;
  readonly name?: string;
  readonly http_method: string;
  readonly url: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const place = new URL('../../../shared/platforms/chzzk/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, place), 'utf8'));
const isMissing = !existsSync(new URL('manage.json', place));

const rowOf = (id: string): ManageCall => {
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};
const namesIn = (schema: z.ZodMiniObject): string[] => Object.keys(schema.shape);

const failing = (row: ManageCall, input: object, id = channelId): unknown => {
  try {
    return toRequest(row, id, input);
  } catch (error) {
    return failureOf(error);
  }
};

describe('the table of CHZZK’s management calls', () => {
  it('names each call once, by its place', () => {
    for (const [group, calls] of Object.entries(manageCalls))
      for (const [name, { id }] of Object.entries<ManageCall>(calls)) expect(id).toBe(`${group}.${name}`);
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s becomes a whole request', (_id, row) => {
    const { url, method, body } = toRequest(row, channelId, inputOf(row));
    expect(chzzkOrigins).toContain(`${new URL(url).origin}/*`);
    expect(url).not.toMatch(/[{}]|%7B|undefined|null/);
    expect([...new URL(url).searchParams.keys()].every((name) => namesIn(row.query).includes(name))).toBe(
      true,
    );
    expect(Object.keys(JSON.parse(body ?? '{}') as object).toSorted()).toEqual(namesIn(row.body).toSorted());
    expect(method === 'GET' ? body : undefined).toBeUndefined();
  });

  it('never removes all words for want of a number', () => {
    expect(failing(rowOf('words.remove'), {})).toMatchObject({
      code: 'bad-input',
      field: 'path.prohibitWordNo',
    });
    expect(failing(rowOf('words.remove'), { path: { prohibitWordNo: '' } })).toMatchObject({
      code: 'bad-input',
    });
    expect(rows.filter(({ danger }) => danger === 'all').map(({ id }) => id)).toEqual(['words.removeAll']);
  });

  it.each([
    ['words.add', { body: { prohibitWord: ' ' } }, 'body.prohibitWord'],
    ['restrictions.add', { body: { targetId, memo: '', restrictDays: 2 } }, 'body.restrictDays'],
    ['restrictions.add', { body: { targetId, memo: '' } }, 'body.restrictDays'],
    ['restrictions.lift', { path: { targetId: '../evil' } }, 'path.targetId'],
    ['roles.add', { body: { targetId, userRoleType: 'STREAMER' } }, 'body.userRoleType'],
    ['people.subscribers', { query: { page: 0, size: 50, sortType: 'RECENT', tier: '' } }, 'query.tier'],
  ] as const)('%s refuses before anything is sent: %o', (id, input, field) => {
    expect(failing(rowOf(id), input)).toMatchObject({ code: 'bad-input', field });
  });

  it('goes to no channel but one with an id of CHZZK’s', () => {
    expect(failing(rowOf('words.list'), {}, '../other')).toMatchObject({
      code: 'bad-input',
      field: 'channelId',
    });
  });

  it('lets what is secret be asked for and not changed', () => {
    const secret = rows.filter(({ danger }) => danger === 'secret');
    expect(secret.map(({ id }) => id)).toEqual(['stream.key', 'stream.keyNow']);
    expect(secret.some(isWrite)).toBe(false);
  });
});

/** What the reference lists among ManageClient's and is no call of its own. */
const withoutCall: readonly string[] = [
  // A look through the list.
  'get_prohbit_word(word)',
  // The same as to lift the restriction.
  'UnrestrictRequest.approve()',
  'is_closed / close()',
];

/** What it lists beside them and nothing here needs, with the reason. A new one is noticed. */
const extrasWithoutCall: Readonly<Record<string, string>> = {
  'alert session url': 'alerts are for overlays in a broadcast',
  'center status': 'says nothing that my-role does not',
  'donation settings': 'money is none of a moderator’s tools',
  'live setting (old, single)': 'the four of now stand in its place',
  'mission donation approve/reject': 'money is none of a moderator’s tools',
  'my status': 'says nothing that my-role does not',
  'news feed': 'what it names happens in the lists themselves',
  'party summary': 'parties have no tools here',
  'role probe used by an extension': 'my-role is asked instead',
  stats: 'figures of the studio’s, which nothing here shows',
};

describe.skipIf(isMissing)('(the reference stands beside this checkout)', () => {
  const { manage_client_methods: methods, extra_endpoints: extras } = (
    isMissing ? { manage_client_methods: [], extra_endpoints: [] } : read('manage.json')
  ) as { manage_client_methods: readonly ReferenceCall[]; extra_endpoints: readonly ReferenceCall[] };
  const all = [...methods, ...extras];
  const nameOf = ({ method_in_library, name }: ReferenceCall): string => method_in_library ?? name ?? '';

  it('has every method of ManageClient', () => {
    const missing = methods.map(nameOf).filter((name) => !rows.some(({ known }) => known === name));
    expect(missing.toSorted()).toEqual(withoutCall.toSorted());
    const approve = methods.find((one) => nameOf(one) === 'UnrestrictRequest.approve()');
    const lift = rowOf('restrictions.lift');
    expect(approve?.http_method).toBe(lift.method);
    expect(approve?.url.replace('userResponse.userIdHash', 'targetId')).toBe(lift.url);
  });

  it('says of everything beside them why it is not there', () => {
    const missing = extras.map(nameOf).filter((name) => !rows.some(({ known }) => known === name));
    expect(missing.toSorted()).toEqual(Object.keys(extrasWithoutCall).toSorted());
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s is a call of the reference', (_id, row) => {
    const reference = all.find((one) => nameOf(one) === row.known);
    if (!reference) throw new Error(`the reference does not know ${row.known}`);
    const { http_method, url, query = {}, body } = reference;
    expect(http_method.split(/[|\s(]/)).toContain(row.method);
    const urls = url
      .split(' ; ')
      .map((one) => (one.startsWith('/') ? `https://api.chzzk.naver.com${one}` : one))
      .flatMap((one) => {
        const choice = /\{([\w|-]+\|[\w|-]+)\}/.exec(one);
        return choice ? (choice[1] ?? '').split('|').map((each) => one.replace(choice[0], each)) : [one];
      });
    expect(urls).toContain(row.url);
    expect(namesIn(row.query).toSorted()).toEqual(Object.keys(query).toSorted());
    const bodies = Object.entries((body ?? {}) as Record<string, unknown>);
    // One of the live settings' four bodies is known, and it stands under its own name.
    const [only] = bodies;
    const fields = only?.[0].includes(' PUT ')
      ? Object.keys(only[1] as object)
      : bodies.map(([name]) => name);
    if (isWrite(row)) expect(namesIn(row.body).toSorted()).toEqual(fields.toSorted());
    else expect(namesIn(row.body)).toEqual([]);
    expect(namesIn(row.path).every((name) => row.url.includes(`{${name}}`))).toBe(true);
  });

  it('knows the terms and the roles of the reference', () => {
    const bodyOf = (known: string): Record<string, string> =>
      all.find((one) => nameOf(one) === known)?.body as Record<string, string>;
    expect(bodyOf(rowOf('restrictions.add').known)['restrictDays']).toContain(
      `${restrictDays.join('|')}|null`,
    );
    expect(bodyOf(rowOf('roles.add').known)['userRoleType']).toBe(streamingRoles.join(' | '));
  });

  it.each([
    ['words.list', 'prohibit_words'],
    ['rule.read', 'chat_rules'],
    ['stream.key', 'streams'],
    ['restrictions.list', 'restrict_users'],
    ['restrictions.list', 'restrict_users_empty'],
    ['requests.list', 'release_requests'],
    ['people.followers', 'followers'],
    ['people.subscribers', 'subscribers'],
    ['people.activity', 'chat_activity_count'],
    ['videos.uploads', 'videos'],
    ['videos.replays', 'videos'],
    ['chat.quieten', 'temporary_restrict'],
  ] as const)('%s takes constructed_manage_%s.json', (id, name) => {
    const { content } = read(`examples/constructed_manage_${name}.json`) as { content: unknown };
    expect(rowOf(id).content.safeParse(content).error).toBeUndefined();
  });

  it.each([
    'restrictions.list',
    'requests.list',
    'people.followers',
    'people.subscribers',
    'videos.uploads',
    'videos.replays',
    'videos.clips',
    'videos.madeClips',
  ])('%s takes what was measured of an empty list: an empty array, or null', (id) => {
    for (const content of [{ data: [] }, { data: null }, null])
      expect(rowOf(id).content.safeParse(content).data).toEqual({ data: [] });
    for (const content of [{}, { rows: [] }])
      expect(rowOf(id).content.safeParse(content).error).toBeDefined();
  });

  it('reads who has a role as the Open API tells it, for want of a better source', () => {
    const { content } = read('examples/openapi_get_channel_managers.json') as { content: unknown };
    expect(rowOf('roles.list').content.safeParse(content).error).toBeUndefined();
  });

  it('reads it as this host speaks of whoever is given one, too', () => {
    const { content } = read('examples/constructed_manage_temporary_restrict.json') as { content: object };
    const found = rowOf('roles.list').content.safeParse({
      data: [{ ...content, userRoleType: streamingRoles[0] }],
    });
    expect(found.data).toMatchObject({ data: [{ userRole: streamingRoles[0] }] });
    expect(rowOf('roles.list').content.safeParse({ data: [{}] }).error).toBeDefined();
  });
});
