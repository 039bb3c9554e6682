import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { type Failure, failureBy } from '../../lib/failure.ts';

/** When the popup was drawn last, Unix epoch milliseconds. */
export const Drawn = createContext(0);

/** When each failure was shown first; another place of the popup may show it again later. */
const shownAt = new WeakMap<Failure, number>();

/** `failure` as it stands now: of a wait that the platform asks for what is left of it. */
export function useWaited(failure: Failure): Failure {
  const now = useContext(Drawn);
  const since = shownAt.get(failure) ?? now;
  shownAt.set(failure, since);
  return failureBy(failure, since, now);
}
