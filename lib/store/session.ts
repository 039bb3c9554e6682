/**
 * Caches that live until the browser closes, in `storage.session`. The background alone may read it; an access token is
 * the most secret thing in there. What does not parse is dropped: a cache can be filled again.
 */
import type * as z from 'zod/mini';

import { type Area, fromArea } from './area.ts';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';

/** One cached value. Every method throws a `storage` failure when the browser's storage fails. */
export interface SessionValue<T> {
  /** The value; `undefined` when there is none, or none that fits the schema. */
  get(): Promise<T | undefined>;
  set(value: T): Promise<void>;
  /** Makes a new value of the old one; nothing comes in between. `undefined` removes it. */
  update(change: (old: T | undefined) => T | undefined): Promise<T | undefined>;
  remove(): Promise<void>;
}

/** The typed values of one session area. Writes to it go one after the other. */
export interface Session {
  /** The value under `key`, held to `schema` whenever it is read. */
  value<T>(key: string, schema: z.ZodMiniType<T>): SessionValue<T>;
}

/** The session behind `area`, which is `storage.session`. */
export function createSession(
  area: Pick<Area, 'get' | 'set' | 'remove'>,
  queue: WriteQueue = createWriteQueue('session'),
): Session {
  return {
    value<T>(key: string, schema: z.ZodMiniType<T>): SessionValue<T> {
      const get = async (): Promise<T | undefined> => {
        const stored = await fromArea(area.get(key));
        if (!Object.hasOwn(stored, key)) return undefined;
        const parsed = schema.safeParse(stored[key]);
        return parsed.success ? parsed.data : undefined;
      };
      const put = (value: T | undefined): Promise<void> =>
        fromArea(value === undefined ? area.remove([key]) : area.set({ [key]: value }));
      return {
        get,
        set: (value) => queue.run(() => put(value)),
        update: (change) =>
          queue.run(async () => {
            const value = change(await get());
            await put(value);
            return value;
          }),
        remove: () => queue.run(() => put(undefined)),
      };
    },
  };
}
