/** The frame through which every call of the stage's Helix goes. */
import { describe, expect, test } from 'vitest';
import { ask, helix, type Reply } from '../stage/ask.ts';
import type { Token } from '../stage/oauth/authority.ts';
import { clients } from '../stage/world/seed.ts';
import { asMod, helixStage, refused, rows } from './helix-stage.ts';

const on = helixStage();

function broadcaster(...scopes: readonly string[]): Token {
  return on.stage.drive.token('mainstage', scopes);
}

describe('the frame', () => {
  const users = 'https://api.twitch.tv/helix/users';

  test('wants a token, a good one, and the client that it belongs to', async () => {
    expect(await ask(on.stage, users)).toMatchObject(
      refused(
        401,
        'Unauthorized',
        'The Authorization header is required and must contain an app access token or user access token.',
      ),
    );
    const bad = { authorization: 'Bearer nonsense', 'client-id': clients.confidential };
    expect(await ask(on.stage, users, { headers: bad })).toMatchObject(
      refused(401, 'Unauthorized', 'The access token is not valid.'),
    );
    const authorization = `Bearer ${on.mod.token}`;
    expect(await ask(on.stage, users, { headers: { authorization } })).toMatchObject(
      refused(401, 'Unauthorized', 'The Client-Id header is required.'),
    );
    expect(
      await ask(on.stage, users, { headers: { authorization, 'client-id': clients.public } }),
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
      await helix(on.stage, on.stage.drive.appToken(), 'GET', `/streams/followed?user_id=${on.viewer.id}`),
    ).toMatchObject(
      refused(
        401,
        'Unauthorized',
        'The Authorization header is required and must contain a user access token.',
      ),
    );
    expect(await helix(on.stage, on.mod, 'GET', '/eventsub/conduits')).toMatchObject({ status: 401 });
    expect(await helix(on.stage, on.mod, 'GET', '/extensions/jwt/secrets?extension_id=x')).toMatchObject({
      status: 401,
    });
  });

  test('wants one scope of every group', async () => {
    const bare = on.stage.drive.token('stagehand', []);
    expect(await helix(on.stage, bare, 'POST', asMod(on, '/moderation/bans'))).toMatchObject(
      refused(
        401,
        'Unauthorized',
        'The user access token must include the moderator:manage:banned_users scope.',
      ),
    );
    const reader = broadcaster('moderation:read');
    const writer = broadcaster('moderator:manage:banned_users');
    for (const token of [reader, writer]) {
      expect(
        (await helix(on.stage, token, 'GET', `/moderation/banned?broadcaster_id=${on.main.id}`)).status,
      ).toBe(200);
    }
  });

  test('acts for an app only where its user has agreed', async () => {
    const app = on.stage.drive.appToken();
    const path = `/moderation/channels?user_id=${on.viewer.id}`;
    expect(await helix(on.stage, app, 'GET', path)).toMatchObject({ status: 401 });
    on.stage.drive.token('plainviewer', ['user:read:moderated_channels']);
    expect(await helix(on.stage, app, 'GET', path)).toMatchObject({ status: 200 });
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
    expect(await helix(on.stage, on.mod, method, path, body)).toMatchObject(
      refused(400, 'Bad Request', message),
    );
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
    expect(await helix(on.stage, on.mod, 'POST', asMod(on, '/moderation/bans'), body)).toMatchObject(
      refused(400, 'Bad Request', message),
    );
  });

  test('counts a reason in code points', async () => {
    const body = { data: { user_id: on.viewer.id, reason: '🎭'.repeat(500) } };
    expect((await helix(on.stage, on.mod, 'POST', asMod(on, '/moderation/bans'), body)).status).toBe(200);
  });

  test('wants the token of the moderator who is named, and that they moderate', async () => {
    const body = { data: { user_id: on.viewer.id } };
    expect(
      await helix(
        on.stage,
        on.mod,
        'POST',
        asMod(on, '/moderation/bans', { moderator_id: on.main.id }),
        body,
      ),
    ).toMatchObject(
      refused(401, 'Unauthorized', 'The ID in moderator_id must match the user ID in the access token.'),
    );
    const stranger = on.stage.world.user('knightfork').id;
    expect(
      await helix(
        on.stage,
        on.mod,
        'POST',
        asMod(on, '/moderation/bans', { broadcaster_id: stranger }),
        body,
      ),
    ).toMatchObject(
      refused(403, 'Forbidden', "The user in moderator_id is not one of the broadcaster's moderators."),
    );
  });

  test('takes a point a call, says how many are left, and refuses without', async () => {
    const first = await helix(on.stage, on.mod, 'GET', '/users');
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '800', 'ratelimit-remaining': '799' });
    on.stage.drive.drainBucket();
    const empty = await helix(on.stage, on.mod, 'GET', '/users');
    expect(empty).toMatchObject({ status: 429, json: { error: 'Too Many Requests', status: 429 } });
    expect(empty.headers['ratelimit-remaining']).toBe('0');
    const reset = Number(empty.headers['ratelimit-reset']) * 1000 - on.stage.world.clock.now();
    expect(reset).toBeGreaterThan(59_000);
    expect(reset).toBeLessThanOrEqual(61_000);
    const other = on.stage.drive.token('plainviewer', []);
    expect((await helix(on.stage, other, 'GET', '/users')).status).toBe(200);
    on.stage.drive.advance(60_000);
    expect((await helix(on.stage, on.mod, 'GET', '/users')).headers['ratelimit-remaining']).toBe('799');
  });

  test('meets faults on demand', async () => {
    const { drive } = on.stage;
    const get = (): Promise<Reply> => helix(on.stage, on.mod, 'GET', '/users');
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
    on.stage.drive.fault('ban-user', { kind: 'drop', when: 'after' });
    const body = { data: { user_id: on.viewer.id } };
    await expect(helix(on.stage, on.mod, 'POST', asMod(on, '/moderation/bans'), body)).rejects.toThrow();
    expect(on.stage.world.banOf(on.main.id, on.viewer.id)).toBeDefined();
  });

  test('records requests without what is secret in them', async () => {
    await helix(on.stage, on.mod, 'GET', '/users?id=1&token=secret');
    expect(on.stage.requests.at(-1)).toMatchObject({
      host: 'api.twitch.tv',
      method: 'GET',
      path: '/helix/users',
    });
    expect(JSON.stringify(on.stage.requests)).not.toContain('secret');
    expect(JSON.stringify(on.stage.requests)).not.toContain(on.mod.token);
  });
});

describe('lists', () => {
  test('come in pages, and a cursor is good for its own list only', async () => {
    on.stage.drive.growLiveFollows(250);
    const seen = new Set<unknown>();
    let cursor: string | undefined = '';
    let pages = 0;
    while (cursor !== undefined) {
      const after = cursor === '' ? '' : `&after=${cursor}`;
      const reply: Reply = await helix(
        on.stage,
        on.mod,
        'GET',
        `/streams/followed?user_id=${on.mod.userId}${after}`,
      );
      for (const row of rows(reply)) seen.add(row['user_id']);
      cursor = (reply.json as { pagination: { cursor?: string } }).pagination.cursor;
      pages += 1;
    }
    expect([seen.size, pages]).toEqual([250, 3]);
    const page = await helix(on.stage, on.mod, 'GET', `/streams/followed?user_id=${on.mod.userId}`);
    const foreign = (page.json as { pagination: { cursor: string } }).pagination.cursor;
    expect(
      await helix(on.stage, on.mod, 'GET', `/channels/followed?user_id=${on.mod.userId}&after=${foreign}`),
    ).toMatchObject(refused(400, 'Bad Request', 'The pagination cursor is not valid.'));
  });

  test('show the stage: 24 follows, 14 of them live, the most watched first', async () => {
    const live = rows(await helix(on.stage, on.mod, 'GET', `/streams/followed?user_id=${on.mod.userId}`));
    expect(live).toHaveLength(14);
    const viewers = live.map((row) => Number(row['viewer_count']));
    expect(viewers).toEqual([...viewers].sort((a, b) => b - a));
    const follows = await helix(
      on.stage,
      on.mod,
      'GET',
      `/channels/followed?user_id=${on.mod.userId}&first=100`,
    );
    expect(follows.json).toMatchObject({ total: 24 });
    on.stage.drive.goOffline('mainstage');
    expect(
      rows(await helix(on.stage, on.mod, 'GET', `/streams/followed?user_id=${on.mod.userId}`)),
    ).toHaveLength(13);
  });
});
