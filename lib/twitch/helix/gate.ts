/**
 * The gate that every call passes: it lets calls through while the bucket has points, users' actions first, and makes
 * the others wait for the reset. What it knows about buckets and own limits outlives the worker through its store.
 */

import { fail } from '../../failure.ts';
import { bucketAfter, spare, type Bucket, type Priority } from './bucket.ts';

/** What the gate must not forget: JSON. */
export interface GateState {
  readonly buckets: Readonly<Record<string, Bucket>>;
  /** When calls with a limit of their own were made, in ms since 1970, by limit and key. */
  readonly calls: Readonly<Record<string, readonly number[]>>;
}

/** Where {@link GateState} is kept. */
export interface GateStore {
  readonly read: () => Promise<GateState | undefined>;
  readonly write: (state: GateState) => Promise<void>;
}

/** Time, as the client needs it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after `ms`, or rejects once `signal` is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A place in the queue. */
interface Ticket {
  readonly waiting: Waiting;
  readonly enter: () => void;
}

interface Lane {
  bucket: Bucket | undefined;
  inFlight: number;
  readonly waiting: Ticket[];
  waking: AbortController | undefined;
}

/** How a caller waits. */
export interface Waiting {
  /** May be raised while it waits. */
  priority: Priority;
  readonly signal: AbortSignal | undefined;
  /** Longest wait in ms; a longer one fails at once. */
  readonly patienceMs: number;
  /** Set while it waits: tells the queue that the priority has changed. */
  hurried?: () => void;
}

/** Makes a caller that may be waiting as urgent as a user's own action. */
export function hurry(waiting: Waiting): void {
  waiting.priority = 'user';
  waiting.hurried?.();
}

/** See the file's head. */
export interface Gate {
  /** Resolves once the store was read; undefined if that is long done. */
  readonly ready: () => Promise<void> | undefined;
  /**
   * Takes a point from the bucket `key`; undefined if there was one at once.
   *
   * @throws FailureError `rate-limited` if it would take longer than the caller's patience.
   */
  readonly enter: (key: string, waiting: Waiting) => Promise<void> | undefined;
  /** Ends what {@link enter} began, with the answer's headers if there was an answer. */
  readonly leave: (key: string, headers: Headers | undefined) => void;
  /** The bucket `key` as far as is known. */
  readonly bucket: (key: string) => Bucket | undefined;
  /** When the last calls under `key` were made, in ms since 1970. */
  readonly callsOf: (key: string) => readonly number[];
  /** Writes down when the calls under `key` were made. */
  readonly setCalls: (key: string, times: readonly number[]) => void;
}

/** How long the store rests between two writes, ms: a run of calls must not become a run of writes. */
const restMs = 100;

/** Makes a gate. */
export function createGate({ now, sleep }: Clock, store: GateStore | undefined): Gate {
  const lanes = new Map<string, Lane>();
  const calls = new Map<string, number[]>();
  let ready: Promise<void> | undefined;
  let isReady = store === undefined;
  let writing = false;
  let dirty = false;

  async function restore(): Promise<void> {
    // A store that cannot be read costs a few points, not the call.
    const state = await store?.read().catch(() => undefined);
    for (const [key, bucket] of Object.entries(state?.buckets ?? {})) lane(key).bucket ??= bucket;
    for (const [key, times] of Object.entries(state?.calls ?? {})) calls.set(key, [...times]);
    isReady = true;
  }

  function lane(key: string): Lane {
    let found = lanes.get(key);
    if (!found) {
      found = { bucket: undefined, inFlight: 0, waiting: [], waking: undefined };
      lanes.set(key, found);
    }
    return found;
  }

  function keep(): void {
    if (!store) return;
    dirty = true;
    if (!writing) void writeAll(store);
  }

  async function writeAll({ write }: GateStore): Promise<void> {
    writing = true;
    while (dirty) {
      dirty = false;
      const buckets: Record<string, Bucket> = {};
      for (const [key, { bucket }] of lanes) if (bucket) buckets[key] = bucket;
      try {
        await write({ buckets, calls: Object.fromEntries(calls) });
      } catch {
        // See restore().
      }
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    writing = false;
  }

  /** Lets through whoever may go, and sets the alarm for the rest. */
  function pump(line: Lane): void {
    while (line.waiting.length > 0) {
      const next = line.waiting.find(({ waiting }) => waiting.priority === 'user') ?? line.waiting[0];
      if (!next || spare(line.bucket, line.inFlight, next.waiting.priority, now()) <= 0) break;
      line.waiting.splice(line.waiting.indexOf(next), 1);
      line.inFlight++;
      next.enter();
    }
    if (line.waiting.length > 0) wakeAtReset(line);
    else line.waking?.abort();
  }

  function wakeAtReset(line: Lane): void {
    if (line.waking || !line.bucket) return;
    const waking = (line.waking = new AbortController());
    sleep(Math.max(0, line.bucket.resetAtMs - now()), waking.signal)
      .catch(() => undefined)
      .finally(() => {
        line.waking = undefined;
        if (!waking.signal.aborted) pump(line);
      });
  }

  function wait(line: Lane, waiting: Waiting): Promise<void> {
    const waitMs = Math.max(0, (line.bucket?.resetAtMs ?? 0) - now());
    if (waitMs > waiting.patienceMs) fail({ code: 'rate-limited', retryAfterMs: waitMs });
    return new Promise((resolve, reject) => {
      const ticket: Ticket = { waiting, enter };
      const { signal } = waiting;
      function enter(): void {
        signal?.removeEventListener('abort', leave);
        delete waiting.hurried;
        resolve();
      }
      function leave(): void {
        line.waiting.splice(line.waiting.indexOf(ticket), 1);
        pump(line);
        reject(signal?.reason as Error);
      }
      signal?.addEventListener('abort', leave, { once: true });
      waiting.hurried = () => pump(line);
      line.waiting.push(ticket);
      pump(line);
    });
  }

  return {
    ready(): Promise<void> | undefined {
      return isReady ? undefined : (ready ??= restore());
    },

    enter(key: string, waiting: Waiting): Promise<void> | undefined {
      const line = lane(key);
      const free = spare(line.bucket, line.inFlight, waiting.priority, now()) > 0;
      if (!free || line.waiting.some((ticket) => ticket.waiting.priority === waiting.priority)) {
        return wait(line, waiting);
      }
      line.inFlight++;
      return undefined;
    },

    leave(key: string, headers: Headers | undefined): void {
      const line = lane(key);
      line.inFlight--;
      const bucket = headers && bucketAfter(line.bucket, headers, now());
      if (bucket) {
        line.bucket = bucket;
        keep();
      }
      pump(line);
    },

    bucket(key: string): Bucket | undefined {
      return lanes.get(key)?.bucket;
    },

    callsOf(key: string): readonly number[] {
      return calls.get(key) ?? [];
    },

    setCalls(key: string, times: readonly number[]): void {
      if (times.length > 0) calls.set(key, [...times]);
      else calls.delete(key);
      keep();
    },
  };
}
