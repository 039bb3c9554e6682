/**
 * The offence ladder: what comes next for a chatter who has been moderated here before. Pure.
 */
import type { LoggedAction } from './action.ts';

/** One rung where there are timeouts and bans. */
export type BanRung =
  | { readonly kind: 'warn' }
  | { readonly kind: 'timeout'; /** 1 to 1,209,600 s. */ readonly seconds: number }
  | { readonly kind: 'ban' };

/** One rung where people are restricted. */
export type RestrictionRung =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'bar'; /** One of `barTerms`; absent: for good. */ readonly seconds?: number };

/** One rung. */
export type Rung = BanRung | RestrictionRung;

/** A warning, 10 minutes, an hour, a ban. */
export const usualLadder: readonly BanRung[] = [
  { kind: 'warn' },
  { kind: 'timeout', seconds: 600 },
  { kind: 'timeout', seconds: 3_600 },
  { kind: 'ban' },
];

/** For as long as the platform thinks fit, a day, a week, for good. */
export const usualRestrictions: readonly RestrictionRung[] = [
  { kind: 'quiet' },
  { kind: 'bar', seconds: 86_400 },
  { kind: 'bar', seconds: 7 * 86_400 },
  { kind: 'bar' },
];

/** For how long somebody can be barred, s. */
export const barTerms: readonly number[] = [1, 3, 7, 15, 30, 90].map((days) => days * 86_400);

/** The most rungs that a ladder has. */
export const rungsAtMost = 10;

/** The next step for somebody. */
export interface NextStep {
  readonly rung: Rung;
  /** Which offence it answers: 1 is the first. */
  readonly offence: number;
}

/** Whose offences are counted (by the id where there is one), where, and since when (Unix epoch milliseconds). */
export interface Counted {
  readonly channel: string;
  readonly login: string;
  readonly id?: string;
  readonly since: number;
}

const offences: ReadonlySet<string> = new Set(['warn', 'timeout', 'ban', 'quiet', 'bar']);

/**
 * The next rung of `ladder`, by what stands in the log. What was taken back was no offence; whoever has climbed to the top
 * stays there. `undefined` when the ladder has no rungs.
 */
export function nextStep(
  ladder: readonly Rung[],
  log: readonly LoggedAction[],
  { channel, login, id, since }: Counted,
): NextStep | undefined {
  const earlier = log.filter(
    ({ action, at, undoneAt }) =>
      action.channel === channel &&
      (id === undefined ? action.target.login === login : action.target.id === id) &&
      offences.has(action.kind) &&
      undoneAt === undefined &&
      at >= since,
  ).length;
  const rung = ladder[Math.min(earlier, ladder.length - 1)];
  return rung && { rung, offence: earlier + 1 };
}

/** Kind and length of what may be a rung. */
function rungIn(value: unknown): { readonly kind?: unknown; readonly seconds?: unknown } {
  if (typeof value !== 'object' || value === null) return {};
  const { kind, seconds, ...rest } = value as Readonly<Record<string, unknown>>;
  return Object.keys(rest).length > 0 ? {} : { kind, seconds };
}

/** Whether `value` is a rung where there are timeouts and bans. */
export function isRung(value: unknown): value is BanRung {
  const { kind, seconds } = rungIn(value);
  return kind === 'timeout'
    ? isLength(seconds)
    : (kind === 'warn' || kind === 'ban') && seconds === undefined;
}

/** Whether `value` is a rung where people are restricted. */
export function isRestrictionRung(value: unknown): value is RestrictionRung {
  const { kind, seconds } = rungIn(value);
  return kind === 'bar'
    ? seconds === undefined || barTerms.some((term) => term === seconds)
    : kind === 'quiet' && seconds === undefined;
}

/** Whether `value` is a length that a timeout can have, in s. */
export const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1_209_600;
