import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';

import { beforeEach, expect, test, vi } from 'vitest';

import { createConnection, openDatabase } from '../../lib/store/database.ts';
import { openExisting, readLists, readLive } from '../../lib/store/read-live.ts';
import { firstSnapshot, installFirstDatabase } from './store-first-database.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const put = async (...snapshots: unknown[]): Promise<void> => {
  const connection = createConnection();
  await connection.use(async (database) => {
    for (const snapshot of snapshots) await database.put('live', snapshot as never);
  });
  await connection.close();
};

test('the list of one account, and without one the newest', async () => {
  const other = { accountId: 'twitch:9', updatedAt: firstSnapshot.updatedAt + 1, streams: [] };
  await put(other, firstSnapshot);
  expect(await readLive('twitch:77')).toEqual(firstSnapshot);
  expect(await readLive()).toEqual(other);
  expect(await readLive('twitch:404')).toBeUndefined();
});

test('CHZZK’s list stands beside that of the accounts, and is never taken for one of them', async () => {
  const chzzk = { accountId: 'chzzk:c1', updatedAt: firstSnapshot.updatedAt + 1, streams: [] };
  await put(chzzk, firstSnapshot);
  const both = { own: firstSnapshot, chzzk };
  expect(await readLists()).toEqual(both);
  expect(await readLists('twitch:77')).toEqual(both);
  expect(await readLists('twitch:404')).toEqual({ own: undefined, chzzk });
  expect(await readLive()).toEqual(firstSnapshot);
});

test('looking creates nothing: no database, and none afterwards', async () => {
  expect(await readLive()).toBeUndefined();
  expect(await indexedDB.databases()).toEqual([]);
});

test('a database of the first version is read as it stands, and not migrated', async () => {
  (await installFirstDatabase()).close();
  expect(await readLive()).toEqual(firstSnapshot);
  expect((await indexedDB.databases())[0]?.version).toBe(1);
});

test('a page that is looking does not hold up a migration', async () => {
  (await installFirstDatabase()).close();
  const page = await openExisting();
  expect(page?.version).toBe(1);
  const database = await openDatabase({ patienceMs: 0 });
  database.close();
});

const stream = firstSnapshot.streams[0];
test.each([
  { ...firstSnapshot, streams: 'none' },
  { ...firstSnapshot, updatedAt: null },
  { ...firstSnapshot, streams: [{ ...stream, viewers: '8' }] },
  { ...firstSnapshot, streams: [stream, null] },
  { ...firstSnapshot, streams: [{ ...stream, title: { toString: 'hm' } }] },
  { ...firstSnapshot, streams: [{ ...stream, avatarUrl: 5 }] },
  { ...firstSnapshot, streams: [{ ...stream, startedAt: 'now' }] },
])('a damaged list is not shown, and not touched: %o', async (snapshot) => {
  await put(snapshot);
  expect(await readLive()).toBeUndefined();
  const connection = createConnection();
  expect(await connection.use((database) => database.getAll('live'))).toEqual([snapshot]);
  await connection.close();
});

test('a damaged list of one account does not hide that of another', async () => {
  await put({ accountId: 'twitch:1', updatedAt: 9e15 }, firstSnapshot);
  expect(await readLive()).toEqual(firstSnapshot);
});

test('a browser that refuses IndexedDB is a browser with no list', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('private window', 'SecurityError');
  });
  expect(await readLive()).toBeUndefined();
});

/** Everything that importing `file` loads: our own files, and packages by name. Types cost nothing and do not count. */
function loads(file: URL, seen = new Set<string>()): Set<string> {
  if (seen.has(file.pathname)) return seen;
  seen.add(file.pathname);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gm);
  for (const [, from = ''] of imports) {
    if (from.startsWith('.')) loads(new URL(from, file), seen);
    else seen.add(from);
  }
  return seen;
}

test.each(['read-live', 'settings'])('the first paint may use %s: it loads no package', (name) => {
  const loaded = [...loads(new URL(`../../lib/store/${name}.ts`, import.meta.url))];
  expect(loaded.filter((path) => !path.startsWith('/'))).toEqual([]);
  expect(loaded.length).toBeGreaterThan(1);
});
