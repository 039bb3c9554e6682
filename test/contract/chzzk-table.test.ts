import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { ask } from '../../lib/chzzk/ask.ts';
import { type PublicCall, publicCalls } from '../../lib/chzzk/public.ts';
import { chzzkOrigins } from '../../lib/policy.ts';

interface ReferenceCall {
  readonly id: string;
  readonly http_method: string;
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly auth: string;
  readonly notes: readonly string[];
}

const place = new URL('../../../shared/platforms/chzzk/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, place), 'utf8'));
const isMissing = !existsSync(new URL('public.json', place));
const rows: readonly PublicCall[] = Object.values(publicCalls);

/** What the reference lists and nothing here shows, with the reason. */
const without: Readonly<Record<string, string>> = {
  lives: 'all streams at once: Discover begins with categories',
  'category-info': 'the list of categories says as much',
  'channel-data': 'links and history of a channel',
  'channel-chat-rules': 'managers read the rule by the call with which it is written',
  'my-info': 'what one may do in a channel, my-role says',
  'following-videos': 'videos of whom one follows',
  follow: 'a change that nobody can press here',
  'follow-notification': 'likewise',
  'search-videos': 'videos by their titles',
  'search-autocomplete': 'names without ids, which lead nowhere',
  'search-tags': 'tags',
  'private-blocks-all': 'whom the user does not want to see, in their own account',
  'private-blocks': 'likewise',
  'private-block-one': 'likewise',
  'clip-detail': 'a single clip opens on CHZZK',
  'video-chats': 'the chat beside a replay is read from the page',
  'emoji-packs': 'emotes',
  'donation-rank-weekly': 'donations',
  'donation-settings': 'donations',
  missions: 'donations',
  'log-power': 'CHZZK’s points',
  'log-power-rank': 'CHZZK’s points',
  'log-power-balances': 'CHZZK’s points',
  'subscribed-channels': 'the user’s own subscriptions',
  'subscription-tiers': 'what a subscription costs',
  'nickname-colors': 'colours, which the page draws',
  'personal-session-url': 'a secret, for a socket of the Open API’s kind',
  'notifications-new': 'CHZZK’s own notifications',
  'topics-home': 'CHZZK’s front page',
};

/** Bodies of calls that nothing here makes. Those of the Open API are left out altogether but for one that serves as a source. */
const unreadExamples: readonly string[] = [
  'constructed_manage_news_feeds.json',
  'public_channel_data.json',
  'public_clip_detail.json',
  'public_my_info_viewer.json',
  'public_search_autocomplete.json',
  // What a client says: ours has words of its own, and writes nothing.
  'ws_connect_v3_full.json',
  'ws_send_chat.json',
  // A part of a message; whole ones are read.
  'ws_profile_with_badges.json',
];

/** What is sent for a call, with something for each of its parameters. */
async function sentFor(row: PublicCall): Promise<{ readonly url: URL; readonly init: RequestInit }> {
  const requests: { readonly url: URL; readonly init: RequestInit }[] = [];
  // Among all rows, none of them says any more which of its parameters is a number.
  const query = Object.fromEntries(
    Object.entries(row.query).map(([name, kind]) => [name, kind === 'number' ? 7 : 'x y']),
  ) as Readonly<Record<string, string>>;
  const path = Object.fromEntries(
    [...row.url.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `${name}/1`]),
  );
  await ask(
    (url, init) => {
      requests.push({ url: new URL(url), init });
      return Promise.resolve(new Response(JSON.stringify({ code: 500 })));
    },
    row,
    query,
    path,
  ).catch(() => undefined);
  const [request] = requests;
  if (!request) throw new Error(`${row.id} sent nothing`);
  return request;
}

describe('the table of CHZZK’s calls', () => {
  it.each(rows.map((row) => [row.id, row] as const))(
    '%s sends what it says, with everything in its place',
    async (_id, row) => {
      const { url, init } = await sentFor(row);
      const [origin, ...parts] = row.url.replace('https://', '').split('/');
      expect(url.host).toBe(origin);
      expect(url.pathname.slice(1).split('/')).toEqual(
        parts.map((part) => part.replace(/\{(\w+)\}/g, '$1%2F1')),
      );
      expect(Object.fromEntries(url.searchParams)).toEqual(
        Object.fromEntries(
          Object.entries(row.query).map(([name, kind]) => [name, kind === 'number' ? '7' : 'x y']),
        ),
      );
      expect(init.method ?? 'GET').toBe(row.method);
      expect(init.body).toBeUndefined();
      expect(init.credentials).toBe(row.asNobody === true ? 'omit' : 'include');
    },
  );

  it('asks no host that the user was not asked about', () => {
    for (const { url, elsewhere = url } of rows) {
      for (const address of [url, elsewhere]) expect(chzzkOrigins).toContain(`${new URL(address).origin}/*`);
    }
  });
});

describe.skipIf(isMissing)('the table of CHZZK’s calls (the reference stands beside this checkout)', () => {
  const { endpoints } = (isMissing ? { endpoints: [] } : read('public.json')) as {
    endpoints: readonly ReferenceCall[];
  };

  it.each(rows.map((row) => [row.id, row] as const))('%s is a call of the reference', (id, row) => {
    const reference = endpoints.find((one) => one.id === id);
    expect(reference).toMatchObject({ http_method: row.method, url: row.url });
    expect(row.login).toBe(reference?.auth === 'login');
    const names = Object.keys(reference?.query ?? {});
    expect(Object.keys(row.query)).toEqual(names);
    for (const [name, kind] of Object.entries(row.query))
      expect(/^int\b/.test(reference?.query[name] ?? '')).toBe(kind === 'number');
    if (row.elsewhere !== undefined)
      expect(reference?.notes.join('\n')).toContain(`GET ${new URL(row.elsewhere).pathname}`);
  });

  it('has every call of the reference, or a reason not to', () => {
    const known = endpoints.map(({ id }) => id);
    expect([...rows.map(({ id }) => id), ...Object.keys(without)].toSorted()).toEqual(known.toSorted());
  });

  it.each([
    ['userStatus', 'constructed_user_status_logged_in.json'],
    ['userStatus', 'constructed_user_status_logged_out.json'],
    ['channel', 'public_channel_unknown.json'],
    ['liveStatus', 'public_live_status_open.json'],
    ['chatAccessToken', 'chat_access_token.json'],
    ['followings', 'constructed_followings.json'],
    ['followingsLive', 'constructed_followings.json'],
  ] as const)('%s takes %s', (name, example) => {
    const { content } = read(`examples/${example}`) as { content: unknown };
    expect(publicCalls[name].content.safeParse(content).error).toBeUndefined();
  });

  it('hears a “not found” as CHZZK says it', async () => {
    const answer = read('examples/public_not_found.json');
    const asked = ask(
      () => Promise.resolve(new Response(JSON.stringify(answer), { status: 404 })),
      publicCalls.userStatus,
      {},
    );
    await expect(asked).rejects.toMatchObject({ failure: { code: 'platform-refused', status: 404 } });
  });

  it('leaves no example unread but those of calls that nobody makes', () => {
    const tests = readdirSync(new URL('.', import.meta.url))
      .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
      .join('\n');
    // Those of the management calls are named by what comes after.
    const wordFor = (name: string): string => name.replace(/\.json$/, '').replace(/^constructed_manage_/, '');
    const examples = readdirSync(new URL('examples/', place)).filter((name) => name.endsWith('.json'));
    expect(examples).toEqual(expect.arrayContaining([...unreadExamples]));
    const unread = examples
      .filter((name) => !name.startsWith('openapi_') && !unreadExamples.includes(name))
      .filter((name) => !tests.includes(wordFor(name)));
    expect(unread).toEqual([]);
  });
});
