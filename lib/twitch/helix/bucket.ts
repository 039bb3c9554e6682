/**
 * The point bucket that Twitch keeps for each client id and user: pure sums over what its `Ratelimit-*` headers said.
 *
 * @see https://dev.twitch.tv/docs/api/guide/#twitch-rate-limits
 */

/** A bucket as the last answer described it. */
export interface Bucket {
  /** Points in a full bucket. */
  readonly limit: number;
  /** Points that were left. */
  readonly remaining: number;
  /** When it is full again, in ms since 1970 by our clock. */
  readonly resetAtMs: number;
}

/** Who asks: a user's own action, or a refresh that can wait. */
export type Priority = 'user' | 'background';

/** What is documented, until an answer says otherwise. */
const fullBucket: Bucket = { limit: 800, remaining: 800, resetAtMs: 0 };

/** The part of the bucket that background calls leave to the user's own actions. */
const reserve = 0.05;

/** `Ratelimit-Reset` has whole seconds: the bucket may be full up to a second later than it says. */
const resetSlackMs = 1_000;

/** Below this part of the bucket the moment of the reset matters and is worked out by the server's own clock. */
const lowPart = 0.25;

/** Points that may be spent now, with `inFlight` calls not yet answered; at most 0: none. */
export function spare(
  bucket: Bucket | undefined,
  inFlight: number,
  priority: Priority,
  nowMs: number,
): number {
  const { limit, remaining, resetAtMs } = bucket ?? fullBucket;
  const left = nowMs >= resetAtMs ? limit : remaining;
  return left - inFlight - (priority === 'background' ? Math.ceil(limit * reserve) : 0);
}

/** The bucket after an answer with these headers, or undefined if they do not describe it. */
export function bucketAfter(old: Bucket | undefined, headers: Headers, nowMs: number): Bucket | undefined {
  const left = headers.get('ratelimit-remaining');
  if (left === null) return undefined;
  const remaining = Number(left);
  const limit = Number(headers.get('ratelimit-limit') ?? fullBucket.limit);
  const resetMs = Number(headers.get('ratelimit-reset') ?? NaN) * 1_000;
  if (!Number.isFinite(remaining) || !Number.isFinite(limit) || !Number.isFinite(resetMs)) return undefined;
  const serverNowMs = remaining < limit * lowPart ? Date.parse(headers.get('date') ?? '') : NaN;
  const ahead = Number.isNaN(serverNowMs) ? 0 : nowMs - serverNowMs;
  const resetAtMs = resetMs + ahead + resetSlackMs;
  // Answers overtake each other: an older one must not give back points that were already spent.
  if (old && nowMs < old.resetAtMs && Math.abs(resetAtMs - old.resetAtMs) < 2 * resetSlackMs) {
    return { limit, remaining: Math.min(remaining, old.remaining), resetAtMs: old.resetAtMs };
  }
  return { limit, remaining, resetAtMs };
}
