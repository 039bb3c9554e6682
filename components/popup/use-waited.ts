import { useEffect, useState } from 'preact/hooks';

import { type Failure, failureBy } from '../../lib/failure.ts';

/** A wait goes down in steps of so many ms: who listens to the screen would be told every second else. */
const stepMs = 5_000;

/** When each failure was shown first, Unix epoch milliseconds; another place of the popup may show it again later. */
const shownAt = new WeakMap<Failure, number>();

/** `failure` as it stands now: of a wait that the platform asks for what is left of it. */
export function useWaited(failure: Failure): Failure {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (failure.code !== 'rate-limited') return undefined;
    const look = (): void => setNow(Date.now());
    if (!shownAt.has(failure)) shownAt.set(failure, Date.now());
    look();
    const timer = setInterval(look, stepMs);
    return () => clearInterval(timer);
  }, [failure]);
  return failureBy(failure, shownAt.get(failure), now);
}
