/** The chain of database migrations, oldest first. Version n stands at place n - 1. */
import { firstStores } from './001-first-stores.ts';
import { findByTarget } from './002-find-by-target.ts';
import { people } from './003-people.ts';
import { findById } from './004-find-by-id.ts';
import { chatLog } from './005-chat-log.ts';
import { logOfAttempts } from './006-log-of-attempts.ts';
import type { Migration, UntypedDatabase, UpgradeTransaction } from './migration.ts';

/** Every migration, oldest first. */
export const migrations: readonly Migration[] = [
  firstStores,
  findByTarget,
  people,
  findById,
  chatLog,
  logOfAttempts,
];

/** The schema version of this build. */
export const databaseVersion = migrations.length;

/** Runs in order what leads from version `from` (0: a new database) to version `to`. */
export async function migrate(
  database: UntypedDatabase,
  transaction: UpgradeTransaction,
  from: number,
  to: number,
  chain: readonly Migration[] = migrations,
): Promise<void> {
  for (const migration of chain) {
    if (migration.version > from && migration.version <= to) await migration.up(database, transaction);
  }
}
