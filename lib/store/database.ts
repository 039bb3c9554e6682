/**
 * Opening the database. The background opens it to write, and migrates it first; pages of ours only look
 * (`read-live.ts`).
 *
 * @see https://developer.mozilla.org/docs/Web/API/IndexedDB_API
 */
import { openDB, type IDBPDatabase } from 'idb';

import { FailureError } from '../failure.ts';
import { databaseName } from './database-name.ts';
import { databaseVersion, migrate } from './migrations/index.ts';
import type { UntypedDatabase, UpgradeTransaction } from './migrations/migration.ts';
import type { SidestageSchema } from './schema.ts';
import { blame, storageFailure } from './storage-failure.ts';

/** The open database. */
export type Database = IDBPDatabase<SidestageSchema>;

/** How the database is opened; all for tests but `onLost`. */
export interface OpenOptions {
  /** The connection is gone: a newer version wants the database, or the browser closed it. */
  readonly onLost?: () => void;
  /** How long to wait for other contexts to let go of an old version, in milliseconds. */
  readonly patienceMs?: number;
  readonly migrate?: typeof migrate;
  readonly version?: number;
}

/**
 * Opens the database and brings it to this build's version. For the background alone.
 *
 * @throws a `storage` failure: `newer` after a downgrade, `blocked` when another context holds an old version for longer
 *   than `patienceMs`, `full`, or `unavailable` (also when a migration fails: the data are then as they were before).
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { patienceMs = 5_000 } = options;
  const outOfPatience = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = open(options, () => {
    timer = setTimeout(() => {
      outOfPatience.reject(new FailureError({ code: 'storage', why: 'blocked' }));
    }, patienceMs);
  });
  try {
    return await Promise.race([opening, outOfPatience.promise]);
  } catch (error) {
    // The browser goes on opening; what arrives late belongs to nobody.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
    throw storageFailure(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens and migrates, and waits for other contexts as long as it takes. */
async function open(options: OpenOptions, blocked: () => void): Promise<Database> {
  const { onLost, version = databaseVersion, migrate: run = migrate } = options;
  let broken: unknown;
  try {
    return await openDB<SidestageSchema>(databaseName, version, {
      blocked,
      upgrade(database, from, to, transaction) {
        // An aborted upgrade is reported by the opening itself.
        transaction.done.catch(() => undefined);
        const then = database as unknown as UntypedDatabase;
        run(then, transaction as unknown as UpgradeTransaction, from, to ?? version).catch(
          (error: unknown) => {
            broken = error;
            abort(transaction);
          },
        );
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        onLost?.();
      },
      terminated() {
        onLost?.();
      },
    });
  } catch (error) {
    throw broken ?? error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already: the failed request has aborted it.
  }
}

/** A connection that opens itself when it is first needed, and again after it was lost. */
export interface Connection {
  /** Runs `job`; faults of the browser come out as `storage` failures, faults of `job` as they are. */
  use<T>(job: (database: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A {@link Connection} for the background. */
export function createConnection(open: typeof openDatabase = openDatabase): Connection {
  let current: Promise<Database> | undefined;

  const get = (): Promise<Database> => {
    if (current) return current;
    const opening: Promise<Database> = open({ onLost: () => forget(opening) });
    opening.catch(() => forget(opening));
    return (current = opening);
  };
  const forget = (lost: Promise<Database>): void => {
    if (current === lost) current = undefined;
  };

  return {
    async use(job) {
      const database = await get();
      try {
        return await job(database);
      } catch (error) {
        throw blame(error);
      }
    },
    async close() {
      const closing = current;
      current = undefined;
      (await closing?.catch(() => undefined))?.close();
    },
  };
}
