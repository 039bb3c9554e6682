/** What a row's menu offers, and what its lines do. */
import { channelKey, toggled } from '../../../lib/live/arrange.ts';
import { openingBy, openingTo, type WayName } from '../../../lib/live/opening.ts';
import { channelUrl } from '../../../lib/live/channel-url.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import type { IconName } from '../../icons.ts';
import type { MenuGroup, MenuItem } from '../../Menu.tsx';
import type { PopupActions } from '../actions.ts';

const wayLines: readonly { way: WayName; label: TextKey; icon: IconName; keys?: string; only?: 'twitch' }[] =
  [
    { way: 'tab', label: 'openTab', icon: 'external' },
    { way: 'background', label: 'openBackground', icon: 'plus', keys: 'Ctrl+Enter' },
    { way: 'current', label: 'openCurrent', icon: 'chevron-right' },
    { way: 'window', label: 'openWindow', icon: 'grid', keys: 'Shift+Enter' },
    { way: 'chat', label: 'openChatAlone', icon: 'message', keys: 'Alt+Enter' },
    { way: 'player', label: 'openPlayer', icon: 'play', only: 'twitch' },
    { way: 'moderator', label: 'openModerator', icon: 'shield', only: 'twitch' },
    { way: 'videos', label: 'openVideos', icon: 'clock' },
  ];

/** The lists of channels that a row's menu puts a channel on, and takes it off. */
const lists = {
  'live.pinned': 'rowPin',
  'live.muted': 'rowMute',
  'notifications.channels': 'rowNotify',
  'notifications.changes': 'rowNotifyChanges',
  'live.autoOpen': 'rowAutoOpen',
} as const satisfies Readonly<Partial<Record<keyof Settings, TextKey>>>;

type ListName = keyof typeof lists;
const listNames = Object.keys(lists) as readonly ListName[];

/** What is known of the channel besides what its row shows. */
export interface RowFacts {
  /** It is chosen to be seen side by side. */
  readonly isMarked: boolean;
  /** There is a page about it to look at here. */
  readonly hasPage: boolean;
}

/** The menu of the row of `stream`. */
export function rowMenu(
  stream: LiveStream,
  settings: Settings,
  { isMarked, hasPage }: RowFacts,
): readonly MenuGroup[] {
  const key = channelKey(stream);
  const open = wayLines
    .filter(({ only }) => only === undefined || only === stream.platform)
    .map(({ way, label, icon, keys }) => ({
      id: `way:${way}`,
      label: text(label),
      icon,
      ...(keys === undefined ? {} : { keys }),
    }));
  const own = settings['live.actions'].map(({ name }, index) => ({
    id: `own:${index}`,
    label: name,
    icon: 'star' as const,
  }));
  const marks = listNames.map((name): MenuItem => ({
    id: name,
    label: text(lists[name]),
    choice: { kind: 'check', on: settings[name].includes(key) },
  }));
  return [
    { items: hasPage ? [{ id: 'about', label: text('aboutThis'), icon: 'info' }, ...open] : open },
    ...(own.length > 0 ? [{ label: text('ownActions'), items: own }] : []),
    { items: [{ id: 'copy', label: text('copyLink'), icon: 'copy' }] },
    {
      items: [
        {
          id: 'side',
          label: text('openSideBySide'),
          keys: 'Space',
          choice: { kind: 'check', on: isMarked },
        },
      ],
    },
    { items: [...marks, { id: 'collect', label: text('collectionsChoose'), icon: 'list' }] },
  ];
}

/** Does what the line `id` of the menu of `stream` says. */
export function chooseInRow(
  id: string,
  stream: LiveStream,
  settings: Settings,
  actions: Pick<PopupActions, 'open' | 'copy' | 'toggleChannel' | 'lists' | 'mark'>,
): void {
  const line = wayLines.find(({ way }) => id === `way:${way}`);
  if (line) actions.open(openingBy(line.way, stream));
  const own = settings['live.actions'].find((_link, index) => id === `own:${index}`);
  if (own) actions.open(openingTo(own, stream));
  if (id === 'collect') actions.lists({ kind: 'collect', channel: stream });
  if (id === 'side') actions.mark(stream);
  if (id === 'copy') void actions.copy(channelUrl(stream));
  const list = listNames.find((name) => name === id);
  if (list) actions.toggleChannel(list, toggled(settings[list], channelKey(stream)));
}

/** The lists that a row's menu changes. */
export type ChannelList = ListName;
