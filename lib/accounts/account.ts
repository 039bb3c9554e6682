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
  /** Scopes that the user was asked for and would not grant. */
  readonly declined?: readonly string[];
  /** `expired`: the platform refuses its token; the user must sign in again. */
  readonly state: 'ok' | 'expired';
}

/** What calls are made with. While the browser runs, it lies in `storage.session`. */
export interface Access {
  readonly clientId: string;
  readonly accessToken: string;
  /** Unix epoch milliseconds; absent when the platform names no end. */
  readonly expiresAt?: number;
}

/** What the platform granted; how, decides how it is renewed. It stays in the background, sealed in the store. */
export type Grant =
  | (Access & { readonly kind: 'implicit' })
  /** `refreshToken` can be traded once for a new pair. */
  | (Access & { readonly kind: 'device'; readonly refreshToken: string });

/** The id of the account of `userId` on `platform`. */
export function accountId(platform: Platform, userId: string): string {
  return `${platform}:${userId}`;
}

/** The part of `grant` that calls are made with. */
export function accessOf({ clientId, accessToken, expiresAt }: Access): Access {
  return { clientId, accessToken, ...(expiresAt === undefined ? {} : { expiresAt }) };
}

/** Whether `granted` holds all of `wanted`. */
export function covers(granted: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((scope) => granted.includes(scope));
}
