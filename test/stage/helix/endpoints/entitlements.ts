import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Entitlements”. */
export const entitlements = [
  {
    id: 'get-drops-entitlements',
    method: 'GET',
    path: '/entitlements/drops',
    token: 'either',
    scopes: [],
    success: 200,
    paged: true,
    query: [
      { name: 'id', type: 'texts', maxItems: 100 },
      { name: 'user_id', type: 'text' },
      { name: 'game_id', type: 'text' },
      { name: 'fulfillment_status', type: 'text', enum: ['CLAIMED', 'FULFILLED'] },
      { name: 'after', type: 'text' },
      { name: 'first', type: 'integer', min: 1, max: 1000, default: 20 },
    ],
    body: [],
  },
  {
    id: 'update-drops-entitlements',
    method: 'PATCH',
    path: '/entitlements/drops',
    token: 'either',
    scopes: [],
    success: 200,
    query: [],
    body: [
      { name: 'entitlement_ids', type: 'texts', maxItems: 100 },
      { name: 'fulfillment_status', type: 'text', enum: ['CLAIMED', 'FULFILLED'] },
    ],
  },
] as const satisfies readonly Endpoint[];
