/** Who of the followed is live on CHZZK. */
import type { LiveStream } from '../live/stream.ts';
import { ask, type Fetch } from './ask.ts';
import { isChzzkId } from './hash.ts';
import { pictureOf } from './picture.ts';
import { type Following, publicCalls } from './public.ts';

/** So many rows of all that are followed CHZZK's own pages ask for at a time … */
const pageSize = 505;
/** … and so many pages are enough for anybody. */
const pagesAtMost = 20;

/**
 * Asks CHZZK for the live channels that the user follows: one request, unless CHZZK says that its list of them is not
 * whole. Then the list of all that are followed, which can be paged, says who else is live.
 *
 * @throws FailureError as {@link ask}
 */
export async function readChzzkFollows(fetch: Fetch): Promise<readonly LiveStream[]> {
  const { followingList, totalPage, totalLiveCount } = await ask(fetch, publicCalls.followingsLive, {});
  const live = followingList.flatMap(streamOf);
  const isWhole = (totalPage ?? 1) <= 1 && (totalLiveCount ?? 0) <= live.length;
  return isWhole ? live : [...live, ...(await readAll(fetch))];
}

async function readAll(fetch: Fetch): Promise<readonly LiveStream[]> {
  const found: LiveStream[] = [];
  for await (const row of followingPages(fetch)) found.push(...streamOf(row));
  return found;
}

/** Everybody whom the user follows, page by page. @throws FailureError as {@link ask} */
export async function* followingPages(fetch: Fetch): AsyncGenerator<Following> {
  for (let page = 0, pages = 1; page < Math.min(pages, pagesAtMost); page++) {
    const query = { page, size: pageSize, sortType: 'FOLLOW' };
    const { followingList, totalPage } = await ask(fetch, publicCalls.followings, query);
    yield* followingList;
    pages = totalPage ?? 1;
  }
}

/** The row as a live channel; none where the channel is not live, or gone. */
function streamOf({ channelId, channel, streamer, liveInfo }: Following): readonly LiveStream[] {
  const id = channelId ?? channel?.channelId;
  const isLive = streamer?.openLive ?? liveInfo?.liveTitle != null;
  // The id becomes part of addresses.
  if (!isLive || !isChzzkId(id)) return [];
  const avatarUrl = pictureOf(channel?.channelImageUrl);
  return [
    {
      platform: 'chzzk',
      channelId: id,
      login: id,
      name: channel?.channelName ?? id,
      title: liveInfo?.liveTitle ?? '',
      category: liveInfo?.liveCategoryValue ?? '',
      viewers: Math.max(0, liveInfo?.concurrentUserCount ?? 0),
      ...(avatarUrl === undefined ? {} : { avatarUrl }),
      rerun: false,
    },
  ];
}
