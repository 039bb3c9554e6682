/** Finding channels on Twitch. Every call acts as the account that is given. */
import type { Account } from '../accounts/account.ts';
import { fail, FailureError } from '../failure.ts';
import type { ChannelPage, ListItem, ListPage, ListWish, Period, PlannedStream } from '../live/discover.ts';
import type { LiveStream } from '../live/stream.ts';
import type { CallOptions, Helix } from './helix/client.ts';
import type { Item } from './helix/endpoint.ts';
import { getChannelInformation } from './helix/endpoints/channels.ts';
import { getClips } from './helix/endpoints/clips.ts';
import { getTopGames } from './helix/endpoints/games.ts';
import { getChannelStreamSchedule } from './helix/endpoints/schedule.ts';
import { searchCategories, searchChannels } from './helix/endpoints/search.ts';
import { getStreams } from './helix/endpoints/streams.ts';
import { getChannelTeams } from './helix/endpoints/teams.ts';
import { getUsers } from './helix/endpoints/users.ts';
import { getVideos } from './helix/endpoints/videos.ts';

/** See the file's head. */
export interface Discovery {
  /** A page of a list; `after` is where the page before ended. */
  readonly list: (
    wish: ListWish,
    after: string | undefined,
    account: Account,
    signal?: AbortSignal,
  ) => Promise<ListPage>;
  /** @throws FailureError `no-such-user` … */
  readonly channel: (login: string, account: Account) => Promise<ChannelPage>;
}

/** Rows of a page: enough to fill the popup twice. */
const pageSize = 30;
/** Categories above the channels that a search finds. */
const categoriesFound = 5;
const dayMs = 86_400_000;
const days: Readonly<Record<Exclude<Period, 'all'>, number>> = { day: 1, week: 7, month: 30 };

/** Makes the discovery. `now`: Unix epoch milliseconds. */
export function createDiscovery(helix: Helix, now: () => number): Discovery {
  async function search(query: string, after: string | undefined, options: CallOptions): Promise<ListPage> {
    const [categories, channels] = await Promise.all([
      after === undefined
        ? helix.call(searchCategories, { query, first: categoriesFound }, options)
        : undefined,
      helix.call(searchChannels, { query, first: pageSize, ...from(after) }, options),
    ]);
    const items = [...(categories?.data ?? []).map(categoryFrom), ...channels.data.map(channelFrom)];
    return pageFrom(items, channels.pagination?.cursor);
  }

  return {
    async list(wish, after, account, signal) {
      const options = { as: account.id, signal };
      const page = { first: pageSize, ...from(after) };
      switch (wish.kind) {
        case 'streams': {
          const only = {
            ...(wish.categoryId === undefined ? {} : { game_id: [wish.categoryId] }),
            ...(wish.language === undefined ? {} : { language: [wish.language] }),
          };
          const answer = await helix.call(getStreams, { ...page, ...only }, options);
          return pageFrom(
            answer.data.map((row) => ({ kind: 'stream', id: row.user_id, stream: streamFrom(row) })),
            answer.pagination?.cursor,
          );
        }
        case 'categories': {
          const answer = await helix.call(getTopGames, page, options);
          return pageFrom(answer.data.map(categoryFrom), answer.pagination?.cursor);
        }
        case 'search':
          return search(wish.query, after, options);
        case 'videos': {
          const { of, type, period, sort } = wish;
          const isChannel = 'channelId' in of;
          // Twitch pages the videos of a channel only.
          const source = isChannel
            ? { ...page, user_id: of.channelId }
            : { first: 100, game_id: of.categoryId };
          const answer = await helix.call(getVideos, { ...source, type, period, sort }, options);
          return pageFrom(answer.data.map(videoFrom), isChannel ? answer.pagination?.cursor : undefined);
        }
        case 'clips': {
          const { of, period } = wish;
          const source = 'channelId' in of ? { broadcaster_id: of.channelId } : { game_id: of.categoryId };
          // To the minute, so that the pages of one list ask for the same span.
          const until = Math.ceil(now() / 60_000) * 60_000;
          const span =
            period === 'all'
              ? {}
              : {
                  started_at: new Date(until - days[period] * dayMs),
                  ended_at: new Date(until),
                };
          const answer = await helix.call(getClips, { ...page, ...source, ...span }, options);
          return pageFrom(answer.data.map(clipFrom), answer.pagination?.cursor);
        }
      }
    },

    async channel(login, account) {
      const as = { as: account.id };
      const [user] = (await helix.call(getUsers, { login: [login] }, as)).data;
      if (!user) return fail({ code: 'no-such-user', login });
      const [information, streams, schedule, teams] = await Promise.all([
        helix.call(getChannelInformation, { broadcaster_id: [user.id] }, as),
        helix.call(getStreams, { user_id: [user.id] }, as),
        helix
          .call(getChannelStreamSchedule, { broadcaster_id: user.id, first: 5 }, as)
          .then((answer) => answer.data.segments ?? [])
          .catch(nothingThere),
        helix.call(getChannelTeams, { broadcaster_id: user.id }, as).then((answer) => answer.data ?? []),
      ]);
      const [channel] = information.data;
      const [stream] = streams.data;
      return {
        platform: 'twitch',
        id: user.id,
        login: user.login,
        name: user.display_name,
        about: user.description,
        avatarUrl: user.profile_image_url,
        title: channel?.title ?? '',
        category: channel?.game_name ?? '',
        tags: channel?.tags ?? [],
        ...(stream && { live: streamFrom(stream) }),
        schedule: schedule.map(plannedFrom),
        teams: teams.map(({ id, team_name, team_display_name }) => ({
          id,
          login: team_name,
          name: team_display_name,
        })),
      };
    },
  };
}

const from = (after: string | undefined): { after?: string } => (after === undefined ? {} : { after });

function pageFrom(items: readonly ListItem[], cursor: string | undefined): ListPage {
  return cursor === undefined || cursor === '' ? { items } : { items, next: cursor };
}

/** Twitch answers 404 for a channel that has no schedule. */
function nothingThere(error: unknown): [] {
  const failure = error instanceof FailureError ? error.failure : undefined;
  if (failure?.code === 'platform-refused' && failure.status === 404) return [];
  throw error;
}

/** A live stream, as Twitch lists it. */
export function streamFrom(row: Item<typeof getStreams>): LiveStream {
  return {
    platform: 'twitch',
    channelId: row.user_id,
    login: row.user_login,
    name: row.user_name || row.user_login,
    title: row.title,
    category: row.game_name,
    viewers: row.viewer_count,
    startedAt: Date.parse(row.started_at),
    previewUrl: row.thumbnail_url,
    rerun: row.type !== 'live',
  };
}

const sized = (url: string, width: number, height: number): string =>
  url.replace('{width}', String(width)).replace('{height}', String(height));

function categoryFrom({
  id,
  name,
  box_art_url,
}: {
  id: string;
  name: string;
  box_art_url: string;
}): ListItem {
  // A search answers with the smallest picture, the list of the top with a place for the size.
  return { kind: 'category', id, name, imageUrl: sized(box_art_url, 78, 104).replace('52x72', '78x104') };
}

function channelFrom(row: Item<typeof searchChannels>): ListItem {
  return {
    kind: 'channel',
    platform: 'twitch',
    id: row.id,
    login: row.broadcaster_login,
    name: row.display_name || row.broadcaster_login,
    avatarUrl: row.thumbnail_url,
    live: row.is_live,
    title: row.title,
    category: row.game_name,
  };
}

function videoFrom(row: Item<typeof getVideos>): ListItem {
  return {
    kind: 'video',
    id: row.id,
    title: row.title,
    url: row.url,
    at: Date.parse(row.created_at),
    seconds: secondsOf(row.duration),
    views: row.view_count,
    of: row.user_name,
    imageUrl: row.thumbnail_url.replace('%{width}', '160').replace('%{height}', '90'),
  };
}

function clipFrom(row: Item<typeof getClips>): ListItem {
  return {
    kind: 'clip',
    id: row.id,
    title: row.title,
    url: row.url,
    at: Date.parse(row.created_at),
    seconds: row.duration,
    views: row.view_count,
    of: row.broadcaster_name,
    by: row.creator_name,
    imageUrl: row.thumbnail_url,
  };
}

function plannedFrom(row: NonNullable<Item<typeof getChannelStreamSchedule>>): PlannedStream {
  return {
    id: row.id,
    at: Date.parse(row.start_time),
    title: row.title,
    category: row.category?.name ?? '',
    canceled: row.canceled_until !== null,
  };
}

/** The seconds in Twitch's `3h8m33s`. */
export function secondsOf(duration: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(duration) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
