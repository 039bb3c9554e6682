import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Subscriptions”. */
export const subscriptions = [
  {
    id: 'get-broadcaster-subscriptions',
    method: 'GET',
    path: '/subscriptions',
    token: 'user',
    scopes: [['channel:read:subscriptions']],
    own: 'broadcaster_id',
    success: 200,
    paged: true,
    query: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'user_id', type: 'texts', maxItems: 100 },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
      { name: 'before', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'check-user-subscription',
    method: 'GET',
    path: '/subscriptions/user',
    token: 'user',
    scopes: [['user:read:subscriptions']],
    own: 'user_id',
    success: 200,
    query: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'user_id', type: 'text', required: true },
    ],
    body: [],
  },
] as const satisfies readonly Endpoint[];
