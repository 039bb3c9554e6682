/** What a panel beside the tools waits for, and only the user can give. */
import type { Failure } from '../../lib/failure.ts';
import { unlockOf } from '../../lib/moderation/unlock.ts';
import type { Desk } from '../../lib/pages/desk.ts';

/** Lets the user allow what `failure` is about, or sign in, for whoever acts in `channel`. Resolves when they have. */
export const unlockAt =
  (desk: Pick<Desk, 'allow' | 'signInAgain'>, channel: string) =>
  (failure: Failure): Promise<unknown> => {
    const unlock = unlockOf(failure);
    return unlock === undefined || unlock === 'sign-in'
      ? desk.signInAgain(channel)
      : desk.allow(unlock.allow, channel);
  };
