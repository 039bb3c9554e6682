/** The point buckets: one for each client id and user, filled again evenly over a minute. */
import type { Clock } from '../world/clock.ts';

/** A bucket's state as the headers tell it. */
export interface Level {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Unix epoch seconds at which the bucket is full again. */
  readonly reset: number;
}

/** All buckets of the stage. */
export class Buckets {
  /** Points per minute. */
  limit: number;
  readonly #clock: Clock;
  readonly #levels = new Map<string, { points: number; at: number }>();

  constructor(clock: Clock, limit = 800) {
    this.#clock = clock;
    this.limit = limit;
  }

  /** Takes a point for this caller, if there is one. */
  take(caller: string): Level {
    const now = this.#clock.now();
    const held = this.#levels.get(caller) ?? { points: this.limit, at: now };
    const points = Math.min(this.limit, held.points + ((now - held.at) * this.limit) / 60_000);
    const allowed = points >= 1;
    const left = allowed ? points - 1 : points;
    this.#levels.set(caller, { points: left, at: now });
    const fullIn = ((this.limit - left) * 60_000) / this.limit;
    return {
      allowed,
      limit: this.limit,
      remaining: Math.floor(left),
      reset: Math.ceil((now + fullIn) / 1000),
    };
  }

  /** Sets what every caller has left. */
  drain(points: number): void {
    const at = this.#clock.now();
    for (const caller of this.#levels.keys()) this.#levels.set(caller, { points, at });
  }

  /** Fills every bucket. */
  refill(): void {
    this.#levels.clear();
  }
}

/** Limits of single endpoints: so many uses in so long, by a key of their own. */
export class Quota {
  readonly #clock: Clock;
  readonly #uses = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a use under `key`, if fewer than `most` were counted in the last `ms`. */
  use(key: string, most: number, ms: number): boolean {
    const now = this.#clock.now();
    const recent = (this.#uses.get(key) ?? []).filter((at) => at > now - ms);
    const allowed = recent.length < most;
    if (allowed) recent.push(now);
    this.#uses.set(key, recent);
    return allowed;
  }

  /** Takes the last use under `key` back. */
  forget(key: string): void {
    this.#uses.get(key)?.pop();
  }

  /** Forgets every use. */
  reset(): void {
    this.#uses.clear();
  }
}
