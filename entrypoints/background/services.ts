/** The services of the background, put together from the browser, the stores and Twitch. */
import * as z from 'zod/mini';

import type { Account } from '../../lib/accounts/account.ts';
import { createAccounts } from '../../lib/accounts/accounts.ts';
import { openConsent, redirectUri } from '../../lib/accounts/consent-window.ts';
import { createStoredVault } from '../../lib/accounts/stored-vault.ts';
import { browser } from '../../lib/browser.ts';
import { failureSchema } from '../../lib/failure-schema.ts';
import { type AnyHelix, createCallDesk } from '../../lib/explorer/call-desk.ts';
import { endpointById } from '../../lib/explorer/catalogue.ts';
import { createPastedTokens, pastedSchema } from '../../lib/explorer/pasted-tokens.ts';
import { createLive } from '../../lib/live/live.ts';
import { tell } from '../../lib/messages/tell.ts';
import { createModeration } from '../../lib/moderation/moderation.ts';
import { createConnection } from '../../lib/store/database.ts';
import { createNotices } from '../../lib/store/notices.ts';
import { createOrderBook } from '../../lib/store/order-book.ts';
import { createRecords } from '../../lib/store/records.ts';
import { createSession } from '../../lib/store/session.ts';
import { createSettings } from '../../lib/store/settings.ts';
import { twitchFollows } from '../../lib/twitch/follows.ts';
import { createHelix } from '../../lib/twitch/helix/client.ts';
import type { Token } from '../../lib/twitch/helix/token.ts';
import { createModeratedChannels, moderatedSchema } from '../../lib/twitch/moderated-channels.ts';
import { twitchModeration } from '../../lib/twitch/moderation.ts';
import { implicitWay } from '../../lib/twitch/oauth/implicit.ts';
import { twitchProfile } from '../../lib/twitch/oauth/profile.ts';
import { firstScopes } from '../../lib/twitch/scopes.ts';

const now = Date.now;
const area = browser.storage.local;
const fetchNow = (input: string, init?: RequestInit): Promise<Response> => fetch(input, init);

const connection = createConnection();
const putAside = (): void => void tell('notices', {}, tabs);
const records = createRecords({ connection, onQuarantine: putAside });
const session = createSession(browser.storage.session);
/** The settings. */
export const settings = createSettings({ area, onDamage: putAside });
/** What the user must be told about damaged data. */
export const notices = createNotices({ area, connection });

const activeKey = 'activeAccount';
const vault = createStoredVault({
  records,
  session,
  now,
  active: {
    read: async () => z.optional(z.string()).parse((await area.get(activeKey))[activeKey]),
    write: (id) => (id === undefined ? area.remove([activeKey]) : area.set({ [activeKey]: id })),
  },
});

const tabIds = session.value('tabs', z.array(z.number()));
/** The stream pages that want to hear news. */
export const tabs = {
  read: async (): Promise<readonly number[]> => (await tabIds.get()) ?? [],
  add: async (id: number): Promise<void> => {
    await tabIds.update((ids = []) => (ids.includes(id) ? ids : [...ids, id]));
  },
  forget: async (id: number): Promise<void> => {
    await tabIds.update((ids = []) => ids.filter((other) => other !== id));
  },
};

async function clientId(): Promise<string> {
  const own = (await settings.read())['twitch.clientId'];
  // Set when the extension is built: WXT_TWITCH_CLIENT_ID.
  const built: unknown = import.meta.env['WXT_TWITCH_CLIENT_ID'];
  return own !== '' ? own : typeof built === 'string' ? built : '';
}

const attempt = session.value(
  'signIn',
  z.object({
    begun: z.boolean(),
    scopes: z.exactOptional(z.readonly(z.array(z.string()))),
    failure: z.exactOptional(failureSchema),
  }),
);

/** The accounts. */
export const accounts = createAccounts({
  vault,
  firstScopes,
  way: implicitWay({
    fetch: fetchNow,
    now,
    clientId,
    redirectUri,
    openConsent,
    profile: twitchProfile(fetchNow),
  }),
  attempt,
  changed: () => tell('accounts', {}, tabs),
});

async function tokenOf(account: Account): Promise<Token> {
  const grant = await accounts.grant(account.id);
  return {
    kind: 'user',
    accessToken: grant.accessToken,
    clientId: grant.clientId,
    userId: account.userId,
    scopes: account.scopes,
  };
}

async function accountOf(id: string | undefined): Promise<Account> {
  const account = id === undefined ? undefined : await vault.account(id);
  return account ?? accounts.acting();
}

/** Tokens that the user pasted into the API explorer. */
export const pastedTokens = createPastedTokens(session.value('pastedTokens', pastedSchema));

async function tokenFor(account: string | undefined): Promise<Token> {
  const pasted = await pastedTokens.token(account);
  return pasted ? { ...pasted, userId: '', scopes: [] } : tokenOf(await accountOf(account));
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

const helix = createHelix({
  fetch: fetchNow,
  token: ({ account }) => tokenFor(account),
  renew: async ({ userId }) => {
    const account = (await vault.accounts()).find((candidate) => candidate.userId === userId);
    const grant = account && (await accounts.renew(account.id));
    return account && grant && tokenOf(account);
  },
  bucketStore: { read: () => buckets.get(), write: (state) => buckets.set(state) },
  online: () => navigator.onLine,
});

// Seen without its types: the compiler cannot work out the inputs of all 149 rows at once. The client checks what comes.
const untypedHelix: unknown = helix;
/** Makes the calls of the API explorer. */
export const callDesk = createCallDesk({
  helix: untypedHelix as AnyHelix,
  endpoint: endpointById,
  sent: session.value('sentCalls', z.array(z.string())),
  now: () => performance.now(),
});

/** Channels that an account moderates. */
export const channels = createModeratedChannels({
  helix,
  kept: session.value('moderated', moderatedSchema),
  now,
});

const avatars = session.value('avatars', z.record(z.string(), z.string()));
/** Who is live. */
export const live = createLive({
  follows: twitchFollows(helix, {
    read: async () => (await avatars.get()) ?? {},
    write: (pictures) => avatars.set(pictures),
  }),
  acting: () => accounts.acting(),
  write: (snapshot) => records.put('live', snapshot),
  changed: ({ updatedAt }) => tell('live', { updatedAt }, tabs),
  now,
});

const users = session.value(
  'users',
  z.record(z.string(), z.object({ id: z.string(), login: z.string(), name: z.string() })),
);
/** How many chatters are remembered; each saves one request. */
const usersAtMost = 500;

/** Moderation. */
export const moderation = createModeration({
  platform: twitchModeration({
    helix,
    channels,
    users: {
      read: async (login) => (await users.get())?.[login],
      write: async (user) => {
        await users.update((all = {}) =>
          Object.fromEntries([...Object.entries(all), [user.login, user]].slice(-usersAtMost)),
        );
      },
    },
  }),
  book: createOrderBook(records, connection),
  acting: () => accounts.acting(),
  account: (id) => vault.account(id),
  now,
  changed: ({ id, undoneAt }) =>
    tell('moderation.log', undoneAt === undefined ? { id } : { id, undoneAt }, tabs),
});
