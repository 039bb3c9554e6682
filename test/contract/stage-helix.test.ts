/** What the endpoints of the stage's Helix remember, and what they refuse. */
import { describe, expect, test } from 'vitest';
import { helix, type Reply } from '../stage/ask.ts';
import type { Token } from '../stage/oauth/authority.ts';
import { clients } from '../stage/world/seed.ts';
import { asMod, helixStage, refused, rows } from './helix-stage.ts';

const on = helixStage();

function broadcaster(...scopes: readonly string[]): Token {
  return on.stage.drive.token('mainstage', scopes);
}

describe('bans', () => {
  const banned = async (): Promise<readonly Record<string, unknown>[]> =>
    rows(
      await helix(
        on.stage,
        broadcaster('moderation:read'),
        'GET',
        `/moderation/banned?broadcaster_id=${on.main.id}`,
      ),
    );
  const ban = (data: object): Promise<Reply> =>
    helix(on.stage, on.mod, 'POST', asMod(on, '/moderation/bans'), { data });

  test('are listed, run out, and are lifted', async () => {
    const told = on.stage.world.events.next('timedout');
    expect(rows(await ban({ user_id: on.viewer.id, duration: 600, reason: 'caps' }))[0]).toMatchObject({
      user_id: on.viewer.id,
      moderator_id: on.mod.userId,
    });
    expect(await told).toMatchObject({ seconds: 600, user: { login: 'plainviewer' } });
    expect(await banned()).toMatchObject([
      { user_login: 'plainviewer', moderator_login: 'stagehand', reason: 'caps' },
    ]);
    on.stage.drive.advance(600_000);
    expect(await banned()).toEqual([]);

    await ban({ user_id: on.viewer.id });
    expect(await banned()).toMatchObject([{ expires_at: '' }]);
    for (const duration of [60, undefined]) {
      expect(await ban({ user_id: on.viewer.id, duration })).toMatchObject(
        refused(400, 'Bad Request', 'The user specified in the user_id field is already banned.'),
      );
    }
    const unban = asMod(on, '/moderation/bans', { user_id: on.viewer.id });
    expect((await helix(on.stage, on.mod, 'DELETE', unban)).status).toBe(204);
    expect(await helix(on.stage, on.mod, 'DELETE', unban)).toMatchObject(
      refused(400, 'Bad Request', 'The user specified in the user_id query parameter is not banned.'),
    );
  });

  test.each(['mainstage', 'second_fiddle', 'stagehand'])('do not hit %s', async (login) => {
    const user_id = on.stage.world.user(login).id;
    expect(await ban({ user_id })).toMatchObject({
      json: { message: 'The user specified in the user_id field may not be banned.' },
    });
    expect(await ban({ user_id, duration: 5 })).toMatchObject({
      json: { message: 'The user specified in the user_id field may not be put in a timeout.' },
    });
  });

  test('by the broadcaster take a moderator away', async () => {
    const token = broadcaster('moderator:manage:banned_users');
    const target = on.stage.world.user('second_fiddle');
    const body = { data: { user_id: target.id } };
    const path = asMod(on, '/moderation/bans', { moderator_id: on.main.id });
    expect((await helix(on.stage, token, 'POST', path, body)).status).toBe(200);
    expect(on.stage.world.isModerator(on.main.id, target.id)).toBe(false);
  });
});

describe('messages', () => {
  const remove = (message_id: string): Promise<Reply> =>
    helix(on.stage, on.mod, 'DELETE', asMod(on, '/moderation/chat', { message_id }));

  test('are deleted while they are young, and nobody else’s', async () => {
    const mine = on.stage.drive.say('mainstage', { from: 'plainviewer', text: 'oops' });
    expect((await remove(mine.id)).status).toBe(204);
    expect(on.stage.world.deleted).toContain(mine.id);
    expect(await remove(mine.id)).toMatchObject({ json: { message: 'The ID in message_id was not found.' } });
    const theirs = on.stage.drive.say('mainstage', { from: 'mainstage', text: 'welcome' });
    expect(await remove(theirs.id)).toMatchObject({
      status: 400,
      json: { message: "You may not delete the broadcaster's messages." },
    });
    const colleague = on.stage.drive.say('mainstage', { from: 'usher_uma', text: 'calm' });
    expect(await remove(colleague.id)).toMatchObject({
      status: 400,
      json: { message: "You may not delete another moderator's messages." },
    });
    const old = on.stage.drive.say('mainstage', { from: 'plainviewer', text: 'long ago' });
    on.stage.drive.advance(6 * 3_600_000 + 1000);
    expect(await remove(old.id)).toMatchObject({
      status: 404,
      json: { message: 'The specified message was created more than 6 hours ago.' },
    });
  });

  test('are said, dropped with a reason, or refused', async () => {
    const token = on.stage.drive.token('plainviewer', ['user:write:chat']);
    const send = (message: string): Promise<Reply> =>
      helix(on.stage, token, 'POST', '/chat/messages', {
        broadcaster_id: on.main.id,
        sender_id: on.viewer.id,
        message,
      });
    expect(rows(await send('hi'))[0]).toMatchObject({ is_sent: true });
    expect(rows(await send('hi'))[0]).toMatchObject({
      is_sent: false,
      drop_reason: { code: 'msg_duplicate' },
    });
    expect(await send('x'.repeat(501))).toMatchObject({
      status: 422,
      json: { message: 'The message is too large.' },
    });
    on.stage.drive.advance(60_000);
    on.stage.world.setModes('mainstage', 'mainstage', { slowSeconds: 90 });
    expect(rows(await send('slowly'))[0]).toMatchObject({ drop_reason: { code: 'msg_slowmode' } });
    on.stage.drive.advance(60_000);
    on.stage.world.safety.block(on.main.id, 'spoil*', on.main.id);
    expect(rows(await send('no spoilers please'))[0]).toMatchObject({
      drop_reason: { code: 'msg_rejected_mandatory' },
    });
    on.stage.drive.ban('mainstage', 'plainviewer');
    expect((await send('hello?')).status).toBe(403);
  });

  test('that AutoMod holds wait for a moderator', async () => {
    const held = on.stage.world.safety.hold('mainstage', { from: 'plainviewer', text: 'shut up' });
    const decide = (action: string): Promise<Reply> =>
      helix(on.stage, on.mod, 'POST', '/moderation/automod/message', {
        user_id: on.mod.userId,
        msg_id: held.id,
        action,
      });
    const said = on.stage.world.events.next('message');
    expect((await decide('ALLOW')).status).toBe(204);
    expect(await said).toMatchObject({ id: held.id, text: 'shut up' });
    expect((await decide('DENY')).status).toBe(404);
  });
});

describe('limits of single endpoints', () => {
  test('one announcement in two seconds', async () => {
    const announce = (): Promise<Reply> =>
      helix(on.stage, on.mod, 'POST', asMod(on, '/chat/announcements'), { message: 'Hear' });
    const told = on.stage.world.events.next('notice');
    expect((await announce()).status).toBe(204);
    expect(await told).toMatchObject({ kind: 'announcement', params: { 'msg-param-color': 'PRIMARY' } });
    expect((await announce()).status).toBe(429);
    on.stage.drive.advance(2_000);
    expect((await announce()).status).toBe(204);
  });

  test('one shoutout in two minutes, one an hour to the same channel', async () => {
    const shout = (login: string): Promise<Reply> => {
      const query = {
        from_broadcaster_id: on.main.id,
        to_broadcaster_id: on.stage.world.user(login).id,
        moderator_id: on.mod.userId ?? '',
      };
      return helix(on.stage, on.mod, 'POST', `/chat/shoutouts?${new URLSearchParams(query).toString()}`);
    };
    expect((await shout('knightfork')).status).toBe(204);
    expect((await shout('gta_gran')).status).toBe(429);
    on.stage.drive.advance(120_000);
    expect((await shout('gta_gran')).status).toBe(204);
    on.stage.drive.advance(120_000);
    const again = await shout('knightfork');
    expect([again.status, again.text.includes('the same broadcaster')]).toEqual([429, true]);
    on.stage.drive.goOffline('mainstage');
    on.stage.drive.advance(3_600_000);
    expect((await shout('knightfork')).status).toBe(400);
  });

  test('ten new moderators in ten seconds', async () => {
    const token = broadcaster('channel:manage:moderators');
    const add = (login: string): Promise<Reply> =>
      helix(
        on.stage,
        token,
        'POST',
        `/moderation/moderators?broadcaster_id=${on.main.id}&user_id=${on.stage.world.user(login).id}`,
      );
    const names = [...on.stage.world.users.values()].filter(
      (user) =>
        !on.stage.world.isModerator(on.main.id, user.id) && !on.stage.world.isVip(on.main.id, user.id),
    );
    const statuses = [];
    for (const { login } of names.slice(0, 11)) statuses.push((await add(login)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(204), 429]);
    on.stage.drive.advance(10_000);
    expect((await add('spotlight_sam')).status).toBe(422);
    expect((await add('stagehand')).status).toBe(400);
  });
});

describe('what ends by itself', () => {
  test('a poll counts and ends', async () => {
    const token = broadcaster('channel:manage:polls');
    const create = (): Promise<Reply> =>
      helix(on.stage, token, 'POST', '/polls', {
        broadcaster_id: on.main.id,
        title: 'Encore?',
        choices: [{ title: 'Yes' }, { title: 'No' }],
        duration: 60,
      });
    const [made] = rows(await create());
    expect(made).toMatchObject({ status: 'ACTIVE', ended_at: null });
    expect((await create()).status).toBe(400);
    const running = on.stage.world.polls.running(on.main.id) ?? expect.unreachable();
    on.stage.world.polls.vote(running, 0, 3);
    const ended = on.stage.world.events.next('occurred', ({ type }) => type === 'channel.poll.end');
    on.stage.drive.advance(60_000);
    expect((await ended).event).toMatchObject({ status: 'completed' });
    const [after] = rows(await helix(on.stage, token, 'GET', `/polls?broadcaster_id=${on.main.id}`));
    expect(after).toMatchObject({ status: 'COMPLETED', choices: [{ title: 'Yes', votes: 3 }, { votes: 0 }] });
  });

  test('a prediction locks, and is cancelled when nobody resolves it', async () => {
    const token = broadcaster('channel:manage:predictions');
    await helix(on.stage, token, 'POST', '/predictions', {
      broadcaster_id: on.main.id,
      title: 'Will it hold?',
      outcomes: [{ title: 'Yes' }, { title: 'No' }],
      prediction_window: 30,
    });
    const status = async (): Promise<unknown> =>
      rows(await helix(on.stage, token, 'GET', `/predictions?broadcaster_id=${on.main.id}`))[0]?.['status'];
    expect(await status()).toBe('ACTIVE');
    on.stage.drive.advance(30_000);
    expect(await status()).toBe('LOCKED');
    on.stage.drive.advance(86_400_000);
    expect(await status()).toBe('CANCELED');
  });

  test('a raid leaves unless it is called off', async () => {
    const token = broadcaster('channel:manage:raids');
    const to = on.stage.world.user('orlathebard').id;
    const start = (): Promise<Reply> =>
      helix(on.stage, token, 'POST', `/raids?from_broadcaster_id=${on.main.id}&to_broadcaster_id=${to}`);
    const cancel = (): Promise<Reply> =>
      helix(on.stage, token, 'DELETE', `/raids?broadcaster_id=${on.main.id}`);
    expect((await start()).status).toBe(200);
    expect((await start()).status).toBe(409);
    expect((await cancel()).status).toBe(204);
    expect((await cancel()).status).toBe(404);
    await start();
    const arrived = on.stage.world.events.next('notice', ({ kind }) => kind === 'raid');
    on.stage.drive.advance(90_000);
    expect(await arrived).toMatchObject({ channelId: to, user: { login: 'mainstage' } });
  });

  test('a pin', async () => {
    const line = on.stage.drive.say('mainstage', { from: 'plainviewer', text: 'look' });
    const pin = asMod(on, '/chat/pins', { message_id: line.id, duration_seconds: '30' });
    const pinned = async (): Promise<number> =>
      rows(await helix(on.stage, on.mod, 'GET', asMod(on, '/chat/pins'))).length;
    expect((await helix(on.stage, on.mod, 'PUT', pin)).status).toBe(204);
    expect((await helix(on.stage, on.mod, 'PUT', pin)).status).toBe(409);
    expect(await pinned()).toBe(1);
    on.stage.drive.advance(30_000);
    expect(await pinned()).toBe(0);
  });
});

describe('channel points', () => {
  test('rewards belong to the client that made them; redemptions are settled once', async () => {
    const token = broadcaster('channel:manage:redemptions');
    const path = `/channel_points/custom_rewards?broadcaster_id=${on.main.id}`;
    const [made] = rows(await helix(on.stage, token, 'POST', path, { title: 'Hydrate', cost: 50 }));
    expect(await helix(on.stage, token, 'POST', path, { title: 'hydrate', cost: 50 })).toMatchObject({
      status: 400,
    });
    const reward = on.stage.world.rewards.of(on.main.id)[0] ?? expect.unreachable();
    const redemption = on.stage.world.rewards.redeem(reward, 'plainviewer');
    const settle = (): Promise<Reply> =>
      helix(
        on.stage,
        token,
        'PATCH',
        `/channel_points/custom_rewards/redemptions?broadcaster_id=${on.main.id}&reward_id=${String(made?.['id'])}&id=${redemption.id}`,
        { status: 'CANCELED' },
      );
    expect(rows(await settle())[0]).toMatchObject({ status: 'CANCELED', user_login: 'plainviewer' });
    expect((await settle()).status).toBe(404);
    const other = on.stage.drive.token('mainstage', ['channel:manage:redemptions'], {
      clientId: clients.public,
    });
    expect((await helix(on.stage, other, 'DELETE', `${path}&id=${reward.id}`)).status).toBe(403);
    expect((await helix(on.stage, token, 'DELETE', `${path}&id=${reward.id}`)).status).toBe(204);
  });
});

describe('requests to be unbanned', () => {
  test('are approved once, and the ban goes with it', async () => {
    on.stage.drive.ban('mainstage', 'plainviewer');
    const request = on.stage.world.safety.requestUnban('mainstage', 'plainviewer', 'sorry');
    const pending = asMod(on, '/moderation/unban_requests', { status: 'pending' });
    expect(rows(await helix(on.stage, on.mod, 'GET', pending))).toMatchObject([{ text: 'sorry' }]);
    const approve = asMod(on, '/moderation/unban_requests', {
      status: 'approved',
      unban_request_id: request.id,
    });
    expect((await helix(on.stage, on.mod, 'PATCH', approve)).status).toBe(200);
    expect(on.stage.world.banOf(on.main.id, on.viewer.id)).toBeUndefined();
    expect(await helix(on.stage, on.mod, 'PATCH', approve)).toMatchObject({
      status: 400,
      json: { message: 'Invalid requested update' },
    });
  });
});

describe('warnings', () => {
  test('must be acknowledged before the chatter speaks again', async () => {
    const body = { data: { user_id: on.viewer.id, reason: 'careful' } };
    expect((await helix(on.stage, on.mod, 'POST', asMod(on, '/moderation/warnings'), body)).status).toBe(200);
    expect(on.stage.world.refusalToSpeak(on.main.id, on.viewer.id, 'hi')).toMatchObject({
      code: 'msg_warned',
    });
    on.stage.world.safety.acknowledge('mainstage', 'plainviewer');
    expect(on.stage.world.refusalToSpeak(on.main.id, on.viewer.id, 'hi')).toBeUndefined();
  });
});

describe('chat settings', () => {
  test('take a duration only with its mode', async () => {
    const set = (body: object): Promise<Reply> =>
      helix(on.stage, on.mod, 'PATCH', asMod(on, '/chat/settings'), body);
    const refusal = 'If slow_mode is true, the slow_mode_wait_time field must be set to a valid value.';
    expect(await set({ slow_mode_wait_time: 10 })).toMatchObject(refused(400, 'Bad Request', refusal));
    expect(await set({ slow_mode: true, slow_mode_wait_time: 2 })).toMatchObject({ status: 400 });
    expect(
      rows(await set({ slow_mode: true, follower_mode: true, follower_mode_duration: 0 }))[0],
    ).toMatchObject({
      slow_mode: true,
      slow_mode_wait_time: 30,
      follower_mode: true,
      follower_mode_duration: 0,
    });
    expect(rows(await set({ slow_mode: false }))[0]).toMatchObject({
      slow_mode_wait_time: null,
      follower_mode: true,
    });
  });
});
