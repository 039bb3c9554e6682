/** A chat room's modes, and whether somebody may speak in it. */
import type { World } from './world.ts';

/** The modes of a room. */
export interface ChatSettings {
  emoteOnly: boolean;
  /** How long one must follow; none = everybody may speak. */
  followerMinutes: number | undefined;
  /** How long lines wait before non-moderators see them, seconds. */
  delaySeconds: 2 | 4 | 6 | undefined;
  /** Seconds between two lines of one chatter. */
  slowSeconds: number | undefined;
  subscribersOnly: boolean;
  uniqueChat: boolean;
}

/** A room as it is at first. */
export function openRoom(): ChatSettings {
  return {
    emoteOnly: false,
    followerMinutes: undefined,
    delaySeconds: undefined,
    slowSeconds: undefined,
    subscribersOnly: false,
    uniqueChat: false,
  };
}

/** Why somebody may not speak: IRC's msg-id and words. */
export interface SpeechRefusal {
  readonly code: string;
  readonly words: string;
}

/** The refusal that a line meets, or nothing when it may be said. Counts the line against the limits. */
export function refusalToSpeak(
  world: World,
  channelId: string,
  userId: string,
  text: string,
): SpeechRefusal | undefined {
  const channel = world.user(channelId).login;
  const ban = world.banOf(channelId, userId);
  if (ban?.until !== undefined) {
    const left = Math.ceil((ban.until - world.clock.now()) / 1000);
    return { code: 'msg_timedout', words: `You are timed out for ${left} more seconds.` };
  }
  if (ban) return { code: 'msg_banned', words: `You are permanently banned from talking in ${channel}.` };
  const moderates = world.isModerator(channelId, userId);
  const privileged = moderates || world.isVip(channelId, userId);
  const mine = (world.lines.get(channelId) ?? []).filter((line) => line.userId === userId);
  const last = mine.at(-1);
  const now = world.clock.now();
  if (!privileged) {
    const mode = modeRefusal(world, channelId, userId, text, last?.at);
    if (mode) return mode;
    if (last?.text === text && last.at > now - 30_000) {
      return {
        code: 'msg_duplicate',
        words:
          'Your message was not sent because it is identical to the previous one you sent, less than 30 seconds ago.',
      };
    }
    if (last && last.at > now - 1_000) {
      return {
        code: 'msg_ratelimit',
        words: 'Your message was not sent because you are sending messages too quickly.',
      };
    }
  }
  if (world.safety.openWarning(channelId, userId)) {
    return {
      code: 'msg_warned',
      words: 'Your message was not sent because you have an unacknowledged warning.',
    };
  }
  if (!moderates && world.safety.blocked(channelId, text)) {
    return {
      code: 'msg_rejected_mandatory',
      words: "Your message wasn't posted due to conflicts with the channel's moderation settings.",
    };
  }
  if (!world.quota.use(`chat ${userId}`, privileged ? 100 : 20, 30_000)) {
    return {
      code: 'msg_ratelimit',
      words: 'Your message was not sent because you are sending messages too quickly.',
    };
  }
  return undefined;
}

function modeRefusal(
  world: World,
  channelId: string,
  userId: string,
  text: string,
  lastAt: number | undefined,
): SpeechRefusal | undefined {
  const modes = world.settingsOf(channelId);
  const now = world.clock.now();
  const subscriber = world.subscribers.get(channelId)?.has(userId) ?? false;
  if (modes.subscribersOnly && !subscriber) {
    return { code: 'msg_subsonly', words: 'This room is in subscribers only mode.' };
  }
  if (modes.emoteOnly && !/^[A-Z]\w*( [A-Z]\w*)*$/.test(text)) {
    return { code: 'msg_emoteonly', words: 'This room is in emote only mode.' };
  }
  if (modes.followerMinutes !== undefined && !subscriber) {
    const since = world.followers.get(channelId)?.get(userId);
    if (since === undefined || since > now - modes.followerMinutes * 60_000) {
      return {
        code: 'msg_followersonly',
        words: `This room is in ${modes.followerMinutes} minutes followers-only mode.`,
      };
    }
  }
  if (modes.slowSeconds !== undefined && lastAt !== undefined && lastAt > now - modes.slowSeconds * 1000) {
    return {
      code: 'msg_slowmode',
      words: `This room is in slow mode. You may send messages every ${modes.slowSeconds} seconds.`,
    };
  }
  const said = world.lines.get(channelId)?.some((line) => line.text === text);
  if (modes.uniqueChat && said === true)
    return {
      code: 'msg_r9k',
      words: 'This room is in unique-chat mode and the message you attempted to send is not unique.',
    };
  return undefined;
}
