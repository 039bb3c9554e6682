import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Teams”. */
export const teams = [
  {
    id: 'get-channel-teams',
    method: 'GET',
    path: '/teams/channel',
    token: 'either',
    scopes: [],
    success: 200,
    query: [{ name: 'broadcaster_id', type: 'text', required: true }],
    body: [],
  },
  {
    id: 'get-teams',
    method: 'GET',
    path: '/teams',
    token: 'either',
    scopes: [],
    success: 200,
    query: [
      { name: 'name', type: 'text' },
      { name: 'id', type: 'text' },
    ],
    body: [],
  },
] as const satisfies readonly Endpoint[];
