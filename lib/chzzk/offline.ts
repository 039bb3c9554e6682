/** Followed channels on CHZZK that are not live. */
import { failureOf } from '../failure.ts';
import type { Followed, OfflineFacts } from '../live/offline.ts';
import { ask, type Fetch } from './ask.ts';
import { readChzzkDetail } from './detail.ts';
import { followingPages } from './follows.ts';
import { isChzzkId } from './hash.ts';
import { pictureOf } from './picture.ts';
import { publicCalls } from './public.ts';

/** Asks CHZZK whom the user follows, live or not. One request for some five hundred. @throws FailureError as {@link ask} */
export async function readChzzkFollowed(fetch: Fetch): Promise<readonly Followed[]> {
  const found: Followed[] = [];
  for await (const { channelId, channel } of followingPages(fetch)) {
    const id = channelId ?? channel?.channelId;
    // Of a channel that is gone only empty fields are left.
    if (!isChzzkId(id) || channel?.channelName == null) continue;
    const avatarUrl = pictureOf(channel.channelImageUrl);
    found.push({
      platform: 'chzzk',
      channelId: id,
      login: id,
      name: channel.channelName,
      ...(avatarUrl !== undefined && { avatarUrl }),
    });
  }
  return found;
}

/**
 * What CHZZK knows of channels that are not live: the last stream and its recording, which it gives for one channel at a
 * time. It tells of no stream that is planned.
 *
 * @throws FailureError as {@link ask}
 */
export function chzzkOfflineFacts(fetch: Fetch, now: () => number) {
  return (ids: readonly string[]): Promise<readonly OfflineFacts[]> =>
    Promise.all(
      ids.map(async (channelId) => {
        const [detail, video] = await Promise.all([
          readChzzkDetail(fetch, channelId).catch(notForUs),
          lastReplay(fetch, channelId).catch(notForUs),
        ]);
        const lastLive = detail?.endedAt ?? video?.publishDateAt ?? undefined;
        return {
          channelId,
          title: detail?.title ?? '',
          category: detail?.category ?? '',
          readAt: now(),
          ...(lastLive !== undefined && { lastLive }),
          ...(video && {
            video: {
              url: `https://chzzk.naver.com/video/${video.videoNo}`,
              title: video.videoTitle ?? '',
              seconds: video.duration ?? 0,
            },
          }),
        };
      }),
    );
}

async function lastReplay(fetch: Fetch, channelId: string) {
  const { data } = await ask(
    fetch,
    publicCalls.videos,
    { sortType: 'LATEST', pagingType: 'PAGE', page: 0, size: 1, videoType: 'REPLAY' },
    { channelId },
  );
  return data[0];
}

/** What CHZZK shows to adults alone, or of a channel that is gone: it must not take the others with it. */
function notForUs(error: unknown): undefined {
  if (failureOf(error).code === 'platform-refused') return undefined;
  throw error;
}
