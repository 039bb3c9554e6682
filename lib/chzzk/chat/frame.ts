/** The frames of CHZZK's chat socket, both ways. All are JSON text. */
import { isObject } from '../../is-object.ts';
import type { ChatNews } from '../../chat/news.ts';
import { type Fields, hashOf, partOf, read, textOf, timeOf } from './fields.ts';
import { messageId } from './message-id.ts';
import { newsOf, pinnedIn, type Room } from './said.ts';

/** What a frame that came is. */
export type Heard =
  | { readonly is: 'ping' | 'pong' }
  | { readonly is: 'connected'; readonly sid: string }
  | { readonly is: 'refused'; readonly code?: number }
  /** The newest messages before now, oldest first, and what is pinned. */
  | { readonly is: 'history'; readonly news: readonly ChatNews[] }
  | { readonly is: 'news'; readonly news: readonly ChatNews[] }
  /** Something that does not concern what is said, or of which nobody knows how it looks. */
  | { readonly is: 'other'; readonly what: string };

const commands = {
  ping: 0,
  pong: 10_000,
  connect: 100,
  connected: 10_100,
  askHistory: 5_101,
  history: 15_101,
  chat: 93_101,
  donation: 93_102,
  event: 93_006,
  kick: 94_005,
  block: 94_006,
  blind: 94_008,
  notice: 94_010,
  penalty: 94_015,
} as const;

/** As CHZZK's own page says it. */
const version = '3';
const service = 'game';

/** How many messages of before are asked for. */
const recent = 50;

const frame = (fields: object): string => JSON.stringify({ ver: version, ...fields });

/** Comes into the chat as somebody who only reads, and is nobody. `pass` is the token that CHZZK gives out for that. */
export const connectFrame = (chat: string, pass: string): string =>
  frame({
    cmd: commands.connect,
    svcid: service,
    cid: chat,
    tid: 1,
    bdy: { uid: null, devType: 2001, accTkn: pass, auth: 'READ' },
  });

/** Asks for what was said before. `sid` is what {@link Heard} `connected` brought. */
export const historyFrame = (chat: string, sid: string): string =>
  frame({
    cmd: commands.askHistory,
    svcid: service,
    cid: chat,
    sid,
    tid: 2,
    bdy: { recentMessageCount: recent },
  });

export const pingFrame = frame({ cmd: commands.ping });
export const pongFrame = frame({ cmd: commands.pong });

/** Reads a frame of the chat `room`. Never throws, whatever came: what is broken is left out, and nothing else with it. */
export function readFrame(text: unknown, room: Room): Heard {
  const fields = partOf(text);
  const command = read(fields, 'cmd');
  const body = read(fields, 'bdy');
  switch (command) {
    case commands.ping:
      return { is: 'ping' };
    case commands.pong:
      return { is: 'pong' };
    case commands.connected:
      return connectedBy(fields, partOf(body));
    case commands.history:
      return { is: 'history', news: historyIn(body, room) };
    case commands.chat:
    case commands.donation:
      return { is: 'news', news: objectsIn(body).flatMap((one) => newsOf(one, room) ?? []) };
    case commands.blind:
      return { is: 'news', news: objectsIn(body).flatMap((one) => blindedBy(one, room) ?? []) };
    case commands.notice:
      return { is: 'news', news: pinsIn(body, room) };
    default:
      return { is: 'other', what: nameOf(command) };
  }
}

function connectedBy(fields: Fields, body: Fields): Heard {
  const code = read(fields, 'retCode') ?? 0;
  const sid = textOf(read(body, 'sid'));
  if (code === 0 && sid !== undefined) return { is: 'connected', sid };
  return { is: 'refused', ...(typeof code === 'number' && { code }) };
}

/** A body is an object or a list of them, and not always the same. */
const objectsIn = (body: unknown): readonly Fields[] =>
  (Array.isArray(body) ? body : [body]).filter((one): one is Fields => isObject(one) && !Array.isArray(one));

/** The newest comes first there. */
function historyIn(body: unknown, room: Room): readonly ChatNews[] {
  return objectsIn(body).flatMap((part) => [
    ...objectsIn(read(part, 'messageList'))
      .flatMap((one) => newsOf(one, room) ?? [])
      .toReversed(),
    ...objectsIn(read(part, 'notice')).flatMap((one) => pinnedIn(one, room) ?? []),
  ]);
}

function blindedBy(fields: Fields, { chat }: Room): ChatNews | undefined {
  const author = hashOf(read(fields, 'userId'));
  const at = timeOf(read(fields, 'messageTime'));
  if (author === undefined || at === undefined || (read(fields, 'channelId') ?? chat) !== chat)
    return undefined;
  const by = hashOf(read(fields, 'blindUserId'));
  return {
    // That is the only kind that anybody has seen the name of; all others hide.
    what: read(fields, 'blindType') === 'CANCEL' ? 'shown' : 'hidden',
    id: messageId(at, author),
    author,
    ...(by !== undefined && { by: { id: by } }),
  };
}

/** An empty one takes down what was pinned. */
const pinsIn = (body: unknown, room: Room): readonly ChatNews[] =>
  objectsIn(body).flatMap((one) =>
    Object.keys(one).length === 0 ? { what: 'unpinned' } : (pinnedIn(one, room) ?? []),
  );

const nameOf = (command: unknown): string =>
  Object.entries(commands).find(([, value]) => value === command)?.[0] ?? 'unknown';
