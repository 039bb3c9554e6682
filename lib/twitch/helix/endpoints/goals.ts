import { endpoint } from '../endpoint.ts';
import { aBroadcaster, data } from '../shapes.ts';
import { date, id, integer, known, object, string } from '../spec.ts';

const category = 'Goals';

/**
 * The goals of the user’s channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-creator-goals
 */
export const getCreatorGoals = endpoint('get-creator-goals', 'Get Creator Goals', 'GET', '/goals', {
  category,
  scopes: [['channel:read:goals']],
  self: 'broadcaster_id',
  query: { broadcaster_id: id },
  response: data(
    object({
      ...aBroadcaster,
      id: string,
      type: known(
        'follower',
        'subscription',
        'subscription_count',
        'new_subscription',
        'new_subscription_count',
        'new_bit',
        'new_cheerer',
      ),
      description: string,
      current_amount: integer,
      target_amount: integer,
      created_at: date,
    }),
  ),
});
