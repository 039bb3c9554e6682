/** The frame through which every call of the stage's Helix goes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, helix, type Reply } from '../stage/ask.ts';
import type { Token } from '../stage/oauth/authority.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import type { User } from '../stage/world/records.ts';
import { clients } from '../stage/world/seed.ts';

let stage: Stage;
let mod: Token;
let main: User;
let viewer: User;

beforeEach(async () => {
  stage = await startStage();
  mod = stage.drive.token('stagehand', [
    'user:read:follows',
    'moderator:manage:banned_users',
    'moderator:manage:chat_messages',
    'moderator:manage:announcements',
    'moderator:manage:shoutouts',
    'moderator:manage:chat_settings',
    'moderator:manage:automod',
    'moderator:manage:unban_requests',
    'moderator:manage:warnings',
    'user:write:chat',
  ]);
  main = stage.world.user('mainstage');
  viewer = stage.world.user('plainviewer');
});

afterEach(() => stage.close());

/** A path with the channel and the moderator in its query. */
function as(path: string, query: Readonly<Record<string, string>> = {}): string {
  const all = { broadcaster_id: main.id, moderator_id: mod.userId ?? '', ...query };
  return `${path}?${new URLSearchParams(all).toString()}`;
}

function broadcaster(...scopes: readonly string[]): Token {
  return stage.drive.token('mainstage', scopes);
}

function rows(reply: Reply): readonly Record<string, unknown>[] {
  return (reply.json as { data: readonly Record<string, unknown>[] }).data;
}

function refused(status: number, error: string, message: string): object {
  return { status, json: { error, status, message } };
}

describe('the frame', () => {
  const users = 'https://api.twitch.tv/helix/users';

  test('wants a token, a good one, and the client that it belongs to', async () => {
    expect(await ask(stage, users)).toMatchObject(
      refused(
        401,
        'Unauthorized',
        'The Authorization header is required and must contain an app access token or user access token.',
      ),
    );
    const bad = { authorization: 'Bearer nonsense', 'client-id': clients.confidential };
    expect(await ask(stage, users, { headers: bad })).toMatchObject(
      refused(401, 'Unauthorized', 'The access token is not valid.'),
    );
    const authorization = `Bearer ${mod.token}`;
    expect(await ask(stage, users, { headers: { authorization } })).toMatchObject(
      refused(401, 'Unauthorized', 'The Client-Id header is required.'),
    );
    expect(
      await ask(stage, users, { headers: { authorization, 'client-id': clients.public } }),
    ).toMatchObject(
      refused(
        401,
        'Unauthorized',
        'The client ID specified in the Client-Id header does not match the client ID specified in the access token.',
      ),
    );
  });

  test('wants the right kind of token', async () => {
    expect(
      await helix(stage, stage.drive.appToken(), 'GET', `/streams/followed?user_id=${viewer.id}`),
    ).toMatchObject(
      refused(
        401,
        'Unauthorized',
        'The Authorization header is required and must contain a user access token.',
      ),
    );
    expect(await helix(stage, mod, 'GET', '/eventsub/conduits')).toMatchObject({ status: 401 });
    expect(await helix(stage, mod, 'GET', '/extensions/jwt/secrets?extension_id=x')).toMatchObject({
      status: 401,
    });
  });

  test('wants one scope of every group', async () => {
    const bare = stage.drive.token('stagehand', []);
    expect(await helix(stage, bare, 'POST', as('/moderation/bans'))).toMatchObject(
      refused(
        401,
        'Unauthorized',
        'The user access token must include the moderator:manage:banned_users scope.',
      ),
    );
    const reader = broadcaster('moderation:read');
    const writer = broadcaster('moderator:manage:banned_users');
    for (const token of [reader, writer]) {
      expect((await helix(stage, token, 'GET', `/moderation/banned?broadcaster_id=${main.id}`)).status).toBe(
        200,
      );
    }
  });

  test('acts for an app only where its user has agreed', async () => {
    const app = stage.drive.appToken();
    const path = `/moderation/channels?user_id=${viewer.id}`;
    expect(await helix(stage, app, 'GET', path)).toMatchObject({ status: 401 });
    stage.drive.token('plainviewer', ['user:read:moderated_channels']);
    expect(await helix(stage, app, 'GET', path)).toMatchObject({ status: 200 });
  });

  test.each([
    ['GET', '/streams/followed', undefined, 'The user_id query parameter is required.'],
    ['GET', '/streams/followed?user_id=me', undefined, 'The ID in the user_id query parameter is not valid.'],
    [
      'GET',
      '/streams/followed?user_id=1&first=101',
      undefined,
      'The value in the first query parameter is not valid.',
    ],
    ['GET', '/streams?type=dead', undefined, 'The value in the type query parameter is not valid.'],
    [
      'GET',
      `/channels?${'broadcaster_id=1&'.repeat(101)}`,
      undefined,
      'The number of broadcaster_id query parameters exceeds the maximum allowed.',
    ],
  ] as const)('%s %s is refused', async (method, path, body, message) => {
    expect(await helix(stage, mod, method, path, body)).toMatchObject(refused(400, 'Bad Request', message));
  });

  test.each([
    [{}, 'The data field is required.'],
    [{ data: {} }, 'The user_id field is required.'],
    [{ data: { user_id: 5 } }, 'The ID in the user_id field is not valid.'],
    [{ data: { user_id: '5', duration: 0 } }, 'The value in the duration field is not valid.'],
    [{ data: { user_id: '5', duration: 1_209_601 } }, 'The value in the duration field is not valid.'],
    [{ data: { user_id: '5', duration: 1.5 } }, 'The value in the duration field is not valid.'],
    [{ data: { user_id: '5', reason: '🎭'.repeat(501) } }, 'The text in the reason field is too long.'],
  ])('the body %j is refused', async (body, message) => {
    expect(await helix(stage, mod, 'POST', as('/moderation/bans'), body)).toMatchObject(
      refused(400, 'Bad Request', message),
    );
  });

  test('counts a reason in code points', async () => {
    const body = { data: { user_id: viewer.id, reason: '🎭'.repeat(500) } };
    expect((await helix(stage, mod, 'POST', as('/moderation/bans'), body)).status).toBe(200);
  });

  test('wants the token of the moderator who is named, and that they moderate', async () => {
    const body = { data: { user_id: viewer.id } };
    expect(
      await helix(stage, mod, 'POST', as('/moderation/bans', { moderator_id: main.id }), body),
    ).toMatchObject(
      refused(401, 'Unauthorized', 'The ID in moderator_id must match the user ID in the access token.'),
    );
    const stranger = stage.world.user('knightfork').id;
    expect(
      await helix(stage, mod, 'POST', as('/moderation/bans', { broadcaster_id: stranger }), body),
    ).toMatchObject(
      refused(403, 'Forbidden', "The user in moderator_id is not one of the broadcaster's moderators."),
    );
  });

  test('takes a point a call, says how many are left, and refuses without', async () => {
    const first = await helix(stage, mod, 'GET', '/users');
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '800', 'ratelimit-remaining': '799' });
    stage.drive.drainBucket();
    const empty = await helix(stage, mod, 'GET', '/users');
    expect(empty).toMatchObject({ status: 429, json: { error: 'Too Many Requests', status: 429 } });
    expect(empty.headers['ratelimit-remaining']).toBe('0');
    const reset = Number(empty.headers['ratelimit-reset']) * 1000 - stage.world.clock.now();
    expect(reset).toBeGreaterThan(59_000);
    expect(reset).toBeLessThanOrEqual(61_000);
    const other = stage.drive.token('plainviewer', []);
    expect((await helix(stage, other, 'GET', '/users')).status).toBe(200);
    stage.drive.advance(60_000);
    expect((await helix(stage, mod, 'GET', '/users')).headers['ratelimit-remaining']).toBe('799');
  });

  test('meets faults on demand', async () => {
    const { drive } = stage;
    const get = (): Promise<Reply> => helix(stage, mod, 'GET', '/users');
    drive.fault('get-users', { kind: 'status', status: 503 }, 2);
    expect([(await get()).status, (await get()).status, (await get()).status]).toEqual([503, 503, 200]);
    drive.fault('helix', { kind: 'drop', when: 'before' });
    await expect(get()).rejects.toThrow();
    drive.fault('get-users', { kind: 'body', text: '<html>' });
    expect(await get()).toMatchObject({ status: 200, text: '<html>' });
    const held = drive.hold('get-users');
    const waiting = get();
    await held.arrived;
    held.release();
    expect((await waiting).status).toBe(200);
  });

  test('can lose the answer to a call that took effect', async () => {
    stage.drive.fault('ban-user', { kind: 'drop', when: 'after' });
    const body = { data: { user_id: viewer.id } };
    await expect(helix(stage, mod, 'POST', as('/moderation/bans'), body)).rejects.toThrow();
    expect(stage.world.banOf(main.id, viewer.id)).toBeDefined();
  });

  test('records requests without what is secret in them', async () => {
    await helix(stage, mod, 'GET', '/users?id=1&token=secret');
    expect(stage.requests.at(-1)).toMatchObject({
      host: 'api.twitch.tv',
      method: 'GET',
      path: '/helix/users',
    });
    expect(JSON.stringify(stage.requests)).not.toContain('secret');
    expect(JSON.stringify(stage.requests)).not.toContain(mod.token);
  });
});

describe('lists', () => {
  test('come in pages, and a cursor is good for its own list only', async () => {
    stage.drive.growLiveFollows(250);
    const seen = new Set<unknown>();
    let cursor: string | undefined = '';
    let pages = 0;
    while (cursor !== undefined) {
      const after = cursor === '' ? '' : `&after=${cursor}`;
      const reply: Reply = await helix(stage, mod, 'GET', `/streams/followed?user_id=${mod.userId}${after}`);
      for (const row of rows(reply)) seen.add(row['user_id']);
      cursor = (reply.json as { pagination: { cursor?: string } }).pagination.cursor;
      pages += 1;
    }
    expect([seen.size, pages]).toEqual([250, 3]);
    const page = await helix(stage, mod, 'GET', `/streams/followed?user_id=${mod.userId}`);
    const foreign = (page.json as { pagination: { cursor: string } }).pagination.cursor;
    expect(
      await helix(stage, mod, 'GET', `/channels/followed?user_id=${mod.userId}&after=${foreign}`),
    ).toMatchObject(refused(400, 'Bad Request', 'The pagination cursor is not valid.'));
  });

  test('show the stage: 24 follows, 14 of them live, the most watched first', async () => {
    const live = rows(await helix(stage, mod, 'GET', `/streams/followed?user_id=${mod.userId}`));
    expect(live).toHaveLength(14);
    const viewers = live.map((row) => Number(row['viewer_count']));
    expect(viewers).toEqual([...viewers].sort((a, b) => b - a));
    const follows = await helix(stage, mod, 'GET', `/channels/followed?user_id=${mod.userId}&first=100`);
    expect(follows.json).toMatchObject({ total: 24 });
    stage.drive.goOffline('mainstage');
    expect(rows(await helix(stage, mod, 'GET', `/streams/followed?user_id=${mod.userId}`))).toHaveLength(13);
  });
});
