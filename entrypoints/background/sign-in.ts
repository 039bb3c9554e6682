/** The accounts on Twitch, the application that signs them in, and Twitch's API as they may use it. */
import * as z from 'zod/mini';

import type { Access, Account } from '../../lib/accounts/account.ts';
import { createAccounts } from '../../lib/accounts/accounts.ts';
import { attemptSchema } from '../../lib/accounts/attempt.ts';
import { codeAlarm, codePage, codeTabSchema } from '../../lib/accounts/code-page.ts';
import { openConsent, redirectUri } from '../../lib/accounts/consent-window.ts';
import { createStoredVault } from '../../lib/accounts/stored-vault.ts';
import { createPastedTokens, pastedSchema } from '../../lib/explorer/pasted-tokens.ts';
import { fail } from '../../lib/failure.ts';
import { firstScopes } from '../../lib/features.ts';
import { tell } from '../../lib/messages/tell.ts';
import { createHelix } from '../../lib/twitch/helix/client.ts';
import type { Token } from '../../lib/twitch/helix/token.ts';
import {
  checkClient,
  type Client,
  type ClientKind,
  type ClientVerdict,
} from '../../lib/twitch/oauth/client.ts';
import { twitchProfile } from '../../lib/twitch/oauth/profile.ts';
import { twitchWay } from '../../lib/twitch/oauth/way.ts';
import { area, connection, fetchNow, now, records, session, settings, tabs } from './ground.ts';

const activeKey = 'activeAccount';

const vault = createStoredVault({
  records,
  connection,
  session,
  now,
  active: {
    // Without a choice that can be read, the first account acts.
    read: async () => z.string().safeParse((await area.get(activeKey))[activeKey]).data,
    write: (id) => (id === undefined ? area.remove([activeKey]) : area.set({ [activeKey]: id })),
  },
});

/** The application that signs accounts in: the user's own, or the one that the build was made for. */
async function client(): Promise<Client | undefined> {
  const { 'twitch.clientId': own, 'twitch.clientKind': ownKind } = await settings.read();
  if (own !== '') return { id: own, kind: ownKind };
  // Set when the extension is built.
  const id: unknown = import.meta.env['WXT_TWITCH_CLIENT_ID'];
  const kind: unknown = import.meta.env['WXT_TWITCH_CLIENT_KIND'];
  if (typeof id !== 'string' || id === '') return undefined;
  return { id, kind: kind === 'public' ? 'public' : 'confidential' };
}

const signInParts = { fetch: fetchNow, redirectUri, openConsent };

/** Says what is wrong with an application. */
export const lookAtClient = (id: string, kind: ClientKind): Promise<ClientVerdict> =>
  checkClient(signInParts, { id, kind });

const channelsKey = 'channelAccounts';

const attempt = session.value('signIn', attemptSchema);

/** The accounts. */
export const accounts = createAccounts({
  vault,
  firstScopes,
  way: twitchWay({ ...signInParts, now, client, profile: twitchProfile(fetchNow) }),
  attempt,
  alarm: codeAlarm,
  showCode: codePage(session.value('codeTab', codeTabSchema)),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    }),
  channels: {
    read: async () => {
      const kept = z.record(z.string(), z.string()).safeParse((await area.get(channelsKey))[channelsKey]);
      return kept.success ? kept.data : {};
    },
    write: (choice) => area.set({ [channelsKey]: choice }),
  },
  exclusively: (name, job) => navigator.locks.request(name, job),
  now,
  changed: () => tell('accounts', {}, tabs),
});

/** The account with this id, if it is one of ours. */
export const accountBehind = (id: string): Promise<Account | undefined> => vault.account(id);

const tokenWith = (account: Account, { accessToken, clientId }: Access): Token => ({
  kind: 'user',
  accessToken,
  clientId,
  userId: account.userId,
  scopes: account.scopes,
});

/** Whoever was named is never stood in for by another. */
async function accountOf(id: string | undefined): Promise<Account> {
  if (id === undefined) return accounts.acting();
  return (await vault.account(id)) ?? fail({ code: 'signed-out' });
}

/** Tokens that the user pasted into the API explorer. */
export const pastedTokens = createPastedTokens(session.value('pastedTokens', pastedSchema));

async function tokenFor(account: string | undefined): Promise<Token> {
  const pasted = await pastedTokens.token(account);
  if (pasted) return { ...pasted, userId: '', scopes: [] };
  const found = await accountOf(account);
  return tokenWith(found, await accounts.access(found.id));
}

const buckets = session.value(
  'buckets',
  z.object({
    buckets: z.record(
      z.string(),
      z.object({ limit: z.number(), remaining: z.number(), resetAtMs: z.number() }),
    ),
    calls: z.record(z.string(), z.readonly(z.array(z.number()))),
  }),
);

/** Twitch’s API. */
export const helix = createHelix({
  fetch: fetchNow,
  token: ({ account }) => tokenFor(account),
  arrived: accounts.arrived,
  renew: async ({ userId, accessToken }) => {
    const account = (await vault.accounts()).find((candidate) => candidate.userId === userId);
    const access = account && (await accounts.renew(account.id, accessToken));
    if (account && !access) return fail({ code: 'login-expired', login: account.login });
    return account && access && tokenWith(account, access);
  },
  bucketStore: { read: () => buckets.get(), write: (state) => buckets.set(state) },
  online: () => navigator.onLine,
});
