import { either, endpoint, looking } from '../endpoint.ts';
import { isAbout } from '../looks.ts';
import { excludes } from '../rules.ts';
import { aBroadcaster, aModerator, aUser, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import {
  blankDate,
  boolean,
  date,
  id,
  known,
  list,
  nullable,
  object,
  oneOf,
  optional,
  string,
  text,
  whole,
} from '../spec.ts';

const category = 'Moderation';

const unbanRequest = object({
  ...aBroadcaster,
  ...aUser,
  id: string,
  moderator_id: optional(nullable(string)),
  moderator_login: optional(nullable(string)),
  moderator_name: optional(nullable(string)),
  text: string,
  status: known('pending', 'approved', 'denied', 'acknowledged', 'canceled'),
  created_at: date,
  resolved_at: optional(nullable(blankDate)),
  resolution_text: optional(nullable(string)),
});

const shieldMode = object({ ...aModerator, is_active: boolean, last_activated_at: blankDate });

const suspicion = object({
  user_id: string,
  broadcaster_id: string,
  moderator_id: string,
  updated_at: date,
  status: known('ACTIVE_MONITORING', 'RESTRICTED', 'NO_TREATMENT'),
  types: list(string),
});

/**
 * Who is banned or timed out in the user’s own channel. `expires_at` is empty for a ban.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-banned-users
 */
export const getBannedUsers = endpoint('get-banned-users', 'Get Banned Users', 'GET', '/moderation/banned', {
  category,
  tokens: either,
  scopes: [['moderation:read', 'moderator:manage:banned_users']],
  self: 'broadcaster_id',
  query: {
    broadcaster_id: id,
    user_id: optional(list(id, { maxItems: 100 })),
    first: pageSize(100),
    after: cursor,
    before: cursor,
  },
  rules: [excludes('after', 'before')],
  response: paged(
    object({ ...aUser, ...aModerator, expires_at: blankDate, created_at: date, reason: string }),
  ),
  page: byCursor,
});

/**
 * Bans a user, or times them out for `data.duration` seconds. 400 if they are banned already or may not be.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#ban-user
 */
export const banUser = looking(
  endpoint('ban-user', 'Ban User', 'POST', '/moderation/bans', {
    category,
    tokens: either,
    scopes: [['moderator:manage:banned_users']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    body: {
      data: object({
        user_id: id,
        duration: optional(whole({ min: 1, max: 1_209_600, unit: 's' })),
        reason: optional(text({ maxLength: 500 })),
      }),
    },
    response: data(
      object({
        broadcaster_id: string,
        moderator_id: string,
        user_id: string,
        created_at: date,
        end_time: nullable(date),
      }),
    ),
    busy: true,
  }),
  async ({ broadcaster_id, data: { user_id, duration } }, { read, sentAtMs }) => {
    const { data: bans } = await read(getBannedUsers, { broadcaster_id, user_id: [user_id] });
    const [ban] = bans;
    if (duration === undefined) return { done: ban?.expires_at === '' };
    // A short time-out may have come and gone.
    if (!ban) return duration > 60 ? { done: false } : undefined;
    return { done: isAbout(ban.expires_at, sentAtMs + duration * 1_000) };
  },
);

/**
 * Ends a ban or a time-out. 400 if there is none.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#unban-user
 */
export const unbanUser = looking(
  endpoint('unban-user', 'Unban User', 'DELETE', '/moderation/bans', {
    category,
    tokens: either,
    scopes: [['moderator:manage:banned_users']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, user_id: id },
    busy: true,
  }),
  async ({ broadcaster_id, user_id }, { read }) => {
    const { data: bans } = await read(getBannedUsers, { broadcaster_id, user_id: [user_id] });
    return { done: bans.length === 0 };
  },
);

/**
 * Requests of banned users to be let back in.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-unban-requests
 */
export const getUnbanRequests = endpoint(
  'get-unban-requests',
  'Get Unban Requests',
  'GET',
  '/moderation/unban_requests',
  {
    category,
    scopes: [['moderator:read:unban_requests', 'moderator:manage:unban_requests']],
    self: 'moderator_id',
    query: {
      broadcaster_id: id,
      moderator_id: id,
      status: oneOf('pending', 'approved', 'denied', 'acknowledged', 'canceled'),
      user_id: optional(id),
      after: cursor,
      first: optional(whole({ min: 1 })),
    },
    response: paged(unbanRequest),
    page: byCursor,
  },
);

/**
 * Answers a request to be let back in.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#resolve-unban-requests
 */
export const resolveUnbanRequests = endpoint(
  'resolve-unban-requests',
  'Resolve Unban Requests',
  'PATCH',
  '/moderation/unban_requests',
  {
    category,
    scopes: [['moderator:manage:unban_requests']],
    self: 'moderator_id',
    query: {
      broadcaster_id: id,
      moderator_id: id,
      unban_request_id: id,
      status: oneOf('approved', 'denied'),
      resolution_text: optional(text({ maxLength: 500 })),
    },
    response: data(unbanRequest),
  },
);

/**
 * Deletes one message younger than six hours; without `message_id` it clears the whole chat.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#delete-chat-messages
 */
export const deleteChatMessages = endpoint(
  'delete-chat-messages',
  'Delete Chat Messages',
  'DELETE',
  '/moderation/chat',
  {
    category,
    tokens: either,
    scopes: [['moderator:manage:chat_messages']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, message_id: optional(id) },
  },
);

/**
 * Switches shield mode on or off.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-shield-mode-status
 */
export const updateShieldModeStatus = looking(
  endpoint('update-shield-mode-status', 'Update Shield Mode Status', 'PUT', '/moderation/shield_mode', {
    category,
    tokens: either,
    scopes: [['moderator:manage:shield_mode']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    body: { is_active: boolean },
    response: data(shieldMode),
  }),
  async ({ broadcaster_id, is_active }, { read }) => {
    const answer = await read(getShieldModeStatus, { broadcaster_id });
    return answer.data[0]?.is_active === is_active ? { done: true, answer } : { done: false };
  },
);

/**
 * Whether shield mode is on.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-shield-mode-status
 */
export const getShieldModeStatus = endpoint(
  'get-shield-mode-status',
  'Get Shield Mode Status',
  'GET',
  '/moderation/shield_mode',
  {
    category,
    tokens: either,
    scopes: [['moderator:read:shield_mode', 'moderator:manage:shield_mode']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    response: data(shieldMode),
  },
);

/**
 * Warns somebody, who cannot chat until they have acknowledged it.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#warn-chat-user
 */
export const warnChatUser = endpoint('warn-chat-user', 'Warn Chat User', 'POST', '/moderation/warnings', {
  category,
  tokens: either,
  scopes: [['moderator:manage:warnings']],
  self: 'moderator_id',
  query: { broadcaster_id: id, moderator_id: id },
  body: { data: object({ user_id: id, reason: text({ minLength: 1, maxLength: 500 }) }) },
  response: data(object({ broadcaster_id: string, user_id: string, moderator_id: string, reason: string })),
  busy: true,
});

/**
 * Watches somebody, or holds back all they write (`RESTRICTED`).
 *
 * @see https://dev.twitch.tv/docs/api/reference/#add-suspicious-status-to-chat-user
 */
export const addSuspiciousStatusToChatUser = endpoint(
  'add-suspicious-status-to-chat-user',
  'Add Suspicious Status to Chat User',
  'POST',
  '/moderation/suspicious_users',
  {
    category,
    tokens: either,
    scopes: [['moderator:manage:suspicious_users']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    body: { user_id: id, status: oneOf('ACTIVE_MONITORING', 'RESTRICTED') },
    response: data(suspicion),
  },
);

/**
 * Stops treating somebody as suspicious.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#remove-suspicious-status-from-chat-user
 */
export const removeSuspiciousStatusFromChatUser = endpoint(
  'remove-suspicious-status-from-chat-user',
  'Remove Suspicious Status From Chat User',
  'DELETE',
  '/moderation/suspicious_users',
  {
    category,
    tokens: either,
    scopes: [['moderator:manage:suspicious_users']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, user_id: id },
    response: data(suspicion),
  },
);
