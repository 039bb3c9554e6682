import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Raids”. */
export const raids = [
  {
    id: 'start-a-raid',
    method: 'POST',
    path: '/raids',
    token: 'user',
    scopes: [['channel:manage:raids']],
    own: 'from_broadcaster_id',
    success: 200,
    query: [
      { name: 'from_broadcaster_id', type: 'text' },
      { name: 'to_broadcaster_id', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'cancel-a-raid',
    method: 'DELETE',
    path: '/raids',
    token: 'user',
    scopes: [['channel:manage:raids']],
    own: 'broadcaster_id',
    success: 204,
    query: [{ name: 'broadcaster_id', type: 'text', required: true }],
    body: [],
  },
] as const satisfies readonly Endpoint[];
