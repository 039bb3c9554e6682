/** Lets equal requests that run at the same time be one request; each caller can still give up alone. */

import { hurry } from './gate.ts';
import type { Outcome, Sending } from './send.ts';

interface Shared {
  readonly sending: Sending;
  readonly promise: Promise<Outcome>;
  /** Undefined where somebody takes part who cannot give up. */
  readonly ending: AbortController | undefined;
  sharers: number;
}

/** Sends a request, or joins an equal one that is under way. */
export type Share = (key: string, sending: Sending) => Promise<Outcome>;

/** Makes a place where requests that are sent with `send` can be joined. */
export function createSharing(send: (sending: Sending) => Promise<Outcome>): Share {
  const running = new Map<string, Shared>();

  /**
   * One request for all who ask the same at the same time; a user's wish hurries one that was begun for later. It is
   * aborted when nobody waits for it any more.
   *
   * @throws whatever sending throws, or `sending.signal.reason` for the caller that gave up.
   */
  return function share(key: string, sending: Sending): Promise<Outcome> {
    const begun = running.get(key);
    if (begun && sending.priority === 'user') hurry(begun.sending);
    const shared = begun ?? begin(key, sending);
    shared.sharers++;
    return sending.signal ? leavable(shared, sending.signal, () => forget(key, shared)) : shared.promise;
  };

  function begin(key: string, sending: Sending): Shared {
    const ending = sending.signal && new AbortController();
    const own = ending ? { ...sending, signal: ending.signal } : sending;
    const shared = { sending: own, promise: send(own), ending, sharers: 0 };
    running.set(key, shared);
    const end = (): void => forget(key, shared);
    shared.promise.then(end, end);
    return shared;
  }

  function forget(key: string, shared: Shared): void {
    if (running.get(key) === shared) running.delete(key);
  }
}

function leavable(shared: Shared, signal: AbortSignal, forget: () => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason as Error);
      if (--shared.sharers > 0) return;
      forget();
      shared.ending?.abort(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    shared.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
