/** The way into a channel's chat: which chat it is, how it is set, and what it is opened with. */
import type { ChatMode } from '../../chat/mode.ts';
import { ask, type Fetch } from '../ask.ts';
import { publicCalls } from '../public.ts';
import type { Door } from './connection.ts';
import { modeOf } from './mode.ts';

/**
 * Asks CHZZK for the way into the chat of `channelId`; of the chat `known` only whether it is still the one. The pass is
 * nobody's: it is asked for without the browser's login, and lets one read.
 *
 * @throws FailureError as {@link ask}; `platform-refused` 42601 where nobody may read without a login (an age limit)
 */
export async function readDoor(
  fetch: Fetch,
  channelId: string,
  known?: string,
): Promise<Door & { readonly mode?: ChatMode }> {
  const status = await ask(fetch, publicCalls.liveStatus, {}, { channelId });
  const chat = status.chatChannelId;
  if (chat == null) return {};
  const mode = modeOf(status);
  if (chat === known) return { chat, ...(mode && { mode }) };
  const query = { channelId: chat, chatType: 'STREAMING' };
  const { accessToken: pass } = await ask(fetch, publicCalls.chatAccessToken, query);
  return { chat, pass, ...(mode && { mode }) };
}
