import { endpoint } from '../endpoint.ts';
import { differ, someOf } from '../rules.ts';
import { data } from '../shapes.ts';
import { boolean, date, id, object, optional } from '../spec.ts';

const category = 'Raids';

/**
 * Starts the countdown of a raid.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#start-a-raid
 */
export const startARaid = endpoint('start-a-raid', 'Start a raid', 'POST', '/raids', {
  category,
  scopes: [['channel:manage:raids']],
  self: 'from_broadcaster_id',
  query: { from_broadcaster_id: optional(id), to_broadcaster_id: optional(id) },
  rules: [
    // Listed as optional, refused without.
    someOf('to_broadcaster_id'),
    differ('from_broadcaster_id', 'to_broadcaster_id'),
  ],
  response: data(object({ created_at: date, is_mature: boolean })),
  limits: [{ count: 10, perMs: 600_000, by: [] }],
});

/**
 * Stops a raid before it goes.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#cancel-a-raid
 */
export const cancelARaid = endpoint('cancel-a-raid', 'Cancel a raid', 'DELETE', '/raids', {
  category,
  scopes: [['channel:manage:raids']],
  self: 'broadcaster_id',
  query: { broadcaster_id: id },
  limits: [{ count: 10, perMs: 600_000, by: [] }],
});
