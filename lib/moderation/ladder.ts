/**
 * The offence ladder: what comes next for a chatter who has been moderated here before. Pure.
 */
import type { LoggedAction } from './action.ts';

/** One rung. */
export type Rung =
  | { readonly kind: 'warn' }
  | { readonly kind: 'timeout'; /** 1 to 1,209,600 s. */ readonly seconds: number }
  | { readonly kind: 'ban' };

/** A warning, 10 minutes, an hour, a ban. */
export const usualLadder: readonly Rung[] = [
  { kind: 'warn' },
  { kind: 'timeout', seconds: 600 },
  { kind: 'timeout', seconds: 3_600 },
  { kind: 'ban' },
];

/** The most rungs that a ladder has. */
export const rungsAtMost = 10;

/** The next step for somebody. */
export interface NextStep {
  readonly rung: Rung;
  /** Which offence it answers: 1 is the first. */
  readonly offence: number;
}

/** Whose offences are counted, where, and since when (Unix epoch milliseconds). */
export interface Counted {
  readonly channel: string;
  readonly login: string;
  readonly since: number;
}

const offences: ReadonlySet<string> = new Set(['warn', 'timeout', 'ban']);

/**
 * The next rung of `ladder`, by what stands in the log. What was taken back was no offence; whoever has climbed to the top
 * stays there. `undefined` when the ladder has no rungs.
 */
export function nextStep(
  ladder: readonly Rung[],
  log: readonly LoggedAction[],
  { channel, login, since }: Counted,
): NextStep | undefined {
  const earlier = log.filter(
    ({ action, at, undoneAt }) =>
      action.channel === channel &&
      action.target.login === login &&
      offences.has(action.kind) &&
      undoneAt === undefined &&
      at >= since,
  ).length;
  const rung = ladder[Math.min(earlier, ladder.length - 1)];
  return rung && { rung, offence: earlier + 1 };
}

/** Whether `value` is a rung. */
export function isRung(value: unknown): value is Rung {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, seconds, ...rest } = value as Readonly<Record<string, unknown>>;
  if (Object.keys(rest).length > 0) return false;
  return kind === 'timeout'
    ? isLength(seconds)
    : (kind === 'warn' || kind === 'ban') && seconds === undefined;
}

/** Whether `value` is a length that a timeout can have, in s. */
export const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1_209_600;
