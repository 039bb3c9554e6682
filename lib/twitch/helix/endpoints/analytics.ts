import { endpoint } from '../endpoint.ts';
import { inOrder, together } from '../rules.ts';
import { byCursor, cursor, paged, pageSize } from '../shapes.ts';
import { date, id, object, oneOf, optional, string } from '../spec.ts';

const category = 'Analytics';

/**
 * Addresses of reports on the user’s extensions; each is good for five minutes.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-extension-analytics
 */
export const getExtensionAnalytics = endpoint(
  'get-extension-analytics',
  'Get Extension Analytics',
  'GET',
  '/analytics/extensions',
  {
    category,
    scopes: [['analytics:read:extensions']],
    query: {
      extension_id: optional(id),
      type: optional(oneOf('overview_v2')),
      started_at: optional(date),
      ended_at: optional(date),
      first: pageSize(100),
      after: cursor,
    },
    rules: [together('started_at', 'ended_at'), inOrder('started_at', 'ended_at')],
    response: paged(
      object({
        extension_id: string,
        URL: string,
        type: string,
        date_range: object({ started_at: date, ended_at: date }),
      }),
    ),
    page: byCursor,
  },
);

/**
 * Addresses of reports on the user’s games; each is good for five minutes.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-game-analytics
 */
export const getGameAnalytics = endpoint(
  'get-game-analytics',
  'Get Game Analytics',
  'GET',
  '/analytics/games',
  {
    category,
    scopes: [['analytics:read:games']],
    query: {
      game_id: optional(id),
      type: optional(oneOf('overview_v2')),
      started_at: optional(date),
      ended_at: optional(date),
      first: pageSize(100),
      after: cursor,
    },
    rules: [together('started_at', 'ended_at'), inOrder('started_at', 'ended_at')],
    response: paged(
      object({
        game_id: string,
        URL: string,
        type: string,
        date_range: object({ started_at: date, ended_at: date }),
      }),
    ),
    page: byCursor,
  },
);
