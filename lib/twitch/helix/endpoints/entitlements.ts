import { either, endpoint } from '../endpoint.ts';
import { byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import { date, id, known, list, object, oneOf, optional, string } from '../spec.ts';

const category = 'Entitlements';

/**
 * Drops that users have earned.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-drops-entitlements
 */
export const getDropsEntitlements = endpoint(
  'get-drops-entitlements',
  'Get Drops Entitlements',
  'GET',
  '/entitlements/drops',
  {
    category,
    tokens: either,
    query: {
      id: optional(list(id, { maxItems: 100 })),
      user_id: optional(id),
      game_id: optional(id),
      fulfillment_status: optional(oneOf('CLAIMED', 'FULFILLED')),
      after: cursor,
      first: pageSize(1000),
    },
    response: paged(
      object({
        id: string,
        benefit_id: string,
        timestamp: date,
        user_id: string,
        game_id: string,
        fulfillment_status: known('FULFILLED', 'CLAIMED'),
        last_updated: date,
      }),
    ),
    page: byCursor,
  },
);

/**
 * Marks drops as claimed or fulfilled.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-drops-entitlements
 */
export const updateDropsEntitlements = endpoint(
  'update-drops-entitlements',
  'Update Drops Entitlements',
  'PATCH',
  '/entitlements/drops',
  {
    category,
    tokens: either,
    body: {
      entitlement_ids: optional(list(id, { maxItems: 100 })),
      fulfillment_status: optional(oneOf('CLAIMED', 'FULFILLED')),
    },
    response: data(
      object({
        status: known('INVALID_ID', 'NOT_FOUND', 'SUCCESS', 'UNAUTHORIZED', 'UPDATE_FAILED'),
        ids: list(string),
      }),
    ),
  },
);
