/** A sign-in under way, written down so that it outlives the worker and the popup that asked for it. */
import * as z from 'zod/mini';

import { failureSchema } from '../failure-schema.ts';
import type { Code } from './way.ts';

const scopes = z.readonly(z.array(z.string()));

const wish = z.object({
  /** Chosen by who asks: the same one twice is one sign-in, even if the worker died before it had answered. */
  id: z.exactOptional(z.string()),
  scopes,
  /** It is for this account: new scopes, or signing in again. */
  accountId: z.exactOptional(z.string()),
  /** The login of that account, where we may not have it any more. */
  login: z.exactOptional(z.string()),
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

const answer = z.object({
  id: z.string(),
  accountId: z.exactOptional(z.string()),
  failure: z.exactOptional(failureSchema),
});

/** Schema of an {@link Attempt}. */
export const attemptSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('none'),
    /** Why the last one failed, for the pages that show it. */
    failure: z.exactOptional(failureSchema),
    /** How the wish with this id was answered. */
    answered: z.exactOptional(answer),
    /** The user gave up: a grant that still arrives goes back to the platform. */
    gaveUp: z.exactOptional(z.literal(true)),
  }),
  z.object({ state: z.literal('window'), wish }),
  /** `shown`: the platform's page for the code was opened once. */
  z.object({ state: z.literal('code'), wish, code, shown: z.exactOptional(z.literal(true)) }),
]);

/** What a sign-in is to bring. */
export type Wish = z.infer<typeof wish>;

/** How a wish was answered. */
export type Answered = z.infer<typeof answer>;

/** How the sign-in stands. */
export type Attempt = z.infer<typeof attemptSchema>;

/** Nothing is under way. */
export const none = { state: 'none' } as const;

/** Nothing is under way any more, because `wish` was answered. */
export function endOf(wish: Wish, how: Omit<Answered, 'id'>): Attempt & { readonly state: 'none' } {
  return wish.id === undefined ? none : { ...none, answered: { id: wish.id, ...how } };
}

/** Whether `attempt` is the one that waits for `code`. */
export const isOf = (
  { deviceCode }: Pick<Code, 'deviceCode'>,
  attempt: Attempt | undefined,
): attempt is Attempt & { readonly state: 'code' } =>
  attempt?.state === 'code' && attempt.code.deviceCode === deviceCode;

/** Where the attempt is kept. */
export interface AttemptStore {
  readonly get: () => Promise<Attempt | undefined>;
  readonly set: (attempt: Attempt) => Promise<void>;
  /** Makes a new one of the old one; nothing comes in between. */
  readonly update: (change: (last: Attempt | undefined) => Attempt | undefined) => Promise<unknown>;
}
