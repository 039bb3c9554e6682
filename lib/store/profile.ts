/**
 * Profiles: sets of what the tools in chat offer. The usual one has no name and is what the settings themselves say; another
 * one says only what it does otherwise.
 */
import { isProfileKey, type ProfileSettings, profileTable } from './profile-table.ts';
import { complaint } from './settings-shape.ts';

/** A profile. Its name is what it is known by. */
export interface Profile {
  readonly name: string;
  /** What it has of its own; all else is as usual. */
  readonly own: Readonly<Partial<ProfileSettings>>;
}

/** A channel in which another profile is in force. */
export interface ChannelProfile {
  /** Its login. */
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

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= profileLimits.name && !/[\p{Cc}\u2028\u2029]/u.test(value);

/** Whether `value` is a profile. */
export function isProfile(value: unknown): value is Profile {
  if (!isPlain(value)) return false;
  const { name, own, ...rest } = value;
  return (
    Object.keys(rest).length === 0 &&
    isName(name) &&
    String(name).trim() !== '' &&
    isPlain(own) &&
    Object.entries(own).every(
      ([key, content]) => isProfileKey(key) && complaint(profileTable[key].shape, content) === undefined,
    )
  );
}

/** Whether `value` is a channel with its profile. */
export function isChannelProfile(value: unknown): value is ChannelProfile {
  if (!isPlain(value)) return false;
  const { channel, profile, ...rest } = value;
  return (
    Object.keys(rest).length === 0 &&
    typeof channel === 'string' &&
    /^[a-z0-9_]{1,25}$/.test(channel) &&
    isName(profile)
  );
}
