import { rfc3339 } from '../../world/clock.ts';
import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';

const noOrganization = 'The client in the access token is not associated with a known organization.';

/** Categories “Entitlements” and “Analytics”: what organizations and owners of extensions see. */
export const entitlements = {
  'get-drops-entitlements': (call) => {
    const { world } = call;
    if (!world.office.organizations.has(call.clientId)) refuse(400, noOrganization);
    const userId = call.maybe('user_id');
    if (call.user && userId !== undefined && userId !== call.user.id) {
      refuse(400, 'The ID in the user_id query parameter must match the user ID in the user access token.');
    }
    const whose = userId ?? call.user?.id;
    const ids = call.texts('id');
    const status = call.maybe('fulfillment_status');
    const rows = world.office.drops.filter(
      (one) =>
        (whose === undefined || one.userId === whose) &&
        (ids.length === 0 || ids.includes(one.id)) &&
        (call.maybe('game_id') ?? one.gameId) === one.gameId &&
        (status === undefined || one.status === status),
    );
    const page = pageOf(call, rows);
    return {
      data: page.rows.map((one) => ({
        id: one.id,
        benefit_id: one.benefitId,
        timestamp: rfc3339(one.at),
        user_id: one.userId,
        game_id: one.gameId,
        fulfillment_status: one.status,
        last_updated: rfc3339(one.at),
      })),
      pagination: page.pagination,
    };
  },

  'update-drops-entitlements': (call) => {
    const { world } = call;
    if (!world.office.organizations.has(call.clientId)) refuse(400, noOrganization);
    const results = new Map<string, string[]>();
    for (const id of call.texts('entitlement_ids')) {
      const drop = world.office.drops.find((one) => one.id === id);
      const mine = drop && (!call.user || drop.userId === call.user.id);
      const result = !drop ? 'NOT_FOUND' : mine ? 'SUCCESS' : 'UNAUTHORIZED';
      if (drop && mine)
        drop.status = call.text('fulfillment_status') === 'FULFILLED' ? 'FULFILLED' : 'CLAIMED';
      results.set(result, [...(results.get(result) ?? []), id]);
    }
    return { data: [...results].map(([status, ids]) => ({ status, ids })) };
  },

  'get-extension-analytics': (call) => report(call, 'extension_id', 'stageext0polls00000000000001'),

  'get-game-analytics': (call) => report(call, 'game_id', '743'),
} as const satisfies Record<string, Handler>;

/** A report on the one thing that everybody on the stage owns. */
function report(call: Parameters<Handler>[0], name: 'extension_id' | 'game_id', owned: string): object {
  const [from, to] = [call.time('started_at'), call.time('ended_at')];
  if ((from === undefined) !== (to === undefined)) {
    refuse(400, 'The start and end dates are optional but if you specify one, you must specify the other.');
  }
  if (from !== undefined && to !== undefined && to < from) {
    refuse(400, 'The end date must be equal to or later than the start date.');
  }
  if ((call.maybe(name) ?? owned) !== owned) {
    refuse(
      404,
      name === 'game_id'
        ? 'The game specified in the game_id query parameter was not found.'
        : 'The extension specified in the extension_id query parameter was not found.',
    );
  }
  const now = call.world.clock.now();
  const page = pageOf(call, [
    {
      [name]: owned,
      URL: `https://static-cdn.jtvnw.net/analytics/${owned}.csv`,
      type: 'overview_v2',
      date_range: { started_at: rfc3339(from ?? now - 30 * 86_400_000), ended_at: rfc3339(to ?? now) },
    },
  ]);
  return { data: page.rows, pagination: page.pagination };
}
