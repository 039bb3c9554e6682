/** A channel's videos and clips on CHZZK. Nobody need be logged in for them. A category's it does not list. */
import type { ListItem, ListPage, ListWish, Period, VideoSort, VideoType } from '../live/discover.ts';
import { ask, type Fetch } from './ask.ts';
import { isChzzkId } from './hash.ts';
import { momentInKorea } from './korea.ts';
import { recordingPictureOf } from './picture.ts';
import { type Clip, publicCalls, type Video } from './public.ts';
import { clipUrl, videoUrl } from './site.ts';

/** So many are asked for at a time. */
const pageSize = 24;

/** What CHZZK calls them; it has no highlights. */
const videoTypes: Readonly<Record<VideoType, string>> = {
  all: '',
  archive: 'REPLAY',
  upload: 'UPLOAD',
  highlight: '',
};
/** It has two orders. */
const videoSorts: Readonly<Record<VideoSort, string>> = {
  time: 'LATEST',
  views: 'POPULAR',
  trending: 'POPULAR',
};
const clipPeriods: Readonly<Record<Period, string>> = {
  all: 'ALL',
  day: 'WITHIN_ONE_DAY',
  week: 'WITHIN_SEVEN_DAYS',
  month: 'WITHIN_THIRTY_DAYS',
};

type VideoWish = Extract<ListWish, { kind: 'videos' }>;
type ClipWish = Extract<ListWish, { kind: 'clips' }>;

/** Whether `wish` is one for a channel's videos or clips on CHZZK. */
export function isChzzkRecordings(wish: ListWish): wish is VideoWish | ClipWish {
  return (
    (wish.kind === 'videos' || wish.kind === 'clips') &&
    'channelId' in wish.of &&
    isChzzkId(wish.of.channelId)
  );
}

/** A page of them; `after` is where the page before ended. @throws FailureError as {@link ask} */
export async function readChzzkRecordings(
  fetch: Fetch,
  wish: VideoWish | ClipWish,
  after?: string,
): Promise<ListPage> {
  if (!('channelId' in wish.of)) return { items: [] };
  const { channelId } = wish.of;
  return wish.kind === 'videos'
    ? videos(fetch, channelId, wish, after)
    : clips(fetch, channelId, wish.period, after);
}

async function videos(
  fetch: Fetch,
  channelId: string,
  { type, sort }: VideoWish,
  after: string | undefined,
): Promise<ListPage> {
  const page = Number(after ?? 0);
  const query = {
    sortType: videoSorts[sort],
    pagingType: 'PAGE',
    page,
    size: pageSize,
    publishDateAt: '',
    videoType: videoTypes[type],
  };
  const { data, totalPages, totalPage } = await ask(fetch, publicCalls.videos, query, { channelId });
  const isMore = page + 1 < (totalPages ?? totalPage ?? 0);
  return { items: data.flatMap(videoOf), ...(isMore && { next: String(page + 1) }) };
}

async function clips(
  fetch: Fetch,
  channelId: string,
  period: Period,
  after: string | undefined,
): Promise<ListPage> {
  const [clipUID = '', readCount = ''] = after?.split(':') ?? [];
  const query = { clipUID, filterType: clipPeriods[period], orderType: 'POPULAR', size: pageSize, readCount };
  const { data, page } = await ask(fetch, publicCalls.clips, query, { channelId });
  const next = page?.next;
  return {
    items: data.flatMap(clipOf),
    ...(next?.clipUID != null && { next: `${next.clipUID}:${next.readCount ?? ''}` }),
  };
}

function videoOf(row: Video): readonly ListItem[] {
  if (row.blindType != null) return [];
  return [
    {
      kind: 'video',
      id: String(row.videoNo),
      title: row.videoTitle ?? '',
      url: videoUrl(row.videoNo),
      at: row.publishDateAt ?? 0,
      seconds: row.duration ?? 0,
      views: row.readCount ?? 0,
      imageUrl: recordingPictureOf(row.thumbnailImageUrl) ?? '',
    },
  ];
}

function clipOf(row: Clip): readonly ListItem[] {
  if (row.blindType != null) return [];
  return [
    {
      kind: 'clip',
      id: row.clipUID,
      title: row.clipTitle ?? '',
      url: clipUrl(row.clipUID),
      at: momentInKorea(row.createdDate) ?? 0,
      seconds: row.duration ?? 0,
      views: row.readCount ?? 0,
      // The list does not say who made it.
      by: '',
      imageUrl: recordingPictureOf(row.thumbnailImageUrl) ?? '',
    },
  ];
}
