import type { VNode } from 'preact';

import {
  type ChannelProfile,
  isChannelProfile,
  profileLimits,
  usualProfile,
} from '../../../lib/moderation/profile.ts';
import { withChannelProfile } from '../../../lib/moderation/profiles.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { Select } from '../../Select.tsx';
import { AddForm } from '../AddForm.tsx';
import { profileOptions } from './ShownProfile.tsx';

/** What the list is drawn from. */
export interface ProfileChannelsProps {
  settings: Settings;
  onChange: (channels: readonly ChannelProfile[]) => void;
}

/** The longest login, in letters. */
const loginAtMost = 25;

/** A channel by its login; one on CHZZK has but an id, of which the beginning will do. */
const channelText = (channel: string): string =>
  channel.length > loginAtMost ? text('profileChzzkChannel', channel.slice(0, 8)) : channel;

/** Channels in which another profile is in force. */
export function ProfileChannels({ settings, onChange }: ProfileChannelsProps): VNode {
  const channels = settings['moderation.channelProfiles'];
  const options = profileOptions(settings);
  const nameOf = (profile: string): string =>
    options.some(({ value }) => value === profile) ? profile : usualProfile;

  const add = (typed: string): boolean => {
    const channel = typed.trim().toLowerCase();
    // Whoever adds a channel wants another profile there than everywhere.
    const other = options.find(({ value }) => value !== nameOf(settings['moderation.profile']));
    const profile = other?.value ?? usualProfile;
    const isOne = isChannelProfile({ channel, profile });
    if (isOne && !channels.some((one) => one.channel === channel))
      onChange(withChannelProfile(settings, channel, profile));
    return isOne;
  };

  return (
    <fieldset class="ss-profiles-list">
      <legend class="ss-field-label">{text('profileChannels')}</legend>
      {channels.length > 0 && (
        <ul class="ss-rows-list">
          {channels.map(({ channel, profile }) => (
            <li key={channel} class="ss-row">
              <span class="ss-profile-name ss-cut">{channelText(channel)}</span>
              <Select
                label={text('profileOf', channelText(channel))}
                hideLabel
                options={options}
                value={nameOf(profile)}
                onChange={(next) => onChange(withChannelProfile(settings, channel, next))}
              />
              <IconButton
                size="small"
                kind="danger"
                icon="trash"
                label={text('profileChannelRemove', channelText(channel))}
                onClick={() => onChange(withChannelProfile(settings, channel, undefined))}
              />
            </li>
          ))}
        </ul>
      )}
      <AddForm
        label={text('profileChannelName')}
        placeholder={text('reasonChannel')}
        wrong={text('profileChannelBad')}
        button={text('profileChannelAdd')}
        isFull={channels.length >= profileLimits.channels}
        onAdd={add}
      />
    </fieldset>
  );
}
