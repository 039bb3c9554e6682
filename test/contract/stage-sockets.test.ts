/** The stage's two sockets: EventSub and IRC. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { helix, openSocket, type Reply } from '../stage/ask.ts';
import type { HubOptions } from '../stage/eventsub/hub.ts';
import { eventSubTypes } from '../stage/eventsub/types.ts';
import type { Token } from '../stage/oauth/authority.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import { missing, reference } from './helix-reference.ts';

let stage: Stage;
let opened: Listener[] = [];

/** A socket whose messages are read one after the other. */
class Listener {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  readonly #read: string[] = [];
  readonly #waiting: ((text: string) => void)[] = [];

  constructor(address: string) {
    this.socket = openSocket(stage, address);
    this.socket.on('error', () => undefined);
    this.socket.on('message', (data: Buffer) => this.#push(data.toString('utf8')));
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    opened.push(this);
  }

  #push(text: string): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(text);
    else this.#read.push(text);
  }

  /** The next message. */
  next(): Promise<string> {
    const read = this.#read.shift();
    return read === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(read);
  }
}

beforeEach(async () => {
  opened = [];
  stage = await startStage();
});

afterEach(async () => {
  for (const { socket } of opened) socket.terminate();
  await stage.close();
});

describe.skipIf(missing)('the types of EventSub', () => {
  interface Row {
    readonly type: string;
    readonly version: string;
    readonly condition: readonly { readonly name: string; readonly required: boolean }[];
    readonly scopes: readonly (readonly string[])[];
    readonly token_user_must_equal: string | null;
    readonly websocket_ok: boolean;
    readonly event: readonly { readonly name: string; readonly optional?: boolean }[];
  }
  /** Fields that the reference's table lists and its examples leave out, or the other way round. */
  const doubtful: Readonly<Record<string, readonly string[]>> = {
    'stream.offline 1': ['id'],
    // One table describes both.
    'channel.shield_mode.begin 1': ['ended_at'],
    'channel.shield_mode.end 1': ['started_at'],
  };
  const rows = missing === undefined ? (reference('eventsub.json') as { types: readonly Row[] }).types : [];

  test('are those of the reference', () => {
    expect(eventSubTypes).toEqual(
      rows.map((row) => {
        const optional = row.condition.filter((field) => !field.required).map((field) => field.name);
        return {
          type: row.type,
          version: row.version,
          condition: row.condition.filter((field) => field.required).map((field) => field.name),
          ...(optional.length > 0 && { optional }),
          scopes: row.scopes,
          ...(row.token_user_must_equal !== null && { own: row.token_user_must_equal }),
          ...(!row.websocket_ok && { webhookOnly: true }),
        };
      }),
    );
  });

  test('are told with the fields of the reference', () => {
    const { world, drive } = stage;
    const told = new Map<string, Readonly<Record<string, unknown>>>();
    world.events.on('occurred', ({ type, version, event }) => told.set(`${type} ${version}`, event));
    const main = world.user('mainstage');
    const by = world.user('stagehand').id;
    const nobody = { clientId: '', userId: by, sessionId: '', cost: 0, condition: {} };
    world.eventsub?.subscribe({ ...nobody, type: 'channel.chat.message', version: '1' });
    const line = drive.say('mainstage', { from: 'plainviewer', text: 'hi @stagehand' });
    drive.deleteMessage('mainstage', line.id);
    world.clearChat('mainstage');
    drive.timeout('mainstage', 'plainviewer', 5);
    drive.ban('mainstage', 'plainviewer');
    const request = world.safety.requestUnban('mainstage', 'plainviewer', 'please');
    world.safety.resolve(main.id, request, 'approved', by, 'fine');
    drive.goLive('lanternfish');
    drive.goLive('lanternfish', { title: 'more' });
    drive.goOffline('lanternfish');
    world.setVip('mainstage', 'bramble_b');
    world.setVip('mainstage', 'bramble_b', false);
    world.setModerator('mainstage', 'bramble_b');
    world.setModerator('mainstage', 'bramble_b', false);
    world.setModes('mainstage', by, { slowSeconds: 5, followerMinutes: 3, emoteOnly: true });
    world.follow('mainstage', 'lanternfish');
    const held = world.safety.hold('mainstage', { from: 'plainviewer', text: 'shut up' });
    world.safety.decide(held, by, true);
    world.safety.setShield(main.id, true, by);
    world.safety.setShield(main.id, false, by);
    world.safety.warn(main.id, world.user('plainviewer').id, by, 'careful');
    world.safety.acknowledge('mainstage', 'plainviewer');
    world.safety.suspect(main.id, world.user('plainviewer').id, by, 'RESTRICTED');
    world.shoutOut('mainstage', 'orlathebard', by);
    world.life.raid(main.id, world.user('orlathebard').id);
    world.life.runAd(main.id, 30, main.id);
    world.polls.vote(world.polls.start(main.id, 'Which?', ['a', 'b'], 60), 0);
    const prediction = world.predictions.start(main.id, 'Will it?', ['a', 'b'], 60);
    world.predictions.stake(prediction, 'plainviewer', 0, 5);
    drive.advance(90_000);
    world.predictions.end(prediction, prediction.outcomes[0]?.id);
    const reward = world.rewards.create(main.id, '', {
      title: 'Hydrate',
      prompt: '',
      cost: 1,
      backgroundColor: '#FFFFFF',
      enabled: true,
      paused: false,
      inputRequired: false,
      skipQueue: false,
      maxPerStream: undefined,
      maxPerUser: undefined,
      cooldown: undefined,
    });
    world.rewards.settle(reward, world.rewards.redeem(reward, 'plainviewer'), 'FULFILLED');
    world.rewards.update(reward, reward);
    world.rewards.remove(reward);
    world.whisper('mainstage', 'plainviewer', 'psst');

    const wrong = [...told].flatMap(([key, event]) => {
      const row = rows.find((one) => `${one.type} ${one.version}` === key);
      const fields = new Map(
        row?.event
          .filter(({ name }) => !/[.[]/.test(name))
          .map(({ name, optional }) => [name, optional ?? false]),
      );
      const excused = doubtful[key] ?? [];
      return [
        ...Object.keys(event).filter((name) => !fields.has(name)),
        ...[...fields].flatMap(([name, optional]) => (optional || name in event ? [] : name)),
      ]
        .filter((name) => !excused.includes(name))
        .map((name) => `${key}: ${name}`);
    });
    expect(wrong).toEqual([]);
    expect(told.size).toBeGreaterThanOrEqual(43);
  });
});

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
    const listener = new Listener(address);
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
    const listener = new Listener(address);
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
    const next = new Listener(String(message.payload.session?.['reconnect_url']));
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
    const lost = new Listener(`${address}?key=nonsense`);
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

describe('IRC', () => {
  const address = 'wss://irc-ws.chat.twitch.tv/';

  /** Reads lines until one has `part` in it. */
  const until = async (listener: Listener, part: string): Promise<string> => {
    for (;;) {
      const line = (await listener.next()).split('\r\n').find((one) => one.includes(part));
      if (line !== undefined) return line;
    }
  };
  const connect = async (login: string, pass?: string): Promise<Listener> => {
    const listener = new Listener(address);
    await new Promise((resolve) => listener.socket.once('open', resolve));
    listener.socket.send('CAP REQ :twitch.tv/tags twitch.tv/commands\r\n');
    if (pass !== undefined) listener.socket.send(`PASS ${pass}\r\n`);
    listener.socket.send(`NICK ${login}\r\n`);
    return listener;
  };
  const seated = async (login: string): Promise<Listener> => {
    const { token } = stage.drive.token(login, ['chat:read', 'chat:edit']);
    const listener = await connect(login, `oauth:${token}`);
    await until(listener, 'GLOBALUSERSTATE');
    listener.socket.send('JOIN #mainstage\r\n');
    await until(listener, 'USERSTATE #mainstage');
    return listener;
  };

  test('logs in with a token, and without one as a guest who only reads', async () => {
    const guest = await connect('justinfan123');
    expect(await until(guest, ' 376 ')).toBe(':tmi.twitch.tv 376 justinfan123 :>');
    guest.socket.send('JOIN #mainstage\r\n');
    expect(await until(guest, 'ROOMSTATE')).toContain('followers-only=-1;r9k=0;room-id=');
    stage.drive.say('mainstage', { from: 'haneul_tv', text: '안녕 모두' });
    const line = await until(guest, 'PRIVMSG');
    expect(line).toContain('display-name=하늘티비');
    expect(line.endsWith('PRIVMSG #mainstage :안녕 모두')).toBe(true);
  });

  test('refuses a bad login in Twitch’s words', async () => {
    expect(await until(await connect('stagehand', 'oauth:wrong'), 'NOTICE')).toBe(
      ':tmi.twitch.tv NOTICE * :Login authentication failed',
    );
    const shapeless = await connect('stagehand', 'wrong');
    expect(await until(shapeless, 'NOTICE')).toBe(':tmi.twitch.tv NOTICE * :Improperly formatted auth');
    await shapeless.closed;
  });

  test('carries lines to others, and answers the speaker with their state', async () => {
    const speaker = await seated('stagehand');
    const reader = await seated('plainviewer');
    speaker.socket.send('PRIVMSG #mainstage :\u0001ACTION bows\u0001\r\n');
    const state = await until(speaker, 'USERSTATE');
    const line = await until(reader, 'PRIVMSG');
    expect(line).toContain('badges=moderator/1');
    expect(line.endsWith(':\u0001ACTION bows\u0001')).toBe(true);
    const id = /;id=([\w-]+)/.exec(line)?.[1] ?? 'none';
    expect(state).toContain(`id=${id}`);
  });

  test('tells timeouts, bans, deletions and announcements', async () => {
    const reader = await seated('stagehand');
    const line = stage.drive.say('mainstage', { from: 'plainviewer', text: 'bad' });
    stage.drive.deleteMessage('mainstage', line.id);
    expect(await until(reader, 'CLEARMSG')).toContain(`target-msg-id=${line.id}`);
    stage.drive.timeout('mainstage', 'plainviewer', 30);
    const timeout = await until(reader, 'CLEARCHAT');
    expect(timeout).toContain('@ban-duration=30;');
    expect(timeout.endsWith('CLEARCHAT #mainstage :plainviewer')).toBe(true);
    stage.drive.ban('mainstage', 'plainviewer');
    expect(await until(reader, 'CLEARCHAT')).not.toContain('ban-duration');
    stage.world.announce('mainstage', {
      kind: 'announcement',
      from: 'stagehand',
      system: 'a; b',
      text: 'Hear',
    });
    expect(await until(reader, 'USERNOTICE')).toContain('system-msg=a\\:\\sb');
  });

  test('refuses the banned, answers pings and does not know everything', async () => {
    const viewer = await seated('plainviewer');
    stage.drive.ban('mainstage', 'plainviewer');
    viewer.socket.send('PRIVMSG #mainstage :hello?\r\n');
    expect(await until(viewer, 'NOTICE')).toContain('@msg-id=msg_banned');
    viewer.socket.send('PING :x\r\n');
    expect(await until(viewer, 'PONG')).toBe(':tmi.twitch.tv PONG tmi.twitch.tv :x');
    viewer.socket.send('DANCE\r\n');
    expect(await until(viewer, '421')).toContain('DANCE :Unknown command');
  });
});
