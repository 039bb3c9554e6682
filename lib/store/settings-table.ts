/**
 * Every setting: its shape, its default and what it is. The options page, the inventory and the type {@link Settings} are
 * made from this table. A setting that changes its meaning needs a migration (`settings-migrations/`).
 */
import { isCategoryName, isChannelKey, isLink, type Link, linksAtMost } from '../live/channel-list.ts';
import {
  type Collection,
  collectionLimits,
  isCollection,
  isWatchedCategory,
  type WatchedCategory,
  watchedAtMost,
} from '../live/collection.ts';
import { sideSights, tilings } from '../live/side-choices.ts';
import { embedSitesAtMost, isSite } from '../moderation/embed-site.ts';
import { nameOpens } from '../moderation/name-opens.ts';
import { longestWatch, usualWatch } from '../moderation/watch-length.ts';
import { type ChannelProfile, isChannelProfile, type Profile, profileLimits } from '../moderation/profile.ts';
import { isProfile, profileTable } from './profile-table.ts';
import { setting } from './setting.ts';
import { choice, complaint, items, type ValueOf } from './settings-shape.ts';

/** Channels of any platform, as `twitch:1234`. */
const channels = items<string>({
  what: 'channels, each as platform:id',
  isItem: isChannelKey,
  minItems: 0,
  maxItems: 500,
  unlike: (key) => key,
});

/** The table. */
export const settingsTable = {
  'appearance.theme': setting({
    group: 'appearance',
    shape: choice('system', 'light', 'dark', 'contrast'),
    default: 'system',
    what: 'Colours of our pages; `system` follows the browser.',
  }),
  'appearance.density': setting({
    group: 'appearance',
    shape: choice('comfortable', 'compact'),
    default: 'comfortable',
    what: 'How close together rows stand.',
  }),
  'appearance.fontSize': setting({
    group: 'appearance',
    shape: choice('small', 'normal', 'large', 'larger'),
    default: 'normal',
    what: 'Size of the letters on our pages.',
  }),
  'appearance.motion': setting({
    group: 'appearance',
    shape: choice('system', 'reduced'),
    default: 'system',
    what: 'Whether things on our pages may move; `system` follows the system.',
  }),
  language: setting({
    group: 'language',
    shape: choice('auto', 'en', 'ko'),
    default: 'auto',
    what: 'Language of our pages and of the tools in the page; `auto` follows the browser.',
  }),
  'twitch.clientId': setting({
    group: 'twitch',
    shape: { kind: 'text', maxLength: 60, pattern: '[a-z0-9]*' },
    default: '',
    what: 'Client id of the user’s own Twitch application; empty: the one of the build.',
  }),
  'twitch.clientKind': setting({
    group: 'twitch',
    shape: choice('confidential', 'public'),
    default: 'confidential',
    what: 'How that application is registered, which decides how signing in works.',
  }),
  ...profileTable,
  'moderation.profiles': setting({
    group: 'moderation',
    shape: items<Profile>({
      what: 'profiles',
      isItem: isProfile,
      minItems: 0,
      maxItems: profileLimits.profiles,
      unlike: ({ name }) => name.toLocaleLowerCase(),
    }),
    default: [],
    what: 'Other sets of buttons, keys, lengths, reasons and steps, each under its name; what a set does not have is as usual.',
  }),
  'moderation.profile': setting({
    group: 'moderation',
    shape: { kind: 'text', maxLength: profileLimits.name },
    default: '',
    what: 'The profile that is in force; empty: the usual one.',
  }),
  'moderation.channelProfiles': setting({
    group: 'moderation',
    shape: items<ChannelProfile>({
      what: 'channels with profiles',
      isItem: isChannelProfile,
      minItems: 0,
      maxItems: profileLimits.channels,
      unlike: ({ channel }) => channel,
    }),
    default: [],
    what: 'Channels in which another profile is in force.',
  }),
  'moderation.quietTools': setting({
    group: 'moderation',
    shape: { kind: 'switch' },
    default: false,
    what: 'Tools that need no power (card, note, watch, copy) in chats in which one does not moderate.',
  }),
  'moderation.watchMinutes': setting({
    group: 'moderation',
    shape: { kind: 'whole', min: 1, max: longestWatch },
    default: usualWatch,
    what: 'For how many minutes a chatter is watched; a length chosen on a card is the next one, too.',
  }),
  'moderation.embedSites': setting({
    group: 'moderation',
    shape: items<string>({
      what: 'sites, each as its host name',
      isItem: isSite,
      minItems: 0,
      maxItems: embedSitesAtMost,
      unlike: (site) => site,
    }),
    default: [],
    what: 'Sites in whose pages an embedded chat has the tools.',
  }),
  'moderation.chzzkReadAlong': setting({
    group: 'moderation',
    shape: { kind: 'switch' },
    default: true,
    what: 'Whether CHZZK’s chat is read along where the user has a role, also where its page tells whose lines they are.',
  }),
  'moderation.nameOpens': setting({
    group: 'moderation',
    shape: choice(...nameOpens),
    default: 'theirs',
    what: 'Whose card a press on a chatter’s name opens: the site’s, ours, or both; with Alt held ours instead of the site’s, else the site’s alone.',
  }),
  'chatLog.on': setting({
    group: 'moderation',
    shape: { kind: 'switch' },
    default: false,
    what: 'Whether messages of channels that the user moderates are kept on this computer.',
    // It begins by the user's own press here, beside the words that say what it means.
    onlyHere: true,
  }),
  'chatLog.days': setting({
    group: 'moderation',
    shape: { kind: 'whole', min: 1, max: 90 },
    default: 14,
    what: 'For how many days.',
  }),
  'live.openIn': setting({
    group: 'live',
    shape: choice('tab', 'background', 'current', 'window'),
    default: 'tab',
    what: 'Where a channel opens: a new tab, one in the background, the current one, or a window of its own.',
  }),
  'live.opens': setting({
    group: 'live',
    shape: choice('channel', 'chat', 'player'),
    default: 'channel',
    what: 'What opens: the channel’s page, its chat alone, or its player alone.',
  }),
  'live.sideShows': setting({
    group: 'live',
    shape: choice(...sideSights),
    default: 'player',
    what: 'What the windows show of channels that are opened side by side; CHZZK, which has no player alone, shows its page.',
  }),
  'live.sideTiling': setting({
    group: 'live',
    shape: choice(...tilings),
    default: 'grid',
    what: 'How the screen is divided among them.',
  }),
  'live.rows': setting({
    group: 'live',
    shape: choice('compact', 'normal', 'thumbnail'),
    default: 'normal',
    what: 'How much of a channel the list shows: one line, three, or its picture as well.',
  }),
  'live.preview': setting({
    group: 'live',
    shape: { kind: 'switch' },
    default: true,
    what: 'Whether a picture of the stream shows while the pointer rests on its row.',
  }),
  'live.sort': setting({
    group: 'live',
    shape: choice('viewers', 'uptime', 'recent', 'name', 'category'),
    default: 'viewers',
    what: 'By what the live channels are sorted.',
  }),
  'live.reversed': setting({
    group: 'live',
    shape: { kind: 'switch' },
    default: false,
    what: 'Whether they are sorted the other way round.',
  }),
  'live.platform': setting({
    group: 'live',
    shape: choice('all', 'twitch', 'chzzk'),
    default: 'all',
    what: 'Of which platform channels are shown.',
  }),
  'live.pinned': setting({
    group: 'live',
    shape: channels,
    default: [],
    what: 'Channels that stand at the top of the list.',
  }),
  'live.muted': setting({
    group: 'live',
    shape: channels,
    default: [],
    what: 'Channels that stand last, are not counted and are told of to nobody.',
  }),
  'live.collections': setting({
    group: 'live',
    shape: items<Collection>({
      what: 'collections',
      isItem: isCollection,
      minItems: 0,
      maxItems: collectionLimits.collections,
      unlike: ({ name }) => name.toLocaleLowerCase(),
    }),
    default: [],
    what: 'Groups of channels of the user’s own.',
  }),
  'live.collection': setting({
    group: 'live',
    shape: { kind: 'text', maxLength: collectionLimits.name },
    default: '',
    what: 'The collection that is shown alone; empty: every channel.',
  }),
  'live.categories': setting({
    group: 'live',
    shape: items<WatchedCategory>({
      what: 'categories',
      isItem: isWatchedCategory,
      minItems: 0,
      maxItems: watchedAtMost,
      unlike: ({ id }) => id,
    }),
    default: [],
    what: 'Categories whose streams are listed, followed or not.',
  }),
  'live.whose': setting({
    group: 'live',
    shape: choice('active', 'all'),
    default: 'active',
    what: 'Whose follows are listed: those of the account that acts, or of all that are signed in.',
  }),
  'live.actions': setting({
    group: 'live',
    shape: items<Link>({
      what: 'names with https addresses',
      isItem: isLink,
      minItems: 0,
      maxItems: linksAtMost,
      unlike: ({ name }) => name,
    }),
    default: [],
    what: 'Addresses of the user’s own in a row’s menu.',
  }),
  'live.badge': setting({
    group: 'live',
    shape: { kind: 'switch' },
    default: true,
    what: 'Whether the toolbar button shows how many are live.',
  }),
  'live.badgeOf': setting({
    group: 'live',
    shape: choice('live', 'queues'),
    default: 'live',
    what: 'What it shows: how many are live, or how many wait in the queue of the channel in the tab.',
  }),
  'live.refreshMinutes': setting({
    group: 'live',
    shape: { kind: 'whole', min: 1, max: 60 },
    default: 2,
    what: 'How often the platforms are asked who is live while nobody looks.',
  }),
  'live.paused': setting({
    group: 'live',
    shape: { kind: 'switch' },
    default: false,
    what: 'Whether nothing is asked or told of in the background.',
  }),
  'live.autoOpen': setting({
    group: 'live',
    shape: channels,
    default: [],
    what: 'Channels that are opened when they go live.',
  }),
  'notifications.of': setting({
    group: 'notifications',
    shape: choice('nobody', 'chosen', 'everybody'),
    default: 'nobody',
    what: 'Which channels’ going live is told of.',
  }),
  'notifications.channels': setting({
    group: 'notifications',
    shape: channels,
    default: [],
    what: 'The chosen channels.',
  }),
  'notifications.changes': setting({
    group: 'notifications',
    shape: channels,
    default: [],
    what: 'Channels whose new title or category is told of.',
  }),
  'notifications.categories': setting({
    group: 'notifications',
    shape: items<string>({
      what: 'names of categories',
      isItem: isCategoryName,
      minItems: 0,
      maxItems: 100,
      unlike: (name) => name.toLocaleLowerCase(),
    }),
    default: [],
    what: 'Categories of which every followed channel is told of, chosen or not.',
  }),
  'notifications.watched': setting({
    group: 'notifications',
    shape: { kind: 'switch' },
    default: false,
    what: 'Whether every channel in the watched categories is told of, followed or not.',
  }),
  'notifications.watchedViewers': setting({
    group: 'notifications',
    shape: { kind: 'whole', min: 0, max: 100_000 },
    default: 100,
    what: 'With fewer viewers than this they are not.',
  }),
  'notifications.reruns': setting({
    group: 'notifications',
    shape: { kind: 'switch' },
    default: false,
    what: 'Whether reruns count as going live.',
  }),
  'notifications.batchAbove': setting({
    group: 'notifications',
    shape: { kind: 'whole', min: 1, max: 20 },
    default: 3,
    what: 'More than so many at once become one notification.',
  }),
  'notifications.sound': setting({
    group: 'notifications',
    shape: { kind: 'switch' },
    default: false,
    what: 'Whether a notification can be heard.',
  }),
  'notifications.volume': setting({
    group: 'notifications',
    shape: { kind: 'whole', min: 1, max: 100 },
    default: 50,
    what: 'How loud, in hundredths.',
  }),
  'notifications.quiet': setting({
    group: 'notifications',
    shape: { kind: 'switch' },
    default: false,
    what: 'Whether there are quiet hours.',
  }),
  'notifications.quietFrom': setting({
    group: 'notifications',
    shape: { kind: 'whole', min: 0, max: 1_439 },
    default: 1_380,
    what: 'When they begin, in minutes after midnight.',
  }),
  'notifications.quietTo': setting({
    group: 'notifications',
    shape: { kind: 'whole', min: 0, max: 1_439 },
    default: 480,
    what: 'When they end, in minutes after midnight.',
  }),
} as const;

type Table = typeof settingsTable;

/** The name of a setting. */
export type SettingKey = keyof Table;

/** All settings with their values. */
export type Settings = { readonly [Key in SettingKey]: ValueOf<Table[Key]['shape']> };

/** Settings by name; not every one need be there. */
export type PerSetting<T> = Readonly<Partial<Record<SettingKey, T>>>;

/** The names of all settings, in the table's order. */
export const settingKeys = Object.keys(settingsTable) as readonly SettingKey[];

/** The names of those that go into files and to other browsers. */
export const sharedKeys: readonly SettingKey[] = settingKeys.filter((key) => !settingsTable[key].onlyHere);

/** Whether `key` is in the table; names that only look like properties (`__proto__`) are not. */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingsTable, key);
}

/** All settings at their defaults. */
export const defaultSettings = Object.fromEntries(
  settingKeys.map((key) => [key, settingsTable[key].default]),
) as Settings;

/** A value that was refused: the setting's name, and what it demands. */
export interface Refusal {
  readonly field: string;
  readonly limit: string;
}

/** What is wrong with `changes`, one entry for each field; empty when all of it may be written. */
export function refusals(changes: Readonly<Record<string, unknown>>): Refusal[] {
  return Object.entries(changes).flatMap(([field, value]) => {
    const limit = isSettingKey(field) ? complaint(settingsTable[field].shape, value) : 'a known setting';
    return limit === undefined ? [] : [{ field: field.slice(0, 100), limit }];
  });
}
