import type { Migration } from './migration.ts';

/** Version 4: the log can be searched by whom an action hit, whatever they were called then. */
export const findById: Migration = {
  version: 4,
  why: 'Search the action log by the id of whom it is about.',
  up(_database, transaction) {
    transaction
      .objectStore('actions')
      .createIndex('byTargetId', ['action.platform', 'action.target.id', 'at']);
    return Promise.resolve();
  },
};
