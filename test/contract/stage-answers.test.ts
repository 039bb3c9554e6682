/** Calls every endpoint of the stage once and holds its answer to the fields that the reference states. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openSocket, type Reply } from '../stage/ask.ts';
import type { Endpoint } from '../stage/helix/endpoint.ts';
import { type EndpointId, endpoints } from '../stage/helix/endpoints/index.ts';
import { scopes } from '../stage/oauth/scopes.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import type { GuestStar } from '../stage/world/guest-star.ts';
import { missing, referenceRows } from './helix-reference.ts';

const everyScope = [...scopes];

/** What a call gives beyond the ids that every endpoint's parameters say by their names. */
interface Given {
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: object;
}

/** Fields that the reference lists once although they are not in every answer, or that it lists in the wrong place. */
const notAlways: Readonly<Record<string, readonly string[]>> = {
  'get-extension-analytics': ['data[].extension_id'],
  'send-chat-message': ['data[].drop_reason'],
  'create-eventsub-subscription': [
    'transport.callback',
    'transport.connected_at',
    'transport.disconnected_at',
  ],
  'get-eventsub-subscriptions': ['transport.callback', 'transport.connected_at', 'transport.disconnected_at'],
  'get-conduit-shards': [
    'transport.callback',
    'transport.connected_at',
    'transport.disconnected_at',
    'session_id',
  ],
  'update-conduit-shards': [
    'transport.callback',
    'transport.connected_at',
    'transport.disconnected_at',
    'session_id',
  ],
  'check-user-subscription': ['gifter_'],
  // May be null since June 2026.
  'get-channel-teams': ['data[].background_image_url', 'data[].banner'],
  'get-teams': ['data[].background_image_url', 'data[].banner'],
  'get-extension-configuration-segment': ['data[].broadcaster_id'],
  // The reference's indentation puts what belongs to the train under its contributions, and the records outside.
  'get-hype-train-status': ['data[].current.', 'all_time_high'],
};

describe('the answers of the stage', () => {
  let stage: Stage;
  let given: (endpoint: Endpoint) => Given;

  beforeAll(async () => {
    stage = await startStage();
    given = prepare(stage, await session(stage));
  });

  afterAll(() => stage.close());

  const responses = new Map(referenceRows().map((row) => [row.id, row.response]));

  test.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (id, endpoint) => {
    const reply = await callOf(stage, endpoint, given(endpoint));
    if (endpoint.path.includes('/tags')) {
      expect(reply.status).toBe(410);
      return;
    }
    expect(reply.status, reply.text).toBe(endpoint.success);
    if (endpoint.success === 204) expect(reply.text).toBe('');
    else if (id === 'get-channel-icalendar') expect(reply.headers['content-type']).toContain('text/calendar');
    else if (missing === undefined) expect(differences(id, responses.get(id) ?? '', reply.json)).toEqual([]);
  });
});

/** Opens an EventSub session and answers with its id; the socket closes with the stage. */
async function session(stage: Stage): Promise<string> {
  const welcomed = stage.drive.eventsub.nextSession();
  const socket = openSocket(stage, 'wss://eventsub.wss.twitch.tv/ws');
  socket.on('error', () => undefined);
  return welcomed;
}

/** Sends a call with the right kind of token for its endpoint, in the name of the broadcaster. */
function callOf(stage: Stage, endpoint: Endpoint, { query = {}, body }: Given): Promise<Reply> {
  const user = stage.drive.token('mainstage', everyScope);
  const url = new URL(`https://api.twitch.tv/helix${endpoint.path}`);
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : value) url.searchParams.append(name, one);
  }
  const token =
    endpoint.token === 'app'
      ? stage.drive.appToken().token
      : endpoint.token === 'jwt'
        ? stage.drive.extensionJwt({ channel_id: user.userId })
        : user.token;
  return ask(stage, url, {
    method: endpoint.method,
    headers: { authorization: `Bearer ${token}`, 'client-id': user.clientId },
    ...(body && { body }),
  });
}

/** Puts something of every kind into the world; answers with what a call to each endpoint must name. */
function prepare(stage: Stage, sessionId: string): (endpoint: Endpoint) => Given {
  const { world } = stage;
  const main = world.user('mainstage');
  const viewer = world.user('plainviewer');
  const { clientId } = stage.drive.token('mainstage', everyScope);
  const line = world.say('mainstage', { from: 'plainviewer', text: 'hello Kappa @stagehand' });
  const other = world.say('mainstage', { from: 'teapot_tyrant', text: 'again' });
  world.ban('mainstage', 'rudeboy_1999', { reason: 'rude' });
  const request = world.safety.requestUnban('mainstage', 'rudeboy_1999', 'sorry');
  const held = world.safety.hold('mainstage', { from: 'plainviewer', text: 'shut up' });
  const term = world.safety.block(main.id, 'spoiler', main.id);
  world.safety.block(main.id, 'other spoiler', main.id);
  const settings = {
    title: 'Hydrate',
    prompt: '',
    cost: 100,
    backgroundColor: '#FFFFFF',
    enabled: true,
    paused: false,
    inputRequired: false,
    skipQueue: false,
    maxPerStream: undefined,
    maxPerUser: undefined,
    cooldown: undefined,
  };
  const reward = world.rewards.create(main.id, clientId, settings);
  const doomed = world.rewards.create(main.id, clientId, { ...settings, title: 'Doomed' });
  const redemption = world.rewards.redeem(reward, 'plainviewer');
  world.rewards.redeem(reward, 'plainviewer');
  const poll = world.polls.start(main.id, 'Which?', ['a', 'b'], 60);
  const orla = world.user('orlathebard');
  const prediction = world.predictions.start(main.id, 'Will it?', ['yes', 'no'], 60);
  world.predictions.stake(prediction, 'plainviewer', 0, 10);
  const segment = world.schedules.add(main.id, {
    startAt: world.clock.now() + 86_400_000,
    duration: 60,
    timezone: 'Asia/Seoul',
    title: 'Later',
    categoryId: '743',
    recurring: true,
  });
  const lost = world.schedules.add(main.id, { ...segment.segment, title: 'Never' });
  const video = world.recordings.running(main.id) ?? expect.unreachable();
  world.recordings.mark(video, main.id, 'here');
  const gone = world.recordings.add({ ...video, streamId: undefined, duration: 60 });
  const clip = world.recordings.clip({
    channelId: main.id,
    creatorId: viewer.id,
    title: 'Look',
    duration: 30,
  });
  world.clock.advance(10_000);
  world.office.teams.push({
    id: '5',
    name: 'ropes',
    displayName: 'Ropes',
    info: '',
    createdAt: 0,
    memberIds: [main.id],
  });
  world.office.powerUps.push({ id: 'p1', channelId: main.id, title: 'Confetti', bits: 50 });
  world.office.organizations.add(clientId);
  world.office.drops.push({
    id: 'd1',
    benefitId: 'b',
    userId: main.id,
    gameId: '743',
    at: 0,
    status: 'CLAIMED',
  });
  world.office.extensionConfig.set('global ', { segment: 'global', content: 'x', version: '1' });
  const conduit = { id: 'c1', clientId, shardCount: 2, shards: new Map() };
  const spare = { id: 'c2', clientId, shardCount: 2, shards: new Map() };
  world.office.conduits.push(conduit, spare);
  world.office.extensionSecrets.push({ content: 's', activeAt: 0, expiresAt: 1 });
  world.editors.set(main.id, new Map([[viewer.id, 0]]));
  world.blocked.set(main.id, new Map([[viewer.id, 0]]));
  world.life.cheers.set(main.id, new Map([[viewer.id, 500]]));
  world.life.goals.set(main.id, [
    { id: 'g', type: 'follower', description: '', current: 1, target: 2, createdAt: 0 },
  ]);
  world.life.campaigns.set(main.id, {
    id: 'c',
    name: 'Ropes',
    description: '',
    website: 'https://example.com',
    currency: 'EUR',
    target: 1000,
    donations: [{ id: 'x', userId: viewer.id, amount: 10 }],
  });
  world.life.hypeTrains.set(main.id, {
    id: 'h',
    level: 2,
    total: 1,
    progress: 1,
    goal: 2,
    startedAt: 0,
    expiresAt: 1,
    contributions: [{ userId: viewer.id, type: 'bits', total: 1 }],
  });
  world.sharedChats.push({ id: 's', channelIds: [main.id, orla.id], since: 0 });
  world.goLive('orlathebard');
  const star: GuestStar = {
    id: 'gs',
    channelId: main.id,
    at: 0,
    guests: [],
    invites: new Map([[viewer.id, 0]]),
  };
  world.office.guestStars.set(main.id, star);

  const websocket = { method: 'websocket', session_id: sessionId };
  const mod = { broadcaster_id: main.id, moderator_id: main.id };
  const stageGuest = { ...mod, session_id: 'gs', guest_id: viewer.id };
  const own: Partial<Record<EndpointId, Given>> = {
    'start-commercial': { body: { broadcaster_id: main.id, length: 30 } },
    'modify-channel-information': {
      query: { broadcaster_id: main.id },
      body: { title: 'New', tags: ['Ropes'] },
    },
    'get-custom-power-up': { query: { broadcaster_id: main.id, id: ['p1'] } },
    'get-extension-transactions': { query: { extension_id: 'x' } },
    'create-custom-rewards': { query: { broadcaster_id: main.id }, body: { title: 'Stretch', cost: 5 } },
    'delete-custom-reward': { query: { broadcaster_id: main.id, id: doomed.id } },
    'update-custom-reward': { query: { broadcaster_id: main.id, id: reward.id }, body: { cost: 7 } },
    'get-custom-reward-redemption': {
      query: { broadcaster_id: main.id, reward_id: reward.id, status: 'UNFULFILLED' },
    },
    'update-redemption-status': {
      query: { broadcaster_id: main.id, reward_id: reward.id, id: [redemption.id] },
      body: { status: 'FULFILLED' },
    },
    'get-emote-sets': { query: { emote_set_id: ['0'] } },
    'update-chat-settings': { query: mod, body: { slow_mode: true, slow_mode_wait_time: 10 } },
    'send-chat-announcement': { query: mod, body: { message: 'Hear, hear', color: 'blue' } },
    'send-a-shoutout': {
      query: { from_broadcaster_id: main.id, to_broadcaster_id: orla.id, moderator_id: main.id },
    },
    'send-chat-message': { body: { broadcaster_id: main.id, sender_id: main.id, message: 'Welcome' } },
    'get-pinned-chat-message': { query: mod },
    'pin-chat-message': { query: { ...mod, message_id: line.id } },
    'update-pinned-chat-message': { query: { ...mod, message_id: line.id, duration_seconds: '60' } },
    'unpin-chat-message': { query: { ...mod, message_id: line.id } },
    'update-user-chat-color': { query: { user_id: main.id, color: 'coral' } },
    'get-clips': { query: { id: [clip.id] } },
    'create-clip-from-vod': {
      query: {
        editor_id: main.id,
        broadcaster_id: main.id,
        vod_id: video.id,
        vod_offset: '40',
        duration: '20',
        title: 'From before',
      },
    },
    'get-clips-download': { query: { editor_id: main.id, broadcaster_id: main.id, clip_id: [clip.id] } },
    'create-conduits': { body: { shard_count: 3 } },
    'update-conduits': { body: { id: 'c1', shard_count: 5 } },
    'delete-conduit': { query: { id: 'c2' } },
    'get-conduit-shards': { query: { conduit_id: 'c1' } },
    'update-conduit-shards': {
      body: {
        conduit_id: 'c1',
        shards: [
          { id: '0', transport: websocket },
          { id: '99', transport: websocket },
        ],
      },
    },
    'update-drops-entitlements': { body: { entitlement_ids: ['d1'], fulfillment_status: 'FULFILLED' } },
    'get-extension-configuration-segment': { query: { extension_id: 'x', segment: 'global' } },
    'set-extension-configuration-segment': { body: { extension_id: 'x', segment: 'global', content: 'x' } },
    'set-extension-required-configuration': {
      query: { broadcaster_id: main.id },
      body: { extension_id: 'x', extension_version: '1', required_configuration: 'y' },
    },
    'send-extension-pubsub-message': {
      body: { target: ['broadcast'], broadcaster_id: main.id, is_global_broadcast: false, message: 'x' },
    },
    'get-extension-live-channels': { query: { extension_id: 'stageext0polls00000000000001' } },
    'create-extension-secret': { query: { extension_id: 'x' } },
    'send-extension-chat-message': {
      query: { broadcaster_id: main.id },
      body: { text: 'loud', extension_id: 'x', extension_version: '1' },
    },
    'get-extensions': { query: { extension_id: 'stageext0polls00000000000001' } },
    'get-released-extensions': { query: { extension_id: 'stageext0polls00000000000001' } },
    'update-extension-bits-product': {
      body: { sku: 'clap', cost: { amount: 1, type: 'bits' }, display_name: 'Clap' },
    },
    'create-eventsub-subscription': {
      body: {
        type: 'stream.online',
        version: '1',
        condition: { broadcaster_user_id: main.id },
        transport: websocket,
      },
    },
    'get-games': { query: { id: ['743'] } },
    'update-channel-guest-star-settings': { query: { broadcaster_id: main.id }, body: { slot_count: 3 } },
    'create-guest-star-session': { query: { broadcaster_id: orla.id } },
    'end-guest-star-session': { query: { broadcaster_id: main.id, session_id: 'gs' } },
    'get-guest-star-invites': { query: { ...mod, session_id: 'gs' } },
    'send-guest-star-invite': { query: { ...stageGuest, guest_id: orla.id } },
    'delete-guest-star-invite': { query: { ...stageGuest, guest_id: orla.id } },
    'assign-guest-star-slot': { query: { ...stageGuest, slot_id: '1' } },
    'update-guest-star-slot': { query: { ...stageGuest, source_slot_id: '1', destination_slot_id: '2' } },
    'delete-guest-star-slot': { query: { ...stageGuest, slot_id: '2' } },
    'update-guest-star-slot-settings': { query: { ...stageGuest, slot_id: '2', volume: '50' } },
    'check-automod-status': {
      query: { broadcaster_id: main.id },
      body: { data: [{ msg_id: '1', msg_text: 'hi' }] },
    },
    'manage-held-automod-messages': { body: { user_id: main.id, msg_id: held.id, action: 'ALLOW' } },
    'update-automod-settings': { query: mod, body: { overall_level: 2 } },
    'ban-user': { query: mod, body: { data: { user_id: viewer.id, duration: 60 } } },
    'get-unban-requests': { query: { ...mod, status: 'pending' } },
    'resolve-unban-requests': { query: { ...mod, unban_request_id: request.id, status: 'approved' } },
    'add-blocked-term': { query: mod, body: { text: 'ending' } },
    'remove-blocked-term': { query: { ...mod, id: term.id } },
    'delete-chat-messages': { query: { ...mod, message_id: other.id } },
    'remove-channel-moderator': { query: { broadcaster_id: main.id, user_id: world.user('usher_uma').id } },
    'add-channel-moderator': { query: { broadcaster_id: main.id, user_id: world.user('mothlamp').id } },
    'add-channel-vip': { query: { broadcaster_id: main.id, user_id: world.user('bramble_b').id } },
    'remove-channel-vip': { query: { broadcaster_id: main.id, user_id: world.user('cue_caller').id } },
    'update-shield-mode-status': { query: mod, body: { is_active: true } },
    'warn-chat-user': { query: mod, body: { data: { user_id: viewer.id, reason: 'careful' } } },
    'add-suspicious-status-to-chat-user': { query: mod, body: { user_id: viewer.id, status: 'RESTRICTED' } },
    'get-polls': { query: { broadcaster_id: main.id, id: [poll.id] } },
    'create-poll': {
      body: {
        broadcaster_id: main.id,
        title: 'What?',
        choices: [{ title: 'a' }, { title: 'b' }],
        duration: 15,
      },
    },
    'end-poll': { body: { broadcaster_id: main.id, id: poll.id, status: 'TERMINATED' } },
    'create-prediction': {
      body: {
        broadcaster_id: main.id,
        title: 'What?',
        outcomes: [{ title: 'a' }, { title: 'b' }],
        prediction_window: 30,
      },
    },
    'end-prediction': {
      body: {
        broadcaster_id: main.id,
        id: prediction.id,
        status: 'RESOLVED',
        winning_outcome_id: prediction.outcomes[0]?.id,
      },
    },
    'start-a-raid': { query: { from_broadcaster_id: main.id, to_broadcaster_id: orla.id } },
    'create-channel-stream-schedule-segment': {
      query: { broadcaster_id: main.id },
      body: { start_time: '2027-01-01T20:00:00Z', timezone: 'Europe/Paris', duration: '60' },
    },
    'update-channel-stream-schedule-segment': {
      query: { broadcaster_id: main.id, id: segment.id },
      body: { title: 'Sooner' },
    },
    'delete-channel-stream-schedule-segment': { query: { broadcaster_id: main.id, id: lost.id } },
    'search-categories': { query: { query: 'chess' } },
    'search-channels': { query: { query: 'main' } },
    'create-stream-marker': { body: { user_id: main.id } },
    'get-stream-markers': { query: { video_id: video.id } },
    'check-user-subscription': { query: { broadcaster_id: orla.id, user_id: main.id } },
    'get-teams': { query: { name: 'ropes' } },
    'block-user': { query: { target_user_id: orla.id } },
    'unblock-user': { query: { target_user_id: orla.id } },
    'update-user': { query: { description: 'A stage.' } },
    'update-user-extensions': { body: { data: { panel: { '1': { active: false } } } } },
    'get-videos': { query: { user_id: main.id } },
    'delete-videos': { query: { id: [gone.id] } },
    'send-whisper': { query: { from_user_id: main.id, to_user_id: viewer.id }, body: { message: 'psst' } },
  };
  world.subscribe('orlathebard', 'mainstage');

  /** A step before a call that would else meet what an earlier call has left. */
  const before: Partial<Record<EndpointId, () => void>> = {
    'get-pinned-chat-message': () => world.pins.pin(line, main.id, undefined),
    'pin-chat-message': () => world.pins.unpin(main.id, main.id),
    'create-poll': () => world.polls.end(poll, 'TERMINATED'),
    'end-poll': () => {
      const running = world.polls.running(main.id) ?? expect.unreachable();
      Object.assign(own['end-poll']?.body ?? {}, { id: running.id });
    },
    'create-prediction': () => world.predictions.end(prediction, undefined),
    'end-prediction': () => {
      const running = world.predictions.running(main.id) ?? expect.unreachable();
      Object.assign(own['end-prediction']?.body ?? {}, {
        id: running.id,
        winning_outcome_id: running.outcomes[0]?.id,
      });
    },
    'create-guest-star-session': () => {
      world.office.guestStars.delete(main.id);
      own['create-guest-star-session'] = { query: { broadcaster_id: main.id } };
    },
    'delete-eventsub-subscription': () => {
      const [first] = world.eventsub?.subscriptions.keys() ?? [];
      own['delete-eventsub-subscription'] = { query: { id: first ?? '' } };
    },
    'get-eventsub-subscriptions': () => {
      const { userId = '' } = stage.drive.token('mainstage', everyScope);
      const type = { type: 'stream.offline', version: '1', condition: { broadcaster_user_id: main.id } };
      world.eventsub?.subscribe({ ...type, clientId, userId, sessionId, cost: 0 });
    },
    'update-guest-star-slot-settings': () => {
      star.guests.push({
        userId: viewer.id,
        slotId: '2',
        live: false,
        volume: 1,
        audio: true,
        video: true,
        at: 0,
      });
    },
    'get-conduit-shards': () => conduit.shards.set('1', { id: '1', status: 'enabled', transport: websocket }),
    'cancel-a-raid': () => world.life.raidOf(main.id) ?? world.life.raid(main.id, orla.id),
    'send-chat-message': () => world.clock.advance(60_000),
    'unban-user': () => world.banOf(main.id, viewer.id) ?? world.ban('mainstage', 'plainviewer'),
  };
  return (endpoint) => {
    const id = endpoint.id as EndpointId;
    if (id.includes('guest-star') && id !== 'create-guest-star-session')
      world.office.guestStars.set(main.id, star);
    before[id]?.();
    return own[id] ?? { query: usual(endpoint) };
  };

  /** The ids that parameters ask for by their names. */
  function usual(endpoint: Endpoint): Record<string, string> {
    const values: Readonly<Record<string, string>> = {
      broadcaster_id: main.id,
      moderator_id: main.id,
      user_id: endpoint.own === 'user_id' ? main.id : viewer.id,
      extension_id: 'x',
    };
    const named = endpoint.query.filter((param) => param.required === true || param.name === endpoint.own);
    return Object.fromEntries(named.map(({ name }) => [name, values[name] ?? '']));
  }
}

/** Fields that are in the answer and not in the reference, or the other way round, or of another type. */
function differences(id: string, response: string, answer: unknown): string[] {
  const stated = new Map<string, string>();
  for (const field of response.split(/, (?=[\w.[\]]+:)/)) {
    const at = field.indexOf(':');
    stated.set(field.slice(0, at), field.slice(at + 1));
  }
  const found: string[] = [];
  const excused = ['pagination.cursor', ...(notAlways[id] ?? [])];
  const lenient = (path: string): boolean => excused.some((part) => path.includes(part));
  const open = [...stated].filter(([, type]) => /^object(\||\{|$)/.test(type)).map(([path]) => path);
  const listed = (path: string): boolean =>
    [...stated.keys()].some((one) => one.startsWith(`${path}.`) || one.startsWith(`${path}[]`));

  const walk = (value: unknown, path: string): void => {
    const type = stated.get(path);
    if (path !== '' && type === undefined) {
      // What is inside an object without listed fields is not the reference's business.
      const parent = open.findLast((one) => path.startsWith(`${one}.`));
      if (!lenient(path) && (parent === undefined || listed(parent)))
        found.push(`${path} is not in the reference`);
      return;
    }
    if (type !== undefined && !fits(value, type) && !lenient(path))
      found.push(`${path} is ${typeof value}, not ${type}`);
    if (Array.isArray(value)) {
      for (const item of value) if (typeof item === 'object') children(item, `${path}[]`, walk);
    } else if (typeof value === 'object' && value !== null) children(value, path, walk);
  };
  const children = (value: unknown, path: string, each: typeof walk): void => {
    const object = value as Record<string, unknown>;
    for (const [name, inner] of Object.entries(object)) each(inner, path === '' ? name : `${path}.${name}`);
    for (const one of stated.keys()) {
      const rest = path === '' ? one : one.startsWith(`${path}.`) ? one.slice(path.length + 1) : undefined;
      if (rest !== undefined && !/[.[]/.test(rest) && !(rest in object) && !lenient(one))
        found.push(`${one} is missing`);
    }
  };
  walk(answer, '');
  return [...new Set(found)];
}

function fits(value: unknown, type: string): boolean {
  if (value === null) return type.includes('null') || type.startsWith('object');
  if (type.startsWith('array')) return Array.isArray(value);
  if (type.startsWith('object')) return typeof value === 'object';
  if (type.startsWith('integer')) return Number.isInteger(value);
  if (type.startsWith('number')) return typeof value === 'number';
  if (type.startsWith('boolean')) return typeof value === 'boolean';
  return typeof value === 'string';
}
