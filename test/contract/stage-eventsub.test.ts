/** The stage's EventSub: sessions, subscriptions, and what they are told. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helix, type Reply } from '../stage/ask.ts';
import type { HubOptions } from '../stage/eventsub/hub.ts';
import { Listener } from '../stage/listener.ts';
import type { Token } from '../stage/oauth/authority.ts';
import { startStage, type Stage } from '../stage/stage.ts';

let stage: Stage;
let opened: Listener[] = [];

beforeEach(async () => {
  opened = [];
  stage = await startStage();
});

afterEach(async () => {
  for (const { socket } of opened) socket.terminate();
  await stage.close();
});

/** Opens a socket that is closed after the test. */
function open(address: string): Listener {
  const listener = new Listener(stage, address);
  opened.push(listener);
  return listener;
}

describe('EventSub', () => {
  interface Message {
    readonly metadata: { readonly message_type: string; readonly subscription_type?: string };
    readonly payload: {
      readonly session?: Readonly<Record<string, unknown>>;
      readonly subscription?: Readonly<Record<string, unknown>>;
      readonly event?: Readonly<Record<string, unknown>>;
    };
  }

  const address = 'wss://eventsub.wss.twitch.tv/ws';
  const token = (): Token => stage.drive.token('stagehand', ['user:read:chat', 'channel:moderate']);

  /** The next message that is not a keepalive. */
  const heard = async (listener: Listener): Promise<Message> => {
    for (;;) {
      const message = JSON.parse(await listener.next()) as Message;
      if (message.metadata.message_type !== 'session_keepalive') return message;
    }
  };
  const welcome = async (): Promise<{ listener: Listener; id: string }> => {
    const listener = open(address);
    const message = await heard(listener);
    return { listener, id: String(message.payload.session?.['id']) };
  };
  const subscribe = (session_id: string, type: string, condition: object, as = token()): Promise<Reply> =>
    helix(stage, as, 'POST', '/eventsub/subscriptions', {
      type,
      version: '1',
      condition,
      transport: { method: 'websocket', session_id },
    });
  const online = (): object => ({ broadcaster_user_id: stage.world.user('lanternfish').id });

  /** A stage on which the times of EventSub are short. */
  const hurry = async (times: Partial<HubOptions>): Promise<void> => {
    await stage.close();
    stage = await startStage({ eventsub: times });
  };

  test('welcomes, keeps alive, and ends a connection that nobody uses', async () => {
    await hurry({ unusedMs: 100, secondMs: 1 });
    const listener = open(address);
    const message = JSON.parse(await listener.next()) as Message;
    expect(message).toMatchObject({
      metadata: { message_type: 'session_welcome' },
      payload: { session: { status: 'connected', keepalive_timeout_seconds: 10, reconnect_url: null } },
    });
    expect(JSON.parse(await listener.next())).toMatchObject({
      metadata: { message_type: 'session_keepalive' },
      payload: {},
    });
    expect(await listener.closed).toBe(4003);
  });

  test('tells what was subscribed to', async () => {
    const { listener, id } = await welcome();
    const reply = await subscribe(id, 'stream.online', online());
    expect(reply).toMatchObject({
      status: 202,
      json: { data: [{ status: 'enabled', cost: 1 }], total: 1, total_cost: 1, max_total_cost: 10 },
    });
    stage.drive.goLive('lanternfish');
    expect(await heard(listener)).toMatchObject({
      metadata: { message_type: 'notification', subscription_type: 'stream.online' },
      payload: { event: { broadcaster_user_login: 'lanternfish', type: 'live' } },
    });
  });

  test('tells chat to whoever may read it, and moderation to whoever moderates', async () => {
    const { listener, id } = await welcome();
    const as = token();
    const chat = { broadcaster_user_id: stage.world.user('mainstage').id, user_id: as.userId };
    expect((await subscribe(id, 'channel.chat.message', chat, as)).status).toBe(202);
    stage.drive.say('mainstage', { from: 'plainviewer', text: 'Kappa hi' });
    expect((await heard(listener)).payload.event).toMatchObject({
      chatter_user_login: 'plainviewer',
      message: { text: 'Kappa hi', fragments: [{ type: 'emote' }, { type: 'text', text: ' hi' }] },
    });
    const other = { ...chat, user_id: stage.world.user('plainviewer').id };
    expect((await subscribe(id, 'channel.chat.message', other, as)).status).toBe(403);
    expect((await subscribe(id, 'channel.poll.begin', chat, as)).status).toBe(403);
  });

  test('refuses what Twitch refuses', async () => {
    const { id } = await welcome();
    const first = await subscribe(id, 'stream.online', online());
    const twin = await subscribe(id, 'stream.online', online());
    const { data } = first.json as { data: readonly { id: string }[] };
    expect(twin).toMatchObject({ status: 409, json: { id: data[0]?.id } });
    expect((await subscribe('nowhere', 'stream.online', online())).status).toBe(400);
    expect((await subscribe(id, 'stream.online', {})).status).toBe(400);
    expect((await subscribe(id, 'stream.nothing', online())).status).toBe(400);
    expect((await subscribe(id, 'stream.online', { broadcaster_user_id: '1' })).status).toBe(400);
    expect((await subscribe(id, 'user.authorization.grant', { client_id: 'x' })).status).toBe(401);
    expect((await subscribe(id, 'stream.online', online(), stage.drive.appToken())).status).toBe(401);
  });

  test('takes three connections, and a cost of ten', async () => {
    const sessions = [await welcome(), await welcome(), await welcome(), await welcome()];
    const statuses = [];
    for (const { id } of sessions) statuses.push((await subscribe(id, 'stream.online', online())).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
    const [first] = sessions;
    const channels = [...stage.world.users.keys()].slice(0, 10);
    const costs = [];
    for (const broadcaster_user_id of channels) {
      costs.push((await subscribe(first?.id ?? '', 'stream.offline', { broadcaster_user_id })).status);
    }
    expect(costs).toContain(429);
  });

  test('moves a session with its subscriptions', async () => {
    const { listener, id } = await welcome();
    await subscribe(id, 'stream.online', online());
    stage.drive.eventsub.reconnect();
    const message = await heard(listener);
    expect(message.metadata.message_type).toBe('session_reconnect');
    const next = open(String(message.payload.session?.['reconnect_url']));
    expect((await heard(next)).payload.session).toMatchObject({ id, status: 'connected' });
    stage.drive.goLive('lanternfish');
    expect((await heard(next)).metadata.message_type).toBe('notification');
  });

  test('ends a session that does not follow a reconnect, and one that speaks', async () => {
    await hurry({ reconnectMs: 20 });
    const slow = await welcome();
    await subscribe(slow.id, 'stream.online', online());
    stage.drive.eventsub.reconnect();
    expect(await slow.listener.closed).toBe(4004);
    const loud = await welcome();
    loud.listener.socket.send('hello');
    expect(await loud.listener.closed).toBe(4001);
    const lost = open(`${address}?key=nonsense`);
    expect(await lost.closed).toBe(4007);
  });

  test('revokes when the user takes the app away', async () => {
    const { listener, id } = await welcome();
    await subscribe(id, 'stream.online', online());
    stage.drive.disconnectApp('stagehand');
    expect(await heard(listener)).toMatchObject({
      metadata: { message_type: 'revocation' },
      payload: { subscription: { status: 'authorization_revoked' } },
    });
  });
});
