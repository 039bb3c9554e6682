/** What Twitch's page says of the user in a chat. */
import { ask } from '../probe/ask.ts';
import { findAnchor } from './anchors.ts';
import { parseRoom } from './facts.ts';
import type { RoomFacts } from './probe/wire.ts';

/** What the page says of the room of `channel` (its login), if that is the one that stands in `document`. */
export function roomOf(document: Document, channel: string): RoomFacts | undefined {
  const section = findAnchor(document, 'room');
  const room = section && ask(section, parseRoom);
  return room?.channelLogin === channel ? room : undefined;
}

/** Who the user is in the chat of `channel`, as far as the page says so. */
export function viewerIn(
  document: Document,
  channel: string,
): { readonly login?: string; readonly moderates?: boolean } {
  const { currentUserLogin: login, isCurrentUserModerator: moderates } = roomOf(document, channel) ?? {};
  return { ...(login !== undefined && { login }), ...(moderates !== undefined && { moderates }) };
}
