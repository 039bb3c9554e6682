/** A sign-in under way, written down so that it outlives the worker and the popup that asked for it. */
import * as z from 'zod/mini';

import { failureSchema } from '../failure-schema.ts';

const scopes = z.readonly(z.array(z.string()));

const wish = z.object({
  scopes,
  /** It is for this account: new scopes, or signing in again. */
  accountId: z.exactOptional(z.string()),
  /** Somebody else is to sign in. */
  another: z.exactOptional(z.boolean()),
  /** What it is to gain beside what the account has; remembered when the user says no. */
  gains: z.exactOptional(scopes),
});

const code = z.object({
  deviceCode: z.string(),
  userCode: z.string(),
  url: z.string(),
  expiresAt: z.number(),
  intervalMs: z.number(),
  clientId: z.string(),
  scopes,
});

/** Schema of an {@link Attempt}. */
export const attemptSchema = z.discriminatedUnion('state', [
  /** Nothing is under way. `failure`: why the last one failed. */
  z.object({ state: z.literal('none'), failure: z.exactOptional(failureSchema) }),
  z.object({ state: z.literal('window'), wish }),
  z.object({ state: z.literal('code'), wish, code }),
]);

/** What a sign-in is to bring. */
export type Wish = z.infer<typeof wish>;

/** How the sign-in stands. */
export type Attempt = z.infer<typeof attemptSchema>;

/** Where the attempt is kept. */
export interface AttemptStore {
  readonly get: () => Promise<Attempt | undefined>;
  readonly set: (attempt: Attempt) => Promise<void>;
}
