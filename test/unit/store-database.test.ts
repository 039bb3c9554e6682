import 'fake-indexeddb/auto';
import { readdirSync } from 'node:fs';

import { beforeEach, expect, test, vi } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import { createConnection, type Database, openDatabase } from '../../lib/store/database.ts';
import { databaseVersion, migrate, migrations } from '../../lib/store/migrations/index.ts';
import { createRecords } from '../../lib/store/records.ts';
import { firstAccount, firstLog, firstSnapshot, installFirstDatabase } from './store-first-database.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const storage = (why: string): object => ({ failure: { code: 'storage', why } });

/** Names of stores and their indexes. */
function shape(database: Database): Record<string, string[]> {
  return Object.fromEntries(
    [...database.objectStoreNames].map((name) => [
      name,
      [...database.transaction(name).objectStore(name).indexNames],
    ]),
  );
}

const newest = {
  accounts: [],
  actions: ['byChannel', 'byState', 'byTarget', 'byTargetId', 'byTime'],
  keys: [],
  lines: ['byChatter', 'byTime'],
  live: [],
  pending: ['byKind'],
  people: ['byLogin', 'byTime'],
  quarantine: [],
};

test('the migrations are a chain without gaps, one numbered file each', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, place) => place + 1));
  const files = readdirSync(new URL('../../lib/store/migrations', import.meta.url)).filter((name) =>
    /^\d/.test(name),
  );
  expect(files.sort().map((name) => Number(name.slice(0, 3)))).toEqual(
    migrations.map(({ version }) => version),
  );
});

test('a new database has every store and index of today', async () => {
  const database = await openDatabase();
  expect(database.version).toBe(databaseVersion);
  expect(shape(database)).toEqual(newest);
  database.close();
});

test('the first step still makes what the first version shipped', async () => {
  const fresh = await openDatabase({ version: 1 });
  const made = shape(fresh);
  fresh.close();
  indexedDB = new IDBFactory();
  (await installFirstDatabase()).close();
  const shipped = await openDatabase({ version: 1 });
  expect(made).toEqual(shape(shipped));
  shipped.close();
});

test('version 3 to 4: logs are found by whom they are about, whatever they were called then', async () => {
  const before = await openDatabase({ version: 3 });
  const entry = (id: string, login: string, userId?: string) => ({
    id,
    action: {
      platform: 'chzzk' as const,
      channel: 'c',
      kind: 'quiet' as const,
      target: { login, name: login, ...(userId !== undefined && { id: userId }) },
    },
    by: { id: 'chzzk:1', login: 'x' },
    at: Number(id),
  });
  for (const one of [entry('1', 'old', 'a1'), entry('2', 'new', 'a1'), entry('3', 'new')])
    await before.put('actions', one);
  before.close();
  const database = await openDatabase();
  const range = IDBKeyRange.bound(['chzzk', 'a1', 0], ['chzzk', 'a1', Infinity]);
  const found = await database.getAllFromIndex('actions', 'byTargetId', range);
  expect(found.map(({ id }) => id)).toEqual(['1', '2']);
  database.close();
});

test('version 5 to 6: what was logged was done, and what was only tried is found', async () => {
  const before = await openDatabase({ version: 5 });
  const entry = {
    id: 'a',
    action: {
      platform: 'twitch' as const,
      channel: 'c',
      kind: 'ban' as const,
      target: { login: 'x', name: 'X', id: '1' },
    },
    by: { id: 'twitch:1', login: 'm' },
    at: 5,
    undoneAt: 6,
  };
  await before.put('actions', entry);
  before.close();
  const database = await openDatabase();
  expect(await database.getAll('actions')).toEqual([entry]);
  expect(await database.countFromIndex('actions', 'byState')).toBe(0);
  await database.put('actions', { ...entry, id: 'b', result: { state: 'unknown' } });
  expect(await database.getAllKeysFromIndex('actions', 'byState')).toEqual(['b']);
  database.close();
});

test('version 1 to 2: logs are found by target whatever the case was, and nothing else changes', async () => {
  (await installFirstDatabase()).close();
  const database = await openDatabase();
  expect(shape(database)).toEqual(newest);

  const range = IDBKeyRange.bound(['twitch', 'spambot_42', 0], ['twitch', 'spambot_42', Infinity]);
  const found = await database.getAllFromIndex('actions', 'byTarget', range);
  expect(found.map(({ id }) => id)).toEqual(['a1', 'a2']);
  expect(found[0]).toEqual({
    ...firstLog[0],
    action: {
      ...firstLog[0].action,
      channel: 'cohhcarnage',
      target: { login: 'spambot_42', name: 'SpamBot_42', id: '901' },
    },
  });
  expect(found[1]).toEqual(firstLog[1]);
  expect(await database.get('actions', 'a3')).toEqual(firstLog[2]);
  expect(await database.get('actions', 'a4')).toEqual(firstLog[3]);
  expect(await database.getAll('accounts')).toEqual([firstAccount]);
  expect(await database.getAll('live')).toEqual([firstSnapshot]);
  expect(await database.count('pending')).toBe(1);
  database.close();

  const records = createRecords({ connection: createConnection() });
  expect((await records.list('actions')).map(({ id }) => id)).toEqual(['a1', 'a2']);
});

test('version 2 to 3: there is a place for people, and nothing else changes', async () => {
  (await installFirstDatabase()).close();
  const second = await openDatabase({ version: 2 });
  const actions = await second.getAll('actions');
  second.close();
  const database = await openDatabase();
  expect(shape(database)).toEqual(newest);
  expect(await database.getAll('actions')).toEqual(actions);
  expect(await database.getAll('people')).toEqual([]);
  database.close();
});

test('a migration that fails leaves the data as they were, and the next one finds them', async () => {
  (await installFirstDatabase()).close();
  const broken: typeof migrate = async (...upgrade) => {
    await migrate(...upgrade);
    throw new TypeError('a bug');
  };
  const opening = openDatabase({ migrate: broken });
  await expect(opening).rejects.toMatchObject(storage('unavailable'));
  await expect(opening).rejects.toHaveProperty('cause.message', 'a bug');

  const old = await openDatabase({ version: 1 });
  expect(shape(old)['quarantine']).toBeUndefined();
  expect(await old.get('actions', 'a1')).toEqual(firstLog[0]);
  old.close();
  const database = await openDatabase();
  expect(await database.count('actions')).toBe(firstLog.length);
  database.close();
});

test('a database of a newer version is refused and left alone', async () => {
  const newer = await openDatabase({ version: databaseVersion + 1 });
  newer.close();
  await expect(openDatabase()).rejects.toMatchObject(storage('newer'));
});

test('a context that will not let go of an old version: blocked, and free again when it has closed', async () => {
  const holder = await installFirstDatabase();
  await expect(openDatabase({ patienceMs: 0 })).rejects.toMatchObject(storage('blocked'));
  holder.close();
  const database = await openDatabase();
  expect(database.version).toBe(databaseVersion);
  database.close();
});

test('an opening that comes too late is closed again', async () => {
  const holder = await installFirstDatabase();
  await expect(openDatabase({ patienceMs: 0 })).rejects.toMatchObject(storage('blocked'));
  holder.close();
  const closed = Promise.withResolvers<number>();
  const close = vi.spyOn(IDBDatabase.prototype, 'close').mockImplementation(function (this: IDBDatabase) {
    closed.resolve(this.version);
  });
  expect(await closed.promise).toBe(databaseVersion);
  close.mockRestore();
});

test('our own contexts let go of an old version by themselves', async () => {
  const onLost = vi.fn();
  await openDatabase({ version: 1, onLost });
  const database = await openDatabase({ patienceMs: 0 });
  expect(onLost).toHaveBeenCalledOnce();
  expect(database.version).toBe(databaseVersion);
  database.close();
});

test('a browser that refuses IndexedDB', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('private window', 'SecurityError');
  });
  await expect(openDatabase()).rejects.toMatchObject(storage('unavailable'));
});

test('a connection opens once, and again after it was lost or had failed', async () => {
  let lose = (): void => undefined;
  let failing = true;
  const open = vi.fn<typeof openDatabase>((options) => {
    if (failing) return Promise.reject(new FailureError({ code: 'storage', why: 'blocked' }));
    lose = () => options?.onLost?.();
    return openDatabase(options);
  });
  const connection = createConnection(open);
  const version = (): Promise<number> => connection.use((database) => Promise.resolve(database.version));

  await expect(version()).rejects.toMatchObject(storage('blocked'));
  failing = false;
  await Promise.all([version(), version()]);
  expect(open).toHaveBeenCalledTimes(2);
  lose();
  await version();
  expect(open).toHaveBeenCalledTimes(3);
  await connection.close();
});

test('a full disk is a storage failure; a bug of ours stays a bug', async () => {
  const connection = createConnection();
  const full = connection.use(() => Promise.reject(new DOMException('', 'QuotaExceededError')));
  await expect(full).rejects.toMatchObject(storage('full'));
  await expect(connection.use(() => Promise.reject(new TypeError('bug')))).rejects.toBeInstanceOf(TypeError);
  await connection.close();
});
