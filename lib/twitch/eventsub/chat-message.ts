/** A `channel.chat.message` event as a chat message. */
import * as z from 'zod/mini';

import type { ChatMessage } from '../../chat/message.ts';

const event = z.object({
  broadcaster_user_id: z.string(),
  broadcaster_user_login: z.string(),
  chatter_user_id: z.string(),
  chatter_user_login: z.string(),
  chatter_user_name: z.string(),
  message_id: z.string(),
  message: z.object({ text: z.string() }),
  message_type: z.exactOptional(z.string()),
  color: z.string(),
  badges: z.array(z.object({ set_id: z.string(), id: z.string() })),
  reply: z.nullish(z.object({ parent_message_id: z.string(), parent_user_login: z.string() })),
  source_broadcaster_user_id: z.nullish(z.string()),
});

/**
 * The message that the event tells of; `undefined` when it has another shape than its documentation.
 *
 * @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchatmessage
 */
export function messageFromEvent(value: unknown): ChatMessage | undefined {
  const parsed = event.safeParse(value);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const color = data.color.toLowerCase();
  const source = data.source_broadcaster_user_id;
  return {
    channel: {
      platform: 'twitch',
      login: data.broadcaster_user_login.toLowerCase(),
      id: data.broadcaster_user_id,
    },
    id: data.message_id,
    author: {
      login: data.chatter_user_login.toLowerCase(),
      id: data.chatter_user_id,
      name: data.chatter_user_name,
      ...(color !== '' && { color }),
      badges: Object.fromEntries(data.badges.map(({ set_id, id }) => [set_id, id])),
    },
    text: data.message.text,
    deleted: false,
    ...(data.message_type === 'channel_points_highlighted' && { highlighted: true }),
    ...(data.reply && {
      reply: { id: data.reply.parent_message_id, login: data.reply.parent_user_login.toLowerCase() },
    }),
    ...(typeof source === 'string' && source !== data.broadcaster_user_id && { sourceChannelId: source }),
  };
}
