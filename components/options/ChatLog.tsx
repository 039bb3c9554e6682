import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { bytesOfLine } from '../../lib/chat/log.ts';
import { daysText } from '../../lib/moderation/duration.ts';
import type { KeptChannel, OptionsState } from '../../lib/options/options.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Switch } from '../Checkbox.tsx';
import { Confirm } from '../chzzk/Confirm.tsx';
import { IconButton } from '../IconButton.tsx';
import { Card } from '../Section.tsx';
import { Select } from '../Select.tsx';
import type { OptionsActions } from './actions.ts';
import { SavedMark } from './SavedMark.tsx';

/** What the card is drawn from. */
export interface ChatLogProps {
  settings: NonNullable<OptionsState['settings']>;
  savings: OptionsState['savings'];
  /** `undefined` until the background has answered. */
  kept: readonly KeptChannel[] | undefined;
  actions: Pick<OptionsActions, 'write' | 'forgetKept'>;
}

/** Days to choose from: chosen rather than typed, because half a number would delete what the whole one keeps. */
const lengths = [1, 3, 7, 14, 30, 90];

const day = 86_400;

const megabyte = 1_000_000;

const sumOf = (kept: readonly KeptChannel[]): number => kept.reduce((sum, { lines }) => sum + lines, 0);

/** Whether messages are kept, for how long, and what is kept. */
export function ChatLog({ settings, savings, kept, actions }: ChatLogProps): VNode {
  const [doomed, setDoomed] = useState<KeptChannel | 'all' | undefined>();
  const { 'chatLog.on': isOn, 'chatLog.days': days } = settings;
  const all = sumOf(kept ?? []);
  const room = doomed === 'all' ? undefined : doomed;
  return (
    <Card title={text('chatLog')} text={text('chatLogLead')}>
      <div class="ss-setting">
        <Switch
          label={text('chatLogOn')}
          hint={text('chatLogOnHint')}
          checked={isOn}
          onChange={(on) => actions.write('chatLog.on', on)}
        />
        <SavedMark saving={savings['chatLog.on']} />
      </div>
      <div class="ss-setting">
        <Select
          label={text('chatLogDays')}
          options={[...new Set([...lengths, days])]
            .toSorted((one, other) => one - other)
            .map((length) => ({ value: String(length), label: daysText(length * day) }))}
          value={String(days)}
          onChange={(length) => actions.write('chatLog.days', Number(length))}
        />
        <SavedMark saving={savings['chatLog.days']} />
      </div>
      {kept?.length === 0 && <p class="ss-quiet">{text('chatLogEmpty')}</p>}
      {kept && kept.length > 0 && (
        <>
          <p>{text('chatLogTotal', all, Math.ceil((all * bytesOfLine) / megabyte))}</p>
          <ul class="ss-rows-list" aria-label={text('chatLog')}>
            {kept.map((channel) => (
              <li key={`${channel.platform}:${channel.channel}`} class="ss-row">
                <span class="ss-profile-name ss-cut">
                  <bdi>{channel.name}</bdi>{' '}
                  <span class="ss-quiet">{text('chatLogLines', channel.lines)}</span>
                </span>
                <IconButton
                  size="small"
                  kind="danger"
                  icon="trash"
                  label={text('chatLogForget', channel.name)}
                  onClick={() => setDoomed(channel)}
                />
              </li>
            ))}
          </ul>
          <div class="ss-buttons-actions">
            <Button kind="danger" icon="trash" onClick={() => setDoomed('all')}>
              {text('chatLogForgetAll')}
            </Button>
          </div>
        </>
      )}
      {doomed && (
        <Confirm
          title={text('chatLogForgetTitle')}
          hint={text('chatLogForgetHint', room?.lines ?? all, room?.name ?? text('chatLogEverywhere'))}
          does={text('chatLogForgetDo')}
          isDanger
          onClose={() => setDoomed(undefined)}
          onDo={() => actions.forgetKept(room)}
        />
      )}
    </Card>
  );
}
