/** The API explorer: any call of Helix, and the tokens that are pasted for it. */
import * as z from 'zod/mini';

import { command, nothing, uuid } from './command.ts';

const pastedKind = z.enum(['app', 'extension-jwt']);

/** Letters that an HTTP header may hold, and nothing that would end it. */
const headerValue = (longest: number) => z.string().check(z.regex(/^[\x21-\x7e]+$/), z.maxLength(longest));

/** The commands of the API explorer. */
export const helixCommands = {
  /** Makes any call of the Helix table, for the API explorer. The same `id` twice is one call. */
  'helix.call': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({
      id: uuid,
      endpointId: z.string().check(z.maxLength(100)),
      input: z.record(z.string(), z.unknown()),
      accountId: z.exactOptional(z.string()),
      tokenKind: z.exactOptional(z.enum(['user', ...pastedKind.options])),
    }),
    result: z.object({
      answer: z.optional(z.unknown()),
      tookMs: z.number(),
      pointsLeft: z.exactOptional(z.number()),
    }),
  }),
  /** Hands over a token that Sidestage cannot get itself, for this session. There is no way to read it back. */
  'helix.token': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({ kind: pastedKind, accessToken: headerValue(4_000), clientId: headerValue(100) }),
    result: nothing,
  }),
  /** Forgets the token of a kind. */
  'helix.forgetToken': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({ kind: pastedKind }),
    result: nothing,
  }),
  /** Which kinds of token were handed over. */
  'helix.tokens': command({
    stage: 'trusted',
    senders: ['options'],
    request: nothing,
    result: z.object({ tokens: z.readonly(z.array(z.object({ kind: pastedKind, clientId: z.string() }))) }),
  }),
} as const;
