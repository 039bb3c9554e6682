import { either, endpoint, looking } from '../endpoint.ts';
import { aBroadcaster, aUser, byCursor, cursor, paged, pageSize } from '../shapes.ts';
import { id, list, object, optional } from '../spec.ts';

const category = 'Moderation';

/**
 * The channels that the user moderates.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-moderated-channels
 */
export const getModeratedChannels = endpoint(
  'get-moderated-channels',
  'Get Moderated Channels',
  'GET',
  '/moderation/channels',
  {
    category,
    tokens: either,
    scopes: [['user:read:moderated_channels']],
    self: 'user_id',
    query: { user_id: id, after: cursor, first: pageSize(100) },
    response: paged(object(aBroadcaster)),
    page: byCursor,
  },
);

/**
 * The moderators of the user’s channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-moderators
 */
export const getModerators = endpoint('get-moderators', 'Get Moderators', 'GET', '/moderation/moderators', {
  category,
  scopes: [['moderation:read', 'channel:manage:moderators']],
  self: 'broadcaster_id',
  query: {
    broadcaster_id: id,
    user_id: optional(list(id, { maxItems: 100 })),
    first: pageSize(100),
    after: cursor,
  },
  response: paged(object(aUser)),
  page: byCursor,
});

/**
 * Makes somebody a moderator. 422 for a VIP, who must stop being one first.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#add-channel-moderator
 */
export const addChannelModerator = looking(
  endpoint('add-channel-moderator', 'Add Channel Moderator', 'POST', '/moderation/moderators', {
    category,
    scopes: [['channel:manage:moderators']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, user_id: id },
    limits: [{ count: 10, perMs: 10_000, by: ['broadcaster_id'] }],
  }),
  async ({ broadcaster_id, user_id }, { read }) => {
    const { data: has } = await read(getModerators, { broadcaster_id, user_id: [user_id] });
    return { done: has.length > 0 };
  },
);

/**
 * Takes a moderator’s role away.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#remove-channel-moderator
 */
export const removeChannelModerator = looking(
  endpoint('remove-channel-moderator', 'Remove Channel Moderator', 'DELETE', '/moderation/moderators', {
    category,
    scopes: [['channel:manage:moderators']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, user_id: id },
    limits: [{ count: 10, perMs: 10_000, by: ['broadcaster_id'] }],
  }),
  async ({ broadcaster_id, user_id }, { read }) => {
    const { data: has } = await read(getModerators, { broadcaster_id, user_id: [user_id] });
    return { done: has.length === 0 };
  },
);

/**
 * The VIPs of the user’s channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-vips
 */
export const getVips = endpoint('get-vips', 'Get VIPs', 'GET', '/channels/vips', {
  category,
  scopes: [['channel:read:vips', 'channel:manage:vips']],
  self: 'broadcaster_id',
  query: {
    user_id: optional(list(id, { maxItems: 100 })),
    broadcaster_id: id,
    first: pageSize(100),
    after: cursor,
  },
  response: paged(object(aUser)),
  page: byCursor,
});

/**
 * Makes somebody a VIP. 409 if there is no room, 422 for a moderator.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#add-channel-vip
 */
export const addChannelVip = looking(
  endpoint('add-channel-vip', 'Add Channel VIP', 'POST', '/channels/vips', {
    category,
    scopes: [['channel:manage:vips']],
    self: 'broadcaster_id',
    query: { user_id: id, broadcaster_id: id },
    limits: [{ count: 10, perMs: 10_000, by: ['broadcaster_id'] }],
  }),
  async ({ broadcaster_id, user_id }, { read }) => {
    const { data: has } = await read(getVips, { broadcaster_id, user_id: [user_id] });
    return { done: has.length > 0 };
  },
);

/**
 * Takes a VIP’s role away; VIPs can also give up their own.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#remove-channel-vip
 */
export const removeChannelVip = looking(
  endpoint('remove-channel-vip', 'Remove Channel VIP', 'DELETE', '/channels/vips', {
    category,
    scopes: [['channel:manage:vips']],
    query: { user_id: id, broadcaster_id: id },
    limits: [{ count: 10, perMs: 10_000, by: ['broadcaster_id'] }],
  }),
  async ({ broadcaster_id, user_id }, { read }) => {
    const { data: has } = await read(getVips, { broadcaster_id, user_id: [user_id] });
    return { done: has.length === 0 };
  },
);
