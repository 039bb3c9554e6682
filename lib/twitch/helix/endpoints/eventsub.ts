import { either, endpoint } from '../endpoint.ts';
import { eventTypes, subscriptionStatuses } from '../event-names.ts';
import { atMostOne } from '../rules.ts';
import { byCursor, cursor, data, paged } from '../shapes.ts';
import { blankDate, date, id, integer, known, map, object, oneOf, optional, string, text } from '../spec.ts';

const category = 'EventSub';

const subscription = object({
  id: string,
  status: known(...subscriptionStatuses),
  type: known(...eventTypes),
  version: string,
  condition: map(string),
  created_at: date,
  transport: object({
    method: known('webhook', 'websocket', 'conduit'),
    callback: optional(string),
    session_id: optional(string),
    conduit_id: optional(string),
    connected_at: optional(blankDate),
    disconnected_at: optional(blankDate),
  }),
  cost: integer,
});

/**
 * Subscribes to events. 409 if it exists; the failure then has the id of the existing one.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-eventsub-subscription
 */
export const createEventsubSubscription = endpoint(
  'create-eventsub-subscription',
  'Create EventSub Subscription',
  'POST',
  '/eventsub/subscriptions',
  {
    category,
    tokens: either,
    body: {
      type: known(...eventTypes),
      version: id,
      condition: map(string),
      transport: object({
        method: oneOf('webhook', 'websocket', 'conduit'),
        callback: optional(text({ format: 'https' })),
        secret: optional(text({ minLength: 10, maxLength: 100, format: 'ascii' })),
        session_id: optional(id),
        conduit_id: optional(id),
      }),
    },
    response: data(subscription, { total: integer, total_cost: integer, max_total_cost: integer }),
  },
);

/**
 * Ends a subscription to events.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#delete-eventsub-subscription
 */
export const deleteEventsubSubscription = endpoint(
  'delete-eventsub-subscription',
  'Delete EventSub Subscription',
  'DELETE',
  '/eventsub/subscriptions',
  { category, tokens: either, query: { id } },
);

/**
 * Subscriptions to events of this client id, by one filter at most.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-eventsub-subscriptions
 */
export const getEventsubSubscriptions = endpoint(
  'get-eventsub-subscriptions',
  'Get EventSub Subscriptions',
  'GET',
  '/eventsub/subscriptions',
  {
    category,
    tokens: either,
    query: {
      status: optional(known(...subscriptionStatuses)),
      type: optional(known(...eventTypes)),
      user_id: optional(id),
      subscription_id: optional(id),
      after: cursor,
      conduit_id: optional(id),
    },
    rules: [atMostOne('status', 'type', 'user_id', 'subscription_id', 'conduit_id')],
    response: paged(subscription, { total: integer, total_cost: integer, max_total_cost: integer }),
    page: byCursor,
  },
);
