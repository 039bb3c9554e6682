import { subscriptionShape } from '../../eventsub/hub.ts';
import { type EventSubType, eventSubTypes } from '../../eventsub/types.ts';
import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';

const maxTotalCost = 10;

/** The fields of the condition, or the refusal of what is missing or unknown in it. */
function conditionOf(call: Call, type: EventSubType): Record<string, string> {
  const given = call.object('condition') ?? refuse(400, 'The condition field is required.');
  const known = [...type.condition, ...(type.optional ?? [])];
  const condition: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (known.includes(name) && typeof value === 'string' && value !== '') condition[name] = value;
  }
  if (type.condition.some((name) => condition[name] === undefined)) {
    refuse(400, 'The condition object is missing one or more required fields.');
  }
  for (const [name, id] of Object.entries(condition)) {
    if (name.endsWith('user_id') && !call.world.users.has(id)) {
      refuse(400, 'The user specified in the condition object does not exist.');
    }
  }
  return condition;
}

/** Refuses whoever may not hear of this. */
function authorize(call: Call, type: EventSubType, condition: Readonly<Record<string, string>>): void {
  const { token, world } = call;
  const missing = type.scopes.some((group) => !group.some((scope) => token?.scopes.includes(scope)));
  const other = type.own !== undefined && condition[type.own] !== token?.userId;
  const channelId = condition['broadcaster_user_id'];
  const moderator = condition['moderator_user_id'];
  const stranger =
    moderator !== undefined && channelId !== undefined && !world.isModerator(channelId, moderator);
  if (missing || other || stranger) refuse(403, 'The access token is missing the required scopes.');
}

/** Category “EventSub”. */
export const eventsub = {
  'create-eventsub-subscription': (call) => {
    const { world, token } = call;
    const hub = world.eventsub ?? refuse(500, 'Internal Server Error.');
    const type = eventSubTypes.find(
      (one) => one.type === call.text('type') && one.version === call.text('version'),
    );
    if (!type) return refuse(400, 'The combination of values in the version and type fields is not valid.');
    const condition = conditionOf(call, type);
    const transport = call.object('transport') ?? {};
    const sessionId = transport['session_id'];
    if (transport['method'] !== 'websocket') {
      // The stage has no web of its own to call back; the checks are Twitch's.
      return refuse(400, 'The callback field is required if you specify the webhook transport method.');
    }
    if (token?.userId === undefined || type.webhookOnly) {
      return refuse(401, 'The access token is not valid.');
    }
    if (typeof sessionId !== 'string' || !hub.hasSession(sessionId)) {
      return refuse(400, 'The session_id field is required if you specify the WebSocket transport method.');
    }
    authorize(call, type, condition);
    const mine = hub.list(call.clientId, token.userId).filter((one) => one.status === 'enabled');
    const same = (one: (typeof mine)[number]): boolean =>
      one.type === type.type && JSON.stringify(sorted(one.condition)) === JSON.stringify(sorted(condition));
    const twin = mine.find((one) => one.sessionId === sessionId && one.version === type.version && same(one));
    if (twin) {
      refuse(
        409,
        'A subscription already exists for the specified event type and condition combination. The id value in the error response is the existing EventSub subscription.',
        { id: twin.id },
      );
    }
    const sessions = new Set([...mine.map((one) => one.sessionId), sessionId]);
    if (sessions.size > 3) refuse(429, 'number of websocket transports limit exceeded');
    if (mine.filter((one) => one.sessionId === sessionId).length >= 300 || mine.filter(same).length >= 3) {
      refuse(
        429,
        'The request exceeds the number of subscriptions that you may create with the same combination of type and condition values.',
      );
    }
    const userIds = Object.entries(condition).filter(([name]) => name.endsWith('user_id'));
    const agreed = userIds.some(([, id]) => world.auth.consentOf(call.clientId, id) !== undefined);
    const cost = type.scopes.length > 0 || agreed ? 0 : 1;
    const spent = mine.reduce((sum, one) => sum + one.cost, 0);
    if (spent + cost > maxTotalCost) {
      refuse(
        429,
        'The request exceeds the number of subscriptions that you may create with the same combination of type and condition values.',
      );
    }
    const subscription = hub.subscribe({
      type: type.type,
      version: type.version,
      condition,
      clientId: call.clientId,
      userId: token.userId,
      sessionId,
      cost,
    });
    return {
      data: [subscriptionShape(subscription)],
      total: mine.length + 1,
      total_cost: spent + cost,
      max_total_cost: maxTotalCost,
    };
  },

  'delete-eventsub-subscription': (call) => {
    const gone = call.world.eventsub?.unsubscribe(call.clientId, call.text('id')) ?? false;
    if (!gone) refuse(404, 'The subscription was not found.');
    return undefined;
  },

  'get-eventsub-subscriptions': (call) => {
    const filters = ['status', 'type', 'user_id', 'subscription_id', 'conduit_id'].filter((name) =>
      call.has(name),
    );
    if (filters.length > 1) {
      refuse(
        400,
        'The request may specify only one filter query parameter. For example, either type or status or user_id.',
      );
    }
    const all = call.world.eventsub?.list(call.clientId, call.token?.userId) ?? [];
    const rows = all.filter(
      (one) =>
        (call.maybe('type') ?? one.type) === one.type &&
        (call.maybe('status') ?? one.status) === one.status &&
        (call.maybe('subscription_id') ?? one.id) === one.id &&
        (!call.has('user_id') || Object.values(one.condition).includes(call.text('user_id'))) &&
        !call.has('conduit_id'),
    );
    const page = pageOf(call, rows, 100);
    return {
      total: all.length,
      data: page.rows.map(subscriptionShape),
      total_cost: all.reduce((sum, one) => sum + (one.status === 'enabled' ? one.cost : 0), 0),
      max_total_cost: maxTotalCost,
      pagination: page.pagination,
    };
  },
} as const satisfies Record<string, Handler>;

function sorted(condition: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(condition).sort(([a], [b]) => a.localeCompare(b));
}
