import { mapUnder } from '../../world/tables.ts';
import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

/** Subscriber points by tier. */
const points: Readonly<Record<string, number>> = { '1000': 1, '2000': 2, '3000': 6 };

/** Category “Subscriptions”. */
export const subscriptions = {
  'get-broadcaster-subscriptions': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id');
    const all = [...mapUnder(world.subscribers, channel.id)];
    const only = call.texts('user_id');
    const page = pageOf(
      call,
      all.filter(([id]) => only.length === 0 || only.includes(id)),
    );
    return {
      data: page.rows.map(([id, tier]) => ({
        ...named('broadcaster', channel),
        ...named('gifter', undefined),
        is_gift: false,
        plan_name: `Channel Subscription (${channel.login})`,
        tier,
        ...named('user', world.users.get(id)),
      })),
      pagination: page.pagination,
      total: all.length,
      points: all.reduce((sum, [, tier]) => sum + (points[tier] ?? 0), 0),
    };
  },

  'check-user-subscription': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const tier = world.subscribers.get(channelId)?.get(call.text('user_id'));
    if (tier === undefined) {
      return refuse(404, 'The user in user_id does not subscribe to the broadcaster in broadcaster_id.');
    }
    return { data: [{ ...named('broadcaster', world.users.get(channelId)), is_gift: false, tier }] };
  },
} as const satisfies Record<string, Handler>;
