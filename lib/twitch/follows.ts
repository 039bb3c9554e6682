/** Who of the followed is live on Twitch. */
import type { Account } from '../accounts/account.ts';
import type { LiveStream } from '../live/stream.ts';
import type { Helix } from './helix/client.ts';
import { getFollowedStreams } from './helix/endpoints/streams.ts';
import { getUsers } from './helix/endpoints/users.ts';

/** Pictures of channels by id: they change seldom, so they are asked for once and kept. */
export interface AvatarBook {
  readonly read: () => Promise<Readonly<Record<string, string>>>;
  readonly write: (avatars: Readonly<Record<string, string>>) => Promise<void>;
}

/** Asks Twitch for the live channels that `account` follows, with their pictures. One request for 100 channels. */
export function twitchFollows(helix: Helix, avatars: AvatarBook) {
  return async (account: Account): Promise<readonly LiveStream[]> => {
    const streams: LiveStream[] = [];
    for await (const stream of helix.pages(getFollowedStreams, {}, { as: account.id })) {
      streams.push({
        platform: 'twitch',
        channelId: stream.user_id,
        login: stream.user_login,
        name: stream.user_name || stream.user_login,
        title: stream.title,
        category: stream.game_name,
        viewers: stream.viewer_count,
        startedAt: Date.parse(stream.started_at),
        previewUrl: stream.thumbnail_url.replace(`_${stream.user_login}-`, '_{login}-'),
        rerun: stream.type !== 'live',
      });
    }
    const pictures = await knownAvatars(helix, avatars, account, streams);
    return streams.map((stream) => {
      const avatarUrl = pictures[stream.channelId];
      return avatarUrl === undefined ? stream : { ...stream, avatarUrl };
    });
  };
}

/** Avatars of all streams; only the unknown ones are asked for. A list without pictures is better than none. */
async function knownAvatars(
  helix: Helix,
  avatars: AvatarBook,
  account: Account,
  streams: readonly LiveStream[],
): Promise<Readonly<Record<string, string>>> {
  const known = await avatars.read();
  const unknown = streams.map(({ channelId }) => channelId).filter((id) => !Object.hasOwn(known, id));
  if (unknown.length === 0) return known;
  const users = await helix
    .batched(getUsers, 'id', unknown, {}, { as: account.id, priority: 'background' })
    .catch(() => []);
  const all = { ...known, ...Object.fromEntries(users.map((user) => [user.id, user.profile_image_url])) };
  await avatars.write(all);
  return all;
}
