import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Videos”. */
export const videos = [
  {
    id: 'get-videos',
    method: 'GET',
    path: '/videos',
    token: 'either',
    scopes: [],
    success: 200,
    paged: true,
    query: [
      { name: 'id', type: 'texts', maxItems: 100 },
      { name: 'user_id', type: 'text' },
      { name: 'game_id', type: 'text' },
      { name: 'language', type: 'text' },
      { name: 'period', type: 'text', enum: ['all', 'day', 'month', 'week'] },
      { name: 'sort', type: 'text', enum: ['time', 'trending', 'views'] },
      { name: 'type', type: 'text', enum: ['all', 'archive', 'highlight', 'upload'] },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
      { name: 'before', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'delete-videos',
    method: 'DELETE',
    path: '/videos',
    token: 'user',
    scopes: [['channel:manage:videos']],
    success: 200,
    query: [{ name: 'id', type: 'texts', required: true, maxItems: 5 }],
    body: [],
  },
] as const satisfies readonly Endpoint[];
