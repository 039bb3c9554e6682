/**
 * Plain facts out of React props. Predicates look at props alone, which outlive the components that own them.
 */
import type { Unknown } from './fiber.ts';
import { fieldsOf, propsAbove } from './fiber.ts';
import type { Facts, LineFacts, RoomFacts } from './wire.ts';

/** The value of `messageType` for a `/me` message. */
const actionType = 1;

/** The facts about `node`: the message whose line it is (in), and the room around it. */
export function factsAt(node: object): Facts {
  let line: LineFacts | 'unclear' | undefined;
  let room: RoomFacts | undefined;
  for (const versions of propsAbove(node)) {
    line ??= lineFrom(versions);
    room ??= firstOf(versions, roomFrom);
    if (line && room) break;
  }
  return { ...(line && line !== 'unclear' && { line }), ...(room && { room }) };
}

/** Twins that disagree about the message leave it open which of the two is on the screen. */
function lineFrom(versions: readonly Unknown[]): LineFacts | 'unclear' | undefined {
  const seen = versions.flatMap((props) => messageFrom(props) ?? []);
  const [first, ...others] = seen;
  if (!first) return undefined;
  if (others.some(({ id, userId }) => id !== first.id || userId !== first.userId)) return 'unclear';
  return seen.some(({ deleted }) => deleted) ? { ...first, deleted: true } : first;
}

function messageFrom(props: Unknown): LineFacts | undefined {
  const message = fieldsOf(props['message']);
  const user = fieldsOf(message?.['user']);
  const id = textOf(message?.['id'], 64);
  const userId = textOf(user?.['userID'], 20);
  if (!message || !user || id === undefined || userId === undefined) return undefined;

  return {
    id,
    userId,
    ...present({
      login: textOf(user['userLogin'], 25),
      name: textOf(user['userDisplayName'], 100),
      color: textOf(user['color'], 7),
      badges: badgesOf(message['badges']),
      at: numberOf(message['timestamp']),
      text: textOf(message['messageBody'], 2000),
      deleted: props['isDeleted'] === true || message['deleted'] === true || undefined,
      first: flagOf(message['isFirstMsg']),
      returning: flagOf(message['isReturningChatter']),
      action: message['messageType'] === actionType || undefined,
      sourceRoomId: textOf(message['sourceRoomID'], 20),
      reply: replyOf(props['reply']) ?? replyOf(message['reply']),
    }),
  };
}

function roomFrom(props: Unknown): RoomFacts | undefined {
  const channelId = textOf(props['channelID'], 20);
  const channelLogin = textOf(props['channelLogin'], 25);
  if (channelId === undefined || channelLogin === undefined) return undefined;
  return {
    channelId,
    channelLogin,
    ...present({
      isCurrentUserModerator: flagOf(props['isCurrentUserModerator']),
      // A line calls the user currentUser…, the chat controller user….
      currentUserId: textOf(props['currentUserID'] ?? props['userID'], 20),
      currentUserLogin: textOf(props['currentUserLogin'] ?? props['userLogin'], 25),
    }),
  };
}

function replyOf(value: unknown): LineFacts['reply'] {
  const reply = fieldsOf(value);
  const id = textOf(reply?.['parentMsgId'], 64);
  const login = textOf(reply?.['parentUserLogin'], 25);
  return id === undefined || login === undefined ? undefined : { id, login };
}

function badgesOf(value: unknown): Record<string, string> | undefined {
  const badges = fieldsOf(value);
  if (!badges) return undefined;
  const known = Object.entries(badges).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= 64,
  );
  return Object.fromEntries(known.slice(0, 32));
}

/** Too long means that it is not what it seems to be; only the written text may be cut. */
function textOf(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (value.length <= longest) return value;
  return longest >= 1000 ? value.slice(0, longest) : undefined;
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

function firstOf<Input, Output>(
  inputs: readonly Input[],
  convert: (input: Input) => Output | undefined,
): Output | undefined {
  for (const input of inputs) {
    const output = convert(input);
    if (output !== undefined) return output;
  }
  return undefined;
}

/** `Partial` that also forbids `undefined`: absent is absent. */
type Present<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<Fields>;
}
