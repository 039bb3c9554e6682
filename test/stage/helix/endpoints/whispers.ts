import type { Endpoint } from '../endpoint.ts';

/** The endpoints of Twitch's category “Whispers”. */
export const whispers = [
  {
    id: 'send-whisper',
    method: 'POST',
    path: '/whispers',
    token: 'user',
    scopes: [['user:manage:whispers']],
    own: 'from_user_id',
    success: 204,
    query: [
      { name: 'from_user_id', type: 'text', required: true },
      { name: 'to_user_id', type: 'text', required: true },
    ],
    body: [
      {
        name: 'message',
        type: 'text',
        required: true,
        minLength: 1,
        maxLength: 500,
        maxLengthIfRecipientWhisperedBefore: 10000,
      },
    ],
  },
] as const satisfies readonly Endpoint[];
