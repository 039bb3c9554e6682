import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Polls”. */
export const polls = [
  {
    id: 'get-polls',
    method: 'GET',
    path: '/polls',
    token: 'user',
    scopes: [['channel:read:polls', 'channel:manage:polls']],
    own: 'broadcaster_id',
    success: 200,
    paged: true,
    query: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'id', type: 'texts', maxItems: 20 },
      { name: 'first', type: 'integer', min: 1, max: 20, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'create-poll',
    method: 'POST',
    path: '/polls',
    token: 'user',
    scopes: [['channel:manage:polls']],
    own: 'broadcaster_id',
    success: 200,
    query: [],
    body: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'title', type: 'text', required: true, maxLength: 60 },
      { name: 'choices', type: 'objects', required: true, minItems: 2, maxItems: 5 },
      { name: 'choices[].title', type: 'text', required: true, maxLength: 25 },
      { name: 'duration', type: 'integer', required: true, min: 15, max: 1800 },
      { name: 'channel_points_voting_enabled', type: 'boolean' },
      { name: 'channel_points_per_vote', type: 'integer', min: 1, max: 1000000 },
    ],
  },
  {
    id: 'end-poll',
    method: 'PATCH',
    path: '/polls',
    token: 'user',
    scopes: [['channel:manage:polls']],
    own: 'broadcaster_id',
    success: 200,
    query: [],
    body: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'id', type: 'text', required: true },
      { name: 'status', type: 'text', required: true, enum: ['TERMINATED', 'ARCHIVED'] },
    ],
  },
] as const satisfies readonly Endpoint[];
