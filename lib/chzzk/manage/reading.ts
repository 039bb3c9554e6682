/** What stands in a channel's lists on CHZZK, in the words that the user sees. */
import { momentInKorea } from '../korea.ts';
import { manageCalls } from './calls.ts';
import type { ManageClient } from './client.ts';
import type { ListedCategory } from './stream.ts';
import type { ListedClip, ListedVideo } from './videos.ts';
import type { Category, Clip, ManageList, ManageLists, Search, Video } from './wish.ts';

const { words, restrictions, requests, roles, rule, people, videos, stream } = manageCalls;

/** So many rows are asked for at a time. */
const pageSize = 50;

/** The fields of which CHZZK says something. */
function said<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}

/** Which part is asked for, from 0. */
const partOf = (page: number) => ({ page, size: pageSize });
/** Whoever is not looked for by name is not asked for by an empty one. */
const named = ({ name }: Search) => (name === '' ? {} : { userNickname: name });

/** A part of a list; CHZZK does not always say how long the whole is. */
function part<Row, Shown>(
  { data, totalCount }: { readonly data: readonly Row[]; readonly totalCount?: number | null | undefined },
  show: (row: Row) => Shown,
): { rows: readonly Shown[]; total: number } {
  return { rows: data.map(show), total: totalCount ?? data.length };
}

const allClips = { dateFilter: 'ALL', orderFilter: 'LATEST' } as const;

const videoOf = (video: ListedVideo): Video => ({
  no: video.videoNo,
  title: video.videoTitle ?? '',
  isHidden: video.publish === false || video.exposure === false,
  ...said({
    seconds: video.duration,
    at: momentInKorea(video.publishDate ?? video.createdDate),
    views: video.readCount,
  }),
});

const clipOf = (clip: ListedClip): Clip => ({
  id: clip.clipUID,
  title: clip.clipTitle ?? '',
  ...said({
    seconds: clip.duration,
    at: momentInKorea(clip.createdDate),
    by: clip.makeChannel?.channelName,
  }),
});

/** A category, of which CHZZK must tell what it takes back. */
export const categoryOf = (found: ListedCategory | null | undefined): Category | undefined =>
  found?.categoryType == null || found.categoryId == null
    ? undefined
    : { type: found.categoryType, id: found.categoryId, name: found.categoryValue ?? found.categoryId };

/** Reads each list; of those that come in parts the one, from 0. They throw FailureError as {@link ManageClient.send}. */
export type Readers = {
  readonly [List in ManageList]: (
    channelId: string,
    page: number,
    search: Search,
  ) => Promise<ManageLists[List]>;
};

/** Makes them. */
export const createReaders = ({ send }: ManageClient): Readers => ({
  async restrictions(channelId, page, search) {
    const query = { ...partOf(page), ...named(search) };
    return part(await send(restrictions.list, channelId, { query }), (user) => ({
      id: user.userIdHash,
      name: user.nickname ?? user.userIdHash,
      memo: user.memo ?? '',
      ...said({
        by: user.executeNickname,
        at: momentInKorea(user.createdDate),
        until: momentInKorea(user.releaseDate),
      }),
    }));
  },

  async requests(channelId, page, search) {
    const query = { ...partOf(page), ...named(search) };
    return part(await send(requests.list, channelId, { query }), (request) => ({
      no: request.requestNo,
      plea: request.vindication ?? '',
      ...said({
        id: request.userResponse?.userIdHash,
        name: request.userResponse?.nickname,
        at: momentInKorea(request.createdDate),
      }),
    }));
  },

  async followers(channelId, page, search) {
    const query = { ...partOf(page), ...named(search), sortType: search.sort };
    return part(
      await send(people.followers, channelId, { query }),
      ({ user, following, channelFollowing }) => ({
        ...said({
          id: user?.userIdHash,
          name: user?.nickname,
          // Nobody has told which of the two is theirs; only one has a date.
          at: momentInKorea(following?.followDate ?? channelFollowing?.followDate),
        }),
      }),
    );
  },

  async subscribers(channelId, page, { name, sort, period, tier }) {
    const query = {
      ...partOf(page),
      sortType: sort,
      ...(period !== undefined && { publishPeriod: period }),
      ...(tier !== undefined && { tier }),
      ...(name !== '' && { nickname: name }),
    };
    return part(await send(people.subscribers, channelId, { query }), (user) =>
      said({
        id: user.userIdHash,
        name: user.nickname,
        tier: user.tier,
        months: user.totalMonth,
        period: user.publishPeriod,
        at: momentInKorea(user.createdDate),
      }),
    );
  },

  async words(channelId) {
    const list = await send(words.list, channelId);
    const found = 'prohibitWordList' in list ? list.prohibitWordList : list.prohibitWords;
    return found.map(({ prohibitWordNo: no, prohibitWord: word, nickname: by, createdDate }) => ({
      no,
      word,
      ...said({ by, at: momentInKorea(createdDate) }),
    }));
  },

  async helpers(channelId) {
    const { data } = await send(roles.list, channelId);
    return data
      .map(({ managerChannelId: id, managerChannelName: name, userRole: role, createdDate }) => ({
        id,
        name: name ?? id,
        role: role ?? '',
        ...said({ at: momentInKorea(createdDate) }),
      }))
      .toSorted((one, other) => Number(other.id === channelId) - Number(one.id === channelId));
  },

  rule: async (channelId) => (await send(rule.read, channelId)).rule ?? '',

  async replays(channelId, page) {
    const query = { ...partOf(page), videoType: 'REPLAY' } as const;
    return part(await send(videos.replays, channelId, { query }), videoOf);
  },
  async uploads(channelId, page) {
    const query = { ...partOf(page), videoType: 'UPLOAD' } as const;
    return part(await send(videos.uploads, channelId, { query }), videoOf);
  },
  async clips(channelId, page) {
    const query = { ...partOf(page), ...allClips };
    return part(await send(videos.clips, channelId, { query }), clipOf);
  },
  async madeClips(channelId, page) {
    const query = { ...partOf(page), ...allClips };
    return part(await send(videos.madeClips, channelId, { query }), clipOf);
  },

  async settings(channelId) {
    const set = await send(stream.settings, channelId);
    return {
      title: set.defaultLiveTitle ?? '',
      tags: set.tags ?? [],
      adult: set.adult === true,
      clips: set.clipActive === true,
      replays: set.replayPublishType ?? '',
      ...said({ category: categoryOf(set.category) }),
    };
  },
});
