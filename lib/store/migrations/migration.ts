/** The form of a database migration. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** The database as a migration sees it: with the stores of its own time, not of today. */
export type UntypedDatabase = IDBPDatabase;

/** The transaction in which the whole chain runs: all of it happens, or none. */
export type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

/** One step of the schema. Once shipped it is never edited; a correction is a new step. */
export interface Migration {
  /** The version that the database has afterwards. */
  readonly version: number;
  readonly why: string;
  /** May wait for requests of `transaction` only: waiting for anything else ends the transaction. */
  up(database: UntypedDatabase, transaction: UpgradeTransaction): Promise<void>;
}
