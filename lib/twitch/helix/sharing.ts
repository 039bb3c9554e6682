/** Lets equal requests that run at the same time be one request; each caller can still give up alone. */

interface Shared<T> {
  readonly promise: Promise<T>;
  readonly ending: AbortController;
  sharers: number;
}

/** Makes a place for shared work. */
export function createSharing<T>() {
  const running = new Map<string, Shared<T>>();

  /**
   * Joins the work under `key`, or starts it. The work is aborted when nobody waits for it any more.
   *
   * @throws whatever the work throws, or `signal.reason` for the caller that gave up.
   */
  return function share(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    let shared = running.get(key);
    if (!shared) {
      const ending = new AbortController();
      const promise = start(ending.signal).finally(() => {
        if (running.get(key)?.promise === promise) running.delete(key);
      });
      shared = { promise, ending, sharers: 0 };
      running.set(key, shared);
    }
    shared.sharers++;
    return signal ? leavable(shared, signal, () => running.delete(key)) : shared.promise;
  };
}

function leavable<T>(shared: Shared<T>, signal: AbortSignal, forget: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason as Error);
      if (--shared.sharers > 0) return;
      forget();
      shared.ending.abort(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    shared.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
