import { endpoint } from '../endpoint.ts';
import { differ } from '../rules.ts';
import { id, text } from '../spec.ts';

const category = 'Whispers';

/**
 * Whispers to somebody. 500 characters to strangers, 10,000 to those who whispered before; it may be dropped silently.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#send-whisper
 */
export const sendWhisper = endpoint('send-whisper', 'Send Whisper', 'POST', '/whispers', {
  category,
  scopes: [['user:manage:whispers']],
  self: 'from_user_id',
  query: { from_user_id: id, to_user_id: id },
  body: { message: text({ minLength: 1, maxLength: 10_000 }) },
  rules: [differ('from_user_id', 'to_user_id')],
  limits: [
    { count: 3, perMs: 1_000, by: [] },
    { count: 100, perMs: 60_000, by: [] },
  ],
});
