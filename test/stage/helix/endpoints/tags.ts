import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Tags”. */
export const tags = [
  {
    id: 'get-all-stream-tags',
    method: 'GET',
    path: '/tags/streams',
    token: 'either',
    scopes: [],
    success: 200,
    paged: true,
    query: [
      { name: 'tag_id', type: 'texts', maxItems: 100 },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'get-stream-tags',
    method: 'GET',
    path: '/streams/tags',
    token: 'either',
    scopes: [],
    success: 200,
    query: [{ name: 'broadcaster_id', type: 'text', required: true }],
    body: [],
  },
] as const satisfies readonly Endpoint[];
