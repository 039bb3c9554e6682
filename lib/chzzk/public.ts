/**
 * The calls that CHZZK's own pages make and that Sidestage makes too, as a table. CHZZK documents none of them and may
 * change them any day, so an answer is held only to what is used of it, and to that as loosely as its readers disagree on.
 */
import * as z from 'zod/mini';

/** What a parameter takes. */
type ParameterKind = 'number' | 'text';

/** The parameters of a call. None of them has to be sent. */
export type ParameterKinds = Readonly<Record<string, ParameterKind>>;

/** One call; all of them read. */
export interface PublicCall<P extends ParameterKinds = ParameterKinds, Content = unknown> {
  readonly id: string;
  readonly method: 'GET';
  /** With the names of what must be filled in, in braces. */
  readonly url: string;
  /** A second address for the same, which answers alike: to be tried where the first is gone. */
  readonly elsewhere?: string;
  readonly query: P;
  /** Whether CHZZK answers nobody but those who are logged in. */
  readonly login: boolean;
  /** Asked without the browser's login, so that what comes belongs to nobody. */
  readonly asNobody?: true;
  /** What the envelope must hold. */
  readonly content: z.ZodMiniType<Content>;
}

/** The values of a call's parameters. */
export type QueryOf<P extends ParameterKinds> = {
  readonly [Name in keyof P]?: P[Name] extends 'number' ? number : string;
};

const call = <const P extends ParameterKinds, Content>(row: PublicCall<P, Content>): PublicCall<P, Content> =>
  row;

const text = z.nullish(z.string());
const count = z.nullish(z.number());

/** A followed channel. Of a channel that is gone only empty fields are left. */
const following = z.object({
  channelId: text,
  channel: z.nullish(z.object({ channelId: text, channelName: text, channelImageUrl: text })),
  streamer: z.nullish(z.object({ openLive: z.nullish(z.boolean()) })),
  liveInfo: z.nullish(z.object({ liveTitle: text, concurrentUserCount: count, liveCategoryValue: text })),
});

/** See {@link following}. */
export type Following = z.infer<typeof following>;

/** A page of them. `totalLiveCount` is not in every answer, and not all of the rows need be live. */
const followings = z.object({
  followingList: z.array(following),
  totalPage: count,
  totalLiveCount: count,
});

/** A channel that a search found, with what it streams now. */
const foundChannel = z.object({
  channel: z.object({
    channelId: text,
    channelName: text,
    channelImageUrl: text,
    openLive: z.nullish(z.boolean()),
  }),
  content: z.nullish(z.object({ live: z.nullish(z.object({ liveTitle: text, liveCategoryValue: text })) })),
});

/** See {@link foundChannel}. */
export type FoundChannel = z.infer<typeof foundChannel>;

/** A stream among others. */
const live = z.object({
  liveTitle: text,
  liveImageUrl: text,
  concurrentUserCount: count,
  openDate: text,
  liveCategoryValue: text,
  channel: z.nullish(z.object({ channelId: text, channelName: text, channelImageUrl: text })),
});

/** See {@link live}. */
export type Live = z.infer<typeof live>;

/** A recording. Of one that was hidden, `blindType` says why. */
const video = z.object({
  videoNo: z.int(),
  videoTitle: text,
  publishDateAt: count,
  duration: count,
  readCount: count,
  thumbnailImageUrl: text,
  blindType: text,
});

/** See {@link video}. */
export type Video = z.infer<typeof video>;

/** A clip, likewise. */
const clip = z.object({
  clipUID: z.string(),
  clipTitle: text,
  createdDate: text,
  duration: count,
  readCount: count,
  thumbnailImageUrl: text,
  blindType: text,
});

/** See {@link clip}. */
export type Clip = z.infer<typeof clip>;

/** Somebody in a chat. What they do not have, or CHZZK does not say, is not there. */
const chatProfile = z.object({
  userIdHash: text,
  nickname: text,
  profileImageUrl: text,
  userRoleCode: text,
  title: z.nullish(z.object({ name: text })),
  activityBadges: z.nullish(z.array(z.object({ name: text, activated: z.nullish(z.boolean()) }))),
  streamingProperty: z.nullish(
    z.object({
      following: z.nullish(z.object({ followDate: text })),
      subscription: z.nullish(z.object({ accumulativeMonth: count, tier: count })),
    }),
  ),
});

/** See {@link chatProfile}. */
export type ChatProfile = z.infer<typeof chatProfile>;

/** What a channel streams now, as far as its chat goes. */
const liveStatus = z.object({
  chatChannelId: text,
  chatActive: z.nullish(z.boolean()),
  chatAvailableGroup: text,
  chatAvailableCondition: text,
  minFollowerMinute: count,
  allowSubscriberInFollowerMode: z.nullish(z.boolean()),
  chatSlowModeSec: count,
  chatEmojiMode: z.nullish(z.boolean()),
});

/** See {@link liveStatus}. */
export type LiveStatus = z.infer<typeof liveStatus>;

/** The table. */
export const publicCalls = {
  /** Who is logged in. Whoever is not is answered too. */
  userStatus: call({
    id: 'user-status',
    method: 'GET',
    url: 'https://comm-api.game.naver.com/nng_main/v1/user/getUserStatus',
    query: {},
    login: false,
    content: z.object({ loggedIn: z.boolean(), userIdHash: text, nickname: text }),
  }),
  /** A channel, for anybody. Of one that does not exist, the answer has no id. */
  channel: call({
    id: 'channel',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v1/channels/{channelId}',
    query: {},
    login: false,
    content: z.object({
      channelId: text,
      channelName: text,
      channelImageUrl: text,
      channelDescription: text,
      followerCount: count,
    }),
  }),
  /** What a channel streams now; of one that never did, nothing. */
  liveStatus: call({
    id: 'live-status',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/polling/v3.1/channels/{channelId}/live-status',
    query: { includePlayerRecommendContent: 'text' },
    login: false,
    content: liveStatus,
  }),
  /** What the way into a chat is opened with, to read there and nothing else. */
  chatAccessToken: call({
    id: 'chat-access-token',
    method: 'GET',
    url: 'https://comm-api.game.naver.com/nng_main/v1/chats/access-token',
    query: { channelId: 'text', chatType: 'text' },
    login: false,
    asNobody: true,
    content: z.object({ accessToken: z.string() }),
  }),
  /** Somebody in a chat. */
  chatProfile: call({
    id: 'chat-profile',
    method: 'GET',
    url: 'https://comm-api.game.naver.com/nng_main/v1/chats/{chatChannelId}/users/{userIdHash}/profile',
    query: { chatType: 'text', streamingChannelId: 'text' },
    login: true,
    content: chatProfile,
  }),
  /** Everybody whom the user follows, a page at a time. */
  followings: call({
    id: 'followings',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v1/channels/followings',
    query: { page: 'number', size: 'number', sortType: 'text' },
    login: true,
    content: followings,
  }),
  /** Who of them is live. */
  followingsLive: call({
    id: 'followings-live',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v1/channels/followings/live',
    elsewhere: 'https://api.chzzk.naver.com/service/v1/channels/following-lives',
    query: { sortType: 'text' },
    login: true,
    content: followings,
  }),
  /** What a channel streams now, or streamed last; nothing of one that never did. */
  liveDetail: call({
    id: 'live-detail',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v3.3/channels/{channelId}/live-detail',
    query: { cu: 'text', dt: 'text', tm: 'text' },
    login: false,
    content: z.nullish(
      z.object({
        status: text,
        liveTitle: text,
        liveCategoryValue: text,
        liveImageUrl: text,
        concurrentUserCount: count,
        openDate: text,
        closeDate: text,
      }),
    ),
  }),
  /** One recording. */
  video: call({
    id: 'video',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v3/videos/{videoNo}',
    query: { dt: 'text' },
    login: false,
    content: z.object({ channel: z.nullish(z.object({ channelId: text })) }),
  }),
  /** A channel's recordings, a page at a time. */
  videos: call({
    id: 'videos',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v1/channels/{channelId}/videos',
    query: {
      sortType: 'text',
      pagingType: 'text',
      page: 'number',
      size: 'number',
      publishDateAt: 'text',
      videoType: 'text',
    },
    login: false,
    content: z.object({
      // Its readers disagree on which of the two it is.
      totalPages: count,
      totalPage: count,
      data: z.array(video),
    }),
  }),
  /** A channel's clips; where the next page begins comes with each. */
  clips: call({
    id: 'clips',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v1/channels/{channelId}/clips',
    query: { clipUID: 'text', filterType: 'text', orderType: 'text', size: 'number', readCount: 'text' },
    login: false,
    content: z.object({
      data: z.array(clip),
      page: z.nullish(z.object({ next: z.nullish(z.object({ clipUID: text, readCount: count })) })),
    }),
  }),
  /** The categories in which somebody is live, the most watched first. */
  categoriesLive: call({
    id: 'categories-live',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v1/categories/live',
    query: { size: 'number' },
    login: false,
    content: z.object({
      data: z.array(
        z.object({
          categoryType: z.string(),
          categoryId: z.string(),
          categoryValue: text,
          posterImageUrl: text,
        }),
      ),
    }),
  }),
  /** Who is live in a category, the most watched first; where the next page begins comes with each. */
  categoryLives: call({
    id: 'category-lives',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v2/categories/{categoryType}/{categoryId}/lives',
    query: { size: 'number', concurrentUserCount: 'text', liveId: 'text' },
    login: false,
    content: z.object({
      data: z.array(live),
      page: z.nullish(z.object({ next: z.nullish(z.object({ concurrentUserCount: count, liveId: count })) })),
    }),
  }),
  /** Channels by name. */
  searchChannels: call({
    id: 'search-channels',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v1/search/channels',
    query: { keyword: 'text', offset: 'number', size: 'number', withFirstChannelContent: 'text' },
    login: false,
    content: z.object({ data: z.array(foundChannel) }),
  }),
  /** Streams by their titles. */
  searchLives: call({
    id: 'search-lives',
    method: 'GET',
    url: 'https://api.chzzk.naver.com/service/v1/search/lives',
    query: { keyword: 'text', offset: 'number', size: 'number', withFirstChannelContent: 'text' },
    login: false,
    content: z.object({ data: z.array(z.object({ live: z.nullish(live), channel: live.shape.channel })) }),
  }),
} as const;
