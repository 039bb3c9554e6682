/**
 * A channel that is live now, the same for every platform.
 */
import type { Platform } from '../chat/message.ts';

/** A live channel. `startedAt` is Unix epoch milliseconds; `viewers` a count. */
export interface LiveStream {
  readonly platform: Platform;
  readonly channelId: string;
  /** Lower-case login (Twitch) or channel id (CHZZK). */
  readonly login: string;
  readonly name: string;
  readonly title: string;
  readonly category: string;
  readonly viewers: number;
  readonly startedAt: number;
  /** `https:` address of the avatar, on a host that the content security policy allows. */
  readonly avatarUrl?: string;
  /** Preview picture with `{width}` and `{height}` in its address. */
  readonly previewUrl?: string;
  readonly rerun: boolean;
}

/** Under this instead of an account's id stands the list of all accounts, merged. */
export const allAccounts = 'all';

/** The last known list of live channels of one account, or of all of them merged ({@link allAccounts}). */
export interface LiveSnapshot {
  readonly accountId: string;
  readonly streams: readonly LiveStream[];
  /** When the platform answered, Unix epoch milliseconds. */
  readonly updatedAt: number;
}
