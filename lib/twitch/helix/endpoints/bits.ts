import { app, either, endpoint } from '../endpoint.ts';
import { onlyWith } from '../rules.ts';
import { aBroadcaster, aUser, byCursor, cursor, data, imageSizes, paged, pageSize } from '../shapes.ts';
import {
  blankDate,
  boolean,
  date,
  id,
  integer,
  known,
  list,
  map,
  nullable,
  object,
  oneOf,
  optional,
  string,
  whole,
} from '../spec.ts';

const category = 'Bits';

/** Addresses by size: `1`, `1.5`, `2`, `3`, `4`. */
const cheerImages = object({ animated: map(string), static: map(string) });

/**
 * Who cheered most on the user’s channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-bits-leaderboard
 */
export const getBitsLeaderboard = endpoint(
  'get-bits-leaderboard',
  'Get Bits Leaderboard',
  'GET',
  '/bits/leaderboard',
  {
    category,
    scopes: [['bits:read']],
    query: {
      count: optional(whole({ min: 1, max: 100, default: 10 })),
      period: optional(oneOf('day', 'week', 'month', 'year', 'all')),
      started_at: optional(date),
      user_id: optional(id),
    },
    rules: [onlyWith('started_at', 'period')],
    response: data(object({ ...aUser, rank: integer, score: integer }), {
      date_range: object({ started_at: blankDate, ended_at: blankDate }),
      total: integer,
    }),
  },
);

/**
 * The pictures of cheers, global ones and a channel’s own.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-cheermotes
 */
export const getCheermotes = endpoint('get-cheermotes', 'Get Cheermotes', 'GET', '/bits/cheermotes', {
  category,
  tokens: either,
  query: { broadcaster_id: optional(id) },
  response: data(
    object({
      prefix: string,
      tiers: list(
        object({
          min_bits: integer,
          id: known('1', '100', '500', '1000', '5000', '10000', '100000'),
          color: string,
          images: object({ light: optional(cheerImages), dark: optional(cheerImages) }),
          can_cheer: boolean,
          show_in_bits_card: boolean,
        }),
      ),
      type: known('global_first_party', 'global_third_party', 'channel_custom', 'display_only', 'sponsored'),
      order: integer,
      last_updated: date,
      is_charitable: boolean,
    }),
  ),
});

/**
 * A channel’s own Power-ups; at most 50.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-custom-power-up
 */
export const getCustomPowerUp = endpoint(
  'get-custom-power-up',
  'Get Custom Power-up',
  'GET',
  '/bits/custom_power_ups',
  {
    category,
    scopes: [['bits:read']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, id: optional(list(id, { maxItems: 50 })) },
    response: data(
      object({
        ...aBroadcaster,
        id: string,
        title: string,
        prompt: string,
        bits: integer,
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
        redemptions_redeemed_current_stream: nullable(integer),
        cooldown_expires_at: nullable(date),
      }),
    ),
  },
);

/**
 * Purchases in an extension.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-extension-transactions
 */
export const getExtensionTransactions = endpoint(
  'get-extension-transactions',
  'Get Extension Transactions',
  'GET',
  '/extensions/transactions',
  {
    category,
    tokens: app,
    query: {
      extension_id: id,
      id: optional(list(id, { maxItems: 100 })),
      first: pageSize(100),
      after: cursor,
    },
    response: paged(
      object({
        ...aBroadcaster,
        ...aUser,
        id: string,
        timestamp: date,
        product_type: known('BITS_IN_EXTENSION'),
        product_data: object({
          sku: string,
          domain: string,
          cost: object({ amount: integer, type: known('bits') }),
          inDevelopment: boolean,
          displayName: string,
          expiration: string,
          broadcast: boolean,
        }),
      }),
    ),
    page: byCursor,
  },
);
