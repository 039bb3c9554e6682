import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

/** How many changes of one kind a broadcaster may make, and in how long (ms). */
const changes = { most: 10, ms: 10_000 } as const;

function slowDown(call: Call, what: string, words: string): void {
  if (!call.world.quota.use(`${what} ${call.text('broadcaster_id')}`, changes.most, changes.ms))
    refuse(429, words);
}

const tooManyMods =
  "The broadcaster has exceeded the number of requests allowed within a 10-second window. See this endpoint's rate limits.";

/** Category “Moderation”: who moderates and who is a VIP. */
export const roles = {
  'get-moderated-channels': (call) => {
    const { world } = call;
    const userId = call.text('user_id');
    const rows = [...world.moderators].flatMap(([channelId, holders]) =>
      holders.has(userId) ? channelId : [],
    );
    const page = pageOf(call, rows);
    return {
      data: page.rows.map((id) => named('broadcaster', world.users.get(id))),
      pagination: page.pagination,
    };
  },

  'get-moderators': (call) => holders(call, call.world.moderators),

  'add-channel-moderator': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id', 'The ID in broadcaster_id was not found.');
    const user = call.userIn('user_id', 'The ID in user_id was not found.');
    slowDown(call, 'add moderator', tooManyMods);
    if (world.isModerator(channel.id, user.id)) {
      refuse(400, "The user in user_id is already a moderator in the broadcaster's chat room.");
    }
    if (world.banOf(channel.id, user.id)) {
      refuse(400, "The user in user_id cannot become a moderator because they're banned from the channel.");
    }
    if (world.isVip(channel.id, user.id)) {
      refuse(
        422,
        'The user in user_id is a VIP. To make them a moderator, you must first remove them as a VIP (see Remove Channel VIP).',
      );
    }
    world.setModerator(channel.id, user.id);
    return undefined;
  },

  'remove-channel-moderator': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id', 'The ID in broadcaster_id was not found.');
    const user = call.userIn('user_id', 'The ID in user_id was not found.');
    slowDown(call, 'remove moderator', tooManyMods);
    if (user.id === channel.id || !world.isModerator(channel.id, user.id)) {
      refuse(400, "The user in user_id is not a moderator in the broadcaster's chat room.");
    }
    world.setModerator(channel.id, user.id, false);
    return undefined;
  },

  'get-vips': (call) => holders(call, call.world.vips),

  'add-channel-vip': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id', 'The ID in broadcaster_id was not found.', 404);
    const user = call.userIn('user_id', 'The ID in user_id was not found.', 404);
    slowDown(
      call,
      'add vip',
      'The broadcaster exceeded the number of VIP that they may add within a 10-second window. See Rate Limits for this endpoint above.',
    );
    if (world.banOf(channel.id, user.id)) {
      refuse(400, "The user in the user_id query parameter is blocked from the broadcaster's channel.");
    }
    if (world.isModerator(channel.id, user.id)) {
      refuse(
        422,
        'The user in user_id is a moderator. To make them a VIP, you must first remove them as a moderator (see Remove Channel Moderator).',
      );
    }
    if (world.isVip(channel.id, user.id))
      refuse(422, 'The user in the user_id query parameter is already a VIP.');
    if (world.withoutVips.has(channel.id)) {
      refuse(
        425,
        'The broadcaster must complete the Build a Community requirement before they may assign VIPs.',
      );
    }
    if ((world.vips.get(channel.id)?.size ?? 0) >= world.vipSlots) {
      refuse(409, 'The broadcaster doesn’t have available VIP slots. Read More');
    }
    world.setVip(channel.id, user.id);
    return undefined;
  },

  'remove-channel-vip': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id', 'The ID in broadcaster_id was not found.', 404);
    const user = call.userIn('user_id', 'The ID in user_id was not found.', 404);
    if (call.user?.id !== channel.id && call.user?.id !== user.id) {
      refuse(403, "The user in broadcaster_id doesn't have permission to remove the user's VIP status.");
    }
    slowDown(
      call,
      'remove vip',
      'The broadcaster exceeded the number of VIPs that they may remove within a 10-second window. See Rate Limits for this endpoint above.',
    );
    if (!world.isVip(channel.id, user.id))
      refuse(422, "The user in user_id is not a VIP in the broadcaster's channel.");
    world.setVip(channel.id, user.id, false);
    return undefined;
  },
} as const satisfies Record<string, Handler>;

function holders(call: Call, table: ReadonlyMap<string, ReadonlyMap<string, number>>): object {
  const only = call.texts('user_id');
  const rows = [...(table.get(call.text('broadcaster_id'))?.keys() ?? [])].filter(
    (id) => only.length === 0 || only.includes(id),
  );
  const page = pageOf(call, rows);
  return {
    data: page.rows.map((id) => named('user', call.world.users.get(id))),
    pagination: page.pagination,
  };
}
