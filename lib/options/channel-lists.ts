/** The user's lists of single channels: which there are, what stands in them, and how something is put on one. */
import type { Names } from '../live/names.ts';
import type { SettingKey, Settings } from '../store/settings-table.ts';
import type { TextKey } from '../text.ts';

/** The setting that holds a list. */
export type ChannelListName =
  'live.pinned' | 'live.muted' | 'notifications.channels' | 'notifications.changes' | 'live.autoOpen';

/** The words of a list. */
export interface ChannelListWords {
  readonly label: TextKey;
  /** What it does. */
  readonly hint: TextKey;
  /** What stands there while it is empty. */
  readonly empty: TextKey;
}

/** The lists, in the order in which they stand. */
export const channelLists: Readonly<Record<ChannelListName, ChannelListWords>> = {
  'live.pinned': { label: 'listPinned', hint: 'listPinnedHint', empty: 'listPinnedNone' },
  'live.muted': { label: 'listMuted', hint: 'listMutedHint', empty: 'listMutedNone' },
  'notifications.channels': {
    label: 'listNotified',
    hint: 'listNotifiedHint',
    empty: 'listNotifiedNone',
  },
  'notifications.changes': { label: 'listChanges', hint: 'listChangesHint', empty: 'listChangesNone' },
  'live.autoOpen': { label: 'listAutoOpen', hint: 'listAutoOpenHint', empty: 'listAutoOpenNone' },
};

/** The names of the lists, in that order. */
export const channelListNames = Object.keys(channelLists) as readonly ChannelListName[];

/** So many channels a list holds. */
export const listAtMost = 500;

/** A channel in a list; `name` is its id while that is not known. */
export interface ListedChannel {
  readonly key: string;
  readonly platform: 'twitch' | 'chzzk';
  readonly name: string;
}

const { compare } = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** The channels of a list whose names hold `query`, by name. */
export function listed(keys: readonly string[], names: Names, query: string): readonly ListedChannel[] {
  const word = query.normalize('NFKC').trim().toLocaleLowerCase();
  return keys
    .map((key): ListedChannel => {
      const [platform = '', id = ''] = key.split(':');
      return { key, platform: platform === 'chzzk' ? 'chzzk' : 'twitch', name: names[key] ?? id };
    })
    .filter(({ name }) => name.normalize('NFKC').toLocaleLowerCase().includes(word))
    .toSorted((one, other) => compare(one.name, other.name));
}

/** What {@link addToList} does. */
export interface ListActions {
  /** Asks the user to permit notifications. Only a press may ask for it. */
  readonly permitNotifications: () => Promise<boolean>;
  readonly write: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
}

/**
 * Puts a channel on a list, and does what else it takes that it counts there. Says whether the browser may tell; if it may
 * not, nothing is saved.
 */
export async function addToList(
  list: ChannelListName,
  key: string,
  settings: Settings,
  { permitNotifications, write }: ListActions,
): Promise<boolean> {
  // The browser's own question needs the press, so nothing may come before it.
  if (list.startsWith('notifications.') && !(await permitNotifications())) return false;
  if (!settings[list].includes(key)) write(list, [...settings[list], key]);
  if (list === 'notifications.channels' && settings['notifications.of'] === 'nobody')
    write('notifications.of', 'chosen');
  return true;
}
