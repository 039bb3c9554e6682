import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';

import type { ChannelsState } from '../../../lib/options/channel-lists-desk.ts';
import {
  addToList,
  type ChannelListName,
  type ListedChannel,
  channelListNames,
  channelLists,
  listAtMost,
  listed,
} from '../../../lib/options/channel-lists.ts';
import type { Holding } from '../../../lib/live/in-place.ts';
import type { Saving } from '../../../lib/options/options.ts';
import type { SettingKey, Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Choice } from '../../Choice.tsx';
import { IconButton } from '../../IconButton.tsx';
import { SearchInput } from '../../SearchInput.tsx';
import { useAim } from '../../popup/following/use-aim.ts';
import { useHeld } from '../../popup/following/use-held.ts';
import { Card } from '../../Section.tsx';
import type { OptionsActions } from '../actions.ts';
import { SavedMark } from '../SavedMark.tsx';
import { FindChannel, type FindChannelActions } from './FindChannel.tsx';
import { PlatformMark } from './PlatformMark.tsx';

/** What it is drawn from. */
export interface ChannelListsProps {
  settings: Settings;
  savings: Readonly<Partial<Record<SettingKey, Saving>>>;
  state: ChannelsState;
  actions: Pick<OptionsActions, 'permitNotifications' | 'write'>;
  find: FindChannelActions;
}

/** So many rows are drawn at first, and so many more by a press. */
const step = 100;

/** What the user chose for single channels, list by list. */
export function ChannelLists({ settings, savings, state, actions, find }: ChannelListsProps): VNode {
  const [name, setName] = useState<ChannelListName>('live.pinned');
  const [refused, setRefused] = useState(false);
  const keys = settings[name];

  const add = async (key: string): Promise<void> => {
    setRefused(!(await addToList(name, key, settings, actions)));
  };
  return (
    <Card title={text('channelLists')} text={text('channelListsLead')}>
      <Choice
        label={text('channelLists')}
        hideLabel
        options={channelListNames.map((list) => ({ value: list, label: text(channelLists[list].label) }))}
        value={name}
        onChange={(next) => {
          setName(next);
          setRefused(false);
        }}
      />
      <p class="ss-quiet">{text(channelLists[name].hint)}</p>
      <Listed
        key={name}
        name={name}
        keys={keys}
        state={state}
        onChange={(next) => actions.write(name, next)}
      />
      <FindChannel
        state={state}
        listed={keys}
        isFull={keys.length >= listAtMost}
        actions={find}
        onAdd={(key) => void add(key)}
      />
      {refused && <p role="alert">{text('noticesRefused')}</p>}
      <SavedMark saving={savings[name]} />
    </Card>
  );
}

interface ListedProps {
  name: ChannelListName;
  keys: readonly string[];
  state: ChannelsState;
  onChange: (keys: readonly string[]) => void;
}

/** How a list is held whose rows have a button each that takes them off it. */
const holding: Holding<ListedChannel> = { keyOf: ({ key }) => key, newcomers: 'last' };

function Listed({ name, keys, state, onChange }: ListedProps): VNode {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(step);
  /** The last one that was taken off, and where it stood. */
  const [gone, setGone] = useState<{ key: string; name: string; index: number } | undefined>();
  const list = channelLists[name];
  // Names come late, and would put other rows under a press that is on its way.
  const [isAimedAt, aim] = useAim();
  const { names } = state;
  const byName = useMemo(() => listed(keys, names, query), [keys, names, query]);
  const held = useHeld(byName, [query], isAimedAt, holding);
  const found = held.rows.filter(({ key }) => keys.includes(key));

  const remove = (key: string, called: string): void => {
    setGone({ key, name: called, index: keys.indexOf(key) });
    onChange(keys.filter((other) => other !== key));
  };
  const undo = (): void => {
    if (gone && !keys.includes(gone.key)) onChange(keys.toSpliced(gone.index, 0, gone.key));
    setGone(undefined);
  };

  return (
    <div class="ss-channels">
      <div class="ss-channels-head">
        <SearchInput
          label={text('channelListFilter')}
          clearLabel={text('clearSearch')}
          value={query}
          disabled={keys.length === 0}
          onChange={(words) => {
            setQuery(words);
            setShown(step);
          }}
        />
        <span class="ss-quiet" role="status">
          {query.trim() === ''
            ? text('channelListCount', keys.length)
            : text('channelListFound', found.length, keys.length)}
        </span>
      </div>
      {found.length === 0 ? (
        <p class="ss-channels-none">{text(keys.length === 0 ? list.empty : 'channelListNothing')}</p>
      ) : (
        <ul
          class="ss-rows-list ss-channels-list"
          role="list"
          aria-label={text(list.label)}
          tabIndex={0}
          {...aim}
        >
          {found.slice(0, shown).map((channel) => (
            <li key={channel.key} class="ss-row">
              <PlatformMark platform={channel.platform} />
              <bdi class="ss-row-body ss-cut" title={channel.name}>
                {channel.name}
              </bdi>
              <IconButton
                size="small"
                kind="danger"
                icon="trash"
                label={text('channelListRemove', channel.name)}
                onClick={() => remove(channel.key, channel.name)}
              />
            </li>
          ))}
          {found.length > shown && (
            <li class="ss-row">
              <Button size="small" onClick={() => setShown(shown + step)}>
                {text('channelListMore', found.length - shown)}
              </Button>
            </li>
          )}
        </ul>
      )}
      <div role="status" class="ss-channels-gone">
        {gone && (
          <>
            <span class="ss-cut">{text('channelListGone', gone.name)}</span>
            <Button size="small" icon="undo" onClick={undo}>
              {text('undo')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
