/** Followed channels on Twitch that are not live. */
import type { Account } from '../accounts/account.ts';
import { failureOf } from '../failure.ts';
import type { Followed, OfflineFacts } from '../live/offline.ts';
import type { WatchedPage } from '../live/watched.ts';
import { secondsOf, streamFrom } from './discovery.ts';
import type { CallOptions, Helix } from './helix/client.ts';
import { getChannelInformation, getFollowedChannels } from './helix/endpoints/channels.ts';
import { getChannelStreamSchedule } from './helix/endpoints/schedule.ts';
import { getStreams } from './helix/endpoints/streams.ts';
import { getUsers } from './helix/endpoints/users.ts';
import { getVideos } from './helix/endpoints/videos.ts';

/** Asks Twitch whom `account` follows. One request for 100 channels. */
export function twitchFollowed(helix: Helix) {
  return async (account: Account): Promise<readonly Followed[]> => {
    const found: Followed[] = [];
    for await (const row of helix.pages(getFollowedChannels, {}, { as: account.id })) {
      found.push({
        platform: 'twitch',
        channelId: row.broadcaster_id,
        login: row.broadcaster_login,
        name: row.broadcaster_name || row.broadcaster_login,
      });
    }
    return found;
  };
}

/** So many planned streams are looked at; the first may be cancelled, or running. */
const planned = 3;

/**
 * What Twitch knows of channels that are not live. Pictures and titles come 100 at a time; recordings and schedules it
 * gives for one channel at a time only, so these are two requests a channel.
 */
export function twitchOfflineFacts(helix: Helix, now: () => number) {
  return async (account: Account, ids: readonly string[]): Promise<readonly OfflineFacts[]> => {
    const options: CallOptions = { as: account.id, priority: 'background' };
    const [users, channels, videos, plans] = await Promise.all([
      helix.batched(getUsers, 'id', ids, {}, options),
      helix.batched(getChannelInformation, 'broadcaster_id', ids, {}, options),
      Promise.all(
        ids.map((user_id) =>
          helix
            .call(getVideos, { user_id, type: 'archive', sort: 'time', first: 1 }, options)
            .then(({ data }) => data[0])
            .catch(nothingThere),
        ),
      ),
      Promise.all(
        ids.map((broadcaster_id) =>
          helix
            .call(getChannelStreamSchedule, { broadcaster_id, first: planned }, options)
            .then(({ data }) => data.segments ?? [])
            .catch(nothingThere),
        ),
      ),
    ]);
    const userOf = new Map(users.map((user) => [user.id, user]));
    const channelOf = new Map(channels.map((channel) => [channel.broadcaster_id, channel]));
    const readAt = now();
    return ids.map((channelId, index): OfflineFacts => {
      const avatarUrl = userOf.get(channelId)?.profile_image_url;
      const channel = channelOf.get(channelId);
      const video = videos[index];
      const next = plans[index]?.find(
        ({ start_time, canceled_until }) => canceled_until === null && Date.parse(start_time) > readAt,
      );
      const seconds = video && secondsOf(video.duration);
      return {
        channelId,
        ...(avatarUrl === undefined ? {} : { avatarUrl }),
        title: channel?.title ?? '',
        category: channel?.game_name ?? '',
        ...(video &&
          seconds !== undefined && {
            lastLive: Date.parse(video.created_at) + seconds * 1000,
            video: { url: video.url, title: video.title, seconds },
          }),
        ...(next && { next: { at: Date.parse(next.start_time), title: next.title } }),
        readAt,
      };
    });
  };
}

/** A channel that was renamed away or banned since, or that has no schedule, must not take the others with it. */
function nothingThere(error: unknown): undefined {
  const failure = failureOf(error);
  if (failure.code === 'platform-refused' && failure.status === 404) return undefined;
  throw error;
}

/** The most watched streams of some categories together. */
export function twitchStreamsIn(helix: Helix) {
  return async (account: Account, categoryIds: readonly string[], first: number): Promise<WatchedPage> => {
    const answer = await helix.call(getStreams, { game_id: [...categoryIds], first }, { as: account.id });
    return {
      streams: answer.data.map((row) => ({ categoryId: row.game_id, stream: streamFrom(row) })),
      full: answer.data.length >= first,
    };
  };
}
