import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Search”. */
export const search = [
  {
    id: 'search-categories',
    method: 'GET',
    path: '/search/categories',
    token: 'either',
    scopes: [],
    success: 200,
    paged: true,
    query: [
      { name: 'query', type: 'text', required: true },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'search-channels',
    method: 'GET',
    path: '/search/channels',
    token: 'either',
    scopes: [],
    success: 200,
    paged: true,
    query: [
      { name: 'query', type: 'text', required: true },
      { name: 'live_only', type: 'boolean' },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
] as const satisfies readonly Endpoint[];
