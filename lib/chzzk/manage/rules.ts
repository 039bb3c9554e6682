/** What a channel asks of whoever wants to write in its chat. */
import * as z from 'zod/mini';

import { call } from './call.ts';
import { channelUrl, none, nothing, text } from './shapes.ts';

const common = {
  url: `${channelUrl}/chat-rules`,
  path: none,
  query: none,
  needs: 'CHAT_MANAGE',
  from: 'studio',
} as const;

/** The calls. */
export const ruleCalls = {
  read: call({
    ...common,
    id: 'rule.read',
    known: 'get_chat_rule()',
    method: 'GET',
    body: none,
    content: z.object({ channelId: text, rule: text }),
  }),
  write: call({
    ...common,
    id: 'rule.write',
    known: 'set_chat_rule(word)',
    method: 'PUT',
    body: z.object({ rule: z.string() }),
    content: nothing,
  }),
} as const;
