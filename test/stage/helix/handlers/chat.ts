import { rfc3339 } from '../../world/clock.ts';
import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

/** Names of colours that everybody may choose, with what they look like. */
const colors: Readonly<Record<string, string>> = {
  blue: '#0000FF',
  blue_violet: '#8A2BE2',
  cadet_blue: '#5F9EA0',
  chocolate: '#D2691E',
  coral: '#FF7F50',
  dodger_blue: '#1E90FF',
  firebrick: '#B22222',
  golden_rod: '#DAA520',
  green: '#008000',
  hot_pink: '#FF69B4',
  orange_red: '#FF4500',
  red: '#FF0000',
  sea_green: '#2E8B57',
  spring_green: '#00FF7F',
  yellow_green: '#9ACD32',
};

function settingsShape(call: Call, forModerators: boolean): object {
  const channelId = call.text('broadcaster_id');
  const modes = call.world.settingsOf(channelId);
  return {
    data: [
      {
        broadcaster_id: channelId,
        emote_mode: modes.emoteOnly,
        follower_mode: modes.followerMinutes !== undefined,
        follower_mode_duration: modes.followerMinutes ?? null,
        ...(forModerators && {
          moderator_id: call.text('moderator_id'),
          non_moderator_chat_delay: modes.delaySeconds !== undefined,
          non_moderator_chat_delay_duration: modes.delaySeconds ?? null,
        }),
        slow_mode: modes.slowSeconds !== undefined,
        slow_mode_wait_time: modes.slowSeconds ?? null,
        subscriber_mode: modes.subscribersOnly,
        unique_chat_mode: modes.uniqueChat,
      },
    ],
  };
}

/**
 * A mode with a number: the number after the call, or nothing when the mode is off. A number without its mode switched
 * on in the same call, or outside its limits, is refused with `words`.
 */
function mode(
  call: Call,
  name: string,
  numberName: string,
  now: number | undefined,
  first: number,
  fits: (value: number) => boolean,
  words: string,
): number | undefined {
  const on = call.flag(name);
  const value = call.number(numberName);
  if (value !== undefined && (on !== true || !fits(value))) refuse(400, words);
  if (on === undefined) return now;
  return on ? (value ?? now ?? first) : undefined;
}

/** Category “Chat”: who is there, its modes, and what moderators say in it. */
export const chat = {
  'get-chatters': (call) => {
    const { world } = call;
    const rows = world.chattersOf(call.text('broadcaster_id'));
    const page = pageOf(call, rows);
    return {
      data: page.rows.map((user) => named('user', user)),
      pagination: page.pagination,
      total: rows.length,
    };
  },

  'get-chat-settings': (call) => {
    call.userIn('broadcaster_id');
    const scopes = ['moderator:read:chat_settings', 'moderator:manage:chat_settings'];
    return settingsShape(call, call.has('moderator_id') && call.hasScope(...scopes));
  },

  'update-chat-settings': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const modes = world.settingsOf(channelId);
    const followerMinutes = mode(
      call,
      'follower_mode',
      'follower_mode_duration',
      modes.followerMinutes,
      0,
      (minutes) => minutes >= 0 && minutes <= 129_600,
      'If follower_mode is true, the follower_mode_duration field must be set to a valid value.',
    );
    const slowSeconds = mode(
      call,
      'slow_mode',
      'slow_mode_wait_time',
      modes.slowSeconds,
      30,
      (seconds) => seconds >= 3 && seconds <= 120,
      'If slow_mode is true, the slow_mode_wait_time field must be set to a valid value.',
    );
    const wantsDelay = call.flag('non_moderator_chat_delay') === true;
    if (wantsDelay && !call.has('non_moderator_chat_delay_duration') && modes.delaySeconds === undefined) {
      refuse(
        400,
        'If non_moderator_chat_delay is true, the non_moderator_chat_delay_duration field must be set to a valid value.',
      );
    }
    const delaySeconds = mode(
      call,
      'non_moderator_chat_delay',
      'non_moderator_chat_delay_duration',
      modes.delaySeconds,
      2,
      (seconds) => [2, 4, 6].includes(seconds),
      'If non_moderator_chat_delay is true, the non_moderator_chat_delay_duration field must be set to a valid value.',
    );
    world.setModes(channelId, call.text('moderator_id'), {
      followerMinutes,
      slowSeconds,
      delaySeconds: delaySeconds as 2 | 4 | 6 | undefined,
      emoteOnly: call.flag('emote_mode') ?? modes.emoteOnly,
      subscribersOnly: call.flag('subscriber_mode') ?? modes.subscribersOnly,
      uniqueChat: call.flag('unique_chat_mode') ?? modes.uniqueChat,
    });
    return settingsShape(call, true);
  },

  'get-shared-chat-session': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    if (!world.users.has(channelId))
      refuse(400, 'The ID in the broadcaster_id query parameter is not valid.');
    const session = world.sharedChats.find((one) => one.channelIds.includes(channelId));
    return {
      data: session
        ? [
            {
              session_id: session.id,
              host_broadcaster_id: session.channelIds[0],
              participants: session.channelIds.map((id) => ({ broadcaster_id: id })),
              created_at: rfc3339(session.since),
              updated_at: rfc3339(session.since),
            },
          ]
        : [],
    };
  },

  'send-chat-announcement': (call) => {
    const { world } = call;
    const message = call.text('message');
    if (message.trim() === '') refuse(400, 'The message field may not contain an empty string.');
    if (call.has('for_source_only') && call.user) {
      refuse(400, 'Cannot set for_source_only if User Access Token is used.');
    }
    if (
      !world.quota.use(`announcement ${call.text('broadcaster_id')} ${call.text('moderator_id')}`, 1, 2_000)
    ) {
      refuse(
        429,
        'The sender has exceeded the number of announcements they may send to this broadcaster_id within a given window.',
      );
    }
    world.announce(call.text('broadcaster_id'), {
      kind: 'announcement',
      from: call.text('moderator_id'),
      text: Array.from(message).slice(0, 500).join(''),
      params: { 'msg-param-color': (call.maybe('color') ?? 'primary').toUpperCase() },
    });
    return undefined;
  },

  'send-a-shoutout': (call) => {
    const { world } = call;
    const from = call.text('from_broadcaster_id');
    const to = call.text('to_broadcaster_id');
    if (!world.users.has(to)) refuse(400, 'The ID in the to_broadcaster_id query parameter is not valid.');
    if (from === to) refuse(400, 'The broadcaster may not give themselves a Shoutout.');
    if ((world.streams.get(from)?.viewers ?? 0) < 1) {
      refuse(400, 'The broadcaster is not streaming live or does not have one or more viewers.');
    }
    if (!world.quota.use(`shoutout ${from} ${to}`, 1, 3_600_000)) {
      refuse(
        429,
        "The broadcaster exceeded the number of Shoutouts they may send the same broadcaster within a given window. See the endpoint's Rate Limits.",
      );
    }
    if (!world.quota.use(`shoutout ${from}`, 1, 120_000)) {
      world.quota.forget(`shoutout ${from} ${to}`);
      refuse(
        429,
        "The broadcaster exceeded the number of Shoutouts they may send within a given window. See the endpoint's Rate Limits.",
      );
    }
    world.shoutOut(from, to, call.text('moderator_id'));
    return undefined;
  },

  'send-chat-message': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id');
    const sender = call.userIn('sender_id', 'The ID in the sender_id query parameter is not valid.');
    const pin = call.flag('pin') ?? false;
    const replyTo = call.maybe('reply_parent_message_id');
    if (call.has('for_source_only') && call.user) {
      refuse(400, 'Cannot set for_source_only if User Access Token is used.');
    }
    if (pin && replyTo !== undefined) {
      refuse(400, 'The reply_parent_message_id parameter is not supported when pin is true.');
    }
    if (pin && call.has('for_source_only')) {
      refuse(400, 'The for_source_only parameter is not supported when pin is true.');
    }
    if (pin && call.user && !call.hasScope('moderator:manage:chat_messages')) {
      refuse(401, 'Pinning requires the moderator:manage:chat_messages scope.');
    }
    if (replyTo !== undefined && !world.lineOf(channel.id, replyTo)) {
      refuse(400, 'The ID in the reply_parent_message_id query parameter is not valid.');
    }
    const mayPin = world.isModerator(channel.id, sender.id);
    if (world.banOf(channel.id, sender.id) || (pin && !mayPin)) {
      refuse(403, 'The sender is not permitted to send chat messages to the broadcaster’s chat room.');
    }
    const text = call.text('message');
    const dropped =
      world.refusalToSpeak(channel.id, sender.id, text) ??
      (mayPin || world.safety.permits(channel.id, text)
        ? undefined
        : { code: 'msg_rejected', words: 'Your message is being checked by mods and has not been posted.' });
    if (dropped) {
      if (dropped.code === 'msg_rejected') world.safety.hold(channel.id, { from: sender.id, text });
      return {
        data: [
          { message_id: '', is_sent: false, drop_reason: { code: dropped.code, message: dropped.words } },
        ],
      };
    }
    const line = world.say(channel.id, {
      from: sender.id,
      text,
      ...(replyTo !== undefined && { replyToId: replyTo }),
    });
    if (pin) world.pins.pin(line, sender.id, 20 * 60);
    return { data: [{ message_id: line.id, is_sent: true }] };
  },

  'get-user-chat-color': (call) => {
    const users = call.texts('user_id').flatMap((id) => call.world.users.get(id) ?? []);
    return { data: users.map((user) => ({ ...named('user', user), color: user.color })) };
  },

  'update-user-chat-color': (call) => {
    const user = call.userIn('user_id');
    const color = call.text('color');
    if (color.startsWith('#') && /^#[0-9a-f]{6}$/i.test(color)) {
      if (!call.world.turbo.has(user.id)) {
        refuse(400, 'To specify a Hex color code, the user must be a Turbo or Prime user.');
      }
      user.color = color.toUpperCase();
    } else {
      user.color = colors[color] ?? refuse(400, 'The named color in the color query parameter is not valid.');
    }
    return undefined;
  },
} as const satisfies Record<string, Handler>;
