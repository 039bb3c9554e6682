import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “CCLs”. */
export const ccls = [
  {
    id: 'get-content-classification-labels',
    method: 'GET',
    path: '/content_classification_labels',
    token: 'either',
    scopes: [],
    success: 200,
    query: [{ name: 'locale', type: 'text', maxItems: 1, default: 'en-US' }],
    body: [],
  },
] as const satisfies readonly Endpoint[];
