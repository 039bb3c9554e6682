/** The reasons that a user gives: their list, and which of them stand first. Pure. */

import type { LoggedAction } from './action.ts';
import { isChannelName } from './channel-name.ts';

/** One reason of the list. */
export interface Reason {
  readonly text: string;
  /** The channel whose rule it is (see `isChannelName`); absent: for every channel. */
  readonly channel?: string;
}

/** Limits of the list. */
export const reasonLimits = { reasons: 60, text: 500 } as const;

/** A reason to choose. */
export interface ReasonChoice {
  readonly text: string;
  /** It is one of the rules that the channel shows its chatters, and not in the user's list. */
  readonly isRule: boolean;
}

/**
 * The reasons for `channel`: those used last come first (`used`, newest first), then those that the user has listed for the
 * channel, then the others as they stand in the list, then the channel's own `rules`.
 */
export function reasonsFor(
  reasons: readonly Reason[],
  channel: string,
  used: readonly string[],
  rules: readonly string[] = [],
): readonly ReasonChoice[] {
  const of = (place: string | undefined): string[] =>
    reasons.filter((reason) => reason.channel === place).map(({ text }) => text);
  const listed = new Set([...of(channel), ...of(undefined)]);
  const all = new Set([...listed, ...rules]);
  return [...new Set([...used.filter((text) => all.has(text)), ...all])].map((text) => ({
    text,
    isRule: !listed.has(text),
  }));
}

/** `used` with `text` as the newest. */
export function withUsed(used: readonly string[], text: string): readonly string[] {
  return text === '' ? used : [text, ...used.filter((other) => other !== text)].slice(0, 20);
}

/** The reasons in `log` (newest first), each once. */
export function usedReasons(log: readonly LoggedAction[]): readonly string[] {
  return [...new Set(log.flatMap(({ action: { reason = '' } }) => (reason === '' ? [] : [reason])))].slice(
    0,
    20,
  );
}

/** Whether `value` is a reason. */
export function isReason(value: unknown): value is Reason {
  if (typeof value !== 'object' || value === null) return false;
  const { text, channel, ...rest } = value as Readonly<Record<string, unknown>>;
  return (
    Object.keys(rest).length === 0 &&
    typeof text === 'string' &&
    text.trim() !== '' &&
    text.length <= reasonLimits.text &&
    !/[\p{Cc}\u2028\u2029]/u.test(text) &&
    (channel === undefined || isChannelName(channel))
  );
}
