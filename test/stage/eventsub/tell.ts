/** Turns what happens in the world into the events that EventSub's subscribers hear. */
import { fragmentsOf } from '../world/catalogue.ts';
import { rfc3339 } from '../world/clock.ts';
import type { ChatLine, User } from '../world/records.ts';
import type { HeldMessage } from '../world/safety.ts';
import type { World } from '../world/world.ts';
import { actionEvent, type ModeratorAction, person } from './shapes.ts';

/** The versions of `channel.moderate`; version 1 knows no warnings. */
const versions = ['1', '2'] as const;

/** Lets EventSub tell what happens in `world`. */
export function tellEventSub(world: World): void {
  const { events } = world;
  const channel = (id: string): Record<string, string> => person('broadcaster_user', world.user(id));
  const about = (channelId: string): Record<string, string> => ({ broadcaster_user_id: channelId });
  const message = (text: string): object => ({
    text,
    fragments: fragmentsOf(text, (login) => world.find(login)),
  });

  const moderate = (channelId: string, by: User, action: ModeratorAction, more: object = {}): void => {
    for (const version of versions) {
      if (version === '1' && action === 'warn') continue;
      const { id, login } = world.user(channelId);
      const source = {
        source_broadcaster_user_id: id,
        source_broadcaster_user_login: login,
        source_broadcaster_user_name: null,
      };
      const event = { ...channel(channelId), ...source, ...actionEvent(version, by, action, more) };
      world.tell('channel.moderate', about(channelId), event, version);
    }
  };

  events.on('message', (line) => {
    // At sixty lines a second nobody should cut up texts that nobody listens for.
    if ((world.eventsub?.subscriptions.size ?? 0) === 0) return;
    world.tell('channel.chat.message', about(line.channelId), {
      ...channel(line.channelId),
      ...said(world, line),
    });
  });

  events.on('deleted', ({ channelId, line, by }) => {
    const target = person('target_user', world.user(line.userId));
    const event = { ...channel(channelId), ...target, message_id: line.id };
    world.tell('channel.chat.message_delete', about(channelId), event);
    const deleted = {
      ...person('user', world.user(line.userId)),
      message_id: line.id,
      message_body: line.text,
    };
    moderate(channelId, by, 'delete', { delete: deleted });
  });

  events.on('cleared', ({ channelId, by }) => {
    world.tell('channel.chat.clear', about(channelId), channel(channelId));
    moderate(channelId, by, 'clear');
  });

  const banned = (
    channelId: string,
    user: User,
    by: User,
    reason: string,
    at: number,
    until?: number,
  ): void => {
    world.tell('channel.ban', about(channelId), {
      ...person('user', user),
      ...channel(channelId),
      ...person('moderator_user', by),
      reason,
      banned_at: rfc3339(at),
      ends_at: until === undefined ? null : rfc3339(until),
      is_permanent: until === undefined,
    });
    const cleared = { ...channel(channelId), ...person('target_user', user) };
    world.tell('channel.chat.clear_user_messages', about(channelId), cleared);
    if (until === undefined) moderate(channelId, by, 'ban', { ban: { ...person('user', user), reason } });
    else {
      const timeout = { ...person('user', user), reason, expires_at: rfc3339(until) };
      moderate(channelId, by, 'timeout', { timeout });
    }
  };
  events.on('banned', ({ channelId, user, by, ban }) => banned(channelId, user, by, ban.reason, ban.at));
  events.on('timedout', ({ channelId, user, by, ban }) =>
    banned(channelId, user, by, ban.reason, ban.at, ban.until),
  );

  events.on('unbanned', ({ channelId, user, by, wasTimeout }) => {
    const event = { ...person('user', user), ...channel(channelId), ...person('moderator_user', by) };
    world.tell('channel.unban', about(channelId), event);
    const action = wasTimeout ? 'untimeout' : 'unban';
    moderate(channelId, by, action, { [action]: person('user', user) });
  });

  events.on('live', ({ channelId, stream }) =>
    world.tell('stream.online', about(channelId), {
      id: stream.id,
      ...channel(channelId),
      type: 'live',
      started_at: rfc3339(stream.startedAt),
    }),
  );
  events.on('offline', ({ channelId }) => world.tell('stream.offline', about(channelId), channel(channelId)));

  events.on('channel', ({ channelId }) => {
    const page = world.channels.get(channelId);
    const event = {
      ...channel(channelId),
      title: page?.title ?? '',
      language: page?.language ?? 'en',
      category_id: page?.categoryId ?? '',
      category_name: world.categories.get(page?.categoryId ?? '')?.name ?? '',
      content_classification_labels: page?.labels ?? [],
    };
    world.tell('channel.update', about(channelId), event, '2');
  });

  events.on('role', ({ channelId, user, role, has }) => {
    const event = { ...person('user', user), ...channel(channelId) };
    world.tell(`channel.${role}.${has ? 'add' : 'remove'}`, about(channelId), event);
    const action = role === 'vip' ? (has ? 'vip' : 'unvip') : has ? 'mod' : 'unmod';
    moderate(channelId, world.user(channelId), action, { [action]: person('user', user) });
  });

  events.on('settings', ({ channelId, by, before }) => {
    const modes = world.settingsOf(channelId);
    const { followerMinutes, slowSeconds } = modes;
    const off = (value: unknown): '' | 'off' => (value === undefined || value === false ? 'off' : '');
    if (modes.emoteOnly !== before.emoteOnly) moderate(channelId, by, `emoteonly${off(modes.emoteOnly)}`);
    if (modes.uniqueChat !== before.uniqueChat) moderate(channelId, by, `uniquechat${off(modes.uniqueChat)}`);
    if (modes.subscribersOnly !== before.subscribersOnly) {
      moderate(channelId, by, `subscribers${off(modes.subscribersOnly)}`);
    }
    if (followerMinutes !== before.followerMinutes) {
      const followers = followerMinutes === undefined ? null : { follow_duration_minutes: followerMinutes };
      moderate(channelId, by, `followers${off(followerMinutes)}`, { followers });
    }
    if (slowSeconds !== before.slowSeconds) {
      const slow = slowSeconds === undefined ? null : { wait_time_seconds: slowSeconds };
      moderate(channelId, by, `slow${off(slowSeconds)}`, { slow });
    }
    world.tell('channel.chat_settings.update', about(channelId), {
      ...channel(channelId),
      emote_mode: modes.emoteOnly,
      follower_mode: modes.followerMinutes !== undefined,
      follower_mode_duration_minutes: modes.followerMinutes ?? null,
      slow_mode: modes.slowSeconds !== undefined,
      slow_mode_wait_time_seconds: modes.slowSeconds ?? null,
      subscriber_mode: modes.subscribersOnly,
      unique_chat_mode: modes.uniqueChat,
    });
  });

  events.on('followed', ({ channelId, user, at }) => {
    const event = { ...person('user', user), ...channel(channelId), followed_at: rfc3339(at) };
    world.tell('channel.follow', about(channelId), event, '2');
  });

  const held = (one: HeldMessage): object => ({
    ...channel(one.channelId),
    ...person('user', one.user),
    message_id: one.id,
    message: message(one.text),
    reason: 'automod',
    automod: {
      category: one.category,
      level: one.level,
      boundaries: [{ start_pos: 0, end_pos: Array.from(one.text).length - 1 }],
    },
    blocked_term: null,
    held_at: rfc3339(one.at),
  });
  events.on('held', (one) => world.tell('automod.message.hold', about(one.channelId), { ...held(one) }, '2'));
  events.on('decided', ({ held: one, by }) => {
    const event = { ...held(one), ...person('moderator_user', by), status: one.status };
    world.tell('automod.message.update', about(one.channelId), event, '2');
  });
  events.on('automodSet', ({ channelId, by, settings }) => {
    const { overall, levels } = settings;
    const row = { ...channel(channelId), ...person('moderator_user', by), overall_level: overall, ...levels };
    world.tell('automod.settings.update', about(channelId), { data: [row] });
  });

  events.on('shield', ({ channelId, shield }) => {
    const time = { [shield.active ? 'started_at' : 'ended_at']: rfc3339(world.clock.now()) };
    const event = {
      ...channel(channelId),
      ...person('moderator_user', world.user(shield.moderatorId)),
      ...time,
    };
    world.tell(`channel.shield_mode.${shield.active ? 'begin' : 'end'}`, about(channelId), event);
  });

  events.on('warned', ({ channelId, user, by, reason }) => {
    const warning = { ...person('user', user), reason, chat_rules_cited: null };
    const event = { ...channel(channelId), ...person('moderator_user', by), ...warning };
    world.tell('channel.warning.send', about(channelId), event);
    moderate(channelId, by, 'warn', { warn: warning });
  });
  events.on('acknowledged', ({ channelId, user }) =>
    world.tell('channel.warning.acknowledge', about(channelId), {
      ...channel(channelId),
      ...person('user', user),
    }),
  );

  events.on('suspected', ({ channelId, user, by, status }) =>
    world.tell('channel.suspicious_user.update', about(channelId), {
      ...channel(channelId),
      ...person('moderator_user', by),
      ...person('user', user),
      low_trust_status: status === 'NO_TREATMENT' ? 'none' : status.toLowerCase(),
    }),
  );

  events.on('unbanRequested', ({ channelId, request }) =>
    world.tell('channel.unban_request.create', about(channelId), {
      id: request.id,
      ...channel(channelId),
      ...person('user', world.user(request.userId)),
      text: request.text,
      created_at: rfc3339(request.createdAt),
    }),
  );
  events.on('unbanResolved', ({ channelId, request }) =>
    world.tell('channel.unban_request.resolve', about(channelId), {
      id: request.id,
      ...channel(channelId),
      ...person('moderator_user', world.user(request.moderatorId)),
      ...person('user', world.user(request.userId)),
      resolution_text: request.resolution,
      status: request.status,
    }),
  );

  events.on('shoutout', ({ from, to, by }) => {
    const now = world.clock.now();
    const viewers = { viewer_count: world.streams.get(from.id)?.viewers ?? 0, started_at: rfc3339(now) };
    world.tell('channel.shoutout.create', about(from.id), {
      ...channel(from.id),
      ...person('moderator_user', by),
      ...person('to_broadcaster_user', to),
      ...viewers,
      cooldown_ends_at: rfc3339(now + 120_000),
      target_cooldown_ends_at: rfc3339(now + 3_600_000),
    });
    const event = { ...channel(to.id), ...person('from_broadcaster_user', from), ...viewers };
    world.tell('channel.shoutout.receive', about(to.id), event);
  });

  events.on('raid', ({ from, to, what }) => {
    if (what === 'left') return;
    const action = what === 'called' ? 'raid' : 'unraid';
    const raid = { ...person('user', to), viewer_count: world.streams.get(from.id)?.viewers ?? 0 };
    moderate(from.id, from, action, { [action]: what === 'called' ? raid : person('user', to) });
  });
}

/** A chat line as `channel.chat.message` tells it, without its channel. */
function said(world: World, line: ChatLine): object {
  const { replyTo } = line;
  return {
    ...person('chatter_user', { id: line.userId, login: line.login, displayName: line.displayName }),
    message_id: line.id,
    message: { text: line.text, fragments: fragmentsOf(line.text, (login) => world.find(login)) },
    color: line.color,
    badges: Object.entries(line.badges).map(([set, id]) => ({ set_id: set, id, info: '' })),
    message_type: 'text',
    cheer: null,
    reply: replyTo
      ? {
          parent_message_id: replyTo.messageId,
          parent_message_body: replyTo.text,
          ...person('parent_user', replyTo, replyTo.userId),
          thread_message_id: replyTo.messageId,
          ...person('thread_user', replyTo, replyTo.userId),
        }
      : null,
    channel_points_custom_reward_id: null,
    source_broadcaster_user_id: null,
    source_broadcaster_user_login: null,
    source_broadcaster_user_name: null,
    source_message_id: null,
    source_badges: null,
  };
}
