import { rfc3339 } from '../../world/clock.ts';
import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { banShape } from '../shapes.ts';

/** How old a message may be to be deleted. */
const deletable = 6 * 3_600_000;

/** Category “Moderation”: bans and messages. */
export const moderation = {
  'get-banned-users': (call) => {
    const { world } = call;
    const only = call.texts('user_id');
    const rows = world
      .bansOf(call.text('broadcaster_id'))
      .filter((ban) => only.length === 0 || only.includes(ban.userId));
    const page = pageOf(call, rows);
    return { data: page.rows.map((ban) => banShape(world, ban)), pagination: page.pagination };
  },

  'ban-user': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const moderatorId = call.text('moderator_id');
    const seconds = call.number('data.duration');
    const notAllowed =
      seconds === undefined
        ? 'The user specified in the user_id field may not be banned.'
        : 'The user specified in the user_id field may not be put in a timeout.';
    const target = world.users.get(call.text('data.user_id')) ?? refuse(400, notAllowed);
    const isMod = world.isModerator(channelId, target.id);
    if (target.id === moderatorId || target.id === channelId || (isMod && moderatorId !== channelId)) {
      refuse(400, notAllowed);
    }
    const held = world.banOf(channelId, target.id);
    if (held && held.until === undefined)
      refuse(400, 'The user specified in the user_id field is already banned.');
    if (!world.quota.use(`bans ${channelId}`, world.bansPerMinute, 60_000)) {
      refuse(429, 'The app has exceeded the number of requests it may make per minute for this broadcaster.');
    }
    if (isMod) world.setModerator(channelId, target.id, false);
    const how = { by: moderatorId, reason: call.text('data.reason') };
    const ban =
      seconds === undefined
        ? world.ban(channelId, target.id, how)
        : world.timeout(channelId, target.id, seconds, how);
    return {
      data: [
        {
          broadcaster_id: channelId,
          moderator_id: moderatorId,
          user_id: target.id,
          created_at: rfc3339(ban.at),
          end_time: ban.until === undefined ? null : rfc3339(ban.until),
        },
      ],
    };
  },

  'unban-user': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const userId = call.text('user_id');
    if (!world.users.has(userId) || !world.banOf(channelId, userId)) {
      refuse(400, 'The user specified in the user_id query parameter is not banned.');
    }
    if (!world.quota.use(`bans ${channelId}`, world.bansPerMinute, 60_000)) {
      refuse(429, 'The app has exceeded the number of requests it may make per minute for this broadcaster.');
    }
    world.unban(channelId, userId, call.text('moderator_id'));
    return undefined;
  },

  'delete-chat-messages': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const moderatorId = call.text('moderator_id');
    const messageId = call.maybe('message_id');
    if (messageId === undefined) {
      world.clearChat(channelId, moderatorId);
      return undefined;
    }
    const line = world.lineOf(channelId, messageId);
    if (!line || world.deleted.has(messageId)) return refuse(404, 'The ID in message_id was not found.');
    if (line.at < world.clock.now() - deletable)
      refuse(404, 'The specified message was created more than 6 hours ago.');
    if (line.userId === channelId && moderatorId !== channelId)
      refuse(400, "You may not delete the broadcaster's messages.");
    if (
      line.userId !== moderatorId &&
      moderatorId !== channelId &&
      world.isModerator(channelId, line.userId)
    ) {
      refuse(400, "You may not delete another moderator's messages.");
    }
    world.deleteMessage(channelId, messageId, moderatorId);
    return undefined;
  },
} as const satisfies Record<string, Handler>;
