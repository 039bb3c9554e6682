/** Which channels may have polls and predictions. */
import type { Account } from '../accounts/account.ts';
import { fail, FailureError } from '../failure.ts';
import type { Helix } from './helix/client.ts';
import { getUsers } from './helix/endpoints/users.ts';

/** Whether the account's channel belongs to an affiliate or a partner. */
export async function isEligible(helix: Helix, { id, userId }: Account): Promise<boolean> {
  const answer = await helix.call(getUsers, { id: [userId] }, { as: id });
  return answer.data.some(({ broadcaster_type: type }) => type !== '');
}

/** Does `work`; what Twitch says to those who are neither affiliate nor partner becomes a failure of its own. */
export async function withTwitchWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : undefined;
    if (failure?.code === 'platform-refused' && failure.status === 403) fail({ code: 'not-affiliate' });
    throw error;
  }
}
