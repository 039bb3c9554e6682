/**
 * The local log of what was said in the channels that the user moderates. It holds no more than a card shows: who (by id), when,
 * and the words. Times are Unix epoch milliseconds.
 */
import type { ChatMessage, Platform } from './message.ts';

/** One message. */
export interface KeptLine {
  /** The platform's id of it. */
  readonly id: string;
  /** The platform's id of its author. */
  readonly who: string;
  readonly at: number;
  readonly text: string;
}

/** A place in what somebody said: everything before this message. */
export type Before = Pick<KeptLine, 'id' | 'at'>;

/** A piece of what somebody said, oldest first, and whether there is more before it. */
export interface KeptPage {
  readonly lines: readonly Omit<KeptLine, 'who'>[];
  readonly more: boolean;
}

/** A channel of which something is kept. */
export interface KeptRoom {
  readonly platform: Platform;
  /** Login, or on CHZZK the id. */
  readonly channel: string;
  /** Messages. */
  readonly lines: number;
}

/** Limits of the log: messages of all channels, letters of one, and messages that are taken in, or told, at once. */
export const logLimits = { lines: 1_000_000, text: 500, batch: 250, page: 50 } as const;

/** What one message takes on the disk with its indexes, bytes, as was measured with 62 letters each. */
export const bytesOfLine = 240;

/** `message` as it is kept; `undefined` where it is not certain which message it is, whose, or what it said. */
export function keptLine(message: ChatMessage, now: number): KeptLine | undefined {
  const { id, author, text, at = now, deleted, doubt, pinned } = message;
  const isCertain = doubt === undefined && pinned === undefined;
  if (!isCertain || id === undefined || author.id === undefined || deleted || text === '') return undefined;
  return { id, who: author.id, at, text: text.slice(0, logLimits.text) };
}
