/** Settings and their values in words, for lists of many of them. */
import { durationText } from '../moderation/duration.ts';
import { type SettingKey, type Settings, settingsTable } from '../store/settings-table.ts';
import { spoken, text, type TextKey } from '../text.ts';

/** What each setting is called; as on its own page wherever that says enough by itself. */
const names: Readonly<Record<SettingKey, TextKey>> = {
  'appearance.theme': 'theme',
  'appearance.density': 'density',
  'appearance.fontSize': 'fontSize',
  'appearance.motion': 'motion',
  language: 'language',
  'twitch.clientId': 'settingClientId',
  'twitch.clientKind': 'settingClientKind',
  'moderation.timeoutPresets': 'presets',
  'moderation.defaultReason': 'defaultReason',
  'moderation.buttons': 'buttons',
  'moderation.reasons': 'reasons',
  'moderation.ladder': 'ladder',
  'moderation.chzzkButtons': 'buttonsChzzk',
  'moderation.chzzkLadder': 'ladderChzzk',
  'moderation.ladderDays': 'settingLadderDays',
  'moderation.keys': 'settingKeys',
  'moderation.profiles': 'profiles',
  'moderation.profile': 'settingProfile',
  'moderation.channelProfiles': 'settingChannelProfiles',
  'moderation.quietTools': 'settingQuietTools',
  'moderation.watchMinutes': 'settingWatchMinutes',
  'moderation.embedSites': 'settingEmbedSites',
  'moderation.chzzkReadAlong': 'readAlong',
  'moderation.nameOpens': 'settingNameOpens',
  'chatLog.on': 'settingChatLog',
  'chatLog.days': 'settingChatLogDays',
  'live.openIn': 'settingOpenIn',
  'live.opens': 'settingOpens',
  'live.sideShows': 'settingSideShows',
  'live.sideTiling': 'settingSideTiling',
  'live.rows': 'settingRows',
  'live.preview': 'rowsPreview',
  'live.sort': 'settingSort',
  'live.reversed': 'sortReversed',
  'live.platform': 'settingPlatform',
  'live.pinned': 'settingPinned',
  'live.muted': 'settingMuted',
  'live.collections': 'collections',
  'live.collection': 'settingCollection',
  'live.categories': 'watchedCategories',
  'live.whose': 'settingAccounts',
  'live.actions': 'settingActions',
  'live.badge': 'settingBadge',
  'live.badgeOf': 'settingBadgeOf',
  'live.refreshMinutes': 'settingRefresh',
  'live.paused': 'settingPaused',
  'live.autoOpen': 'settingAutoOpen',
  'notifications.of': 'settingNoticesOf',
  'notifications.channels': 'settingNoticesChannels',
  'notifications.changes': 'settingNoticesChanges',
  'notifications.categories': 'settingNoticesCategories',
  'notifications.watched': 'settingNoticesWatched',
  'notifications.watchedViewers': 'settingNoticesWatchedViewers',
  'notifications.reruns': 'settingNoticesReruns',
  'notifications.batchAbove': 'settingNoticesBatch',
  'notifications.sound': 'noticesSound',
  'notifications.volume': 'settingVolume',
  'notifications.quiet': 'noticesQuiet',
  'notifications.quietFrom': 'settingQuietFrom',
  'notifications.quietTo': 'settingQuietTo',
};

/** The words of choices; a choice that is not here is a name and says itself. */
const choices: Readonly<Partial<Record<SettingKey, Readonly<Record<string, TextKey>>>>> = {
  'moderation.nameOpens': { theirs: 'nameOpensTheirs', both: 'nameOpensBoth', ours: 'nameOpensOurs' },
  'appearance.theme': {
    system: 'themeSystem',
    light: 'themeLight',
    dark: 'themeDark',
    contrast: 'themeContrast',
  },
  'appearance.density': { comfortable: 'densityComfortable', compact: 'densityCompact' },
  'appearance.fontSize': {
    small: 'fontSizeSmall',
    normal: 'fontSizeNormal',
    large: 'fontSizeLarge',
    larger: 'fontSizeLarger',
  },
  'appearance.motion': { system: 'motionSystem', reduced: 'motionReduced' },
  language: { auto: 'languageAuto' },
  'live.openIn': {
    tab: 'liveOpenInTab',
    background: 'liveOpenInBackground',
    current: 'liveOpenInCurrent',
    window: 'liveOpenInWindow',
  },
  'live.opens': { channel: 'liveOpensChannel', chat: 'liveOpensChat', player: 'liveOpensPlayer' },
  'live.sideShows': { player: 'liveOpensPlayer', channel: 'liveOpensChannel', chat: 'liveOpensChat' },
  'live.sideTiling': {
    grid: 'tilingGrid',
    columns: 'tilingColumns',
    rows: 'tilingRows',
    main: 'tilingMain',
  },
  'live.rows': { compact: 'rowsCompact', normal: 'rowsNormal', thumbnail: 'rowsThumbnail' },
  'live.sort': {
    viewers: 'sortViewers',
    uptime: 'sortUptime',
    recent: 'sortRecent',
    name: 'sortName',
    category: 'sortCategory',
  },
  'live.badgeOf': { live: 'badgeOfLive', queues: 'badgeOfQueues' },
  'live.platform': { all: 'platformAll', twitch: 'platformTwitch', chzzk: 'platformChzzk' },
  'live.whose': { active: 'accountsActive', all: 'accountsAll' },
  'notifications.of': { nobody: 'noticesNobody', chosen: 'noticesChosen', everybody: 'noticesEverybody' },
};

const ownNames: Readonly<Record<string, string>> = { en: 'English', ko: '한국어' };

const two = (part: number): string => String(part).padStart(2, '0');
const timeOfDay = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** What the setting is called; a name that is none of ours stands for itself. */
export function settingName(key: string): string {
  return Object.hasOwn(names, key) ? text(names[key as SettingKey]) : key;
}

/** A value of the setting in words. */
export function settingWords<Key extends SettingKey>(key: Key, value: Settings[Key]): string {
  const { shape } = settingsTable[key];
  const word = typeof value === 'string' ? value : '';
  const number = typeof value === 'number' ? value : 0;
  switch (shape.kind) {
    case 'switch':
      return text(value === true ? 'settingOn' : 'settingOff');
    case 'choice': {
      const known = choices[key]?.[word];
      return known === undefined ? (ownNames[word] ?? word) : text(known);
    }
    case 'text':
      if (word !== '') return word;
      return text(key === 'moderation.profile' ? 'profileUsual' : 'settingEmpty');
    case 'whole':
      return key === 'notifications.quietFrom' || key === 'notifications.quietTo'
        ? timeOfDay(number)
        : number.toLocaleString(spoken());
    case 'integers':
      return (value as readonly number[]).map(durationText).join(', ');
    case 'items': {
      // Whoever takes over somebody's file must see whom they would trust.
      if (key === 'moderation.embedSites')
        return (value as readonly string[]).join(', ') || text('settingEmpty');
      const { length } = value as readonly unknown[];
      return length === 1 ? text('settingEntry') : text('settingEntries', length);
    }
  }
}
