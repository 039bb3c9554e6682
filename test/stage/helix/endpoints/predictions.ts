import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Predictions”. */
export const predictions = [
  {
    id: 'get-predictions',
    method: 'GET',
    path: '/predictions',
    token: 'user',
    scopes: [['channel:read:predictions', 'channel:manage:predictions']],
    own: 'broadcaster_id',
    success: 200,
    paged: true,
    query: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'id', type: 'texts', maxItems: 25 },
      { name: 'first', type: 'integer', min: 1, max: 25, default: 20 },
      { name: 'after', type: 'text' },
    ],
    body: [],
  },
  {
    id: 'create-prediction',
    method: 'POST',
    path: '/predictions',
    token: 'user',
    scopes: [['channel:manage:predictions']],
    own: 'broadcaster_id',
    success: 200,
    query: [],
    body: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'title', type: 'text', required: true, maxLength: 45 },
      { name: 'outcomes', type: 'objects', required: true, minItems: 2, maxItems: 10 },
      { name: 'outcomes[].title', type: 'text', required: true, maxLength: 25 },
      { name: 'prediction_window', type: 'integer', required: true, min: 30, max: 1800 },
    ],
  },
  {
    id: 'end-prediction',
    method: 'PATCH',
    path: '/predictions',
    token: 'user',
    scopes: [['channel:manage:predictions']],
    own: 'broadcaster_id',
    success: 200,
    query: [],
    body: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'id', type: 'text', required: true },
      { name: 'status', type: 'text', required: true, enum: ['RESOLVED', 'CANCELED', 'LOCKED'] },
      { name: 'winning_outcome_id', type: 'text' },
    ],
  },
] as const satisfies readonly Endpoint[];
