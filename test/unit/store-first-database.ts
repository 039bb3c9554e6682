/**
 * The database as its first version left it on people's machines, made by hand: it must not follow when the migrations
 * or the types of today change.
 */

/** An entry of the log as version 1 wrote it: logins in the case in which the page showed them. */
export const firstLog = [
  {
    id: 'a1',
    action: {
      platform: 'twitch',
      channel: 'Cohhcarnage',
      kind: 'timeout',
      target: { login: 'SpamBot_42', name: 'SpamBot_42', id: '901' },
      seconds: 600,
      reason: 'Advertising',
    },
    by: { id: 'twitch:77', login: 'carol_mods' },
    at: 1_700_000_000_000,
    undoUntil: 1_700_000_600_000,
  },
  {
    id: 'a2',
    action: {
      platform: 'twitch',
      channel: 'cohhcarnage',
      kind: 'ban',
      target: { login: 'spambot_42', name: 'SpamBot_42' },
    },
    by: { id: 'twitch:77', login: 'carol_mods' },
    at: 1_700_000_900_000,
  },
  // What a half-written profile leaves behind.
  { id: 'a3', action: 'gone', at: 5 },
  { id: 'a4', action: { channel: 7, target: null }, at: 6 },
] as const;

/** The account that version 1 wrote. */
export const firstAccount = {
  id: 'twitch:77',
  platform: 'twitch',
  userId: '77',
  login: 'carol_mods',
  name: 'Carol',
  scopes: ['user:read:follows', 'moderator:manage:banned_users'],
  state: 'ok',
  addedAt: 1_699_000_000_000,
} as const;

/** The live list that version 1 wrote. */
export const firstSnapshot = {
  accountId: 'twitch:77',
  updatedAt: 1_700_000_000_000,
  streams: [
    {
      platform: 'twitch',
      channelId: '26610234',
      login: 'cohhcarnage',
      name: 'CohhCarnage',
      title: 'Good morning!',
      category: 'Elden Ring',
      viewers: 8_214,
      startedAt: 1_699_990_000_000,
      rerun: false,
    },
  ],
} as const;

/** Puts that database in place. Resolves with its open connection, which the caller closes. */
export function installFirstDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('sidestage', 1);
    request.onerror = () => reject(new Error('not installed', { cause: request.error }));
    request.onsuccess = () => resolve(request.result);
    request.onupgradeneeded = () => {
      const database = request.result;
      const accounts = database.createObjectStore('accounts', { keyPath: 'id' });
      accounts.put(firstAccount);
      database.createObjectStore('keys', { keyPath: 'id' });
      const live = database.createObjectStore('live', { keyPath: 'accountId' });
      live.put(firstSnapshot);
      const actions = database.createObjectStore('actions', { keyPath: 'id' });
      actions.createIndex('byTime', 'at');
      actions.createIndex('byChannel', ['action.platform', 'action.channel', 'at']);
      for (const entry of firstLog) actions.put(entry);
      const pending = database.createObjectStore('pending', { keyPath: 'id' });
      pending.createIndex('byKind', 'kind');
      pending.put({ id: 'p1', kind: 'undo', startedAt: 1_700_000_100_000, data: { action: 'a1' } });
    };
  });
}
