/** A world with something of everything in it, and a good call of every endpoint. */
import { expect } from 'vitest';
import type { Endpoint } from '../stage/helix/endpoint.ts';
import type { EndpointId } from '../stage/helix/endpoints/index.ts';
import { scopes } from '../stage/oauth/scopes.ts';
import type { Stage } from '../stage/stage.ts';
import type { GuestStar } from '../stage/world/guest-star.ts';

/** All scopes that there are. */
export const everyScope = [...scopes];

/** What a call gives beyond the ids that every endpoint's parameters say by their names. */
export interface Given {
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: object;
}

/** Puts something of every kind into the world; answers with what a call to each endpoint must name. */
export function prepare(stage: Stage, sessionId: string): (endpoint: Endpoint) => Given {
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
