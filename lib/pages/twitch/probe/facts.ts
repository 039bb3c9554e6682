/**
 * Plain facts out of React props. Predicates look at props alone, which outlive the components that own them.
 */
import type { PageRole } from '../../../channel/role.ts';
import type { Unknown } from '../../probe/fiber.ts';
import { fieldsOf, propsAbove } from '../../probe/fiber.ts';
import { type LineFacts, type RoomFacts, ruleLimits } from './wire.ts';

/** The value of `messageType` for a `/me` message. */
const actionType = 1;

const deeds = ['timeout', 'ban', 'delete'] as const;

/** Fields that may be `undefined`: JSON leaves those out, which is what absent means on the other side. */
type Sparse<Fields> = { readonly [Key in keyof Fields]: Fields[Key] | undefined };

/** The facts about `node`, on their way into JSON. */
export interface FoundFacts {
  readonly line?: Sparse<LineFacts> | undefined;
  readonly room?: Sparse<RoomFacts> | undefined;
}

/** The facts about `node`: the message whose line it is (in), and the room around it. */
export function factsAt(node: object): FoundFacts {
  let line: Sparse<LineFacts> | 'unclear' | undefined;
  let room: Sparse<RoomFacts> | undefined;
  let rules: readonly string[] | undefined;
  const also = new Set<PageRole>();
  for (const versions of propsAbove(node)) {
    for (const props of versions)
      for (const name in flags) if (props[name] === true) also.add(flags[name as Flag]);
    line ??= lineFrom(versions);
    room ??= roomFrom(versions);
    rules ??= rulesFrom(versions);
    if (line && room) break;
  }
  return {
    line: line === 'unclear' ? undefined : line,
    room: room && { ...room, rules, also: also.size > 0 ? [...also] : undefined },
  };
}

/** Prop → what the user is who has it; lines carry the first, the chat's controller the others. */
const flags = {
  isCurrentUserLeadModerator: 'lead',
  isCurrentUserVIP: 'vip',
  isCurrentUserEditor: 'editor',
} as const;

type Flag = keyof typeof flags;

/** Only the chat's controller has them; whoever asks about a line has seen enough before it. */
function rulesFrom(versions: readonly Unknown[]): readonly string[] | undefined {
  for (const { chatRules } of versions) {
    if (!Array.isArray(chatRules)) continue;
    let left: number = ruleLimits.together;
    return (chatRules as readonly unknown[])
      .slice(0, ruleLimits.rules)
      .map((rule) => textOf(rule, ruleLimits.text))
      .filter((rule) => rule !== undefined && (left -= rule.length) >= 0) as readonly string[];
  }
  return undefined;
}

/** Twins that disagree about the message leave it open which of the two is on the screen. */
function lineFrom(versions: readonly Unknown[]): Sparse<LineFacts> | 'unclear' | undefined {
  let line: Sparse<LineFacts> | undefined;
  for (const props of versions) {
    const message = fieldsOf(props['message']);
    const user = fieldsOf(message?.['user']);
    const id = textOf(message?.['id'], 64);
    const userId = textOf(user?.['userID'], 20);
    if (!message || !user || id === undefined || userId === undefined) continue;
    if (!line) line = { id, userId, ...messageFrom(props, message, user) };
    else if (line.id !== id || line.userId !== userId) return 'unclear';
    else if (isDeleted(props, message))
      line = { ...line, deleted: true, moderated: line.moderated ?? moderatedOf(message) };
  }
  return line;
}

function messageFrom(
  props: Unknown,
  message: Unknown,
  user: Unknown,
): Sparse<Omit<LineFacts, 'id' | 'userId'>> {
  return {
    login: textOf(user['userLogin'], 25),
    name: textOf(user['userDisplayName'], 100),
    color: textOf(user['color'], 7),
    badges: badgesOf(message['badges']),
    months: monthsOf(message['badgeDynamicData']),
    at: numberOf(message['timestamp']),
    text: textOf(message['messageBody'], 2000),
    deleted: isDeleted(props, message),
    moderated: moderatedOf(message),
    first: flagOf(message['isFirstMsg']),
    returning: flagOf(message['isReturningChatter']),
    action: message['messageType'] === actionType || undefined,
    sourceRoomId: textOf(message['sourceRoomID'], 20),
    reply: replyOf(props['reply']) ?? replyOf(message['reply']),
  };
}

function moderatedOf(message: Unknown): LineFacts['moderated'] {
  const kind = deeds.find((deed) => deed === message['modActionType']);
  if (kind === undefined) return undefined;
  const by = textOf(message['modLogin'], 25);
  const seconds = numberOf(message['duration']);
  return { kind, ...(by !== undefined && { by }), ...(seconds !== undefined && { seconds }) };
}

/** Unknown when no prop speaks of it: then the line itself is asked. */
function isDeleted(props: Unknown, message: Unknown): boolean | undefined {
  const flags = [flagOf(props['isDeleted']), flagOf(message['deleted'])];
  return flags.includes(true) || (flags.includes(false) ? false : undefined);
}

function roomFrom(versions: readonly Unknown[]): Sparse<RoomFacts> | undefined {
  for (const props of versions) {
    const channelId = textOf(props['channelID'], 20);
    const channelLogin = textOf(props['channelLogin'], 25);
    if (channelId === undefined || channelLogin === undefined) continue;
    return {
      channelId,
      channelLogin,
      isCurrentUserModerator: flagOf(props['isCurrentUserModerator']),
      // A line calls the user currentUser…, the chat controller user….
      currentUserId: textOf(props['currentUserID'] ?? props['userID'], 20),
      currentUserLogin: textOf(props['currentUserLogin'] ?? props['userLogin'], 25),
    };
  }
  return undefined;
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

/** A founder's badge counts like a subscriber's. */
function monthsOf(value: unknown): number | undefined {
  const months = Number(textOf(fieldsOf(value)?.['subscriber'], 4));
  return months > 0 ? months : undefined;
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
