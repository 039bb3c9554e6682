/** Plain facts out of the React props of a chat row. */
import { fieldsOf, propsBelow, type Unknown } from '../../probe/fiber.ts';
import type { SaidFacts } from './wire.ts';

/** Fields that may be `undefined`: JSON leaves those out, which is what absent means on the other side. */
type Sparse<Fields> = { readonly [Key in keyof Fields]: Fields[Key] | undefined };

/** Messages that are told of one row: that of now, and what stood there before. */
const atMost = 4;

/** The facts about the messages in `row`. */
export function factsAt(row: object): { readonly said: readonly Sparse<SaidFacts>[] } {
  const said = new Map<string, Sparse<SaidFacts>>();
  for (const props of propsBelow(row)) {
    for (const message of messagesIn(props)) {
      const facts = factsOf(message);
      if (facts) said.set(`${facts.userId} ${facts.at} ${facts.text}`, facts);
    }
    if (said.size >= atMost) break;
  }
  return { said: [...said.values()] };
}

/** A component gets the message as `chatMessage`, or it is what is drawn in it that does. */
function messagesIn(props: Unknown): readonly Unknown[] {
  const { children } = props;
  const drawn = Array.isArray(children) ? (children as readonly unknown[]).slice(0, 8) : [children];
  return [props, ...drawn.map((child) => fieldsOf(fieldsOf(child)?.['props']))]
    .map((holder) => fieldsOf(holder?.['chatMessage']))
    .filter((message) => message !== undefined);
}

const authors = ['user', 'userId', 'uid', 'userIdHash'] as const;

function factsOf(message: Unknown): Sparse<SaidFacts> | undefined {
  const profile = partOf(message['profile']);
  const ids = [...authors.map((name) => message[name]), profile?.['userIdHash']].filter(isHash);
  const [userId] = ids;
  const at = message['time'];
  // Two ids in one message: nobody knows whose it is.
  if (userId === undefined || ids.some((id) => id !== userId) || typeof at !== 'number') return undefined;
  return {
    userId,
    at,
    name: textOf(profile?.['nickname'], 100),
    text: textOf(message['content'], 2000),
    role: textOf(profile?.['userRoleCode'], 64),
    verified: profile?.['verifiedMark'] === true ? true : undefined,
    type: numberOf(message['type'] ?? message['msgTypeCode'] ?? message['messageTypeCode']),
    // Of the extras nothing else: they hold a secret of the author's.
    channelId: textOf(partOf(message['extras'])?.['streamingChannelId'], 32),
  };
}

/** An object, which may come as JSON text. */
function partOf(value: unknown): Unknown | undefined {
  if (typeof value !== 'string') return fieldsOf(value);
  try {
    return fieldsOf(JSON.parse(value));
  } catch {
    return undefined;
  }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);

/** What is too long is not what it seems to be: of words that are cut, nobody could tell whose they are. */
const textOf = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value.length <= longest ? value : undefined;

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
