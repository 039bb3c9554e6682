import { either, endpoint, looking } from '../endpoint.ts';
import { isAbout } from '../looks.ts';
import { aUser, data } from '../shapes.ts';
import { date, id, integer, known, list, nullable, object, optional, string, whole } from '../spec.ts';

const category = 'Chat';

/**
 * The message that moderators pinned; an empty list for none.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-pinned-chat-message
 */
export const getPinnedChatMessage = endpoint(
  'get-pinned-chat-message',
  'Get Pinned Chat Message',
  'GET',
  '/chat/pins',
  {
    category,
    tokens: either,
    scopes: [['moderator:read:chat_messages', 'moderator:manage:chat_messages']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    response: data(
      object({
        message_id: string,
        broadcaster_id: string,
        sender_user_id: string,
        sender_user_login: string,
        sender_user_name: string,
        pinned_by_user_id: string,
        pinned_by_user_login: string,
        pinned_by_user_name: string,
        message: object({
          text: string,
          fragments: list(
            object({
              type: known('text', 'emote', 'cheermote', 'mention'),
              text: string,
              emote: nullable(
                object({ id: string, emote_set_id: string, owner_id: string, format: list(string) }),
              ),
              cheermote: nullable(object({ prefix: string, bits: integer, tier: integer })),
              mention: nullable(object({ ...aUser })),
            }),
          ),
        }),
        starts_at: date,
        ends_at: nullable(date),
        updated_at: date,
      }),
    ),
  },
);

/**
 * Pins a message, in place of the one that is pinned. Without a duration it stays until the stream ends.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#pin-chat-message
 */
export const pinChatMessage = looking(
  endpoint('pin-chat-message', 'Pin Chat Message', 'PUT', '/chat/pins', {
    category,
    tokens: either,
    scopes: [['moderator:manage:chat_messages']],
    self: 'moderator_id',
    query: {
      broadcaster_id: id,
      moderator_id: id,
      message_id: id,
      duration_seconds: optional(whole({ min: 30, max: 1800, unit: 's' })),
    },
  }),
  async ({ broadcaster_id, message_id }, { read }) => {
    const { data: pins } = await read(getPinnedChatMessage, { broadcaster_id });
    return { done: pins[0]?.message_id === message_id };
  },
);

/**
 * Changes how long the pinned message stays.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-pinned-chat-message
 */
export const updatePinnedChatMessage = looking(
  endpoint('update-pinned-chat-message', 'Update Pinned Chat Message', 'PATCH', '/chat/pins', {
    category,
    tokens: either,
    scopes: [['moderator:manage:chat_messages']],
    self: 'moderator_id',
    query: {
      broadcaster_id: id,
      moderator_id: id,
      message_id: id,
      duration_seconds: optional(whole({ min: 30, max: 1800, unit: 's' })),
    },
  }),
  async ({ broadcaster_id, message_id, duration_seconds }, { read, sentAtMs }) => {
    const { data: pins } = await read(getPinnedChatMessage, { broadcaster_id });
    const [pin] = pins;
    if (pin?.message_id !== message_id) return { done: false };
    if (duration_seconds === undefined) return { done: pin.ends_at === null };
    return { done: pin.ends_at !== null && isAbout(pin.ends_at, sentAtMs + duration_seconds * 1_000) };
  },
);

/**
 * Takes the pinned message down.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#unpin-chat-message
 */
export const unpinChatMessage = looking(
  endpoint('unpin-chat-message', 'Unpin Chat Message', 'DELETE', '/chat/pins', {
    category,
    tokens: either,
    scopes: [['moderator:manage:chat_messages']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, message_id: id },
  }),
  async ({ broadcaster_id, message_id }, { read }) => {
    const { data: pins } = await read(getPinnedChatMessage, { broadcaster_id });
    return { done: pins[0]?.message_id !== message_id };
  },
);
