/**
 * A channel that is live now, the same for every platform.
 */
import type { Platform } from '../chat/message.ts';

/** A live channel; `viewers` is a count. */
export interface LiveStream {
  readonly platform: Platform;
  readonly channelId: string;
  /** Lower-case login (Twitch) or channel id (CHZZK). */
  readonly login: string;
  readonly name: string;
  readonly title: string;
  readonly category: string;
  readonly viewers: number;
  /** Unix epoch milliseconds; absent where the platform's list does not say it (CHZZK). */
  readonly startedAt?: number;
  /** `https:` address of the avatar, on a host that the content security policy allows. */
  readonly avatarUrl?: string;
  /** Preview picture with `{width}` and `{height}` in its address, and `{login}` where that is in it: most have the same then. */
  readonly previewUrl?: string;
  readonly rerun: boolean;
}

/** Under this instead of an account's id stands the list of all accounts, merged. */
export const allAccounts = 'all';

/** Before the id of the user on CHZZK, who has no account of ours: under that stands their list. */
export const chzzkListPrefix = 'chzzk:';

/** The platform of a list. */
export function platformOf(listId: string): Platform {
  return listId.startsWith(chzzkListPrefix) ? 'chzzk' : 'twitch';
}

/** The last known list of live channels of one account, of all of them merged ({@link allAccounts}), or of CHZZK. */
export interface LiveSnapshot {
  readonly accountId: string;
  readonly streams: readonly LiveStream[];
  /** When the platform answered, Unix epoch milliseconds. */
  readonly updatedAt: number;
}

/** The lists that are shown as one. Each is fetched, stored and failed for by itself. */
export interface LiveLists {
  /** Of the account that acts, or of all. */
  readonly own: LiveSnapshot | undefined;
  readonly chzzk: LiveSnapshot | undefined;
}

/** Everybody who is live in the lists; `undefined` where there is none. */
export function streamsIn({ own, chzzk }: LiveLists): readonly LiveStream[] | undefined {
  if (!own || !chzzk) return (own ?? chzzk)?.streams;
  return [...own.streams, ...chzzk.streams];
}
