/** Who is live, who is followed, and what there is to find. */
import * as z from 'zod/mini';

import { watchedAtMost } from '../../live/collection.ts';
import { detailsAtMost } from '../../live/detail-asking.ts';
import { isChannelKey } from '../../live/channel-list.ts';
import { namesAtMost, namesSchema } from '../../live/names.ts';
import { factsAtMost } from '../../live/offline.ts';
import { sideSights, tilesAtMost, tilings } from '../../live/side-choices.ts';
import { snapshot } from '../../store/record-schemas.ts';
import { categoryId, channelPage, listItem, listWish, missing } from '../discover-schemas.ts';
import { followedList, offlineFacts, watchedList } from '../lists-schemas.ts';
import { chzzkId, command, login, nothing, pages, userId } from './command.ts';

/** A channel, as its platform's addresses name it. */
const sideChannel = z.union([
  z.object({ platform: z.literal('twitch'), login }),
  z.object({ platform: z.literal('chzzk'), login: chzzkId }),
]);
/** A measure on the desktop, which may be left of or above the first screen. */
const pixels = z.int().check(z.gte(-100_000), z.lte(100_000));

/** The commands about who is live and who is followed. */
export const liveCommands = {
  /** Asks CHZZK who is live of those whom the user follows there, if that is permitted. The list is read from the store. */
  'chzzk.refresh': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({ look: z.enum(['not-permitted', 'logged-out', 'listed']) }),
  }),
  /** Asks CHZZK since when these channels stream and how it looks, of which it says nothing in its list; that is told anew. */
  'chzzk.details': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      ids: z.readonly(z.array(chzzkId).check(z.minLength(1), z.maxLength(detailsAtMost))),
    }),
    result: nothing,
  }),
  /** Asks the platform who is live now. The list itself is read from the store. */
  'live.refresh': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({}),
    result: z.object({ updatedAt: z.number(), count: z.int() }),
  }),
  /** The last known lists, that of an account (or the newest) and CHZZK's, for pages that the browser lets at no database. */
  'live.stored': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ accountId: z.exactOptional(z.string()) }),
    result: z.object({ own: z.exactOptional(snapshot), chzzk: z.exactOptional(snapshot) }),
  }),
  /** The channels that are followed, live or not; from what is kept, unless that is old or `fresh` is wished. */
  'live.followed': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ fresh: z.boolean() }),
    result: followedList,
  }),
  /** What is worth knowing of channels that are not live. */
  'live.offline': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      ids: z.readonly(z.array(z.union([userId, chzzkId])).check(z.minLength(1), z.maxLength(factsAtMost))),
    }),
    result: z.object({ facts: z.readonly(z.array(offlineFacts)) }),
  }),
  /** What channels are called that are kept by their ids; those whose names cannot be had are left out. */
  'live.names': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      keys: z.readonly(z.array(z.string().check(z.refine(isChannelKey))).check(z.maxLength(namesAtMost))),
    }),
    result: z.object({ names: namesSchema }),
  }),
  /** Who is live in the categories that the user watches. */
  'live.watched': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      categoryIds: z.readonly(z.array(categoryId).check(z.maxLength(watchedAtMost))),
      fresh: z.boolean(),
    }),
    result: watchedList,
  }),
  /** Opens channels side by side, beside those that are open so already. */
  'live.sideBySide': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      channels: z.readonly(z.array(sideChannel).check(z.minLength(1), z.maxLength(tilesAtMost))),
      shows: z.enum(sideSights),
      tiling: z.enum(tilings),
      area: z.object({ left: pixels, top: pixels, width: pixels, height: pixels }),
      isPrivate: z.boolean(),
    }),
    result: z.object({ open: z.int(), refused: z.int(), room: z.exactOptional(z.int()) }),
  }),
  /** A page of a list of channels, categories, videos or clips. A new search gives an earlier one up. */
  'discover.list': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ wish: listWish, after: z.exactOptional(z.string().check(z.maxLength(2_000))) }),
    result: z.object({
      items: z.readonly(z.array(listItem)),
      next: z.exactOptional(z.string()),
      missing: z.exactOptional(missing),
    }),
  }),
  /** A channel to look at: what it is about, what is planned, which teams it is in. */
  'discover.channel': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ login: z.union([login, chzzkId]) }),
    result: channelPage,
  }),
} as const;
