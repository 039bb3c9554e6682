/** Who is live, who is not, and who is to be found. */
import { isChzzkId } from '../../../lib/chzzk/hash.ts';
import { isChzzkRecordings } from '../../../lib/chzzk/recordings.ts';
import { platformOfCategory } from '../../../lib/live/category-id.ts';
import type { ListPage } from '../../../lib/live/discover.ts';
import { searchBoth } from '../../../lib/live/search.ts';
import type { liveCommands } from '../../../lib/messages/protocol/live.ts';
import { readLists } from '../../../lib/store/read-live.ts';
import {
  chzzkChannel,
  chzzkLive,
  chzzkRecordings,
  chzzkSearch,
  chzzkStreams,
  factsAnywhere,
  followedAnywhere,
  live,
  lookAtChzzk,
  nameChannels,
  watched,
} from '../live.ts';
import { discovery, searching } from '../services.ts';
import { showFromPage } from '../side-view.ts';
import { accounts } from '../sign-in.ts';
import { declineKnown } from './declined.ts';
import type { HandlersOf } from './handlers-of.ts';

/** See the file's head. */
export const liveHandlers: HandlersOf<typeof liveCommands> = {
  'chzzk.refresh': async () => ({ look: await chzzkLive.refresh() }),
  'chzzk.details': async ({ ids }) => {
    await lookAtChzzk(ids);
    return {};
  },
  'live.refresh': async () => {
    const { updatedAt, streams } = await declineKnown(live.refresh(), () => accounts.acting());
    return { updatedAt, count: streams.length };
  },
  'live.stored': async ({ accountId }) => {
    const { own, chzzk } = await readLists(accountId);
    return { ...(own && { own }), ...(chzzk && { chzzk }) };
  },
  'live.followed': ({ fresh }) => followedAnywhere(fresh),
  'live.offline': async ({ ids }) => ({ facts: await factsAnywhere(ids) }),
  'live.names': async ({ keys }) => ({ names: await nameChannels(keys) }),
  'live.watched': ({ categoryIds, fresh }) => watched(categoryIds, fresh),
  'live.sideBySide': (wish) => showFromPage(wish),
  'discover.list': async ({ wish, after }) => {
    const signal = wish.kind === 'search' ? searching.next() : undefined;
    if (wish.kind === 'streams' && wish.categoryId && platformOfCategory(wish.categoryId) === 'chzzk')
      return chzzkStreams(wish.categoryId, after);
    if (isChzzkRecordings(wish)) return chzzkRecordings(wish, after);
    const twitch = async (): Promise<ListPage> =>
      discovery.list(wish, after, await accounts.acting(), signal);
    if (wish.kind !== 'search' || after !== undefined) return twitch();
    const chzzk = await chzzkSearch();
    return searchBoth({
      twitch,
      chzzk: chzzk && (() => chzzk(wish.query)),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
  },
  'discover.channel': async ({ login }) =>
    isChzzkId(login) ? chzzkChannel(login) : discovery.channel(login, await accounts.acting()),
};
