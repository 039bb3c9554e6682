/** The services of the background, put together from the browser, the stores and Twitch. */
import * as z from 'zod/mini';

import type { Access, Account } from '../../lib/accounts/account.ts';
import { createAccounts } from '../../lib/accounts/accounts.ts';
import { attemptSchema } from '../../lib/accounts/attempt.ts';
import { codeAlarm, codePage, codeTabSchema } from '../../lib/accounts/code-page.ts';
import { openConsent, redirectUri } from '../../lib/accounts/consent-window.ts';
import { createStoredVault } from '../../lib/accounts/stored-vault.ts';
import { browser } from '../../lib/browser.ts';
import { createOnce } from '../../lib/channel/once.ts';
import { draftOfPoll } from '../../lib/channel/poll.ts';
import { draftOfPrediction, isEnded } from '../../lib/channel/prediction.ts';
import { isSameDraft } from '../../lib/channel/round.ts';
import { createRounds } from '../../lib/channel/rounds.ts';
import type { Door } from '../../lib/chzzk/chat/connection.ts';
import { readDoor } from '../../lib/chzzk/chat/door.ts';
import { createManageClient } from '../../lib/chzzk/manage/client.ts';
import { createManageDesk } from '../../lib/chzzk/manage/desk.ts';
import { createChzzkChat } from '../../lib/chzzk/moderation.ts';
import { chzzkPeople } from '../../lib/chzzk/people.ts';
import { createReplays } from '../../lib/chzzk/replays.ts';
import { type ChzzkSession, readSession } from '../../lib/chzzk/session.ts';
import { type AnyHelix, createCallDesk } from '../../lib/explorer/call-desk.ts';
import { endpointById } from '../../lib/explorer/catalogue.ts';
import { createPastedTokens, pastedSchema } from '../../lib/explorer/pasted-tokens.ts';
import { fail } from '../../lib/failure.ts';
import { firstScopes } from '../../lib/features.ts';
import { healthBookSchema } from '../../lib/messages/health-schemas.ts';
import { tell } from '../../lib/messages/tell.ts';
import { createModeration, type ModerationParts } from '../../lib/moderation/moderation.ts';
import { createPeople } from '../../lib/people/people.ts';
import { chzzkChatOrigins, chzzkOrigins } from '../../lib/policy.ts';
import { createConnection } from '../../lib/store/database.ts';
import { createNotices } from '../../lib/store/notices.ts';
import { createOrderBook, ordersOn } from '../../lib/store/order-book.ts';
import { createPeopleBook } from '../../lib/store/people-book.ts';
import { createRecords } from '../../lib/store/records.ts';
import { createRoundBook } from '../../lib/store/round-book.ts';
import { createSession } from '../../lib/store/session.ts';
import { beforeSchema, createSettingsDesk } from '../../lib/store/settings-desk.ts';
import { createSettingsSync } from '../../lib/store/settings-sync.ts';
import { createSettings } from '../../lib/store/settings.ts';
import { createChannelTools } from '../../lib/twitch/channel-tools.ts';
import { createDiscovery } from '../../lib/twitch/discovery.ts';
import { createHelix } from '../../lib/twitch/helix/client.ts';
import type { Token } from '../../lib/twitch/helix/token.ts';
import { createModeratedChannels, moderatedSchema } from '../../lib/twitch/moderated-channels.ts';
import { twitchModeration } from '../../lib/twitch/moderation.ts';
import { twitchPeople } from '../../lib/twitch/people.ts';
import { createRecordings, recordingsSchema } from '../../lib/twitch/recordings.ts';
import {
  checkClient,
  type Client,
  type ClientKind,
  type ClientVerdict,
} from '../../lib/twitch/oauth/client.ts';
import { twitchProfile } from '../../lib/twitch/oauth/profile.ts';
import { twitchWay } from '../../lib/twitch/oauth/way.ts';
import { twitchPolls } from '../../lib/twitch/polls.ts';
import { twitchPredictions } from '../../lib/twitch/predictions.ts';
import { fromChzzkTab, openChannels } from './chzzk-tab.ts';

const now = Date.now;
const area = browser.storage.local;
const fetchNow = (input: string, init?: RequestInit): Promise<Response> => fetch(input, init);

const connection = createConnection();
const putAside = (): void => void tell('notices', {}, tabs);
/** The records of the database. */
export const records = createRecords({ connection, onQuarantine: putAside });
/** What lives until the browser closes. */
export const session = createSession(browser.storage.session);
/** The settings. */
export const settings = createSettings({ area, onDamage: putAside });
/** Changes many settings at once, and takes that back. */
export const settingsDesk = createSettingsDesk({
  settings,
  before: session.value('settingsBefore', beforeSchema),
  people: {
    get: (id) => records.get('people', id),
    put: (record) => records.put('people', record),
    remove: (id) => records.delete('people', id),
    changed: () => tell('people', {}, tabs),
  },
  now,
});
/** Keeps the settings in step with those of other browsers, if the user wants that. */
export const settingsSync = createSettingsSync({
  local: area,
  shared: browser.storage.sync,
  read: () => settings.read(),
  write: (values) => settings.write(values),
  join: (values) => settingsDesk.change('sync', crypto.randomUUID(), values),
  changed: () => void tell('sync', {}, tabs),
  now,
});
/** What the user must be told about damaged data. */
export const notices = createNotices({ area, connection });

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

/** How the tools hold on to the pages that were open since the browser started. */
export const pageHealths = session.value('health', healthBookSchema);

const shownChannels = session.value('channelTabs', z.record(z.string(), z.string()));
/** Which channel a tab shows. Known of tabs in which our tools are; no permission to look at tabs is needed. */
export const channelTabs = {
  of: async (tabId: number): Promise<string | undefined> => (await shownChannels.get())?.[tabId],
  note: async (tabId: number, channel: string): Promise<void> => {
    await shownChannels.update((all) => ({ ...all, [tabId]: channel }));
  },
};

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

/** Whether the user has permitted that CHZZK is asked. */
export const isChzzkPermitted = (): Promise<boolean> =>
  browser.permissions.contains({ origins: chzzkOrigins });

/** Who is logged in on CHZZK; `undefined`: the user has not permitted that it is asked. */
export const chzzkSession = async (): Promise<ChzzkSession | undefined> =>
  (await isChzzkPermitted()) ? readSession(fetchNow) : undefined;

const manageClient = createManageClient({
  read: fetchNow,
  write: fromChzzkTab,
  online: () => navigator.onLine,
});

/** Manages channels on CHZZK. */
export const chzzkManage = createManageDesk({
  client: manageClient,
  fetch: fetchNow,
  session: chzzkSession,
  openChannels,
});

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
  renew: async ({ userId, accessToken }) => {
    const account = (await vault.accounts()).find((candidate) => candidate.userId === userId);
    const access = account && (await accounts.renew(account.id, accessToken));
    if (account && !access) return fail({ code: 'login-expired', login: account.login });
    return account && access && tokenWith(account, access);
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

/** Videos and clips. */
export const recordings = createRecordings({ helix, kept: session.value('recordings', recordingsSchema) });

/** Finding channels that one does not follow yet. */
export const discovery = createDiscovery(helix, now);

let search: AbortController | undefined;
/** One search at a time: a new one ends the one before, whose answer nobody waits for any more. */
export const searching = {
  next: (): AbortSignal => {
    search?.abort();
    search = new AbortController();
    return search.signal;
  },
};

/** What can be seen and done in the tab's channel. */
export const channelTools = createChannelTools(helix, channels);

/** Does what must not be done twice. */
export const once = createOnce(
  session.value('deeds', z.array(z.object({ id: z.string(), result: z.exactOptional(z.string()) }))),
);

const rounds = createRoundBook(area);
const tellRounds = (what: 'polls' | 'predictions'): Promise<void> => tell('rounds', { what }, tabs);

/** Polls of the user's own channel. */
export const polls = createRounds({
  what: 'poll',
  platform: twitchPolls(helix),
  acting: () => accounts.acting(),
  known: { read: () => rounds.polls.read(), write: (known) => rounds.polls.write(known) },
  isFrom: (draft, poll) => isSameDraft(draft, draftOfPoll(poll)),
  // Twitch no longer lists what was archived.
  isDone: (ending, poll) => (ending === 'archive' ? poll?.shown !== true : poll?.over === true),
  changed: () => tellRounds('polls'),
  now,
});

/** Predictions of the user's own channel. */
export const predictions = createRounds({
  what: 'prediction',
  platform: twitchPredictions(helix),
  acting: () => accounts.acting(),
  known: { read: () => rounds.predictions.read(), write: (known) => rounds.predictions.write(known) },
  isFrom: (draft, prediction) => isSameDraft(draft, draftOfPrediction(prediction)),
  isDone: isEnded,
  changed: () => tellRounds('predictions'),
  now,
});

/** Forgets what is known of an account's rounds. */
export const forgetRounds = (accountId: string): Promise<void> => rounds.forget(accountId);

const users = session.value(
  'users',
  z.record(z.string(), z.object({ id: z.string(), login: z.string(), name: z.string() })),
);
/** How many chatters are remembered; each saves one request. */
const usersAtMost = 500;

const twitch = twitchModeration({
  helix,
  channels,
  users: {
    read: async (login) => (await users.get())?.[login],
    write: async (user) => {
      await users.update((all = {}) => {
        const entries: [string, typeof user][] = [...Object.entries(all), [user.login, user]];
        return Object.fromEntries(entries.slice(-usersAtMost));
      });
    },
  },
});

/** The user of that login, as an account sees it. */
export const findUser = twitch.user;

const orders = createOrderBook(records, connection);
const actionChanged: ModerationParts['changed'] = ({ id, undoneAt }) =>
  tell('moderation.log', undoneAt === undefined ? { id } : { id, undoneAt }, tabs);

/** Moderation on Twitch, and the log of both platforms. */
export const moderation = createModeration({
  platform: twitch,
  book: ordersOn(orders, 'twitch'),
  acting: ({ platform, channel }) => accounts.actingIn(platform, channel),
  chosen: ({ platform, channel }) => accounts.inChannel(platform, channel),
  account: accountBehind,
  now,
  changed: actionChanged,
});

/** Whether the user has permitted the tools in CHZZK's chat. */
export const isChzzkChatPermitted = (): Promise<boolean> =>
  browser.permissions.contains({ origins: chzzkChatOrigins });

/** The user in CHZZK's chats. */
export const chzzkChat = createChzzkChat({
  client: manageClient,
  fetch: fetchNow,
  session: async () => ((await isChzzkChatPermitted()) ? readSession(fetchNow) : undefined),
});

/** The way into the chat of a channel on CHZZK, for reading it as nobody. */
export const chzzkDoor = (channelId: string, known?: string): Promise<Door> =>
  readDoor(fetchNow, channelId, known);

/** Moderation on CHZZK. */
export const chzzkModeration = createModeration({
  platform: chzzkChat.platform,
  book: ordersOn(orders, 'chzzk'),
  acting: chzzkChat.acting,
  chosen: chzzkChat.acting,
  // Whoever is logged in there now is all that there is.
  account: async (id) => {
    const acting = await chzzkChat.acting();
    return acting.id === id ? acting : fail({ code: 'chzzk-logged-out' });
  },
  now,
  changed: actionChanged,
});

const aboutPeople = {
  book: createPeopleBook(records),
  now,
  changed: () => tell('people', {}, tabs),
};

/** Whose replays on CHZZK are. */
export const chzzkReplays = createReplays(fetchNow);

/** What is known about people, by where they are. */
export const people = {
  twitch: createPeople({
    ...aboutPeople,
    name: 'twitch',
    platform: twitchPeople({ helix, channels, user: twitch.user }),
    acting: (channel) => accounts.actingIn('twitch', channel),
  }),
  chzzk: createPeople({
    ...aboutPeople,
    name: 'chzzk',
    platform: chzzkPeople(fetchNow),
    acting: chzzkChat.acting,
  }),
};
