import type { Migration } from './migration.ts';

/** Version 1: accounts, the key that seals their tokens, the last known live lists, the action log, unfinished work. */
export const firstStores: Migration = {
  version: 1,
  why: 'The first stores.',
  up(database) {
    database.createObjectStore('accounts', { keyPath: 'id' });
    database.createObjectStore('keys', { keyPath: 'id' });
    database.createObjectStore('live', { keyPath: 'accountId' });
    const actions = database.createObjectStore('actions', { keyPath: 'id' });
    actions.createIndex('byTime', 'at');
    actions.createIndex('byChannel', ['action.platform', 'action.channel', 'at']);
    const pending = database.createObjectStore('pending', { keyPath: 'id' });
    pending.createIndex('byKind', 'kind');
    return Promise.resolve();
  },
};
