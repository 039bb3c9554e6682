/** What somebody said, from memory and from the local log. Pure. */
import type { KeptPage } from '../chat/log.ts';
import type { ChatMessage } from '../chat/message.ts';

/** A message of somebody's. */
export interface Said {
  readonly message: ChatMessage;
  /** The page has seen it. Of one that only the log holds the words may be cut, and it may be too old to be dealt with. */
  readonly isRemembered: boolean;
}

/**
 * What the author of `message` said: what is remembered (oldest first), and what the log holds of it beside that. `isGone` knows
 * messages that were taken away since they were read.
 */
export function saidOf(
  message: ChatMessage,
  remembered: readonly ChatMessage[],
  kept: KeptPage['lines'],
  isGone: (id: string) => boolean,
): readonly Said[] {
  const known = new Set(remembered.map(({ id }) => id));
  const { channel, author } = remembered.at(-1) ?? message;
  const older = kept
    .filter(({ id }) => !known.has(id))
    .map((line): ChatMessage => ({ channel, author, ...line, deleted: false }));
  const said = [...older, ...remembered];
  // A page may draw its lines in another order than they were said in.
  const inOrder = said.every(({ at }) => at !== undefined)
    ? said.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
    : said;
  return inOrder.map((line) => ({
    message: line.id !== undefined && !line.deleted && isGone(line.id) ? { ...line, deleted: true } : line,
    isRemembered: line.id === undefined || known.has(line.id),
  }));
}
