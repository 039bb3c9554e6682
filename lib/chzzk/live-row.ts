/** A row of CHZZK's lists of streams. */
import type { LiveStream } from '../live/stream.ts';
import { previewOf } from './detail.ts';
import { isChzzkId } from './hash.ts';
import { momentInKorea } from './korea.ts';
import { pictureOf } from './picture.ts';
import type { Live } from './public.ts';

/** The row as a live channel; none where its id could lead elsewhere. */
export function streamOf(live: Live): readonly LiveStream[] {
  const { channel, liveTitle, liveCategoryValue, concurrentUserCount, openDate, liveImageUrl } = live;
  const id = channel?.channelId;
  if (!isChzzkId(id)) return [];
  const startedAt = momentInKorea(openDate);
  const avatarUrl = pictureOf(channel?.channelImageUrl);
  const previewUrl = previewOf(liveImageUrl);
  return [
    {
      platform: 'chzzk',
      channelId: id,
      login: id,
      name: channel?.channelName ?? id,
      title: liveTitle ?? '',
      category: liveCategoryValue ?? '',
      viewers: Math.max(0, concurrentUserCount ?? 0),
      ...(startedAt !== undefined && { startedAt }),
      ...(avatarUrl !== undefined && { avatarUrl }),
      ...(previewUrl !== undefined && { previewUrl }),
      rerun: false,
    },
  ];
}
