/** Which profile is in force where, what it comes to, and how profiles are changed. Pure. */
import { type Profile, profileLimits, usualProfile } from './profile.ts';
import type { ProfileKey, ProfileSettings } from '../store/profile-table.ts';
import type { Settings } from '../store/settings-table.ts';

type Profiles = readonly Profile[];

const isSame = (one: string, other: string): boolean => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/** The name of the profile that is in force in `channel` (a login). One that is not there any more is the usual one. */
export function profileIn(settings: Settings, channel?: string): string {
  const here = settings['moderation.channelProfiles'].find((one) => one.channel === channel);
  const name = here?.profile ?? settings['moderation.profile'];
  return settings['moderation.profiles'].some((profile) => profile.name === name) ? name : usualProfile;
}

/** `settings` as they are in the profile `name`. */
export function settingsOf(settings: Settings, name: string): Settings {
  const profile = settings['moderation.profiles'].find((one) => one.name === name);
  return profile ? { ...settings, ...profile.own } : settings;
}

/** The settings that hold in `channel`. */
export const settingsIn = (settings: Settings, channel: string): Settings =>
  settingsOf(settings, profileIn(settings, channel));

/** Why a name cannot be given to a profile. */
export type ProfileProblem = 'empty' | 'taken' | 'too-many';

/** What is wrong with `name` for a new profile, or for the one that was called `before`. */
export function profileProblem(all: Profiles, name: string, before?: string): ProfileProblem | undefined {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (all.some((one) => one.name !== before && isSame(one.name, wanted))) return 'taken';
  return before === undefined && all.length >= profileLimits.profiles ? 'too-many' : undefined;
}

/** With a new profile at the end, which begins like the profile `like`. */
export function withProfile(all: Profiles, name: string, like: string): Profiles {
  if (profileProblem(all, name)) return all;
  return [...all, { name: name.trim(), own: all.find((one) => one.name === like)?.own ?? {} }];
}

/** With a value of its own for the profile `name`. */
export function withOwn<Key extends ProfileKey>(
  all: Profiles,
  name: string,
  key: Key,
  value: ProfileSettings[Key],
): Profiles {
  return all.map((one) => (one.name === name ? { ...one, own: { ...one.own, [key]: value } } : one));
}

/** With these settings of the profile `name` as usual again. */
export function withoutOwn(all: Profiles, name: string, keys: readonly ProfileKey[]): Profiles {
  const isKept = ([key]: [string, unknown]): boolean => !keys.some((dropped) => dropped === key);
  return all.map((one) =>
    one.name === name ? { ...one, own: Object.fromEntries(Object.entries(one.own).filter(isKept)) } : one,
  );
}

/** What a change of profiles comes to, setting by setting. */
export type ProfileChange = Partial<
  Pick<Settings, 'moderation.profiles' | 'moderation.profile' | 'moderation.channelProfiles'>
>;

/** The profile `before` under another name, wherever it is named; nothing when that name cannot be given. */
export function renaming(settings: Settings, before: string, name: string): ProfileChange {
  const all = settings['moderation.profiles'];
  const after = name.trim();
  if (profileProblem(all, name, before)) return {};
  const called = settings['moderation.channelProfiles'];
  return {
    'moderation.profiles': all.map((one) => (one.name === before ? { ...one, name: after } : one)),
    ...(settings['moderation.profile'] === before && { 'moderation.profile': after }),
    ...(called.some(({ profile }) => profile === before) && {
      'moderation.channelProfiles': called.map((one) =>
        one.profile === before ? { ...one, profile: after } : one,
      ),
    }),
  };
}

/** Without the profile `name`: what went by it goes by the usual one, or by the one that is in force everywhere. */
export function removing(settings: Settings, name: string): ProfileChange {
  const called = settings['moderation.channelProfiles'];
  return {
    ...(settings['moderation.profile'] === name && { 'moderation.profile': usualProfile }),
    ...(called.some(({ profile }) => profile === name) && {
      'moderation.channelProfiles': called.filter(({ profile }) => profile !== name),
    }),
    'moderation.profiles': settings['moderation.profiles'].filter((one) => one.name !== name),
  };
}

/** With `profile` in force in `channel` (a login); `undefined`: as everywhere. */
export function withChannelProfile(
  settings: Settings,
  channel: string,
  profile: string | undefined,
): Settings['moderation.channelProfiles'] {
  const all = settings['moderation.channelProfiles'];
  if (profile === undefined) return all.filter((one) => one.channel !== channel);
  const isKnown = all.some((one) => one.channel === channel);
  if (isKnown) return all.map((one) => (one.channel === channel ? { channel, profile } : one));
  return all.length < profileLimits.channels ? [...all, { channel, profile }] : all;
}
