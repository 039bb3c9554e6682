import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Ads”. */
export const ads = [
  {
    id: 'start-commercial',
    method: 'POST',
    path: '/channels/commercial',
    token: 'either',
    scopes: [['channel:edit:commercial']],
    own: 'broadcaster_id',
    success: 200,
    query: [],
    body: [
      { name: 'broadcaster_id', type: 'text', required: true },
      { name: 'length', type: 'integer', required: true, max: 180 },
    ],
  },
  {
    id: 'get-ad-schedule',
    method: 'GET',
    path: '/channels/ads',
    token: 'either',
    scopes: [['channel:read:ads']],
    own: 'broadcaster_id',
    success: 200,
    query: [{ name: 'broadcaster_id', type: 'text', required: true }],
    body: [],
  },
  {
    id: 'snooze-next-ad',
    method: 'POST',
    path: '/channels/ads/schedule/snooze',
    token: 'either',
    scopes: [['channel:manage:ads']],
    own: 'broadcaster_id',
    success: 200,
    query: [{ name: 'broadcaster_id', type: 'text', required: true }],
    body: [],
  },
] as const satisfies readonly Endpoint[];
