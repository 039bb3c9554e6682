/** What moderation asks of a platform. */
import type { Account } from '../accounts/account.ts';
import type { Action } from './action.ts';
import type { Order } from './book.ts';

/** A user, as the platform names them. */
export interface PlatformUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/** What moderation asks of a platform. Every call acts as `account`. */
export interface ModerationPlatform {
  /**
   * The user behind a login; `undefined` when there is none. Where logins are no identity, the `action` says whom it means; the
   * answer has the login that this one has now.
   */
  readonly user: (login: string, account: Account, action: Action) => Promise<PlatformUser | undefined>;
  /** The channel, when the account may moderate it. */
  readonly moderatedChannel: (login: string, account: Account) => Promise<PlatformUser | undefined>;
  /** Whether `userId` is known to moderate the channel; a guess that may be stale, the platform has the last word. */
  readonly moderates: (userId: string, channelId: string, account: Account) => Promise<boolean>;
  /**
   * Carries the action out; `beforeSending` is awaited when nothing keeps it back any more.
   *
   * @throws FailureError: `outcome-unknown`, or why it certainly did not happen.
   */
  readonly carryOut: (order: Order, account: Account, beforeSending: () => Promise<void>) => Promise<void>;
  /** Whether an order of which no answer was seen took effect; `undefined` when that cannot be seen. */
  readonly tookEffect: (order: Order, account: Account) => Promise<boolean | undefined>;
  /** Whom an order hit that meant somebody by a name alone, now that it is carried out; `undefined`: nobody knows. */
  readonly hit?: (order: Order, account: Account) => Promise<PlatformUser | undefined>;
}
