/** Whom the user follows on both platforms, as one list. */
import { FailureError } from '../failure.ts';
import { answerOf } from './answer.ts';
import type { FollowedList } from './offline.ts';

/** Where the parts come from; each of them throws a `FailureError`. */
export interface FollowedParts {
  readonly twitch: () => Promise<FollowedList>;
  /** `undefined`: the user does not want it, or is not logged in there. */
  readonly chzzk: (() => Promise<FollowedList>) | undefined;
}

/** Asks both. @throws FailureError Twitch's, where nobody of CHZZK's can stand for it; CHZZK's to whoever has no account on Twitch */
export async function followedOnBoth({ twitch, chzzk }: FollowedParts): Promise<FollowedList> {
  if (!chzzk) return twitch();
  const [own, other] = await Promise.all([answerOf(twitch()), answerOf(chzzk())]);
  if ('failure' in own) {
    const isSignedOut = own.failure.code === 'signed-out';
    if ('failure' in other) throw new FailureError(isSignedOut ? other.failure : own.failure);
    if (isSignedOut) return other.found;
    if (other.found.channels.length === 0) throw new FailureError(own.failure);
    return { ...other.found, missing: { platform: 'twitch', failure: own.failure } };
  }
  if ('failure' in other) return { ...own.found, missing: { platform: 'chzzk', failure: other.failure } };
  return {
    accountId: own.found.accountId,
    channels: [...own.found.channels, ...other.found.channels],
    updatedAt: Math.min(own.found.updatedAt, other.found.updatedAt),
  };
}
