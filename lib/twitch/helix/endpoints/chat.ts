import { either, endpoint, looking } from '../endpoint.ts';
import { stands } from '../looks.ts';
import { callsFor, differ, forbids, needs } from '../rules.ts';
import { aUser, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import {
  boolean,
  date,
  flag,
  id,
  integer,
  list,
  nullable,
  object,
  optional,
  string,
  text,
  whole,
} from '../spec.ts';

const category = 'Chat';

const nameColors = [
  'blue',
  'blue_violet',
  'cadet_blue',
  'chocolate',
  'coral',
  'dodger_blue',
  'firebrick',
  'golden_rod',
  'green',
  'hot_pink',
  'orange_red',
  'red',
  'sea_green',
  'spring_green',
  'yellow_green',
] as const;

const chatSettings = object({
  broadcaster_id: string,
  emote_mode: boolean,
  follower_mode: boolean,
  follower_mode_duration: nullable(integer),
  moderator_id: optional(string),
  non_moderator_chat_delay: optional(boolean),
  non_moderator_chat_delay_duration: optional(nullable(integer)),
  slow_mode: boolean,
  slow_mode_wait_time: nullable(integer),
  subscriber_mode: boolean,
  unique_chat_mode: boolean,
});

/**
 * Who is in the chat of a channel that the user moderates.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-chatters
 */
export const getChatters = endpoint('get-chatters', 'Get Chatters', 'GET', '/chat/chatters', {
  category,
  tokens: either,
  scopes: [['moderator:read:chatters']],
  self: 'moderator_id',
  query: { broadcaster_id: id, moderator_id: id, first: pageSize(1000, 100), after: cursor },
  response: paged(object(aUser), { total: integer }),
  page: byCursor,
});

/**
 * The settings of a chat room. `moderator_id` adds the delay for those who do not moderate.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-chat-settings
 */
export const getChatSettings = endpoint('get-chat-settings', 'Get Chat Settings', 'GET', '/chat/settings', {
  category,
  tokens: either,
  self: 'moderator_id',
  selfIfGiven: true,
  query: { broadcaster_id: id, moderator_id: optional(id) },
  response: data(chatSettings),
  moreWith: ['moderator:read:chat_settings'],
});

/**
 * Changes the settings of a chat room. A duration goes with its switch, in the same call.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-chat-settings
 */
export const updateChatSettings = looking(
  endpoint('update-chat-settings', 'Update Chat Settings', 'PATCH', '/chat/settings', {
    category,
    tokens: either,
    scopes: [['moderator:manage:chat_settings']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    body: {
      emote_mode: optional(boolean),
      follower_mode: optional(boolean),
      follower_mode_duration: optional(whole({ min: 0, max: 129_600, default: 0, unit: 'min' })),
      non_moderator_chat_delay: optional(boolean),
      non_moderator_chat_delay_duration: optional(whole({ choices: [2, 4, 6], unit: 's' })),
      slow_mode: optional(boolean),
      slow_mode_wait_time: optional(whole({ min: 3, max: 120, default: 30, unit: 's' })),
      subscriber_mode: optional(boolean),
      unique_chat_mode: optional(boolean),
    },
    rules: [
      needs('follower_mode_duration', 'follower_mode'),
      needs('non_moderator_chat_delay_duration', 'non_moderator_chat_delay'),
      callsFor('non_moderator_chat_delay_duration', 'non_moderator_chat_delay'),
      needs('slow_mode_wait_time', 'slow_mode'),
    ],
    response: data(chatSettings),
  }),
  async ({ broadcaster_id, moderator_id, ...wanted }, { read }) => {
    const answer = await read(getChatSettings, { broadcaster_id, moderator_id });
    return stands(wanted, answer.data[0]);
  },
);

/**
 * The shared chat that a channel takes part in; an empty list for none.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-shared-chat-session
 */
export const getSharedChatSession = endpoint(
  'get-shared-chat-session',
  'Get Shared Chat Session',
  'GET',
  '/shared_chat/session',
  {
    category,
    tokens: either,
    query: { broadcaster_id: id },
    response: data(
      object({
        session_id: string,
        host_broadcaster_id: string,
        participants: list(object({ broadcaster_id: string })),
        created_at: date,
        updated_at: date,
      }),
    ),
  },
);

/**
 * Puts an announcement into the chat.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#send-chat-announcement
 */
export const sendChatAnnouncement = endpoint(
  'send-chat-announcement',
  'Send Chat Announcement',
  'POST',
  '/chat/announcements',
  {
    category,
    tokens: either,
    scopes: [['moderator:manage:announcements']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    body: {
      message: text({ minLength: 1, maxLength: 500 }),
      color: optional(
        text({ choices: ['blue', 'green', 'orange', 'purple', 'primary'], default: 'primary' }),
      ),
      for_source_only: optional(flag({ token: 'app' })),
    },
    limits: [{ count: 1, perMs: 2_000, by: ['broadcaster_id'] }],
  },
);

/**
 * Recommends another broadcaster to the viewers of a live channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#send-a-shoutout
 */
export const sendAShoutout = endpoint('send-a-shoutout', 'Send a Shoutout', 'POST', '/chat/shoutouts', {
  category,
  tokens: either,
  scopes: [['moderator:manage:shoutouts']],
  self: 'moderator_id',
  query: { from_broadcaster_id: id, to_broadcaster_id: id, moderator_id: id },
  rules: [differ('from_broadcaster_id', 'to_broadcaster_id')],
  limits: [
    { count: 1, perMs: 120_000, by: ['from_broadcaster_id'] },
    { count: 1, perMs: 3_600_000, by: ['from_broadcaster_id', 'to_broadcaster_id'] },
  ],
});

/**
 * Says something in a chat. A message that chat refused is answered with `is_sent: false` and a reason.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#send-chat-message
 */
export const sendChatMessage = endpoint('send-chat-message', 'Send Chat Message', 'POST', '/chat/messages', {
  category,
  tokens: either,
  scopes: [['user:write:chat']],
  self: 'sender_id',
  body: {
    broadcaster_id: id,
    sender_id: id,
    message: text({ minLength: 1, maxLength: 500 }),
    reply_parent_message_id: optional(id),
    for_source_only: optional(flag({ token: 'app' })),
    pin: optional(flag({ default: false })),
  },
  rules: [forbids('reply_parent_message_id', 'pin'), forbids('for_source_only', 'pin')],
  response: data(
    object({
      message_id: string,
      is_sent: boolean,
      drop_reason: optional(nullable(object({ code: string, message: string }))),
    }),
  ),
  limits: [{ count: 100, perMs: 30_000, by: [] }],
  scopesWith: { field: 'pin', is: true, scopes: [['moderator:manage:chat_messages']] },
});

/**
 * The colours of users’ names in chat; an empty text for those who never chose one.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-user-chat-color
 */
export const getUserChatColor = endpoint('get-user-chat-color', 'Get User Chat Color', 'GET', '/chat/color', {
  category,
  tokens: either,
  query: { user_id: list(id, { maxItems: 100 }) },
  response: data(object({ ...aUser, color: string })),
});

/**
 * Changes the colour of the user’s name. A `#RRGGBB` colour needs Turbo or Prime.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-user-chat-color
 */
export const updateUserChatColor = endpoint(
  'update-user-chat-color',
  'Update User Chat Color',
  'PUT',
  '/chat/color',
  {
    category,
    scopes: [['user:manage:chat_color']],
    self: 'user_id',
    query: { user_id: id, color: text({ choices: nameColors, or: 'color' }) },
  },
);
