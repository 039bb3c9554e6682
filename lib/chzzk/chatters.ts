/** The chat of a channel's broadcast, and who somebody in it is. */
import { fail } from '../failure.ts';
import { ask, type Fetch } from './ask.ts';
import { type ChatProfile, publicCalls } from './public.ts';

/** The id of the chat of a channel's broadcast. @throws FailureError `chzzk-no-chat` (nothing is broadcast), and as `ask` */
export async function chatOf(fetch: Fetch, channelId: string): Promise<string> {
  const { chatChannelId } = await ask(fetch, publicCalls.liveStatus, {}, { channelId });
  return chatChannelId ?? fail({ code: 'chzzk-no-chat' });
}

/** What CHZZK says now of whoever has the id `userIdHash`, in the chat of a channel. @throws FailureError */
export async function chatterIn(fetch: Fetch, channelId: string, userIdHash: string): Promise<ChatProfile> {
  const query = { chatType: 'STREAMING', streamingChannelId: channelId };
  const path = { chatChannelId: await chatOf(fetch, channelId), userIdHash };
  return ask(fetch, publicCalls.chatProfile, query, path);
}
