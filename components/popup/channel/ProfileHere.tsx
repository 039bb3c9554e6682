import type { VNode } from 'preact';

import { usualProfile } from '../../../lib/moderation/profile.ts';
import { profileIn } from '../../../lib/moderation/profiles.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Select } from '../../Select.tsx';

/** What the choice is drawn from. */
export interface ProfileHereProps {
  settings: Settings;
  /** Its login, or its id on CHZZK. */
  channel: string;
  onChoose: (profile: string | undefined) => void;
}

/** Stands for "as everywhere" among the names of profiles, of which none begins with a space. */
const everywhere = ' ';

/** Which profile of the tools in chat is in force in this channel; nothing where there is but one. */
export function ProfileHere({ settings, channel, onChoose }: ProfileHereProps): VNode | null {
  const names = settings['moderation.profiles'].map(({ name }) => name);
  if (names.length === 0) return null;
  const isSet = settings['moderation.channelProfiles'].some((one) => one.channel === channel);
  const wordOf = (name: string): string => (name === usualProfile ? text('profileUsual') : name);
  return (
    <Select
      label={text('profileHere')}
      options={[
        { value: everywhere, label: text('profileAsEverywhere', wordOf(profileIn(settings))) },
        ...[usualProfile, ...names].map((name) => ({ value: name, label: wordOf(name) })),
      ]}
      value={isSet ? profileIn(settings, channel) : everywhere}
      onChange={(chosen) => onChoose(chosen === everywhere ? undefined : chosen)}
    />
  );
}
