/** Who is live, as the background keeps it: the list, the alarm, the toolbar button and notifications. */
import * as z from 'zod/mini';

import { browser } from '../../lib/browser.ts';
import { readChzzkFollows } from '../../lib/chzzk/follows.ts';
import { searchChzzk } from '../../lib/chzzk/search.ts';
import { createChzzkLive } from '../../lib/chzzk/live.ts';
import type { Badge, BadgeState } from '../../lib/live/badge.ts';
import { addressOf, channelUrl } from '../../lib/live/channel-url.ts';
import type { ListItem } from '../../lib/live/discover.ts';
import { createLive } from '../../lib/live/live.ts';
import { createOffline, type FollowedList } from '../../lib/live/offline.ts';
import { seenSchema } from '../../lib/live/news.ts';
import { type Notice, targetOf } from '../../lib/live/notice.ts';
import { chzzkListPrefix, type LiveSnapshot, type LiveStream } from '../../lib/live/stream.ts';
import { createWatch } from '../../lib/live/watch.ts';
import { createWatched } from '../../lib/live/watched.ts';
import { type Whose, whoseOf } from '../../lib/live/whose.ts';
import { followedList, offlineFacts, watchedList } from '../../lib/messages/lists-schemas.ts';
import { tell } from '../../lib/messages/tell.ts';
import { speakIn } from '../../lib/options/language.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { text } from '../../lib/text.ts';
import { twitchFollows } from '../../lib/twitch/follows.ts';
import { twitchFollowed, twitchOfflineFacts, twitchStreamsIn } from '../../lib/twitch/offline.ts';
import {
  accounts,
  chzzkSession,
  helix,
  isChzzkPermitted,
  records,
  session,
  settings,
  tabs,
} from './services.ts';

/** The alarm that asks who is live. */
export const liveAlarm = 'live';

/** Nothing was pressed for so long: the user is away, seconds. */
const awayAfter = 300;

const avatars = session.value('avatars', z.record(z.string(), z.string()));
const seen = {
  twitch: session.value('seenLive', seenSchema),
  chzzk: session.value('seenChzzk', seenSchema),
};
const failed = {
  twitch: session.value('liveFailed', z.boolean()),
  chzzk: session.value('chzzkFailed', z.boolean()),
};

async function whose(): Promise<Whose> {
  const active = await accounts.acting();
  const [view, wish] = await Promise.all([accounts.read(), settings.read()]);
  return whoseOf(active, view, wish);
}

/** Who is live. */
export const live = createLive({
  follows: twitchFollows(helix, {
    read: async () => (await avatars.get()) ?? {},
    write: (pictures) => avatars.set(pictures),
  }),
  whose,
  write: (snapshot) => records.put('live', snapshot),
  changed: listed,
  now: Date.now,
});

async function listed(snapshot: LiveSnapshot): Promise<void> {
  await tell('live', { updatedAt: snapshot.updatedAt }, tabs);
  await watch.heard(snapshot);
}

const chzzkLists = IDBKeyRange.bound(chzzkListPrefix, `${chzzkListPrefix}\uffff`);

/** Who is live on CHZZK. */
export const chzzkLive = createChzzkLive({
  session: chzzkSession,
  follows: () => readChzzkFollows((url, init) => fetch(url, init)),
  lists: {
    read: () => records.list('live', { range: chzzkLists }),
    put: (list) => records.put('live', list),
    delete: (listId) => records.delete('live', listId),
  },
  away: session.value('chzzkAway', z.boolean()),
  isPermitted: isChzzkPermitted,
  changed: listed,
  gone: async () => {
    await seen.chzzk.remove();
    await tell('live', { updatedAt: Date.now() }, tabs);
    await watch.draw();
  },
  now: Date.now,
});

/** Searches CHZZK's channels, where the user has permitted that it is asked. */
export async function chzzkSearch(): Promise<((query: string) => Promise<readonly ListItem[]>) | undefined> {
  if (!(await isChzzkPermitted())) return undefined;
  return (query) => searchChzzk((url, init) => fetch(url, init), query);
}

const followed = session.value<FollowedList>('followed', followedList);
const offlineKnown = session.value('offline', z.array(offlineFacts));
const watchedKnown = session.value('watched', watchedList);

/** Forgets whom anybody follows; who stays signed in is asked about again. */
export async function forgetLists(): Promise<void> {
  await followed.remove();
  await offlineKnown.remove();
}

/** Who is followed and not live. */
export const offline = createOffline({
  whose,
  followed: twitchFollowed(helix),
  facts: twitchOfflineFacts(helix, Date.now),
  lists: { get: () => followed.get(), set: (list) => followed.set(list) },
  known: { get: () => offlineKnown.get(), set: (facts) => offlineKnown.set([...facts]) },
  now: Date.now,
});

/** Who is live in the categories that the user watches. */
export const watched = createWatched({
  acting: () => accounts.acting(),
  streams: twitchStreamsIn(helix),
  kept: { get: () => watchedKnown.get(), set: (list) => watchedKnown.set(list) },
  now: Date.now,
});

/** As far as the browser says; Firefox says nothing of it. */
function isMetered(): boolean {
  interface Connection {
    readonly saveData?: boolean;
    readonly type?: string;
  }
  const { connection } = navigator as { readonly connection?: Connection };
  return connection?.saveData === true || connection?.type === 'cellular';
}

/** Looks after it while nobody looks. */
export const watch = createWatch({
  settings: () => settings.read(),
  accounts: () => accounts.read(),
  stored: (accountId) => records.get('live', accountId),
  seen,
  failed,
  refresh: () => live.refresh(),
  chzzk: chzzkLive,
  presence: () => browser.idle.queryState(awayAfter),
  isOnline: () => navigator.onLine,
  isMetered,
  notify,
  open,
  show,
  now: Date.now,
});

/** Sets the alarm, unless it is ticking already at this pace: setting it anew would put it off. */
export async function setLiveAlarm(): Promise<void> {
  const periodInMinutes = (await settings.read())['live.refreshMinutes'];
  if ((await browser.alarms.get(liveAlarm))?.periodInMinutes === periodInMinutes) return;
  await browser.alarms.create(liveAlarm, { periodInMinutes });
}

const colours: Readonly<Record<BadgeState, string>> = {
  live: '#c2203e',
  failed: '#a1430a',
  paused: '#5b6070',
  plain: '#5b6070',
  'signed-out': '#5b6070',
};

const iconOf = (name: string) => ({
  16: `/icon/${name}16.png`,
  32: `/icon/${name}32.png`,
  48: `/icon/${name}48.png`,
});

async function show({ state, text: words }: Badge): Promise<void> {
  const { action } = browser;
  await action.setBadgeText({ text: words });
  await action.setBadgeBackgroundColor({ color: colours[state] });
  await action.setBadgeTextColor({ color: '#ffffff' });
  await action.setIcon({ path: iconOf(state === 'signed-out' ? 'signed-out-' : '') });
}

async function notify({ id, streams, changed = false }: Notice, { language }: Settings): Promise<void> {
  const [first] = streams;
  // Without the user's permission the browser does not even have the function.
  if (!first || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await speakIn(language).catch(() => speakIn('auto'));
  const isOne = streams.length === 1;
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: isOne
      ? text(changed ? 'noticeChanged' : 'noticeLive', first.name)
      : text(changed ? 'noticeManyChanged' : 'noticeManyLive', streams.length),
    message: isOne
      ? [first.title, first.category].filter(Boolean).join('\n')
      : streams.map(({ name }) => name).join(', '),
    // Firefox refuses what it does not know.
    ...(import.meta.env.FIREFOX
      ? {}
      : { buttons: isOne ? [{ title: text('openChatAlone') }, { title: text('noticeMute') }] : [] }),
  });
}

async function open(stream: LiveStream): Promise<void> {
  const url = channelUrl(stream);
  const isOpen = stream.platform === 'twitch' && (await browser.tabs.query({ url: `${url}*` })).length > 0;
  if (!isOpen) await browser.tabs.create({ url, active: false });
}

async function pressed(id: string, button?: number): Promise<void> {
  const target = targetOf(id);
  if (!target) return;
  await browser.notifications.clear(id);
  if (target.kind === 'list') {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  } else if (button === 1) {
    const muted = (await settings.read())['live.muted'];
    const key = `${target.platform}:${target.channelId}`;
    if (!muted.includes(key)) await settings.write({ 'live.muted': [...muted, key] });
  } else {
    await browser.tabs.create({ url: addressOf(button === 0 ? 'chat' : 'channel', target) });
  }
}

let listens = false;

/** Hears of presses on notifications. In the first turn of every start: it is the press that wakes the background. */
export function hearNotifications(): void {
  // Permitted later, the function comes later; see `permissions.onAdded`.
  const offered = (browser as Partial<typeof browser>).notifications;
  if (!offered || listens) return;
  listens = true;
  offered.onClicked.addListener((id) => void pressed(id));
  // Firefox has no buttons.
  const buttons = (offered as Partial<typeof offered>).onButtonClicked;
  buttons?.addListener((id, button) => void pressed(id, button));
}
