/** The lines of a live chat: blinding and pinning one, and keeping somebody quiet for a while. */
import * as z from 'zod/mini';

import { call, channelHash } from './call.ts';
import { channelUrl, chatsUrl, none, nothing, number, person } from './shapes.ts';

/** The chat of one broadcast, `N` and five more; it changes from one to the next. */
const chatChannelId = z.string().check(z.regex(/^[A-Za-z0-9]{4,12}$/));
const chat = { channelId: chatChannelId, chatType: z.literal('STREAMING') };

/** A line, as CHZZK finds it again. `messageTime` is the line's own time, Unix epoch milliseconds. */
const line = {
  ...chat,
  message: z.string(),
  messageTime: number,
  messageUserIdHash: channelHash,
  streamingChannelId: channelHash,
};

const common = { path: none, query: none } as const;
/** The host of the chats is only known to take these from the pages that chat. */
const onChats = { ...common, from: 'chat' } as const;

/** The calls. */
export const chatCalls = {
  /** Keeps somebody quiet for a while and hides what they wrote. CHZZK chooses how long, and it cannot be taken back. */
  quieten: call({
    ...common,
    from: 'site',
    id: 'chat.quieten',
    known: 'temporary restrict (chat timeout)',
    method: 'POST',
    url: `${channelUrl}/temporary-restrict-users`,
    body: z.object({ chatChannelId, targetId: channelHash }),
    needs: 'CHAT_MANAGE',
    content: z.nullish(person),
  }),
  blind: call({
    ...onChats,
    id: 'chat.blind',
    known: 'blind one message',
    method: 'POST',
    url: `${chatsUrl}/blind-message`,
    body: z.object(line),
    needs: 'CHAT_BLIND',
    content: nothing,
  }),
  pin: call({
    ...onChats,
    id: 'chat.pin',
    known: 'pin (notice) a message',
    method: 'POST',
    url: `${chatsUrl}/notices`,
    body: z.object({ ...line, extras: z.nullable(z.string()) }),
    needs: 'CHAT_MANAGE',
    content: nothing,
  }),
  unpin: call({
    ...onChats,
    id: 'chat.unpin',
    known: 'unpin',
    method: 'DELETE',
    url: `${chatsUrl}/notices`,
    body: z.object(chat),
    needs: 'CHAT_MANAGE',
    content: nothing,
  }),
} as const;
