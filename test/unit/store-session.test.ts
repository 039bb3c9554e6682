import 'fake-indexeddb/auto';

import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';

import { createConnection } from '../../lib/store/database.ts';
import { createSession } from '../../lib/store/session.ts';
import { classifyStart, markStarted } from '../../lib/store/start.ts';
import { memoryArea } from './store-memory-area.ts';

beforeEach(() => {
  indexedDB = new IDBFactory();
});

const token = z.object({ access: z.string(), expiresAt: z.number() });

test('a cached value is read back, changed and removed', async () => {
  const area = memoryArea();
  const value = createSession(area).value('token.77', token);
  expect(await value.get()).toBeUndefined();
  await value.set({ access: 'a', expiresAt: 1 });
  expect(await createSession(area).value('token.77', token).get()).toEqual({ access: 'a', expiresAt: 1 });
  expect(await value.update((old) => old && { ...old, expiresAt: 2 })).toEqual({ access: 'a', expiresAt: 2 });
  await value.update(() => undefined);
  expect(area.content()).toEqual({});
});

test.each([null, 'token', { access: 'a' }, { access: 1, expiresAt: 2 }])(
  'a cache that does not parse is no cache: %j',
  async (stored) => {
    const value = createSession(memoryArea({ t: stored })).value('t', token);
    expect(await value.get()).toBeUndefined();
  },
);

test('names that only look like properties are not there', async () => {
  const value = createSession(memoryArea()).value('constructor', z.unknown());
  expect(await value.get()).toBeUndefined();
});

test('updates that overlap, also of different values: none is lost', async () => {
  const area = memoryArea();
  const session = createSession(area);
  const [one, other] = [session.value('one', z.number()), session.value('other', z.number())];
  const add = (old = 0): number => old + 1;
  await Promise.all(Array.from({ length: 20 }, (_, turn) => (turn % 2 ? one : other).update(add)));
  expect(area.content()).toEqual({ one: 10, other: 10 });
});

test('a session that is full says so, and goes on', async () => {
  const area = memoryArea();
  const value = createSession(area).value('n', z.number());
  area.failNextSet(new Error('Session storage quota bytes exceeded. Values were not stored.'));
  await expect(value.set(1)).rejects.toMatchObject({ failure: { code: 'storage', why: 'full' } });
  await value.set(2);
  expect(await value.get()).toBe(2);
});

test('the first run, a wake, a browser start', async () => {
  const local = memoryArea();
  let session = memoryArea();
  expect(await classifyStart({ session, local })).toBe('first-run');
  await markStarted({ session, local }, () => 7);
  expect(await classifyStart({ session, local })).toBe('wake');
  session = memoryArea();
  expect(await classifyStart({ session, local })).toBe('browser-start');
});

test('killed before the first run was done: it is the first run again', async () => {
  const areas = { session: memoryArea(), local: memoryArea() };
  await classifyStart(areas);
  expect(await classifyStart(areas)).toBe('first-run');
});

test('killed between the two marks: a browser start, never a second first run', async () => {
  const areas = { session: memoryArea(), local: memoryArea() };
  areas.session.failNextSet(new Error('killed'));
  await expect(markStarted(areas)).rejects.toThrow();
  expect(await classifyStart(areas)).toBe('browser-start');
});

test('only the database is left: a browser start', async () => {
  const areas = { session: memoryArea(), local: memoryArea() };
  const connection = createConnection();
  await connection.use(() => Promise.resolve());
  await connection.close();
  expect(await classifyStart(areas)).toBe('browser-start');
});
