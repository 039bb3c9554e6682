/** CHZZK's categories, and who is live in them. */
import { channelPart } from './broadcast.ts';
import type { ChzzkChannel, ChzzkFollows } from './follows.ts';

interface Category {
  readonly categoryType: string;
  readonly categoryId: string;
  readonly categoryValue: string;
}

const categories: readonly Category[] = [
  { categoryType: 'GAME', categoryId: 'League_of_Legends', categoryValue: '리그 오브 레전드' },
  { categoryType: 'ETC', categoryId: 'talk', categoryValue: '토크' },
  { categoryType: 'ETC', categoryId: 'art', categoryValue: '그림/아트' },
  { categoryType: 'ETC', categoryId: 'cooking', categoryValue: '먹방/쿡방' },
];

const liveIn = (category: Category, follows: ChzzkFollows): readonly ChzzkChannel[] =>
  follows
    .live()
    .filter(({ live }) => live?.category === category.categoryValue)
    .toSorted((one, other) => (other.live?.viewers ?? 0) - (one.live?.viewers ?? 0));

/** Those in which somebody is live. */
export function categoriesLive(follows: ChzzkFollows, query: URLSearchParams): object {
  const rows = categories
    .map((category) => ({ category, live: liveIn(category, follows) }))
    .filter(({ live }) => live.length > 0)
    .slice(0, Number(query.get('size') ?? 20));
  return {
    size: rows.length,
    page: { next: null },
    data: rows.map(({ category, live }) => ({
      ...category,
      posterImageUrl: `https://nng-phinf.pstatic.net/MjAyNjAx/${category.categoryId}.png`,
      openLiveCount: live.length,
      concurrentUserCount: live.reduce((sum, channel) => sum + (channel.live?.viewers ?? 0), 0),
      newCategory: false,
      dropsCampaignNos: [],
    })),
  };
}

/** A page of who is live in one; nobody in one that does not exist. */
export function categoryLives(
  type: string,
  id: string,
  follows: ChzzkFollows,
  query: URLSearchParams,
): object {
  const category = categories.find((one) => one.categoryType === type && one.categoryId === id);
  const all = category ? liveIn(category, follows) : [];
  const size = Number(query.get('size') ?? 20);
  const after = all.findIndex(({ channelId }) => String(numberOf(channelId)) === query.get('liveId'));
  const rows = all.slice(after + 1, after + 1 + size);
  const last = rows.at(-1);
  const isMore = after + 1 + size < all.length;
  return {
    size: rows.length,
    page: {
      next:
        isMore && last ? { concurrentUserCount: last.live?.viewers, liveId: numberOf(last.channelId) } : null,
    },
    data: rows.map((channel) => ({ ...liveRow(channel), channel: channelPart(channel) })),
  };
}

/** A stream, without its channel. */
export function liveRow({ channelId, live }: ChzzkChannel): object {
  const category = categories.find(({ categoryValue }) => categoryValue === live?.category);
  return {
    liveId: numberOf(channelId),
    liveTitle: live?.title,
    liveImageUrl: `https://livecloud-thumb.akamaized.net/chzzk/livecloud/KR/stream/${channelId}/image_{type}.jpg`,
    defaultThumbnailImageUrl: null,
    concurrentUserCount: live?.viewers,
    accumulateCount: 0,
    openDate: live?.openedAt,
    adult: false,
    tags: [],
    categoryType: category?.categoryType ?? null,
    liveCategory: category?.categoryId ?? null,
    liveCategoryValue: live?.category,
    dropsCampaignNo: null,
    watchPartyNo: null,
    watchPartyTag: null,
    blindType: null,
  };
}

const numberOf = (channelId: string): number => Number(channelId.slice(-6)) + 20_158_000;
