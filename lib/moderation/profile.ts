/**
 * Profiles: sets of what the tools in chat offer. The usual one has no name and is what the settings themselves say; another
 * one says only what it does otherwise.
 */
import type { ProfileSettings } from '../store/profile-table.ts';
import { isChannelName } from './channel-name.ts';

/** A profile. Its name is what it is known by. */
export interface Profile {
  readonly name: string;
  /** What it has of its own; all else is as usual. */
  readonly own: Readonly<Partial<ProfileSettings>>;
}

/** A channel in which another profile is in force. */
export interface ChannelProfile {
  /** Its login, or its id on CHZZK. */
  readonly channel: string;
  /** The profile's name; empty: the usual one. */
  readonly profile: string;
}

/** Longest name in UTF-16 code units, most profiles, and most channels with one of their own. */
export const profileLimits = { name: 40, profiles: 10, channels: 100 } as const;

/** The usual one. */
export const usualProfile = '';

type Fields = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether `value` can name a profile; the empty name is the usual one's. */
export const isProfileName = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= profileLimits.name && !/[\p{Cc}\u2028\u2029]/u.test(value);

/** Whether `value` is a channel with its profile. */
export function isChannelProfile(value: unknown): value is ChannelProfile {
  if (!isPlain(value)) return false;
  const { channel, profile, ...rest } = value;
  return Object.keys(rest).length === 0 && isChannelName(channel) && isProfileName(profile);
}
