/** The settings of one profile, as the forms of the options page see and change them. */
import { useState } from 'preact/hooks';

import type { OptionsState, Saving } from '../../../lib/options/options.ts';
import { usualProfile } from '../../../lib/moderation/profile.ts';
import type { ProfileKey, ProfileSettings } from '../../../lib/store/profile-table.ts';
import { settingsOf, withOwn, withoutOwn } from '../../../lib/moderation/profiles.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import type { OptionsActions } from '../actions.ts';

/** Which profile is shown: the user's choice, or else the one that is in force everywhere. */
export interface Shown {
  readonly profile: string | undefined;
  readonly show: (profile: string) => void;
}

/** One profile. */
export interface Scope {
  /** Its name. */
  readonly profile: string;
  readonly settings: Settings;
  readonly write: <Key extends ProfileKey>(key: Key, value: ProfileSettings[Key]) => void;
  /** How the last change of this setting went. */
  readonly saving: (key: ProfileKey) => Saving | undefined;
  /** Whether some of these are its own; the usual profile has nothing that could be as usual. */
  readonly isOwn: (keys: readonly ProfileKey[]) => boolean;
  /** Makes them as usual again. */
  readonly drop: (keys: readonly ProfileKey[]) => void;
}

/** The profile that is shown. */
export function useScope(
  settings: Settings,
  savings: OptionsState['savings'],
  { profile: chosen = settings['moderation.profile'] }: Shown,
  actions: Pick<OptionsActions, 'write'>,
): Scope {
  // All of a profile is stored as one; "Saved" stands where something was changed.
  const [changed, setChanged] = useState<ProfileKey | undefined>();
  const all = settings['moderation.profiles'];
  const own = all.find(({ name }) => name === chosen)?.own;
  const profile = own ? chosen : usualProfile;
  return {
    profile,
    settings: settingsOf(settings, profile),
    write: (key, value) => {
      setChanged(key);
      if (own) actions.write('moderation.profiles', withOwn(all, profile, key, value));
      else actions.write(key, value as Settings[typeof key]);
    },
    saving: (key) => {
      if (!own) return savings[key];
      return key === changed ? savings['moderation.profiles'] : undefined;
    },
    isOwn: (keys) => keys.some((key) => own && Object.hasOwn(own, key)),
    drop: (keys) => {
      setChanged(keys[0]);
      actions.write('moderation.profiles', withoutOwn(all, profile, keys));
    },
  };
}
