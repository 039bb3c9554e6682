/** The management API's paths: who may call them, from where, and what they do. */
import type { ChzzkUser } from '../naver.ts';
import type { Permission } from './permissions.ts';
import { standing } from './permissions.ts';
import {
  categories,
  type ChzzkManage,
  koreanTime,
  type ManagedChannel,
  type StageClip,
  type StageRestriction,
  type StageRole,
  personOf,
} from './state.ts';

/** A call that arrived, by somebody who is logged in. */
export interface ManageAsk {
  readonly manage: ChzzkManage;
  readonly channel: ManagedChannel;
  readonly user: ChzzkUser;
  /** What the path says beside the channel. */
  readonly at: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A refusal; `status` is the HTTP status, where it is not 200 in spite of the code. */
export class Refusal {
  readonly code: number;
  readonly message: string;
  readonly status: number;

  constructor(code: number, message: string, status = code) {
    this.code = code;
    this.message = message;
    this.status = status;
  }
}

/** One path. */
export interface ManageRoute {
  readonly method: string;
  /** After the channel's id; `*` stands for one part. */
  readonly path: string;
  /** Without one, everybody who is logged in is answered. */
  readonly needs?: Permission;
  /** Changes something, and is known to be taken from the studio's pages alone. */
  readonly studio?: true;
  readonly answer: (asked: ManageAsk) => unknown;
}

const gone = new Refusal(404, '요청한 내용을 찾을 수 없습니다.');
const malformed = new Refusal(400, '잘못된 요청입니다.');

const person = ({ userIdHash, nickname }: ChzzkUser): object => ({
  userIdHash,
  nickname,
  profileImageUrl: null,
  verifiedMark: false,
});

function page<Row>(rows: readonly Row[], query: URLSearchParams, shape: (row: Row) => object): object {
  const [at, size] = [Number(query.get('page') ?? 0), Number(query.get('size') ?? 50)];
  if (!Number.isInteger(at) || at < 0 || !Number.isInteger(size) || size < 1) return malformed;
  return {
    page: at,
    size,
    totalCount: rows.length,
    totalPages: Math.ceil(rows.length / size),
    data: rows.slice(at * size, (at + 1) * size).map(shape),
  };
}

/** Those whose nickname holds what is looked for. */
function named<Row extends { readonly user: ChzzkUser }>(
  rows: readonly Row[],
  name: string | null,
): readonly Row[] {
  return rows.filter(({ user }) => user.nickname.includes(name ?? ''));
}

const find = personOf;

const restriction = ({ seq, user, ...rest }: StageRestriction): object => ({ seq, ...person(user), ...rest });

const terms: ReadonlySet<unknown> = new Set([1, 3, 7, 15, 30, 90, null]);

/** When a restriction ends that begins now; `undefined` for a term that cannot be chosen. */
function releaseOf(days: unknown): string | null | undefined {
  if (!terms.has(days)) return undefined;
  return days === null ? null : koreanTime(Date.now() + Number(days) * 86_400_000);
}

const words = '/chats/prohibit-words';
const users = '/restrict-users';
const requests = '/restrict-release-requests';
const chatManage = { needs: 'CHAT_MANAGE' } as const;
const channelManage = { needs: 'CHANNEL_MANAGE' } as const;
const studio = { studio: true } as const;
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const roles: ReadonlySet<unknown> = new Set([
  'STREAMING_CHAT_MANAGER',
  'STREAMING_CHANNEL_MANAGER',
  'STREAMING_SETTLEMENT_MANAGER',
]);

const routes: readonly ManageRoute[] = [
  {
    method: 'GET',
    path: '/my-role',
    answer: ({ channel, user }) => standing(channel, user.userIdHash),
  },

  {
    ...chatManage,
    method: 'GET',
    path: words,
    answer: ({ channel }) => ({ prohibitWordList: channel.words }),
  },
  {
    ...chatManage,
    ...studio,
    method: 'POST',
    path: words,
    answer: ({ manage, channel, user, body: { prohibitWord } }) => {
      if (!isText(prohibitWord)) return malformed;
      const { nickname } = user;
      const createdDate = koreanTime(Date.now());
      channel.words.push({ prohibitWordNo: manage.next(), prohibitWord, nickname, createdDate });
      return null;
    },
  },
  {
    ...chatManage,
    ...studio,
    method: 'PUT',
    path: `${words}/*`,
    answer: ({ channel, at, body: { prohibitWord } }) => {
      const word = channel.words.find(({ prohibitWordNo }) => String(prohibitWordNo) === at);
      if (!word) return gone;
      if (!isText(prohibitWord)) return malformed;
      word.prohibitWord = prohibitWord;
      return null;
    },
  },
  {
    ...chatManage,
    ...studio,
    method: 'DELETE',
    path: `${words}/*`,
    answer: ({ channel, at }) => {
      const left = channel.words.filter(({ prohibitWordNo }) => String(prohibitWordNo) !== at);
      if (left.length === channel.words.length) return gone;
      channel.words = left;
      return null;
    },
  },
  {
    ...chatManage,
    ...studio,
    method: 'DELETE',
    path: words,
    answer: ({ channel }) => {
      channel.words = [];
      return null;
    },
  },

  {
    ...chatManage,
    method: 'GET',
    path: users,
    answer: ({ channel, query }) =>
      page(named(channel.restrictions, query.get('userNickname')), query, restriction),
  },
  {
    ...chatManage,
    method: 'GET',
    path: `${users}/*/validate`,
    answer: ({ manage, at }) => (find(manage, at) ? 'SUCCESS' : gone),
  },
  {
    ...chatManage,
    method: 'POST',
    path: users,
    answer: ({ manage, channel, user, body: { targetId, memo = '', restrictDays } }) => {
      const target = find(manage, targetId);
      const releaseDate = releaseOf(restrictDays);
      if (!target) return gone;
      if (releaseDate === undefined || typeof memo !== 'string') return malformed;
      const made: StageRestriction = {
        seq: manage.next(),
        user: target,
        executeNickname: user.nickname,
        createdDate: koreanTime(Date.now()),
        releaseDate,
        memo,
      };
      const others = channel.restrictions.filter((one) => one.user.userIdHash !== target.userIdHash);
      channel.restrictions = [made, ...others];
      return restriction(made);
    },
  },
  {
    ...chatManage,
    method: 'PATCH',
    path: `${users}/*`,
    answer: ({ channel, at, body: { memo = '', restrictDays } }) => {
      const found = channel.restrictions.find(({ user }) => user.userIdHash === at);
      const releaseDate = releaseOf(restrictDays);
      if (!found) return gone;
      if (releaseDate === undefined || typeof memo !== 'string') return malformed;
      return restriction(Object.assign(found, { releaseDate, memo }));
    },
  },
  {
    ...chatManage,
    method: 'DELETE',
    path: `${users}/*`,
    answer: ({ channel, at }) => {
      const left = channel.restrictions.filter(({ user }) => user.userIdHash !== at);
      if (left.length === channel.restrictions.length) return gone;
      channel.restrictions = left;
      channel.requests = channel.requests.filter(({ user }) => user.userIdHash !== at);
      return null;
    },
  },
  {
    ...chatManage,
    method: 'POST',
    path: '/temporary-restrict-users',
    answer: ({ manage, channel, body: { chatChannelId, targetId } }) => {
      const target = find(manage, targetId);
      if (!target) return gone;
      if (!isText(chatChannelId)) return malformed;
      if (standing(channel, target.userIdHash).permissions.length > 0)
        return new Refusal(400, '운영진은 임시제한 할 수 없습니다. 유저로 등급 변경 후 시도해주세요.', 200);
      channel.quiet.push(target);
      return person(target);
    },
  },

  {
    ...chatManage,
    method: 'GET',
    path: requests,
    answer: ({ channel, query }) =>
      page(named(channel.requests, query.get('userNickname')), query, ({ user, ...rest }) => ({
        ...rest,
        userResponse: person(user),
      })),
  },
  {
    ...chatManage,
    ...studio,
    method: 'PUT',
    path: `${requests}/*/reject`,
    answer: ({ channel, at, body: { judgment } }) => {
      const found = channel.requests.find(({ requestNo }) => String(requestNo) === at);
      if (!found) return gone;
      if (typeof judgment !== 'string') return malformed;
      channel.requests = channel.requests.filter((request) => request !== found);
      const { user, ...rest } = found;
      return { ...rest, userResponse: person(user) };
    },
  },

  {
    ...channelManage,
    method: 'GET',
    path: '/streaming-roles',
    answer: ({ manage, channel }) => ({
      data: [...channel.roles, [channel.channelId, 'STREAMER']].map(([id = '', userRole]) => ({
        managerChannelId: id,
        managerChannelName: find(manage, id)?.nickname ?? '',
        userRole,
        createdDate: '2026-07-01 12:00:00',
      })),
    }),
  },
  {
    ...channelManage,
    ...studio,
    method: 'POST',
    path: '/streaming-roles',
    answer: ({ manage, channel, body: { targetId, userRoleType } }) => {
      const target = find(manage, targetId);
      if (!target) return gone;
      if (!roles.has(userRoleType)) return malformed;
      channel.roles.set(target.userIdHash, userRoleType as StageRole);
      return person(target);
    },
  },
  {
    ...channelManage,
    ...studio,
    method: 'DELETE',
    path: '/streaming-roles/*',
    answer: ({ channel, at }) => (channel.roles.delete(at) ? null : gone),
  },

  {
    ...chatManage,
    method: 'GET',
    path: '/chat-rules',
    answer: ({ channel: { channelId, rule } }) => ({ channelId, rule }),
  },
  {
    ...chatManage,
    ...studio,
    method: 'PUT',
    path: '/chat-rules',
    answer: ({ channel, body: { rule } }) => {
      if (typeof rule !== 'string') return malformed;
      channel.rule = rule;
      return null;
    },
  },

  {
    ...chatManage,
    method: 'GET',
    path: '/users/*/chat-activity-count',
    answer: ({ manage, channel, at }) =>
      find(manage, at)
        ? {
            chatMessageCount: 42,
            restrict: channel.restrictions.some(({ user }) => user.userIdHash === at),
            restrictCount: 1,
            temporaryRestrict: false,
            temporaryRestrictCount: 2,
          }
        : gone,
  },
  {
    ...channelManage,
    method: 'GET',
    path: '/followers',
    answer: ({ channel, query }) =>
      page(
        named(channel.followers, query.get('userNickname')).toSorted((one, other) =>
          query.get('sortType') === 'LONGER'
            ? one.followDate.localeCompare(other.followDate)
            : other.followDate.localeCompare(one.followDate),
        ),
        query,
        ({ user, followDate }) => ({
          user: person(user),
          following: { following: true, notification: false, followDate },
          channelFollowing: { following: false, notification: false, followDate: null },
        }),
      ),
  },
  {
    ...channelManage,
    method: 'GET',
    path: '/subscribers',
    answer: ({ channel, query }) => {
      const [period, tier] = [query.get('publishPeriod'), query.get('tier')];
      if (period === '' || tier === '') return malformed;
      const found = named(channel.subscribers, query.get('nickname'))
        .filter((one) => period === null || String(one.publishPeriod) === period)
        .filter((one) => tier === null || one.tier === tier)
        .toSorted((one, other) =>
          query.get('sortType') === 'LONGER'
            ? other.totalMonth - one.totalMonth
            : other.createdDate.localeCompare(one.createdDate),
        );
      return page(found, query, ({ user, ...rest }) => ({ ...person(user), ...rest, twitchMonth: null }));
    },
  },

  {
    ...channelManage,
    method: 'GET',
    path: '/videos',
    answer: ({ channel, query }) =>
      page(
        channel.videos.filter(({ videoType }) => videoType === query.get('videoType')),
        query,
        (video) => ({ ...unpublished, ...video }),
      ),
  },
  {
    ...channelManage,
    method: 'GET',
    path: '/clips',
    answer: ({ channel, query }) => page(channel.clips, query, clip),
  },
  {
    ...channelManage,
    method: 'GET',
    path: '/clips/make-clips',
    answer: ({ channel, query }) => page(channel.madeClips, query, clip),
  },
  {
    ...studio,
    needs: 'VIDEO_DELETE',
    method: 'DELETE',
    path: '/clips/*',
    answer: ({ channel, at }) => {
      const left = channel.madeClips.filter(({ clipUID }) => clipUID !== at);
      if (left.length === channel.madeClips.length) return gone;
      channel.madeClips = left;
      return null;
    },
  },

  {
    needs: 'LIVE_CREATE',
    method: 'GET',
    path: '/live-setting/normal',
    answer: ({ channel: { settings } }) => ({ ...settings, paidPromotion: false, krOnlyViewing: false }),
  },
  {
    ...studio,
    needs: 'LIVE_CREATE',
    method: 'PUT',
    path: '/live-setting/normal',
    answer: ({ channel, body }) => {
      const { adult, defaultLiveTitle, categoryType, liveCategory, tags, clipActive, replayPublishType } =
        body;
      const category = categories.find(
        (one) => one.categoryType === categoryType && one.categoryId === liveCategory,
      );
      const isWhole =
        typeof adult === 'boolean' &&
        typeof defaultLiveTitle === 'string' &&
        typeof clipActive === 'boolean' &&
        typeof replayPublishType === 'string' &&
        Array.isArray(tags) &&
        (category !== undefined || liveCategory === '');
      if (!isWhole) return malformed;
      channel.settings = {
        defaultLiveTitle,
        category: category ?? null,
        adult,
        tags: tags.map(String),
        clipActive,
        replayPublishType,
      };
      return null;
    },
  },
  {
    needs: 'LIVE_CREATE',
    method: 'GET',
    path: '/streaming-info',
    answer: ({ channel: { channelId, streamKey } }) => ({
      streamKey,
      streamUrl: 'rtmp://example.invalid/relay',
      chatSourceHash: 'REDACTED',
      donationSessionIOChannelId: `donation@${channelId}`,
      subscriptionSessionIOChannelId: `subscription@${channelId}`,
      newsFeedSessionIOChannelId: `newsfeed@${channelId}`,
      videoSessionIOChannelId: `video@${channelId}`,
    }),
  },
  {
    needs: 'LIVE_CREATE',
    method: 'GET',
    path: '/streams',
    answer: ({ channel: { streamKey } }) => ({
      streamKey,
      streamSeq: 1,
      streamUrl: 'rtmp://example.invalid/relay',
    }),
  },
];

const clip = (row: StageClip): object => ({
  ...row,
  thumbnailImageUrl: null,
  adult: false,
  vodStatus: 'ABR_HLS',
});

/** The categories whose names hold what is looked for; whoever asks need not be logged in. */
export function findCategories(query: URLSearchParams): object {
  const [word, size, offset] = [
    query.get('keyword') ?? '',
    Number(query.get('size') ?? 10),
    Number(query.get('offset') ?? 0),
  ];
  const found = categories.filter(({ categoryValue }) => categoryValue.includes(word));
  return {
    results: found
      .slice(offset, offset + size)
      .map((category) => ({ ...category, posterImageUrl: null, tags: [], dropsCampaignNos: [] })),
  };
}

/** A video of which nobody but the owner knows. */
const unpublished = {
  videoId: null,
  publishDate: null,
  thumbnailImageUrl: null,
  liveId: 1,
  likeCount: 0,
  readCount: 0,
  commentCount: 0,
  vodStatus: 'ABR_HLS',
  exposure: false,
  publish: false,
  publishType: 'NONE',
  manualPublishable: true,
  exposureButton: 'NONE',
  liveAccumulateCount: 0,
  liveUniqueViewCount: 0,
  liveOpenDate: '2026-07-01 08:00:00',
  deleted: false,
  deletedBy: null,
  download: { downloadable: true },
};

/** The route of a call, and what its path says beside the channel. */
export function routeFor(
  method: string,
  path: string,
): { readonly route: ManageRoute; readonly at: string } | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const wanted = route.path.split('/');
    if (route.method !== method || parts.length !== wanted.length) continue;
    if (!wanted.every((part, index) => part === '*' || part === parts[index])) continue;
    return { route, at: decodeURIComponent(parts[wanted.indexOf('*')] ?? '') };
  }
  return undefined;
}
