import type { VNode } from 'preact';

import { actionKinds, type ActionKind } from '../../lib/moderation/action.ts';
import type { LogFacts } from '../../lib/moderation/book.ts';
import { kindText, type LogFilter, type Result, resultTexts } from '../../lib/options/action-log.ts';
import { text } from '../../lib/text.ts';
import { Chip } from '../Badge.tsx';
import { SearchInput } from '../SearchInput.tsx';
import { type Option, Select } from '../Select.tsx';

/** What the filters are drawn from. */
export interface LogFiltersProps {
  filter: LogFilter;
  channels: LogFacts['channels'];
  busy: boolean;
  onChange: (filter: LogFilter) => void;
}

const results = Object.keys(resultTexts) as Result[];

/** Which part of the log is shown: by words, result, action, channel and person. */
export function LogFilters({ filter, channels, busy, onChange }: LogFiltersProps): VNode {
  const { words, result, kind, channel, whom } = filter;
  const nameOf = ({ platform, channel: login, name }: LogFacts['channels'][number]): string =>
    channels.some((other) => other.platform !== platform) && name === login
      ? `${name} (${text(platform === 'twitch' ? 'platformTwitch' : 'chzzk')})`
      : name;
  return (
    <>
      <SearchInput
        label={text('logSearch')}
        clearLabel={text('clearSearch')}
        value={words}
        busy={busy && words !== ''}
        onChange={(value) => onChange({ ...filter, words: value })}
      />
      <Select
        hideLabel
        label={text('logFilterResult')}
        options={[
          { value: '', label: text('logAnyResult') },
          ...results.map((value): Option<Result> => ({ value, label: text(resultTexts[value]) })),
        ]}
        value={result ?? ''}
        onChange={(value) => onChange({ ...filter, result: value === '' ? undefined : value })}
      />
      <Select
        hideLabel
        label={text('logFilterKind')}
        options={[
          { value: '', label: text('logAnyKind') },
          ...actionKinds.map((value): Option<ActionKind> => ({ value, label: kindText(value) })),
        ]}
        value={kind ?? ''}
        onChange={(value) => onChange({ ...filter, kind: value === '' ? undefined : value })}
      />
      {channels.length > 1 && (
        <Select
          hideLabel
          label={text('logFilterChannel')}
          options={[
            { value: '', label: text('logAnyChannel') },
            ...channels.map((one) => ({ value: `${one.platform}:${one.channel}`, label: nameOf(one) })),
          ]}
          value={channel ? `${channel.platform}:${channel.channel}` : ''}
          onChange={(value) =>
            onChange({
              ...filter,
              channel: channels.find((one) => `${one.platform}:${one.channel}` === value),
            })
          }
        />
      )}
      {whom && (
        <Chip
          label={text('logOnly', whom.login)}
          removeLabel={text('logOnlyRemove')}
          onRemove={() => onChange({ ...filter, whom: undefined })}
        />
      )}
    </>
  );
}
