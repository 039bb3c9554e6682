import { rfc3339 } from '../../world/clock.ts';
import { automodTopics, type BlockedTerm, type UnbanRequest } from '../../world/safety.ts';
import type { World } from '../../world/world.ts';
import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

/** Overall level → level of each topic, in the order of {@link automodTopics}. */
const overallLevels: readonly (readonly number[])[] = [
  [0, 0, 0, 0, 0, 0, 0, 0],
  [1, 1, 1, 1, 1, 0, 1, 1],
  [2, 2, 2, 2, 2, 0, 2, 2],
  [3, 3, 3, 3, 3, 1, 3, 3],
  [4, 4, 4, 4, 4, 2, 4, 4],
];

function automodShape(call: Call): object {
  const channelId = call.text('broadcaster_id');
  const { overall, levels } = call.world.safety.automodOf(channelId);
  return {
    data: [
      {
        broadcaster_id: channelId,
        moderator_id: call.text('moderator_id'),
        overall_level: overall,
        ...levels,
      },
    ],
  };
}

function termShape(channelId: string, term: BlockedTerm): object {
  return {
    broadcaster_id: channelId,
    moderator_id: term.moderatorId,
    id: term.id,
    text: term.text,
    created_at: rfc3339(term.at),
    updated_at: rfc3339(term.at),
    expires_at: null,
  };
}

function shieldShape(call: Call): object {
  const shield = call.world.safety.shieldOf(call.text('broadcaster_id'));
  return {
    data: [
      {
        is_active: shield?.active ?? false,
        ...named('moderator', call.world.users.get(shield?.moderatorId ?? '')),
        last_activated_at: shield && shield.lastActivatedAt > 0 ? rfc3339(shield.lastActivatedAt) : '',
      },
    ],
  };
}

function requestShape(world: World, channelId: string, request: UnbanRequest): object {
  return {
    id: request.id,
    ...named('broadcaster', world.users.get(channelId)),
    ...named('moderator', world.users.get(request.moderatorId)),
    ...named('user', world.users.get(request.userId)),
    text: request.text,
    status: request.status,
    created_at: rfc3339(request.createdAt),
    resolved_at: request.resolvedAt === undefined ? '' : rfc3339(request.resolvedAt),
    resolution_text: request.resolution,
  };
}

/** Uses per minute and hour that a channel may make of the AutoMod check, by its kind. */
const checks = { '': [5, 50], affiliate: [10, 100], partner: [30, 300] } as const;

/** Category “Moderation”: AutoMod, terms, shield, warnings, suspicious users, unban requests. */
export const safety = {
  'check-automod-status': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const [perMinute, perHour] = checks[world.users.get(channelId)?.broadcasterType ?? ''];
    const allowed =
      world.quota.use(`automod minute ${channelId}`, perMinute, 60_000) &&
      world.quota.use(`automod hour ${channelId}`, perHour, 3_600_000);
    if (!allowed) {
      refuse(
        429,
        "The broadcaster exceeded the number of chat message checks that they may make. See the endpoint's rate limits.",
      );
    }
    return {
      data: call.objects('data').map((one) => ({
        msg_id: one['msg_id'],
        is_permitted: world.safety.permits(channelId, String(one['msg_text'])),
      })),
    };
  },

  'manage-held-automod-messages': (call) => {
    const { world } = call;
    const held = world.safety.held.get(call.text('msg_id'));
    if (held?.status !== 'held')
      return refuse(404, 'The message specified in the msg_id field was not found.');
    if (!world.isModerator(held.channelId, call.text('user_id'))) {
      refuse(403, "The user in user_id is not one of the broadcaster's moderators.");
    }
    world.safety.decide(held, call.text('user_id'), call.text('action') === 'ALLOW');
    return undefined;
  },

  'get-automod-settings': automodShape,

  'update-automod-settings': (call) => {
    const overall = call.number('overall_level');
    const single = automodTopics.filter((topic) => call.has(topic));
    if ((overall === undefined) === (single.length === 0)) {
      refuse(
        400,
        "The overall_level setting or one or more individual settings like aggression is required; the overall and individual settings are mutually exclusive, so don't set both.",
      );
    }
    const settings = call.world.safety.automodOf(call.text('broadcaster_id'));
    settings.overall = overall ?? null;
    automodTopics.forEach((topic, index) => {
      // What is not named falls back to 0: the call overwrites everything.
      settings.levels[topic] =
        (overall === undefined ? call.number(topic) : overallLevels[overall]?.[index]) ?? 0;
    });
    call.world.events.emit('automodSet', {
      channelId: call.text('broadcaster_id'),
      by: call.userIn('moderator_id'),
      settings,
    });
    return automodShape(call);
  },

  'get-blocked-terms': (call) => {
    const channelId = call.text('broadcaster_id');
    const page = pageOf(call, call.world.safety.termsOf(channelId));
    return { data: page.rows.map((term) => termShape(channelId, term)), pagination: page.pagination };
  },

  'add-blocked-term': (call) => {
    const channelId = call.text('broadcaster_id');
    const term = call.world.safety.block(channelId, call.text('text'), call.text('moderator_id'));
    return { data: [termShape(channelId, term)] };
  },

  'remove-blocked-term': (call) => {
    call.world.safety.unblock(call.text('broadcaster_id'), call.text('id'));
    return undefined;
  },

  'get-shield-mode-status': shieldShape,

  'update-shield-mode-status': (call) => {
    call.world.safety.setShield(
      call.text('broadcaster_id'),
      call.flag('is_active') ?? false,
      call.text('moderator_id'),
    );
    return shieldShape(call);
  },

  'warn-chat-user': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const moderatorId = call.text('moderator_id');
    const userId = call.text('data.user_id');
    if (!world.users.has(userId) || world.isModerator(channelId, userId)) {
      refuse(400, 'The user specified in the user_id may not be warned.');
    }
    if (!world.quota.use(`bans ${channelId}`, world.bansPerMinute, 60_000)) {
      refuse(429, 'The app has exceeded the number of requests it may make per minute for this broadcaster.');
    }
    const { reason } = world.safety.warn(channelId, userId, moderatorId, call.text('data.reason'));
    return { data: [{ broadcaster_id: channelId, user_id: userId, moderator_id: moderatorId, reason }] };
  },

  'add-suspicious-status-to-chat-user': (call) => {
    const status = call.text('status') === 'RESTRICTED' ? 'RESTRICTED' : 'ACTIVE_MONITORING';
    return suspect(call, status);
  },

  'remove-suspicious-status-from-chat-user': (call) => suspect(call, undefined),

  'get-unban-requests': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const only = call.maybe('user_id');
    const rows = world.safety
      .requestsOf(channelId)
      .filter(
        (request) =>
          request.status === call.text('status') && (only === undefined || request.userId === only),
      );
    const page = pageOf(call, rows);
    return {
      data: page.rows.map((request) => requestShape(world, channelId, request)),
      pagination: page.pagination,
    };
  },

  'resolve-unban-requests': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    if (world.safety.noUnbanRequests.has(channelId))
      refuse(400, 'The broadcaster is not receiving unban requests');
    const request = world.safety
      .requestsOf(channelId)
      .find((one) => one.id === call.text('unban_request_id'));
    if (!request) return refuse(404, 'The unban request ID was not found.');
    const status = call.text('status');
    const decides = status === 'approved' || status === 'denied';
    if (!decides || request.status !== 'pending') return refuse(400, 'Invalid requested update');
    world.safety.resolve(channelId, request, status, call.text('moderator_id'), call.text('resolution_text'));
    return { data: [requestShape(world, channelId, request)] };
  },
} as const satisfies Record<string, Handler>;

function suspect(call: Call, status: 'ACTIVE_MONITORING' | 'RESTRICTED' | undefined): object {
  const { world } = call;
  const channelId = call.text('broadcaster_id');
  const moderatorId = call.text('moderator_id');
  const userId = call.text('user_id');
  if (!world.users.has(userId) || world.isModerator(channelId, userId)) {
    refuse(400, 'The status update is not allowed for this user.');
  }
  world.safety.suspect(channelId, userId, moderatorId, status);
  return {
    data: [
      {
        user_id: userId,
        broadcaster_id: channelId,
        moderator_id: moderatorId,
        updated_at: rfc3339(world.clock.now()),
        status: status ?? 'NO_TREATMENT',
        types: status === undefined ? [] : ['MANUALLY_ADDED'],
      },
    ],
  };
}
