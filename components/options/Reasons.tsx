import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { shownChannel } from '../../lib/moderation/channel-name.ts';
import { isReason, type Reason, reasonLimits } from '../../lib/moderation/reason.ts';
import { channelNamed } from '../../lib/pages/channel-at.ts';
import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { TextInput } from '../TextInput.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. */
export interface ReasonsProps {
  reasons: readonly Reason[];
  onChange: (reasons: readonly Reason[]) => void;
}

/** The user's reasons, for every channel or for one. Every change is saved at once. */
export function Reasons({ reasons, onChange }: ReasonsProps): VNode {
  const [words, setWords] = useState('');
  const [channel, setChannel] = useState('');
  const [error, setError] = useState<'text' | 'channel' | undefined>();

  const add = (): void => {
    const name = channelNamed(channel);
    const reason: Reason = { text: words.trim(), ...(name !== '' && { channel: name }) };
    const isKnown = reasons.some((other) => other.text === reason.text && other.channel === reason.channel);
    if (!isReason({ text: reason.text }) || isKnown) setError('text');
    else if (!isReason(reason)) setError('channel');
    else {
      setWords('');
      onChange([...reasons, reason]);
    }
  };

  return (
    <div class="ss-reasons">
      {reasons.length > 0 && (
        <Rows
          label={text('reasons')}
          items={reasons}
          keyOf={(reason) => `${reason.channel ?? ''} ${reason.text}`}
          nameOf={(reason) => reason.text}
          draw={(reason) => (
            <span class="ss-button-row">
              <span class="ss-cut" title={reason.text}>
                {reason.text}
              </span>
              {reason.channel !== undefined && <Badge>{shownChannel(reason.channel)}</Badge>}
            </span>
          )}
          onChange={onChange}
        />
      )}
      <form
        class="ss-reasons-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (reasons.length < reasonLimits.reasons) add();
        }}
      >
        <TextInput
          label={text('reasonNew')}
          error={error === 'text' ? text('reasonBad') : undefined}
          limit={reasonLimits.text}
          value={words}
          onChange={(next) => {
            setWords(next);
            setError(undefined);
          }}
        />
        <TextInput
          label={text('reasonChannel')}
          hint={text('reasonChannelHint')}
          error={error === 'channel' ? text('reasonChannelBad') : undefined}
          spellcheck={false}
          value={channel}
          onChange={(next) => {
            setChannel(next);
            setError(undefined);
          }}
        />
        <Button type="submit" icon="plus" disabled={reasons.length >= reasonLimits.reasons}>
          {text('reasonAdd')}
        </Button>
      </form>
    </div>
  );
}
