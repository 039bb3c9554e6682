import { app, endpoint } from '../endpoint.ts';
import { byCursor, cursor, data, paged } from '../shapes.ts';
import {
  blankDate,
  id,
  integer,
  known,
  list,
  object,
  oneOf,
  optional,
  string,
  text,
  whole,
} from '../spec.ts';

const category = 'Conduits';

const shardStatuses = [
  'enabled',
  'webhook_callback_verification_pending',
  'webhook_callback_verification_failed',
  'notification_failures_exceeded',
  'websocket_disconnected',
  'websocket_failed_ping_pong',
  'websocket_received_inbound_traffic',
  'websocket_internal_error',
  'websocket_network_timeout',
  'websocket_network_error',
  'websocket_failed_to_reconnect',
] as const;

const conduit = object({ id: string, shard_count: integer });

const shard = object({
  id: string,
  status: known(...shardStatuses),
  transport: object({
    method: known('webhook', 'websocket'),
    callback: optional(string),
    session_id: optional(string),
    connected_at: optional(blankDate),
    disconnected_at: optional(blankDate),
  }),
});

/**
 * The conduits of this client id.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-conduits
 */
export const getConduits = endpoint('get-conduits', 'Get Conduits', 'GET', '/eventsub/conduits', {
  category,
  tokens: app,
  response: data(conduit),
});

/**
 * Makes a conduit.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-conduits
 */
export const createConduits = endpoint('create-conduits', 'Create Conduits', 'POST', '/eventsub/conduits', {
  category,
  tokens: app,
  body: { shard_count: whole({ min: 1, max: 20_000 }) },
  response: data(conduit),
});

/**
 * Changes the number of a conduit’s shards.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-conduits
 */
export const updateConduits = endpoint('update-conduits', 'Update Conduits', 'PATCH', '/eventsub/conduits', {
  category,
  tokens: app,
  body: { id, shard_count: whole({ min: 1, max: 20_000 }) },
  response: data(conduit),
});

/**
 * Deletes a conduit.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#delete-conduit
 */
export const deleteConduit = endpoint('delete-conduit', 'Delete Conduit', 'DELETE', '/eventsub/conduits', {
  category,
  tokens: app,
  query: { id },
});

/**
 * The shards of a conduit.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-conduit-shards
 */
export const getConduitShards = endpoint(
  'get-conduit-shards',
  'Get Conduit Shards',
  'GET',
  '/eventsub/conduits/shards',
  {
    category,
    tokens: app,
    query: { conduit_id: id, status: optional(known(...shardStatuses)), after: cursor },
    response: paged(shard),
    page: byCursor,
  },
);

/**
 * Changes where shards deliver to. Shards that could not be changed are in `errors`.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-conduit-shards
 */
export const updateConduitShards = endpoint(
  'update-conduit-shards',
  'Update Conduit Shards',
  'PATCH',
  '/eventsub/conduits/shards',
  {
    category,
    tokens: app,
    body: {
      conduit_id: id,
      shards: list(
        object({
          id,
          transport: object({
            method: optional(oneOf('webhook', 'websocket')),
            callback: optional(text({ format: 'https' })),
            secret: optional(text({ minLength: 10, maxLength: 100, format: 'ascii' })),
            session_id: optional(id),
          }),
        }),
        { maxItems: 100 },
      ),
    },
    response: data(shard, { errors: list(object({ id: string, message: string, code: string })) }),
  },
);
