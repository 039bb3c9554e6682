import { endpoint } from '../endpoint.ts';
import { excludes } from '../rules.ts';
import { aBroadcaster, aUser, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import { boolean, id, integer, known, list, object, optional, string } from '../spec.ts';

const category = 'Subscriptions';

/**
 * Who subscribes to the user’s channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-broadcaster-subscriptions
 */
export const getBroadcasterSubscriptions = endpoint(
  'get-broadcaster-subscriptions',
  'Get Broadcaster Subscriptions',
  'GET',
  '/subscriptions',
  {
    category,
    scopes: [['channel:read:subscriptions']],
    self: 'broadcaster_id',
    query: {
      broadcaster_id: id,
      user_id: optional(list(id, { maxItems: 100 })),
      first: pageSize(100),
      after: cursor,
      before: cursor,
    },
    rules: [excludes('user_id', 'after', 'before'), excludes('after', 'before')],
    response: paged(
      object({
        ...aBroadcaster,
        ...aUser,
        gifter_id: string,
        gifter_login: string,
        gifter_name: string,
        is_gift: boolean,
        plan_name: string,
        tier: known('1000', '2000', '3000'),
      }),
      { points: integer, total: integer },
    ),
    page: byCursor,
  },
);

/**
 * Whether the user subscribes to a channel; 404 if not.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#check-user-subscription
 */
export const checkUserSubscription = endpoint(
  'check-user-subscription',
  'Check User Subscription',
  'GET',
  '/subscriptions/user',
  {
    category,
    scopes: [['user:read:subscriptions']],
    self: 'user_id',
    query: { broadcaster_id: id, user_id: id },
    response: data(
      object({
        ...aBroadcaster,
        gifter_id: optional(string),
        gifter_login: optional(string),
        gifter_name: optional(string),
        is_gift: boolean,
        tier: known('1000', '2000', '3000'),
      }),
    ),
  },
);
