import type { Migration } from './migration.ts';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lower = (record: Plain, field: string): Plain => {
  const value = record[field];
  return typeof value === 'string' ? { ...record, [field]: value.toLowerCase() } : record;
};

/** The entry with its logins in lower case; whatever has another shape stays as it is, for the quarantine. */
function withLowerCaseLogins(entry: unknown): unknown {
  if (!isPlain(entry) || !isPlain(entry['action'])) return entry;
  const action = lower(entry['action'], 'channel');
  const target = action['target'];
  return { ...entry, action: isPlain(target) ? { ...action, target: lower(target, 'login') } : action };
}

/**
 * Version 2: the log can be searched by target, and damaged records have a place to go.
 * Version 1 wrote logins in the case in which the page showed them, so an index would have missed some of them.
 */
export const findByTarget: Migration = {
  version: 2,
  why: 'Search the action log by target; a quarantine for damaged records.',
  async up(database, transaction) {
    database.createObjectStore('quarantine', { keyPath: 'id' });
    const actions = transaction.objectStore('actions');
    for await (const cursor of actions) {
      await cursor.update(withLowerCaseLogins(cursor.value));
    }
    actions.createIndex('byTarget', ['action.platform', 'action.target.login', 'at']);
  },
};
