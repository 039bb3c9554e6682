/** What an action, or its undoing, waits for that only the user can give, on the platform's own page. */
import { type Failure, type FailureCode } from '../failure.ts';
import { featureFor, type FeatureName } from '../features.ts';

/** What is asked of the user: to sign in again, or to allow a feature. */
export type Unlock = 'sign-in' | { readonly allow: FeatureName };

/** What is over once the account has signed in; in vain it may be tried again. */
const needsSignIn: ReadonlySet<string> = new Set<FailureCode>([
  'signed-out',
  'login-expired',
  'sign-in-closed',
  'sign-in-denied',
  'sign-in-mismatch',
  'code-ended',
]);

/** The scopes that `failure` says are missing. */
function missingIn(failure: Failure): readonly string[] | undefined {
  const isMissing =
    failure.code === 'missing-scope' || (failure.code === 'actor-away' && failure.why === 'not-allowed');
  return isMissing ? failure.scopes : undefined;
}

/** What ends `failure`; `undefined` when the user can do nothing about it on the platform's page. */
export function unlockOf(failure: Failure): Unlock | undefined {
  const missing = missingIn(failure);
  if (missing) {
    // Whoever has said no is not asked again.
    const feature = 'declined' in failure ? undefined : featureFor(missing);
    return feature && { allow: feature };
  }
  return needsSignIn.has(failure.code) || failure.code === 'actor-away' ? 'sign-in' : undefined;
}

/**
 * What is still missing when the user was asked in vain about `missing`: a no is a no, a closed window (or a code that the
 * user gave up) is none.
 */
export function afterAsking(missing: Failure, answer: Failure): Failure {
  if (answer.code === 'sign-in-closed' || answer.code === 'aborted') return missing;
  // Of a code that was refused the platform says no more than that it is not to be had any more.
  const isNo = answer.code === 'sign-in-denied' || (answer.code === 'code-ended' && answer.why === 'refused');
  return isNo ? (asDeclined(missing) ?? answer) : answer;
}

/** `failure`, if it is about missing scopes, as one of an account whose user would not grant them. */
export function asDeclined(failure: Failure): Failure | undefined {
  return missingIn(failure) && ({ ...failure, declined: true } as Failure);
}

/** `failure` as it is said to a user of whom `declined` is known: whoever has said no to all of it is not asked again. */
export function withDeclined(failure: Failure, declined: readonly string[]): Failure {
  const isNo = missingIn(failure)?.every((scope) => declined.includes(scope)) === true;
  return (isNo ? asDeclined(failure) : undefined) ?? failure;
}
