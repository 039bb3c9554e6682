import type { Migration } from './migration.ts';

/** Version 3: what the user writes down about people. */
export const people: Migration = {
  version: 3,
  why: 'Notes and nicknames of people.',
  up(database) {
    const store = database.createObjectStore('people', { keyPath: 'id' });
    store.createIndex('byTime', 'updatedAt');
    store.createIndex('byLogin', ['platform', 'login']);
    return Promise.resolve();
  },
};
