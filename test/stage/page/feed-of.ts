/** What the page is told of the world: records of the world in, plain lines of the feed out. */
import type { World } from '../world/world.ts';
import type { ChatLine, User } from '../world/records.ts';
import type { FeedChannel, FeedLine, FeedUser, Gone } from './feed.ts';

export function feedUser({ id, login, displayName, color }: User): FeedUser {
  return { id, login, name: displayName, color };
}

/** A line as the page gets it, with what has since become of it; the world forgets who deleted a single one. */
export function feedLine(world: World, line: ChatLine, deletedBy = ''): FeedLine {
  const { replyTo } = line;
  const gone = world.deleted.has(line.id) ? goneOf(world, line, deletedBy) : undefined;
  return {
    id: line.id,
    at: line.at,
    user: { id: line.userId, login: line.login, name: line.displayName, color: line.color },
    badges: line.badges,
    text: line.text,
    ...(line.isAction && { action: true }),
    ...(line.isFirst && { first: true }),
    ...(line.isReturning && { returning: true }),
    ...(replyTo && {
      reply: {
        id: replyTo.messageId,
        userId: replyTo.userId,
        login: replyTo.login,
        name: replyTo.displayName,
        text: replyTo.text,
      },
    }),
    ...(gone && { gone }),
  };
}

/** How a deleted line came to go: by the ban that holds now, else by itself. */
function goneOf(world: World, line: ChatLine, deletedBy: string): Gone {
  const ban = world.banOf(line.channelId, line.userId);
  if (!ban) return { how: 'delete', by: deletedBy };
  const by = world.find(ban.moderatorId)?.login ?? '';
  return ban.until === undefined
    ? { how: 'ban', by }
    : { how: 'timeout', by, seconds: Math.round((ban.until - ban.at) / 1000) };
}

/** A channel as its page shows it. */
export function feedChannel(world: World, user: User): FeedChannel {
  const channel = world.channels.get(user.id);
  const stream = world.streams.get(user.id);
  const rules = world.rules.get(user.id);
  return {
    id: user.id,
    login: user.login,
    name: user.displayName,
    avatar: user.profileImageUrl,
    title: channel?.title ?? '',
    category: world.categories.get(channel?.categoryId ?? '')?.name ?? '',
    tags: channel?.tags ?? [],
    partner: user.broadcasterType === 'partner',
    followers: world.followers.get(user.id)?.size ?? 0,
    about: user.description,
    ...(rules && { rules }),
    ...(stream && { live: { viewers: stream.viewers, startedAt: stream.startedAt } }),
  };
}

/** How many channels the side navigation shows. */
const shown = 24;

/** The channels beside a page: the one that stands, then those that are live, most watched first. */
export function feedChannels(world: World, current: User | undefined): FeedChannel[] {
  const live = [...world.streams.values()]
    .sort((one, other) => other.viewers - one.viewers)
    .flatMap(({ channelId }) => world.users.get(channelId) ?? [])
    .slice(0, shown);
  const all = current && !live.includes(current) ? [...live, current] : live;
  return all.map((user) => feedChannel(world, user));
}
