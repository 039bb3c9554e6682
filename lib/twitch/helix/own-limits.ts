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
  const keys = endpoint.limits.map((limit) => keyOf(endpoint, limit, input, account));
  let retryAfterMs = 0;
  endpoint.limits.forEach((limit, at) => {
    const recent = within(limit, gate.callsOf(keys[at] as string), nowMs);
    const oldest = recent.at(-limit.count);
    if (oldest !== undefined) retryAfterMs = Math.max(retryAfterMs, oldest + limit.perMs - nowMs);
  });
  if (retryAfterMs > 0) fail({ code: 'rate-limited', retryAfterMs });
  endpoint.limits.forEach((limit, at) => {
    const key = keys[at] as string;
    gate.setCalls(key, [...within(limit, gate.callsOf(key), nowMs), nowMs]);
  });
  return {
    forget() {
      for (const key of keys) {
        const times = [...gate.callsOf(key)];
        const at = times.lastIndexOf(nowMs);
        if (at >= 0) times.splice(at, 1);
        gate.setCalls(key, times);
      }
    },
  };
}

function within({ perMs }: OwnLimit, times: readonly number[], nowMs: number): readonly number[] {
  return times.filter((time) => nowMs - time < perMs);
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
