/**
 * One after the other: a read-modify-write that overlaps with another loses one of the two.
 * IndexedDB needs no such queue, its transactions are one; the storage areas have none.
 */

/** The part of the browser's lock manager that is used here. */
export interface Locks {
  request<T>(name: string, job: () => Promise<T>): Promise<T>;
}

/** A queue of writes to one store. */
export interface WriteQueue {
  /** Runs `job` after all jobs before it, whatever became of them. Resolves or rejects as `job` does. */
  run<T>(job: () => Promise<T>): Promise<T>;
}

/** The browser's lock manager, where there is one. */
const browserLocks: Locks | null = (globalThis.navigator as Partial<Navigator> | undefined)?.locks ?? null;

/**
 * The queue of the store `name`. With `locks` it also keeps out other contexts, such as a second background that starts
 * while the first is going.
 */
export function createWriteQueue(name: string, locks: Locks | null = browserLocks): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<T>(job: () => Promise<T>): Promise<T> {
      // Async, so that a job that throws at once lets go of the lock like any other that fails.
      const begin = async (): Promise<T> => job();
      const result = last.then(() => (locks ? locks.request(`sidestage.${name}`, begin) : begin()));
      last = result.catch(() => undefined);
      return result;
    },
  };
}
