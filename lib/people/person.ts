/** What the user wrote down about a person, and what is known of them in one channel. Times are Unix epoch milliseconds. */
import type { Platform } from '../chat/message.ts';

/** The longest note, and the longest nickname, in UTF-16 code units. */
export const noteLimit = 4_000;
export const nicknameLimit = 40;

/** The user's own words about somebody. Kept under the platform's id: what somebody is called can pass to somebody else. */
export interface PersonRecord {
  /** `<platform>:<user id>`. */
  readonly id: string;
  readonly platform: Platform;
  readonly userId: string;
  /** As of the last writing; Twitch's in lower case, CHZZK's is the nickname. */
  readonly login: string;
  readonly name: string;
  readonly nickname?: string;
  /** Markdown. */
  readonly note?: string;
  readonly updatedAt: number;
}

/** The key of the person's record. */
export const personKey = (platform: Platform, userId: string): string => `${platform}:${userId}`;

/** Somebody whose lines are marked in a channel. */
export interface Known {
  /** The platform's user id. */
  readonly id: string;
  readonly login: string;
  readonly nickname?: string;
  /** The first line of the note. */
  readonly note?: string;
  /** How many actions against them stand in our log of this channel. */
  readonly actions: number;
}
