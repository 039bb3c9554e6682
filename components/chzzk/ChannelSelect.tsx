import type { VNode } from 'preact';

import type { ManagedChannel } from '../../lib/chzzk/manage/wish.ts';
import { text } from '../../lib/text.ts';
import { Select } from '../Select.tsx';

/** What a channel is called where one chooses among them. */
export const channelLabel = ({ name, isOwn }: ManagedChannel): string =>
  isOwn ? text('manageOwnChannel', name) : name;

/** What the choice is drawn from. */
export interface ChannelSelectProps {
  channels: readonly ManagedChannel[];
  /** The id of the one in sight. */
  channel: string;
  onChoose: (channel: string) => void;
}

/** The choice among the channels that the user manages; nothing where there is but one. */
export function ChannelSelect({ channels, channel, onChoose }: ChannelSelectProps): VNode | null {
  if (channels.length < 2) return null;
  return (
    <Select
      label={text('manageChannel')}
      hideLabel
      value={channel}
      options={channels.map((one) => ({ value: one.id, label: channelLabel(one) }))}
      onChange={onChoose}
    />
  );
}
