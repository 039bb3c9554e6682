import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Bits”. */
export const bits = [
  {
    id: 'get-bits-leaderboard',
    method: 'GET',
    path: '/bits/leaderboard',
    token: 'user',
    scopes: [['bits:read']],
    success: 200,
    query: [
      { name: 'count', type: 'integer', min: 1, max: 100, default: 10 },
      { name: 'period', type: 'text', enum: ['day', 'week', 'month', 'year', 'all'] },
      { name: 'started_at', type: 'time' },
      { name: 'user_id', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'get-cheermotes',
    method: 'GET',
    path: '/bits/cheermotes',
    token: 'either',
    scopes: [],
    success: 200,
    query: [{ name: 'broadcaster_id', type: 'text' }],
    body: [],
  },
  {
    id: 'get-custom-power-up',
    method: 'GET',
    path: '/bits/custom_power_ups',
    token: 'user',
    scopes: [['bits:read']],
    own: 'broadcaster_id',
    success: 200,
    query: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'id', type: 'texts', maxItems: 50 },
    ],
    body: [],
  },
  {
    id: 'get-extension-transactions',
    method: 'GET',
    path: '/extensions/transactions',
    token: 'app',
    scopes: [],
    success: 200,
    paged: true,
    query: [
      { name: 'extension_id', type: 'text', required: true },
      { name: 'id', type: 'texts', maxItems: 100 },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
] as const satisfies readonly Endpoint[];
