/** Accounts: signing in and out, who acts where, and what they allow. */
import * as z from 'zod/mini';

import { chzzkSessionSchema } from '../../chzzk/session.ts';
import { failureSchema } from '../../failure-schema.ts';
import { featureNames } from '../../features.ts';
import { command, login, nothing, pages, platform, uuid } from './command.ts';

const account = z.object({
  id: z.string(),
  platform,
  userId: z.string(),
  login: z.string(),
  name: z.string(),
  avatarUrl: z.exactOptional(z.string()),
  scopes: z.readonly(z.array(z.string())),
  declined: z.exactOptional(z.readonly(z.array(z.string()))),
  state: z.enum(['ok', 'expired']),
});

const feature = z.enum(featureNames);

const scopes = z.readonly(
  z.array(z.string().check(z.regex(/^[a-z]+(?::[a-z_]+)+$/))).check(z.maxLength(200)),
);

/** The commands about accounts. */
export const accountsCommands = {
  /** The accounts that are signed in, the active one, and whether a sign-in is under way. */
  'accounts.read': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({
      accounts: z.readonly(z.array(account)),
      activeId: z.exactOptional(z.string()),
      /** Channel (`twitch:<login>`) → the account that acts there. */
      channels: z.readonly(z.record(z.string(), z.string())),
      signingIn: z.boolean(),
      /** What the user compares on the platform's page; what the platform is asked with stays in the background. */
      code: z.exactOptional(z.object({ userCode: z.string(), url: z.string(), expiresAt: z.number() })),
      canSignIn: z.boolean(),
      way: z.enum(['window', 'code']),
      /** Why the last sign-in did not succeed. */
      failure: z.exactOptional(failureSchema),
    }),
  }),
  /**
   * Opens the platform's consent page, or shows a code; answers when the account is signed in. `scopes` are asked for
   * beside the usual; `another` lets somebody else sign in, `accountId` is to sign in again. The same `id` twice is one.
   */
  'accounts.signIn': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({
      id: z.exactOptional(uuid),
      platform: z.literal('twitch'),
      scopes: z.exactOptional(scopes),
      another: z.exactOptional(z.boolean()),
      accountId: z.exactOptional(z.string()),
    }),
    result: account,
  }),
  /** Gives a sign-in by code up. */
  'accounts.cancel': command({ stage: 'trusted', senders: pages, request: nothing, result: nothing }),
  /** Brings the platform's page for the code to the front. */
  'accounts.showCode': command({ stage: 'trusted', senders: pages, request: nothing, result: nothing }),
  /** Makes another account the one that acts. */
  'accounts.use': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ accountId: z.string() }),
    result: nothing,
  }),
  /** Chooses who acts in one channel; without an account the one that acts everywhere. */
  'accounts.useIn': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ platform, channel: login, accountId: z.exactOptional(z.string()) }),
    result: nothing,
  }),
  /**
   * Asks the user, on the platform's own page, to allow what a feature needs; answers when they have. A stream page names
   * its channel, and it is the account that acts there which is asked about; with `undoes`, the one that did what this
   * logged action is. The same `id` twice is one question.
   */
  'accounts.allow': command({
    stage: 'ready',
    senders: [...pages, 'twitch'],
    request: z.object({
      id: z.exactOptional(uuid),
      feature,
      channel: z.exactOptional(login),
      accountId: z.exactOptional(z.string()),
      undoes: z.exactOptional(uuid),
    }),
    result: nothing,
  }),
  /**
   * Lets the account that acts in the channel of the asking page sign in again, or the one that did what the logged action
   * `undoes` is; answers when it has.
   */
  'accounts.signInAgain': command({
    stage: 'ready',
    senders: [...pages, 'twitch'],
    request: z.object({ id: uuid, channel: z.exactOptional(login), undoes: z.exactOptional(uuid) }),
    result: nothing,
  }),
  /** Takes what only this feature needs, or what none does, away from an account. */
  'accounts.drop': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ feature: z.enum([...featureNames, 'others']), accountId: z.string() }),
    result: nothing,
  }),
  /** Says what is wrong with a registered application, as far as that can be seen without signing in. */
  'accounts.checkClient': command({
    stage: 'trusted',
    senders: ['options'],
    request: z.object({
      clientId: z.string().check(z.maxLength(100)),
      kind: z.enum(['confidential', 'public']),
    }),
    result: z.object({
      verdict: z.enum([
        'fine',
        'unsure',
        'malformed',
        'unknown',
        'is-public',
        'is-confidential',
        'no-redirect',
      ]),
    }),
  }),
  /** Revokes the account's tokens and forgets it. */
  'accounts.signOut': command({
    stage: 'trusted',
    senders: pages,
    request: z.object({ accountId: z.string() }),
    result: nothing,
  }),
  /** Who is logged in on CHZZK, as CHZZK says; no session: the user has not permitted that it is asked. */
  'chzzk.session': command({
    stage: 'trusted',
    senders: pages,
    request: nothing,
    result: z.object({ session: z.exactOptional(chzzkSessionSchema) }),
  }),
} as const;
