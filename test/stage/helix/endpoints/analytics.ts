import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Analytics”. */
export const analytics = [
  {
    id: 'get-extension-analytics',
    method: 'GET',
    path: '/analytics/extensions',
    token: 'user',
    scopes: [['analytics:read:extensions']],
    success: 200,
    paged: true,
    query: [
      { name: 'extension_id', type: 'text' },
      { name: 'type', type: 'text', enum: ['overview_v2'] },
      { name: 'started_at', type: 'time' },
      { name: 'ended_at', type: 'time' },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'get-game-analytics',
    method: 'GET',
    path: '/analytics/games',
    token: 'user',
    scopes: [['analytics:read:games']],
    success: 200,
    paged: true,
    query: [
      { name: 'game_id', type: 'text' },
      { name: 'type', type: 'text', enum: ['overview_v2'] },
      { name: 'started_at', type: 'time' },
      { name: 'ended_at', type: 'time' },
      { name: 'first', type: 'integer', min: 1, max: 100, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
] as const satisfies readonly Endpoint[];
