import type { Ref, TargetedKeyboardEvent, VNode } from 'preact';
import { useContext } from 'preact/hooks';

import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { Menu, type MenuGroup } from '../../Menu.tsx';
import { SearchInput } from '../../SearchInput.tsx';
import { Settled } from '../../settled.ts';
import type { PopupActions } from '../actions.ts';

/** What the filter and the list's menu are drawn from. */
export interface FilterBarProps {
  query: string;
  onQuery: (query: string) => void;
  streams: readonly LiveStream[];
  settings: Settings;
  set: PopupActions['set'];
  onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
  /** Asks for the menu of lists, at its button. */
  onLists: (anchor: Element) => void;
  inputRef: Ref<HTMLInputElement>;
}

const sorts: readonly (readonly [Settings['live.sort'], TextKey])[] = [
  ['viewers', 'sortViewers'],
  ['recent', 'sortRecent'],
  ['uptime', 'sortUptime'],
  ['name', 'sortName'],
  ['category', 'sortCategory'],
];

const rows: readonly (readonly [Settings['live.rows'], TextKey])[] = [
  ['compact', 'rowsCompact'],
  ['normal', 'rowsNormal'],
  ['thumbnail', 'rowsThumbnail'],
];

/** The choices of the filter by platform, and what they are called. */
const platforms: readonly (readonly [Settings['live.platform'], TextKey])[] = [
  ['all', 'platformAll'],
  ['twitch', 'platformTwitch'],
  ['chzzk', 'platformChzzk'],
];

/** Whether there is more than one platform to choose from. */
export const hasBoth = (streams: readonly Pick<LiveStream, 'platform'>[]): boolean =>
  streams.some(({ platform }) => platform !== streams[0]?.platform);

/** What is typed filters at once; the menu beside it says how the list is sorted and drawn. */
export function FilterBar({
  query,
  onQuery,
  streams,
  settings,
  set,
  onKeyDown,
  onLists,
  inputRef,
}: FilterBarProps): VNode {
  const isSettled = useContext(Settled);
  return (
    <div class="ss-following-bar">
      <SearchInput
        label={text('filterChannels')}
        clearLabel={text('filterClear')}
        value={query}
        onChange={onQuery}
        controls="ss-live-channels"
        onKeyDown={onKeyDown}
        inputRef={inputRef}
      />
      <IconButton
        icon="filter"
        label={text('listsMenu')}
        aria-haspopup="menu"
        onClick={(event) => onLists(event.currentTarget)}
      />
      <Menu
        iconOnly
        icon="sort"
        align="end"
        label={text('listMenu')}
        groups={isSettled ? groupsOf(streams, settings) : []}
        onSelect={(id) => choose(id, settings, set)}
      />
    </div>
  );
}

function groupsOf(streams: readonly LiveStream[], settings: Settings): readonly MenuGroup[] {
  const radios = <Key extends 'live.sort' | 'live.rows' | 'live.platform'>(
    key: Key,
    choices: readonly (readonly [Settings[Key], TextKey])[],
  ): MenuGroup['items'] =>
    choices.map(([value, label]) => ({
      id: `${key}=${value}`,
      label: text(label),
      choice: { kind: 'radio', on: settings[key] === value },
    }));
  const check = (key: 'live.reversed' | 'live.preview', label: TextKey): MenuGroup['items'][number] => ({
    id: key,
    label: text(label),
    choice: { kind: 'check', on: settings[key] },
  });
  return [
    {
      label: text('sortBy'),
      items: [...radios('live.sort', sorts), check('live.reversed', 'sortReversed')],
    },
    { label: text('rowsShow'), items: [...radios('live.rows', rows), check('live.preview', 'rowsPreview')] },
    ...(hasBoth(streams)
      ? [{ label: text('platformFilter'), items: radios('live.platform', platforms) }]
      : []),
  ];
}

function choose(id: string, settings: Settings, set: PopupActions['set']): void {
  if (id === 'live.reversed' || id === 'live.preview') {
    set(id, !settings[id]);
    return;
  }
  const pick = <Key extends 'live.sort' | 'live.rows' | 'live.platform'>(
    key: Key,
    choices: readonly (readonly [Settings[Key], TextKey])[],
  ): void => {
    const chosen = choices.find(([value]) => id === `${key}=${value}`);
    if (chosen) set(key, chosen[0]);
  };
  pick('live.sort', sorts);
  pick('live.rows', rows);
  pick('live.platform', platforms);
}
