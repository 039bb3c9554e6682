/**
 * The records of the database, for the background. What is read is parsed; a record that does not parse is moved to the
 * quarantine as it stands, and the reader goes on without it.
 */
import type { IndexNames, IDBPTransaction } from 'idb';

import type { Connection, Database } from './database.ts';
import { complaintAbout } from './record-schemas.ts';
import type { QuarantinedRecord, RecordOf, RecordStore, SidestageSchema } from './schema.ts';

/** Which records to list, in which order. Without an index the order is that of the keys. */
export interface Query<Name extends RecordStore> {
  readonly index?: IndexNames<SidestageSchema, Name>;
  readonly range?: IDBKeyRange;
  /** `prev` is newest first on an index that ends in a time. */
  readonly direction?: 'next' | 'prev';
  readonly limit?: number;
  /** Leaves out records that it says no to; `limit` counts the others. */
  readonly where?: (record: RecordOf<Name>) => boolean;
}

/** Which records to read at once; see {@link Records.window}. */
export interface WindowQuery<Name extends RecordStore> {
  /** An index that ends in a time. */
  readonly index: IndexNames<SidestageSchema, Name>;
  /** What stands in it before the time; empty for an index of nothing else. */
  readonly under: readonly string[];
  /** Only what is older, Unix epoch milliseconds. */
  readonly before?: number;
  readonly size: number;
}

/** A window on records, newest first; the next one is of those `before`, absent where there are no more. */
export interface RecordWindow<Name extends RecordStore> {
  readonly records: RecordOf<Name>[];
  readonly before?: number;
}

/** Reads and writes of records. Every method throws a `storage` failure when the browser's storage fails. */
export interface Records {
  /** The record under `key`; `undefined` when there is none or it was damaged. */
  get<Name extends RecordStore>(store: Name, key: string): Promise<RecordOf<Name> | undefined>;
  /** The records that `query` asks for, without the damaged ones. */
  list<Name extends RecordStore>(store: Name, query?: Query<Name>): Promise<RecordOf<Name>[]>;
  /**
   * The newest `size` records of a part of an index, or a few more: those of one moment stay together. It reads them in one go,
   * which is far faster than a cursor.
   */
  window<Name extends RecordStore>(store: Name, query: WindowQuery<Name>): Promise<RecordWindow<Name>>;
  /** Writes `record` in place of the one with its key. */
  put<Name extends RecordStore>(store: Name, record: RecordOf<Name>): Promise<void>;
  /**
   * Makes a new record out of the old one, in one transaction: nothing can come in between. `change` gets `undefined`
   * where there is none, and may return `undefined` to leave all as it is. Resolves with what stands there afterwards.
   */
  update<Name extends RecordStore>(
    store: Name,
    key: string,
    change: (old: RecordOf<Name> | undefined) => RecordOf<Name> | undefined,
  ): Promise<RecordOf<Name> | undefined>;
  delete(store: RecordStore, key: string): Promise<void>;
}

/** What {@link createRecords} needs. */
export interface RecordsOptions {
  readonly connection: Connection;
  /** Called after a damaged record was put aside, so that open pages can be told. */
  readonly onQuarantine?: (record: QuarantinedRecord) => void;
  /** Unix epoch milliseconds. */
  readonly now?: () => number;
}

/** The time at the end of an index's key. */
const timeOf = (key: unknown): number => Number(Array.isArray(key) ? key.at(-1) : key);

type Writing = IDBPTransaction<SidestageSchema, (RecordStore | 'quarantine')[], 'readwrite'>;

/** The records behind `connection`. */
export function createRecords({ connection, onQuarantine, now = Date.now }: RecordsOptions): Records {
  /** Moves what is damaged under `key`, inside `transaction`; what is sound meanwhile comes back. */
  async function sift<Name extends RecordStore>(
    transaction: Writing,
    store: Name,
    key: IDBValidKey,
    moved: QuarantinedRecord[],
  ): Promise<RecordOf<Name> | undefined> {
    const source = transaction.objectStore(store);
    // Some damaged records have a key that no sound one has, such as a number.
    const record: unknown = await source.get(key as string);
    if (record === undefined) return undefined;
    const why = complaintAbout(store, record);
    if (why === undefined) return record as RecordOf<Name>;
    const aside = { id: crypto.randomUUID(), store, key, at: now(), why, record };
    await transaction.objectStore('quarantine').put(aside);
    await source.delete(key as string);
    moved.push(aside);
    return undefined;
  }

  /** Runs `job` in one transaction that can move records to the quarantine; tells of them once it is committed. */
  async function writing<T>(
    database: Database,
    store: RecordStore,
    job: (transaction: Writing, moved: QuarantinedRecord[]) => Promise<T>,
  ): Promise<T> {
    const moved: QuarantinedRecord[] = [];
    const transaction = database.transaction<(RecordStore | 'quarantine')[], 'readwrite'>(
      [store, 'quarantine'],
      'readwrite',
    );
    let result: T;
    try {
      result = await job(transaction, moved);
    } catch (error) {
      transaction.done.catch(() => undefined);
      if (transaction.error === null) transaction.abort();
      throw error;
    }
    await transaction.done;
    for (const record of moved) onQuarantine?.(record);
    return result;
  }

  return {
    get: (store, key) =>
      connection.use(async (database) => {
        const record = await database.get(store, key);
        if (record === undefined || complaintAbout(store, record) === undefined) return record;
        return writing(database, store, (transaction, moved) => sift(transaction, store, key, moved));
      }),

    list: (store, { index, range, direction = 'next', limit = Infinity, where } = {}) =>
      connection.use(async (database) => {
        const found: RecordOf<typeof store>[] = [];
        const damaged: IDBValidKey[] = [];
        const source = database.transaction(store).store;
        let cursor = await (index === undefined
          ? source.openCursor(range, direction)
          : source.index(index).openCursor(range, direction));
        while (cursor && found.length < limit) {
          if (complaintAbout(store, cursor.value) !== undefined) damaged.push(cursor.primaryKey);
          else if (where?.(cursor.value) !== false) found.push(cursor.value);
          cursor = await cursor.continue();
        }
        if (damaged.length > 0) {
          await writing(database, store, async (transaction, moved) => {
            for (const key of damaged) await sift(transaction, store, key, moved);
          });
        }
        return found;
      }),

    window: (store, { index, under, before = Infinity, size }) =>
      connection.use(async (database) => {
        const source = database.transaction(store).store;
        const times = source.index(index);
        const edge = (time: number): IDBValidKey => (under.length === 0 ? time : [...under, time]);
        const older = IDBKeyRange.bound(edge(-Infinity), edge(before), false, true);
        let cursor = await times.openKeyCursor(older, 'prev');
        if (cursor && size > 1) cursor = await cursor.advance(size - 1);
        const oldest = cursor && timeOf(cursor.key);
        const range = IDBKeyRange.bound(edge(oldest ?? -Infinity), edge(before), false, true);
        const found = (await times.getAll(range)).reverse();
        const isSound = (record: RecordOf<typeof store>): boolean =>
          complaintAbout(store, record) === undefined;
        const damaged = found.filter((record) => !isSound(record));
        if (damaged.length > 0) {
          const keyPath = source.keyPath as string;
          await writing(database, store, async (transaction, moved) => {
            for (const record of damaged)
              await sift(transaction, store, Reflect.get(record, keyPath) as IDBValidKey, moved);
          });
        }
        return { records: found.filter(isSound), ...(oldest != null && { before: oldest }) };
      }),

    put: (store, record) =>
      connection.use(async (database) => {
        await database.put(store, record);
      }),

    update: (store, key, change) =>
      connection.use((database) =>
        writing(database, store, async (transaction, moved) => {
          const old = await sift(transaction, store, key, moved);
          const record = change(old);
          if (record === undefined) return old;
          await transaction.objectStore(store).put(record);
          return record;
        }),
      ),

    delete: (store, key) => connection.use((database) => database.delete(store, key)),
  };
}
