import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Charity”. */
export const charity = [
  {
    id: 'get-charity-campaign',
    method: 'GET',
    path: '/charity/campaigns',
    token: 'user',
    scopes: [['channel:read:charity']],
    own: 'broadcaster_id',
    success: 200,
    query: [{ name: 'broadcaster_id', type: 'text', required: true }],
    body: [],
  },
  {
    id: 'get-charity-campaign-donations',
    method: 'GET',
    path: '/charity/donations',
    token: 'user',
    scopes: [['channel:read:charity']],
    own: 'broadcaster_id',
    success: 200,
    paged: true,
    query: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
] as const satisfies readonly Endpoint[];
