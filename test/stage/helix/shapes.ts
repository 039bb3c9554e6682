/** The shapes that several endpoints answer with. */
import type { Ban, Stream, User } from '../world/records.ts';
import { rfc3339 } from '../world/clock.ts';
import type { World } from '../world/world.ts';

/** A user as id, login and name under `prefix`, as in `broadcaster_id`, `broadcaster_login`, `broadcaster_name`. */
export function named<P extends string>(
  prefix: P,
  user: User | undefined,
): Record<`${P}_${'id' | 'login' | 'name'}`, string> {
  return {
    [`${prefix}_id`]: user?.id ?? '',
    [`${prefix}_login`]: user?.login ?? '',
    [`${prefix}_name`]: user?.displayName ?? '',
  } as Record<`${P}_${'id' | 'login' | 'name'}`, string>;
}

export function userShape(user: User, withEmail = false): object {
  return {
    id: user.id,
    login: user.login,
    display_name: user.displayName,
    type: user.type,
    broadcaster_type: user.broadcasterType,
    description: user.description,
    profile_image_url: user.profileImageUrl,
    offline_image_url: user.offlineImageUrl,
    view_count: 0,
    ...(withEmail && { email: user.email }),
    created_at: rfc3339(user.createdAt),
  };
}

export function streamShape(world: World, stream: Stream): object {
  const user = world.user(stream.channelId);
  const channel = world.channels.get(stream.channelId);
  const category = world.categories.get(channel?.categoryId ?? '');
  return {
    id: stream.id,
    ...named('user', user),
    game_id: category?.id ?? '',
    game_name: category?.name ?? '',
    type: stream.rerun ? 'rerun' : 'live',
    title: channel?.title ?? '',
    viewer_count: stream.viewers,
    started_at: rfc3339(stream.startedAt),
    language: channel?.language ?? 'en',
    thumbnail_url: `https://static-cdn.jtvnw.net/previews-ttv/live_user_${user.login}-{width}x{height}.jpg`,
    tag_ids: [],
    tags: channel?.tags ?? [],
    is_mature: false,
  };
}

export function banShape(world: World, ban: Ban): object {
  return {
    ...named('user', world.users.get(ban.userId)),
    expires_at: ban.until === undefined ? '' : rfc3339(ban.until),
    created_at: rfc3339(ban.at),
    reason: ban.reason,
    ...named('moderator', world.users.get(ban.moderatorId)),
  };
}

/** Streams with the most viewers first. */
export function byViewers(streams: Iterable<Stream>): Stream[] {
  return [...streams].sort((a, b) => b.viewers - a.viewers || a.id.localeCompare(b.id));
}
