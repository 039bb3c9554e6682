/**
 * The limits that single endpoints have beside the common bucket (a shoutout every two minutes, say). A call over such
 * a limit is refused at once with the time that is left; nobody wants a shoutout that comes two minutes late.
 */

import { fail } from '../../failure.ts';
import type { Endpoint, OwnLimit } from './endpoint.ts';
import type { Gate } from './gate.ts';

/** A call that was counted. */
export interface Counted {
  /** It was refused by the platform, so it does not count. */
  readonly forget: () => void;
}

/**
 * Counts a call of `endpoint`.
 *
 * @throws FailureError `rate-limited` with the time left, if it is over one of the endpoint's limits.
 */
export function count(
  gate: Gate,
  endpoint: Endpoint,
  input: Readonly<Record<string, unknown>>,
  account: string,
  nowMs: number,
): Counted | undefined {
  if (endpoint.limits.length === 0) return undefined;
  const counters = endpoint.limits.map((limit) => {
    const key = keyOf(endpoint, limit, input, account);
    return { limit, key, recent: gate.callsOf(key).filter((time) => nowMs - time < limit.perMs) };
  });
  const waits = counters.map(({ limit, recent }) => {
    const oldest = recent.at(-limit.count);
    return oldest === undefined ? 0 : oldest + limit.perMs - nowMs;
  });
  const retryAfterMs = Math.max(...waits);
  if (retryAfterMs > 0) fail({ code: 'rate-limited', retryAfterMs });
  for (const { key, recent } of counters) gate.setCalls(key, [...recent, nowMs]);
  return {
    forget() {
      for (const { key } of counters) {
        const times = [...gate.callsOf(key)];
        const at = times.lastIndexOf(nowMs);
        if (at >= 0) times.splice(at, 1);
        gate.setCalls(key, times);
      }
    },
  };
}

function keyOf(
  endpoint: Endpoint,
  { by, perMs }: OwnLimit,
  input: Readonly<Record<string, unknown>>,
  account: string,
): string {
  return [endpoint.method, endpoint.path, perMs, account, ...by.map((field) => String(input[field]))].join(
    ' ',
  );
}
