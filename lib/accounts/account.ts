/** An account on a platform, signed in with Sidestage. */
import type { Platform } from '../chat/message.ts';

/** What any page of ours may know of an account: never a token. */
export interface Account {
  /** `<platform>:<user id>` */
  readonly id: string;
  readonly platform: Platform;
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly avatarUrl?: string;
  /** Scopes that the user has granted. */
  readonly scopes: readonly string[];
  /** `expired`: the platform refuses its token; the user must sign in again. */
  readonly state: 'ok' | 'expired';
}

/** What the platform granted. It stays in the background: in `storage.session`, and sealed in the store. */
export interface Grant {
  /** How it was obtained, which decides how it is renewed. */
  readonly kind: 'implicit';
  readonly clientId: string;
  readonly accessToken: string;
  /** Unix epoch milliseconds; absent when the platform names no end. */
  readonly expiresAt?: number;
}

/** The id of the account of `userId` on `platform`. */
export function accountId(platform: Platform, userId: string): string {
  return `${platform}:${userId}`;
}
