import type { Migration } from './migration.ts';

/**
 * Version 6: the log also holds what was tried. An older build would count that as done, so it must not open the database;
 * entries of its time say nothing of a result, and were done.
 */
export const logOfAttempts: Migration = {
  version: 6,
  why: 'Entries of the action log that failed or are not known to be done, and finding them.',
  up(_database, transaction) {
    transaction.objectStore('actions').createIndex('byState', ['result.state', 'at']);
    return Promise.resolve();
  },
};
