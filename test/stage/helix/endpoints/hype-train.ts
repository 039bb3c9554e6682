import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Hype Train”. */
export const hypeTrain = [
  {
    id: 'get-hype-train-status',
    method: 'GET',
    path: '/hypetrain/status',
    token: 'user',
    scopes: [['channel:read:hype_train']],
    own: 'broadcaster_id',
    success: 200,
    query: [{ name: 'broadcaster_id', type: 'text', required: true }],
    body: [],
  },
] as const satisfies readonly Endpoint[];
