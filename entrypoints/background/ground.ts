/** What the services stand on: the stores, the browser's own fetch, and the tabs that want to hear news. */
import * as z from 'zod/mini';

import { browser } from '../../lib/browser.ts';
import { pageRoles, type PageRole } from '../../lib/channel/role.ts';
import { healthBookSchema } from '../../lib/messages/health-schemas.ts';
import { panelPlace } from '../../lib/messages/protocol/chzzk-chat.ts';
import { tell } from '../../lib/messages/tell.ts';
import { createChatLog } from '../../lib/store/chat-log.ts';
import { createConnection } from '../../lib/store/database.ts';
import { createNotices } from '../../lib/store/notices.ts';
import { createRecords } from '../../lib/store/records.ts';
import { createSession } from '../../lib/store/session.ts';
import { beforeSchema, createSettingsDesk } from '../../lib/store/settings-desk.ts';
import { createSettingsSync } from '../../lib/store/settings-sync.ts';
import { createSettings } from '../../lib/store/settings.ts';

/** The time, Unix epoch milliseconds. */
export const now = Date.now;

/** What is small, and stays. */
export const area = browser.storage.local;

/** The browser's own `fetch`, as clients want it. */
export const fetchNow = (input: string, init?: RequestInit): Promise<Response> => fetch(input, init);

/** The way to the database. */
export const connection = createConnection();

const putAside = (): void => void tell('notices', {}, tabs);

/** The records of the database. */
export const records = createRecords({ connection, onQuarantine: putAside });

/** What was said in channels that the user moderates, if they want it kept. */
export const chatLog = createChatLog(connection);

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
  read: () => settings.readTimed(),
  write: (values, elsewhere) => settings.write(values, elsewhere),
  join: (values, elsewhere) => settingsDesk.change('sync', crypto.randomUUID(), values, [], elsewhere),
  changed: () => void tell('sync', {}, tabs),
  now,
});

/** What the user must be told about damaged data. */
export const notices = createNotices({ area, connection });

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

/** Where the panel of a channel's managers stood last in a page of CHZZK's. */
export const panelPlaces = session.value('panelPlace', panelPlace);

/** How the tools hold on to the pages that were open since the browser started. */
export const pageHealths = session.value('health', healthBookSchema);

const shownChannels = session.value(
  'channelTabs',
  z.record(
    z.string(),
    z.object({ channel: z.string(), also: z.exactOptional(z.readonly(z.array(z.enum(pageRoles)))) }),
  ),
);

/** A channel, and what its page says that the account there is beside. */
interface ShownChannel {
  readonly channel: string;
  readonly also?: readonly PageRole[];
}

/** Which channel a tab shows. Known of tabs in which our tools are; no permission to look at tabs is needed. */
export const channelTabs = {
  of: async (tabId: number): Promise<ShownChannel | undefined> => (await shownChannels.get())?.[tabId],
  note: async (tabId: number, shown: ShownChannel): Promise<void> => {
    await shownChannels.update((all) => ({ ...all, [tabId]: shown }));
  },
};

/** More stream pages than anybody has open. */
const framesKept = 49;

const shownChats = session.value('frameChats', z.record(z.string(), z.readonly(z.array(z.string()))));

/**
 * Whose live chats a frame of a stream page showed last, as its address said then, the newest first. The page goes on to another
 * channel while what was said in the one before is still on its way to us.
 */
export const frameChats = {
  of: async (tabId: number, frameId: number): Promise<readonly string[]> =>
    (await shownChats.get())?.[`${tabId}:${frameId}`] ?? [],
  note: async (tabId: number, frameId: number, channel: string): Promise<void> => {
    if ((await frameChats.of(tabId, frameId))[0] === channel) return;
    await shownChats.update((all = {}) => {
      const frame = `${tabId}:${frameId}`;
      const { [frame]: before = [], ...others } = all;
      // Frames go without a word: those that were there longest are forgotten.
      const kept = Object.entries(others).slice(-framesKept);
      return { ...Object.fromEntries(kept), [frame]: [channel, ...before].slice(0, 2) };
    });
  },
};
