/** Who is live, as the background keeps it: the list, the alarm, the toolbar button and notifications. */
import * as z from 'zod/mini';

import { browser } from '../../lib/browser.ts';
import { ask } from '../../lib/chzzk/ask.ts';
import { chzzkStreamsIn, createCategorySearch, readChzzkStreams } from '../../lib/chzzk/categories.ts';
import { readChzzkChannel } from '../../lib/chzzk/channel-page.ts';
import { readChzzkDetail } from '../../lib/chzzk/detail.ts';
import { chzzkDetailsSchema, createChzzkDetails } from '../../lib/chzzk/details.ts';
import { readChzzkFollows } from '../../lib/chzzk/follows.ts';
import { isChzzkId } from '../../lib/chzzk/hash.ts';
import { chzzkOfflineFacts, readChzzkFollowed } from '../../lib/chzzk/offline.ts';
import { publicCalls } from '../../lib/chzzk/public.ts';
import { readChzzkRecordings } from '../../lib/chzzk/recordings.ts';
import { searchChzzk } from '../../lib/chzzk/search.ts';
import { createChzzkLive } from '../../lib/chzzk/live.ts';
import { fail } from '../../lib/failure.ts';
import type { ChannelPage, ListItem, ListPage } from '../../lib/live/discover.ts';
import { createLive } from '../../lib/live/live.ts';
import { followedOnBoth } from '../../lib/live/followed.ts';
import { createOffline, type FollowedList, type OfflineFacts } from '../../lib/live/offline.ts';
import { createNames, namesSchema } from '../../lib/live/names.ts';
import { seenSchema } from '../../lib/live/news.ts';
import { chzzkListPrefix, type LiveSnapshot } from '../../lib/live/stream.ts';
import { createWatch } from '../../lib/live/watch.ts';
import { watchedOnBoth } from '../../lib/live/watched-anywhere.ts';
import { createWatched } from '../../lib/live/watched.ts';
import { type Whose, whoseOf } from '../../lib/live/whose.ts';
import { followedList, offlineFacts, watchedList } from '../../lib/messages/lists-schemas.ts';
import { tell } from '../../lib/messages/tell.ts';
import { getUsers } from '../../lib/twitch/helix/endpoints/users.ts';
import { twitchFollows } from '../../lib/twitch/follows.ts';
import { twitchFollowed, twitchOfflineFacts, twitchStreamsIn } from '../../lib/twitch/offline.ts';
import { show } from './button.ts';
import { declineKnown } from './handlers/declined.ts';
import { isPermitted, notify, open, soundOut } from './notices.ts';
import { chzzkSession, isChzzkPermitted } from './chzzk-services.ts';
import { awayAfter, isMetered } from './presence.ts';
import { records, session, settings, tabs } from './ground.ts';
import { accounts, helix } from './sign-in.ts';

/** The alarm that asks who is live. */
export const liveAlarm = 'live';

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

/** CHZZK is asked from here, with the browser's own login. */
const fromHere = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

const chzzkDetails = createChzzkDetails({
  read: (channelId) => readChzzkDetail(fromHere, channelId),
  kept: session.value('chzzkDetails', chzzkDetailsSchema),
  now: Date.now,
});

const chzzkLists = IDBKeyRange.bound(chzzkListPrefix, `${chzzkListPrefix}\uffff`);

/** Who is live on CHZZK. */
export const chzzkLive = createChzzkLive({
  session: chzzkSession,
  follows: async () => {
    const streams = await readChzzkFollows(fromHere);
    await chzzkDetails.keepOnly(streams);
    return chzzkDetails.added(streams);
  },
  lists: {
    read: () => records.list('live', { range: chzzkLists }),
    put: (list) => records.put('live', list),
    delete: (listId) => records.delete('live', listId),
  },
  away: session.value('chzzkAway', z.boolean()),
  isPermitted: isChzzkPermitted,
  changed: listed,
  refined: ({ updatedAt }) => tell('live', { updatedAt }, tabs),
  gone: async () => {
    await seen.chzzk.remove();
    await followedOnChzzk.remove();
    await offlineOnChzzk.remove();
    await chzzkDetails.keepOnly([]);
    await tell('live', { updatedAt: Date.now() }, tabs);
    await watch.draw();
  },
  now: Date.now,
});

/** Asks CHZZK about channels of its list, and tells of the list if that brought something. */
export async function lookAtChzzk(ids: readonly string[]): Promise<void> {
  if (!(await isChzzkPermitted())) return;
  if (await chzzkDetails.look(ids)) await chzzkLive.refine(chzzkDetails.added);
}

/** Searches CHZZK's categories and channels, where the user has permitted that it is asked. */
export async function chzzkSearch(): Promise<((query: string) => Promise<readonly ListItem[]>) | undefined> {
  if (!(await isChzzkPermitted())) return undefined;
  return async (query) => {
    const [categories, channels] = await Promise.all([
      // What is said of a search that fails is said of the channels.
      findCategories(query).catch(() => []),
      searchChzzk(fromHere, query),
    ]);
    return [...categories, ...channels];
  };
}

const findCategories = createCategorySearch(fromHere, Date.now);

/** Without the user's permission CHZZK is not asked. @throws FailureError `chzzk-logged-out` */
async function chzzkPermitted(): Promise<void> {
  if (!(await isChzzkPermitted())) return fail({ code: 'chzzk-logged-out' });
}

/** Who is live in a category of CHZZK's. @throws FailureError */
export async function chzzkStreams(categoryId: string, after: string | undefined): Promise<ListPage> {
  await chzzkPermitted();
  return readChzzkStreams(fromHere, categoryId, after);
}

/** A channel's videos or clips on CHZZK. @throws FailureError */
export async function chzzkRecordings(
  wish: Parameters<typeof readChzzkRecordings>[1],
  after: string | undefined,
): Promise<ListPage> {
  await chzzkPermitted();
  return readChzzkRecordings(fromHere, wish, after);
}

/** What CHZZK tells of a channel. @throws FailureError */
export async function chzzkChannel(id: string): Promise<ChannelPage> {
  await chzzkPermitted();
  return readChzzkChannel(fromHere, id);
}

const followed = session.value<FollowedList>('followed', followedList);
const offlineKnown = session.value('offline', z.array(offlineFacts));
const watchedKnown = session.value('watched', watchedList);
const watchedOnChzzk = session.value('watchedChzzk', watchedList);

const followedOnChzzk = session.value<FollowedList>('followedChzzk', followedList);
const offlineOnChzzk = session.value('offlineChzzk', z.array(offlineFacts));

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

/** Who is followed on CHZZK and not live; the list belongs to whoever the list of live channels does. */
const chzzkOffline = createOffline({
  whose: async () => {
    const list = await chzzkLive.stored();
    return { listId: list?.accountId ?? '', accounts: list ? [list.accountId] : [] };
  },
  followed: () => readChzzkFollowed(fromHere),
  facts: (_who, ids) => chzzkOfflineFacts(fromHere, Date.now)(ids),
  lists: { get: () => followedOnChzzk.get(), set: (list) => followedOnChzzk.set(list) },
  known: { get: () => offlineOnChzzk.get(), set: (facts) => offlineOnChzzk.set([...facts]) },
  now: Date.now,
});

/** Whom the user follows, on CHZZK too where there is a list of theirs. @throws FailureError */
export async function followedAnywhere(fresh: boolean): Promise<FollowedList> {
  const isOnChzzk = (await chzzkLive.stored()) !== undefined;
  return followedOnBoth({
    twitch: () => declineKnown(offline.list(fresh), () => accounts.acting()),
    chzzk: isOnChzzk ? () => chzzkOffline.list(fresh) : undefined,
  });
}

/** What is worth knowing of channels of both platforms; what one of them does not say keeps nothing of the other back. */
export async function factsAnywhere(ids: readonly string[]): Promise<readonly OfflineFacts[]> {
  const there = ids.filter(isChzzkId);
  const here = ids.filter((id) => !isChzzkId(id));
  const answers = await Promise.allSettled([
    ...(here.length > 0 ? [offline.facts(here)] : []),
    ...(there.length > 0 ? [chzzkOffline.facts(there)] : []),
  ]);
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed && found.length === 0) throw failed.reason;
  return found;
}

/** What channels are called. Whom the user follows is known by name anyway, live or not. */
export const nameChannels = createNames({
  known: async () => {
    const lists = await Promise.all([followed.get(), followedOnChzzk.get()]);
    const live = await records.list('live');
    return [...lists.flatMap((list) => list?.channels ?? []), ...live.flatMap(({ streams }) => streams)];
  },
  kept: session.value('channelNames', namesSchema),
  twitch: async (ids) => {
    const { id: as } = await accounts.acting();
    const found = await helix.batched(getUsers, 'id', ids, {}, { as, priority: 'background' });
    return Object.fromEntries(found.map((user) => [user.id, user.display_name || user.login]));
  },
  chzzk: async (channelId) => {
    await chzzkPermitted();
    return (await ask(fromHere, publicCalls.channel, {}, { channelId })).channelName ?? undefined;
  },
});

/** Who is live in the categories that the user watches. */
export const watched = watchedOnBoth({
  twitch: createWatched({
    acting: () => accounts.acting(),
    streams: twitchStreamsIn(helix),
    kept: { get: () => watchedKnown.get(), set: (list) => watchedKnown.set(list) },
    now: Date.now,
  }),
  chzzk: createWatched({
    acting: chzzkPermitted,
    streams: chzzkStreamsIn(fromHere),
    kept: { get: () => watchedOnChzzk.get(), set: (list) => watchedOnChzzk.set(list) },
    now: Date.now,
  }),
});

/** Looks after it while nobody looks. */
export const watch = createWatch({
  settings: () => settings.read(),
  accounts: () => accounts.read(),
  stored: (accountId) => records.get('live', accountId),
  seen,
  failed,
  refresh: () => live.refresh(),
  chzzk: chzzkLive,
  watched: { seen: session.value('seenWatched', seenSchema), list: (ids) => watched(ids, false) },
  mayTell: isPermitted,
  presence: () => browser.idle.queryState(awayAfter),
  isOnline: () => navigator.onLine,
  isMetered,
  notify,
  ring: soundOut,
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
