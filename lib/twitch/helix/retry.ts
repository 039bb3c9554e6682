/** When to try again, as pure sums. */

/** How often a read is sent again after a failure that may pass. */
export const maxRetries = 2;

/** How long to wait before retry number `attempt` (from 0), in ms: doubling, with jitter so that many do not come at once. */
export function backoffMs(attempt: number, random: number): number {
  return 300 * 2 ** attempt * (0.5 + random / 2);
}

/** What `Retry-After` asks for, in ms; undefined if it is not there. It holds seconds or a date. */
export function retryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const seconds = Number(text);
  const ms = Number.isNaN(seconds) ? Date.parse(text) - nowMs : seconds * 1_000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
