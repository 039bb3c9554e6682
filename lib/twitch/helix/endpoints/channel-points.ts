import { endpoint, looking } from '../endpoint.ts';
import { callsFor, needs, someOf } from '../rules.ts';
import { aBroadcaster, aUser, byCursor, cursor, data, imageSizes, paged, pageSize } from '../shapes.ts';
import {
  boolean,
  date,
  id,
  integer,
  known,
  list,
  nullable,
  object,
  oneOf,
  optional,
  string,
  text,
  whole,
} from '../spec.ts';

const category = 'Channel Points';

const reward = object({
  ...aBroadcaster,
  id: string,
  title: string,
  prompt: string,
  cost: integer,
  image: nullable(imageSizes),
  default_image: imageSizes,
  background_color: string,
  is_enabled: boolean,
  is_user_input_required: boolean,
  max_per_stream_setting: object({ is_enabled: boolean, max_per_stream: integer }),
  max_per_user_per_stream_setting: object({ is_enabled: boolean, max_per_user_per_stream: integer }),
  global_cooldown_setting: object({ is_enabled: boolean, global_cooldown_seconds: integer }),
  is_paused: boolean,
  is_in_stock: boolean,
  should_redemptions_skip_request_queue: boolean,
  redemptions_redeemed_current_stream: nullable(integer),
  cooldown_expires_at: nullable(date),
});

const redemption = object({
  ...aBroadcaster,
  ...aUser,
  id: string,
  reward: object({ id: string, title: string, prompt: string, cost: integer }),
  user_input: string,
  status: known('CANCELED', 'FULFILLED', 'UNFULFILLED'),
  redeemed_at: date,
});

/**
 * Makes a channel-points reward. Titles are unique in a channel, and it has room for 50.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-custom-rewards
 */
export const createCustomRewards = endpoint(
  'create-custom-rewards',
  'Create Custom Rewards',
  'POST',
  '/channel_points/custom_rewards',
  {
    category,
    scopes: [['channel:manage:redemptions']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    body: {
      title: text({ minLength: 1, maxLength: 45 }),
      cost: whole({ min: 1 }),
      prompt: optional(text({ maxLength: 200 })),
      is_enabled: optional(boolean),
      background_color: optional(text({ format: 'color' })),
      is_user_input_required: optional(boolean),
      is_max_per_stream_enabled: optional(boolean),
      max_per_stream: optional(whole({ min: 1 })),
      is_max_per_user_per_stream_enabled: optional(boolean),
      max_per_user_per_stream: optional(whole({ min: 1 })),
      is_global_cooldown_enabled: optional(boolean),
      global_cooldown_seconds: optional(whole({ min: 1, max: 604_800, unit: 's' })),
      should_redemptions_skip_request_queue: optional(boolean),
    },
    rules: [
      needs('max_per_stream', 'is_max_per_stream_enabled'),
      needs('max_per_user_per_stream', 'is_max_per_user_per_stream_enabled'),
      needs('global_cooldown_seconds', 'is_global_cooldown_enabled'),
      callsFor('max_per_stream', 'is_max_per_stream_enabled'),
      callsFor('max_per_user_per_stream', 'is_max_per_user_per_stream_enabled'),
      callsFor('global_cooldown_seconds', 'is_global_cooldown_enabled'),
    ],
    response: data(reward),
  },
);

/**
 * Deletes a reward that this client id made; its open redemptions count as fulfilled.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#delete-custom-reward
 */
export const deleteCustomReward = endpoint(
  'delete-custom-reward',
  'Delete Custom Reward',
  'DELETE',
  '/channel_points/custom_rewards',
  {
    category,
    scopes: [['channel:manage:redemptions']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, id },
  },
);

/**
 * The rewards of the user’s channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-custom-reward
 */
export const getCustomReward = endpoint(
  'get-custom-reward',
  'Get Custom Reward',
  'GET',
  '/channel_points/custom_rewards',
  {
    category,
    scopes: [['channel:read:redemptions', 'channel:manage:redemptions']],
    self: 'broadcaster_id',
    query: {
      broadcaster_id: id,
      id: optional(list(id, { maxItems: 50 })),
      only_manageable_rewards: optional(boolean),
    },
    response: data(reward),
  },
);

/**
 * Changes a reward that this client id made.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-custom-reward
 */
export const updateCustomReward = endpoint(
  'update-custom-reward',
  'Update Custom Reward',
  'PATCH',
  '/channel_points/custom_rewards',
  {
    category,
    scopes: [['channel:manage:redemptions']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, id },
    body: {
      title: optional(text({ minLength: 1, maxLength: 45 })),
      prompt: optional(text({ maxLength: 200 })),
      cost: optional(whole({ min: 1 })),
      background_color: optional(text({ format: 'color' })),
      is_enabled: optional(boolean),
      is_user_input_required: optional(boolean),
      is_max_per_stream_enabled: optional(boolean),
      max_per_stream: optional(whole({ min: 1 })),
      is_max_per_user_per_stream_enabled: optional(boolean),
      max_per_user_per_stream: optional(whole({ min: 1 })),
      is_global_cooldown_enabled: optional(boolean),
      global_cooldown_seconds: optional(whole({ min: 1, max: 604_800, unit: 's' })),
      is_paused: optional(boolean),
      should_redemptions_skip_request_queue: optional(boolean),
    },
    rules: [
      needs('max_per_stream', 'is_max_per_stream_enabled'),
      needs('max_per_user_per_stream', 'is_max_per_user_per_stream_enabled'),
      needs('global_cooldown_seconds', 'is_global_cooldown_enabled'),
    ],
    response: data(reward),
  },
);

/**
 * Redemptions of a reward that this client id made.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-custom-reward-redemption
 */
export const getCustomRewardRedemption = endpoint(
  'get-custom-reward-redemption',
  'Get Custom Reward Redemption',
  'GET',
  '/channel_points/custom_rewards/redemptions',
  {
    category,
    scopes: [['channel:read:redemptions', 'channel:manage:redemptions']],
    self: 'broadcaster_id',
    query: {
      broadcaster_id: id,
      reward_id: id,
      status: optional(oneOf('CANCELED', 'FULFILLED', 'UNFULFILLED')),
      id: optional(list(id, { maxItems: 50 })),
      sort: optional(oneOf('OLDEST', 'NEWEST')),
      after: cursor,
      first: pageSize(50),
    },
    rules: [someOf('status', 'id')],
    response: paged(redemption),
    page: byCursor,
  },
);

/**
 * Fulfils redemptions, or refunds them (`CANCELED`). Only those that are still open.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-redemption-status
 */
export const updateRedemptionStatus = looking(
  endpoint(
    'update-redemption-status',
    'Update Redemption Status',
    'PATCH',
    '/channel_points/custom_rewards/redemptions',
    {
      category,
      scopes: [['channel:manage:redemptions']],
      self: 'broadcaster_id',
      query: { id: list(id, { maxItems: 50 }), broadcaster_id: id, reward_id: id },
      body: { status: oneOf('CANCELED', 'FULFILLED') },
      response: data(redemption),
    },
  ),
  async ({ id: ids, broadcaster_id, reward_id, status }, { read }) => {
    const { data: found } = await read(getCustomRewardRedemption, { broadcaster_id, reward_id, id: ids });
    return { done: found.length > 0 && found.every((redemption) => redemption.status === status) };
  },
);
