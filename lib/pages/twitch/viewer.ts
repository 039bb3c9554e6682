/** What Twitch's page says of the user in a chat. */
import { pageRoles, type PageRole, roleOfBadge } from '../../channel/role.ts';
import { ask } from '../probe/ask.ts';
import { anySelector, findAnchor } from './anchors.ts';
import { parseFacts, parseRoom } from './facts.ts';
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

/**
 * What else the user `login` is in the chat of `channel`, as far as the page says so: its chat, any line of it, and the badges of
 * their own lines. It asks about one line of each, and is no question for every line.
 */
export function alsoIn(document: Document, channel: string, login: string): readonly PageRole[] {
  const lines = findAnchor(document, 'container')?.querySelectorAll(anySelector.line) ?? [];
  const [newest, own] = [
    [...lines].at(-1),
    [...lines].findLast((line) => line.matches(`[data-a-user="${login}"]`)),
  ];
  const facts = [newest, own].map((line) => line && ask(line, parseFacts));
  const rooms = [roomOf(document, channel), ...facts.map((one) => one?.room)];
  const [, mine] = facts;
  // In a chat that channels share, what was written elsewhere wears the badges of there.
  const isMine =
    mine?.line?.login === login && (mine.line.sourceRoomId ?? mine.room?.channelId) === mine.room?.channelId;
  const badges = isMine ? Object.keys(mine.line.badges ?? {}) : [];
  const said = new Set([
    ...rooms.flatMap((room) =>
      room?.channelLogin === channel && room.currentUserLogin === login ? (room.also ?? []) : [],
    ),
    ...badges.map((set) => (Object.hasOwn(roleOfBadge, set) ? roleOfBadge[set] : undefined)),
  ]);
  return pageRoles.filter((role) => said.has(role));
}
