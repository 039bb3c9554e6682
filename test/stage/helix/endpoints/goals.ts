import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Goals”. */
export const goals = [
  {
    id: 'get-creator-goals',
    method: 'GET',
    path: '/goals',
    token: 'user',
    scopes: [['channel:read:goals']],
    own: 'broadcaster_id',
    success: 200,
    query: [{ name: 'broadcaster_id', type: 'text', required: true }],
    body: [],
  },
] as const satisfies readonly Endpoint[];
