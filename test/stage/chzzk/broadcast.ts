/** What CHZZK tells anybody of a channel's stream, and of the last one. */
import { type ChzzkChannel, type ChzzkFollows, inKorea } from './follows.ts';

/** What stands for a channel wherever it is named. */
export const channelPart = ({ channelId, name, imageUrl }: ChzzkChannel): object => ({
  channelId,
  channelName: name,
  channelImageUrl: imageUrl,
  verifiedMark: false,
  activatedChannelBadgeIds: [],
});

/** The stream that runs, or the last one; nothing of a channel that has never streamed. */
export function liveDetailOf(id: string, follows: ChzzkFollows): object | null {
  const channel = follows.channels.find(({ channelId }) => channelId === id);
  const { live, replay } = channel ?? {};
  if (!channel || (!live && !replay)) return null;
  const number = Number(id.slice(-6)) + 20_158_000;
  const closed = live ? undefined : replay;
  return {
    liveId: number,
    liveTitle: live?.title ?? replay?.title ?? '',
    status: live ? 'OPEN' : 'CLOSE',
    liveImageUrl: live
      ? `https://livecloud-thumb.akamaized.net/chzzk/livecloud/KR/stream/${id}/live/${number}/record/1/thumbnail/image_{type}.jpg`
      : null,
    defaultThumbnailImageUrl: null,
    // What was last counted stays when the stream is over.
    concurrentUserCount: live?.viewers ?? 7,
    cvExposure: true,
    accumulateCount: 0,
    openDate: live?.openedAt ?? closed?.openedAt,
    closeDate: closed?.closedAt ?? null,
    adult: false,
    krOnlyViewing: false,
    clipActive: true,
    tags: [],
    chatChannelId: 'N2xxxx',
    categoryType: 'GAME',
    liveCategory: 'stage',
    liveCategoryValue: live?.category ?? replay?.category ?? '',
    chatActive: true,
    chatAvailableGroup: 'ALL',
    chatAvailableCondition: 'NONE',
    minFollowerMinute: 0,
    allowSubscriberInFollowerMode: true,
    paidPromotion: false,
    livePlaybackJson: '{}',
    p2pQuality: [],
    timeMachineActive: false,
    timeMachinePlayback: false,
    channel: channelPart(channel),
    livePollingStatusJson: '{}',
    userAdultStatus: null,
    blindType: null,
    chatDonationRankingExposure: true,
    logPower: { active: true, exposureWeeklyRanking: true, exposureMonthlyRanking: true },
    adParameter: { tag: '' },
    dropsCampaignNo: null,
    watchPartyNo: null,
    watchPartyTag: null,
    watchPartyPaidProductId: null,
    watchPartyType: null,
    party: null,
    paidProduct: null,
    dab: null,
    earthquake: null,
    tvAppViewingPolicyType: 'ALLOWED',
  };
}

/** A channel's clips, the most viewed first. */
export function clipsOf(id: string, follows: ChzzkFollows, query: URLSearchParams): object {
  const channel = follows.channels.find(({ channelId }) => channelId === id);
  const days = clipDays[query.get('filterType') ?? 'ALL'] ?? Infinity;
  const all = (channel?.clips ?? [])
    .filter(({ daysAgo }) => daysAgo < days)
    .toSorted((one, other) => other.views - one.views);
  const size = Number(query.get('size') ?? 15);
  const after = all.findIndex(({ clipUID }) => clipUID === query.get('clipUID'));
  const rows = all.slice(after + 1, after + 1 + size);
  const last = rows.at(-1);
  const isMore = after + 1 + size < all.length;
  return {
    size: rows.length,
    page: { next: isMore && last ? { clipUID: last.clipUID, readCount: last.views } : null, prev: null },
    data: rows.map(({ clipUID, title, daysAgo, seconds, views }) => ({
      clipUID,
      videoId: id.padEnd(36, '0'),
      clipTitle: title,
      ownerChannelId: id,
      ownerChannel: null,
      thumbnailImageUrl: `https://video-phinf.pstatic.net/${clipUID}.jpg`,
      categoryType: 'ETC',
      clipCategory: 'talk',
      duration: seconds,
      adult: false,
      createdDate: inKorea(24 * daysAgo),
      recId: '{}',
      readCount: views,
      blindType: null,
      privateUserBlock: false,
    })),
    hasStreamerClips: all.length > 0,
  };
}

const clipDays: Readonly<Record<string, number>> = {
  WITHIN_ONE_DAY: 1,
  WITHIN_SEVEN_DAYS: 7,
  WITHIN_THIRTY_DAYS: 30,
};

/** A channel's recordings, the newest first. */
export function videosOf(id: string, follows: ChzzkFollows, query: URLSearchParams): object {
  const channel = follows.channels.find(({ channelId }) => channelId === id);
  const isWanted = query.get('videoType') !== 'UPLOAD';
  const rows = channel?.replay && isWanted ? [channel.replay] : [];
  const size = Number(query.get('size') ?? 18);
  const page = Number(query.get('page') ?? 0);
  const data = rows.slice(page * size, (page + 1) * size).map((replay) => ({
    videoNo: replay.number,
    videoId: id.padEnd(36, '0'),
    videoTitle: replay.title,
    videoType: 'REPLAY',
    publishDate: replay.closedAt,
    publishDateAt: Date.parse(`${replay.closedAt.replace(' ', 'T')}+09:00`),
    thumbnailImageUrl: null,
    trailerUrl: null,
    duration: replay.seconds,
    readCount: 12,
    livePv: 340,
    categoryType: 'ETC',
    videoCategory: 'stage',
    videoCategoryValue: replay.category,
    exposure: true,
    adult: false,
    clipActive: true,
    commentActive: true,
    chapterActive: false,
    tags: [],
    tvAppViewingPolicyType: 'ALLOWED',
    channel: channel && channelPart(channel),
    blindType: null,
    watchTimeline: null,
    paidProductId: null,
  }));
  return {
    page,
    size: data.length,
    totalCount: rows.length,
    totalPages: Math.ceil(rows.length / size),
    data,
  };
}

/** The number of the recording that a managed channel has. */
export const replayOf = (channelId: string): number => 9_000_000 + Number(channelId.slice(-6));

/** A recording, by its number. */
export function videoOf(
  number: number,
  channels: readonly { channelId: string; name: string }[],
): object | undefined {
  const channel = channels.find(({ channelId }) => replayOf(channelId) === number);
  return (
    channel && {
      videoNo: number,
      videoTitle: `${channel.name} 다시보기`,
      videoType: 'REPLAY',
      channel: { channelId: channel.channelId, channelName: channel.name, channelImageUrl: null },
    }
  );
}
