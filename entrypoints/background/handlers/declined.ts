/** What a user has said no to is told with the refusal, so that nobody asks again by the way. */
import type { Account } from '../../../lib/accounts/account.ts';
import { fail, failureOf } from '../../../lib/failure.ts';
import { withDeclined } from '../../../lib/moderation/unlock.ts';

/** Waits for `work`; a scope that it misses and that the account was asked for in vain is not asked for again. */
export async function declineKnown<T>(
  work: Promise<T>,
  account: () => Promise<Account | undefined>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    return fail(withDeclined(failureOf(error), (await account())?.declined ?? []));
  }
}
