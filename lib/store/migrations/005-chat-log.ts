import type { Migration } from './migration.ts';

/** Version 5: what was said in channels that the user moderates, if they want it kept. */
export const chatLog: Migration = {
  version: 5,
  why: 'The local log of chat messages.',
  up(database) {
    const lines = database.createObjectStore('lines', { keyPath: ['room', 'id'] });
    lines.createIndex('byChatter', ['room', 'who', 'at']);
    lines.createIndex('byTime', 'at');
    return Promise.resolve();
  },
};
