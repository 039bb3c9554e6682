import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Games”. */
export const games = [
  {
    id: 'get-top-games',
    method: 'GET',
    path: '/games/top',
    token: 'either',
    scopes: [],
    success: 200,
    paged: true,
    query: [
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
      { name: 'before', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'get-games',
    method: 'GET',
    path: '/games',
    token: 'either',
    scopes: [],
    success: 200,
    query: [
      { name: 'id', type: 'texts', maxItems: 100 },
      { name: 'name', type: 'texts', maxItems: 100 },
      { name: 'igdb_id', type: 'texts', maxItems: 100 },
    ],
    body: [],
  },
] as const satisfies readonly Endpoint[];
