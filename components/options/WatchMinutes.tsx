import type { VNode } from 'preact';

import { durationText } from '../../lib/moderation/duration.ts';
import { watchLengths } from '../../lib/moderation/watch-length.ts';
import { text } from '../../lib/text.ts';
import { Select } from '../Select.tsx';

/** What the choice is drawn from. */
export interface WatchMinutesProps {
  minutes: number;
  onChange: (minutes: number) => void;
}

/** How long a chatter is watched. A length that came from a file stays among the choices. */
export function WatchMinutes({ minutes, onChange }: WatchMinutesProps): VNode {
  const lengths = [...new Set([...watchLengths, minutes])].toSorted((one, other) => one - other);
  return (
    <Select
      label={text('watchHowLong')}
      options={lengths.map((length) => ({ value: String(length), label: durationText(length * 60) }))}
      value={String(minutes)}
      onChange={(length) => onChange(Number(length))}
    />
  );
}
