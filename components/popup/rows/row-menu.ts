/** What a row's menu offers, and what its lines do. */
import { channelKey, toggled } from '../../../lib/live/arrange.ts';
import { openingBy, openingTo, type WayName, ways } from '../../../lib/live/opening.ts';
import { channelUrl } from '../../../lib/live/channel-url.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import type { IconName } from '../../icons.ts';
import type { MenuGroup, MenuItem } from '../../Menu.tsx';
import type { PopupActions } from '../actions.ts';
import type { RowRecording, RowWish } from './slot.ts';

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

type WayLine = (typeof wayLines)[number];

/** What of that a video or a clip has: it stands for itself, without chat or player. */
const recordingLines = wayLines.filter(({ way }) => ways[way].sight === 'channel');

const linesOf = (lines: readonly WayLine[]): readonly MenuItem[] =>
  lines.map(({ way, label, icon, keys }) => ({ id: `way:${way}`, label: text(label), icon, keys }));

/** The group of the user's own actions, if there are any. */
function ownGroup({ 'live.actions': links }: Pick<Settings, 'live.actions'>): readonly MenuGroup[] {
  const items = links.map(({ name }, index) => ({ id: `own:${index}`, label: name, icon: 'star' as const }));
  return items.length > 0 ? [{ label: text('ownActions'), items }] : [];
}

const ownAt = (id: string, { 'live.actions': links }: Pick<Settings, 'live.actions'>) =>
  links.find((_link, index) => id === `own:${index}`);

const copyGroup = (): MenuGroup => ({ items: [{ id: 'copy', label: text('copyLink'), icon: 'copy' }] });

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
  const open = linesOf(wayLines.filter(({ only }) => only === undefined || only === stream.platform));
  const marks = listNames.map((name): MenuItem => ({
    id: name,
    label: text(lists[name]),
    choice: { kind: 'check', on: settings[name].includes(key) },
  }));
  return [
    { items: hasPage ? [{ id: 'about', label: text('aboutThis'), icon: 'info' }, ...open] : open },
    ...ownGroup(settings),
    copyGroup(),
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
  const own = ownAt(id, settings);
  if (own) actions.open(openingTo(own, stream));
  if (id === 'collect') actions.lists({ kind: 'collect', channel: stream });
  if (id === 'side') actions.mark(stream);
  if (id === 'copy') void actions.copy(channelUrl(stream));
  const list = listNames.find((name) => name === id);
  if (list) actions.toggleChannel(list, toggled(settings[list], channelKey(stream)));
}

/** The menu of the row of `recording`. Your own actions are about a channel, so they are there where it is known. */
export function recordingMenu(
  { channel }: RowRecording,
  settings: Pick<Settings, 'live.actions'>,
): readonly MenuGroup[] {
  return [{ items: linesOf(recordingLines) }, ...(channel ? ownGroup(settings) : []), copyGroup()];
}

/** Does what the line `id` of the menu of a recording says. */
export function chooseInRecording(
  id: string,
  { title, url, channel }: RowRecording,
  settings: Pick<Settings, 'live.actions'>,
  actions: Pick<PopupActions, 'open' | 'copy'>,
): void {
  const line = recordingLines.find(({ way }) => id === `way:${way}`);
  if (line) actions.open({ url, where: ways[line.way].where });
  const own = ownAt(id, settings);
  if (own && channel) actions.open(openingTo(own, { ...channel, title }));
  if (id === 'copy') void actions.copy(url);
}

/** What the menu that is wanted is drawn from; `marked`: the channels chosen for side by side, by their keys. */
export function menuOf(
  wish: RowWish,
  settings: Settings,
  marked: ReadonlySet<string>,
): { readonly key: string; readonly label: string; readonly groups: readonly MenuGroup[] } {
  if ('recording' in wish) {
    const { url, title } = wish.recording;
    return { key: url, label: text('rowMenu', title), groups: recordingMenu(wish.recording, settings) };
  }
  const { stream, onAbout } = wish;
  const key = channelKey(stream);
  const facts = { isMarked: marked.has(key), hasPage: onAbout !== undefined };
  return { key, label: text('rowMenu', stream.name), groups: rowMenu(stream, settings, facts) };
}

/** Does what the line `id` of that menu says. */
export function chooseIn(
  wish: RowWish,
  id: string,
  settings: Settings,
  actions: Pick<PopupActions, 'open' | 'copy' | 'toggleChannel' | 'lists' | 'mark'>,
): void {
  if ('recording' in wish) chooseInRecording(id, wish.recording, settings, actions);
  else if (id === 'about') wish.onAbout?.();
  else chooseInRow(id, wish.stream, settings, actions);
}

/** The lists that a row's menu changes. */
export type ChannelList = ListName;
