/** What came of asking one of several: neither keeps the other back, and each fails alone. */
import { failureOf, type Failure } from '../failure.ts';

/** See the file's head. */
export type Answer<T> = { readonly found: T } | { readonly failure: Failure };

/** Waits for `work`, and does not throw. */
export const answerOf = <T>(work: Promise<T>): Promise<Answer<T>> =>
  work.then(
    (found) => ({ found }),
    (error: unknown) => ({ failure: failureOf(error) }),
  );
