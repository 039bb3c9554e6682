import 'fake-indexeddb/auto';

import { beforeEach, expect, test, vi } from 'vitest';

import type { LoggedAction } from '../../lib/moderation/action.ts';
import { type Connection, createConnection } from '../../lib/store/database.ts';
import { createNotices, type Notices } from '../../lib/store/notices.ts';
import { createRecords, type Records } from '../../lib/store/records.ts';
import type { QuarantinedRecord, RecordStore } from '../../lib/store/schema.ts';
import { seal, sealingKey } from '../../lib/store/seal.ts';
import { firstAccount, firstSnapshot } from './store-first-database.ts';
import { memoryArea } from './store-memory-area.ts';

let connection: Connection;
let records: Records;
let notices: Notices;
const onQuarantine = vi.fn<(record: QuarantinedRecord) => void>();

beforeEach(() => {
  indexedDB = new IDBFactory();
  onQuarantine.mockReset();
  connection = createConnection();
  records = createRecords({ connection, onQuarantine, now: () => 42 });
  notices = createNotices({ area: memoryArea(), connection, now: () => 99 });
});

const logged = (id: string, at: number, login = 'spambot_42'): LoggedAction => ({
  id,
  action: { platform: 'twitch', channel: 'cohhcarnage', kind: 'ban', target: { login, name: login } },
  by: { id: 'twitch:77', login: 'carol_mods' },
  at,
});

/** Writes past the types, as a bug or a broken disk would. */
const smuggle = (store: RecordStore, record: unknown): Promise<unknown> =>
  connection.use((database) => database.put(store, record as never));

test('what was put is read back, also fields that we do not know', async () => {
  await records.put('accounts', firstAccount);
  await smuggle('live', { ...firstSnapshot, cursor: 'of a later version' });
  expect(await records.get('accounts', firstAccount.id)).toEqual(firstAccount);
  expect(await records.get('live', 'twitch:77')).toEqual({ ...firstSnapshot, cursor: 'of a later version' });
  expect(await records.get('live', 'nobody')).toBeUndefined();
  await records.delete('accounts', firstAccount.id);
  expect(await records.list('accounts')).toEqual([]);
});

test('the log by time, channel and target, newest first, as many as asked for', async () => {
  for (const [place, login] of ['x', 'y', 'x', 'x'].entries())
    await records.put('actions', logged(`a${place}`, place, login));
  const ids = async (...query: Parameters<typeof records.list<'actions'>>): Promise<string[]> =>
    (await records.list(...query)).map(({ id }) => id);
  expect(await ids('actions', { index: 'byTime', direction: 'prev', limit: 2 })).toEqual(['a3', 'a2']);
  const about = (...path: string[]): IDBKeyRange => IDBKeyRange.bound([...path, 0], [...path, Infinity]);
  expect(await ids('actions', { index: 'byTarget', range: about('twitch', 'x'), direction: 'prev' })).toEqual(
    ['a3', 'a2', 'a0'],
  );
  expect(await ids('actions', { index: 'byChannel', range: about('twitch', 'cohhcarnage') })).toHaveLength(4);
});

const stream = firstSnapshot.streams[0];
const damaged: readonly (readonly [store: RecordStore, record: object, why: RegExp])[] = [
  ['accounts', { ...firstAccount, scopes: 'all of them' }, /^scopes/],
  ['accounts', { id: 'twitch:1' }, /^platform/],
  ['accounts', { ...firstAccount, sealed: { iv: 'text', data: 'text' } }, /^sealed\.iv/],
  ['keys', { id: 'seal', key: 'hunter2' }, /^key/],
  ['live', { ...firstSnapshot, streams: [{ ...stream, viewers: 'many' }] }, /^streams\.0\.viewers/],
  ['live', { ...firstSnapshot, streams: null }, /^streams/],
  ['actions', { ...logged('a1', 1), at: 'yesterday' }, /^at/],
  ['actions', { ...logged('a1', 1), action: { kind: 'erase' } }, /^action\./],
  ['pending', { id: 'p1', startedAt: 1 }, /^kind/],
];

test.each(damaged)('a damaged record in %s is put aside, not thrown away: %o', async (store, record, why) => {
  await smuggle(store, record);
  expect(await records.list(store)).toEqual([]);
  expect(await connection.use((database) => database.count(store))).toBe(0);

  expect(onQuarantine).toHaveBeenCalledOnce();
  const [notice] = await notices.list();
  expect(notice).toMatchObject({ where: store, at: 42, dismissed: false });
  expect(notice?.why).toMatch(why);
  const copy = await connection.use((database) => database.get('quarantine', notice?.id ?? ''));
  expect(copy?.record).toEqual(record);

  await notices.dismiss(notice?.id ?? '');
  expect((await notices.list())[0]?.dismissed).toBe(true);
  const exported = JSON.parse((await notices.export(notice?.id ?? '')) ?? '') as QuarantinedRecord;
  expect(exported.record).toEqual(record);
});

test('get and update also put damage aside, and sound records beside it stay', async () => {
  await records.put('actions', logged('good', 1));
  await smuggle('actions', { id: 'bad', at: 2 });
  await smuggle('actions', { id: 'worse', at: 3 });
  expect(await records.get('actions', 'bad')).toBeUndefined();
  const change = vi.fn(() => logged('worse', 4));
  expect(await records.update('actions', 'worse', change)).toEqual(logged('worse', 4));
  expect(change).toHaveBeenCalledWith(undefined);
  expect((await records.list('actions')).map(({ id }) => id)).toEqual(['good', 'worse']);
  expect(await notices.list()).toHaveLength(2);
});

test('a key that no record of ours has does not hide the damage', async () => {
  await smuggle('pending', { id: 7, kind: 'undo' });
  expect(await records.list('pending', { index: 'byKind', range: IDBKeyRange.only('undo') })).toEqual([]);
  expect(onQuarantine.mock.calls[0]?.[0].key).toBe(7);
});

test('what is exported names sealed data but does not give them out', async () => {
  const sealed = await seal(await sealingKey(records), firstAccount.id, { refreshToken: 'secret' });
  await smuggle('accounts', { ...firstAccount, sealed, login: '' });
  await records.list('accounts');
  const [notice] = await notices.list();
  const exported = JSON.parse((await notices.export(notice?.id ?? '')) ?? '') as {
    record: { sealed: unknown };
  };
  expect(exported.record.sealed).toEqual({
    iv: 'binary, 12 bytes',
    data: expect.stringMatching(/^binary/) as string,
  });
  expect(await notices.export('no such notice')).toBeUndefined();
});

test('updates that overlap: none is lost', async () => {
  const count = (): Promise<unknown> =>
    records.update('pending', 'p', (old) => ({
      id: 'p',
      kind: 'count',
      startedAt: 0,
      data: Number(old?.data ?? 0) + 1,
    }));
  await Promise.all(Array.from({ length: 25 }, count));
  expect((await records.get('pending', 'p'))?.data).toBe(25);
});

test('an update that throws changes nothing, and one that returns nothing leaves all as it is', async () => {
  await records.put('actions', logged('a', 1));
  const broken = records.update('actions', 'a', () => {
    throw new RangeError('a bug');
  });
  await expect(broken).rejects.toBeInstanceOf(RangeError);
  await smuggle('actions', { id: 'bad', at: 1 });
  const brokenOnDamage = records.update('actions', 'bad', () => {
    throw new RangeError('a bug');
  });
  await expect(brokenOnDamage).rejects.toBeInstanceOf(RangeError);
  expect(await notices.list()).toEqual([]);
  expect(await records.update('actions', 'a', () => undefined)).toEqual(logged('a', 1));
  expect(await records.get('actions', 'a')).toEqual(logged('a', 1));
});

test('a move that breaks off in the middle: the record stays where it was, and is moved the next time', async () => {
  await smuggle('actions', { id: 'bad', at: 1 });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  await expect(records.list('actions')).rejects.toMatchObject({ failure: { code: 'storage', why: 'full' } });
  put.mockRestore();
  expect(onQuarantine).not.toHaveBeenCalled();
  expect(await connection.use((database) => database.count('actions'))).toBe(1);
  expect(await records.list('actions')).toEqual([]);
  expect(await notices.list()).toHaveLength(1);
});

test('killed before the move is committed: nothing has happened', async () => {
  await smuggle('actions', { id: 'bad', at: 1 });
  const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementationOnce(function (
    this: IDBObjectStore,
  ) {
    this.transaction.abort();
    throw new DOMException('', 'AbortError');
  });
  await expect(records.get('actions', 'bad')).rejects.toMatchObject({ failure: { code: 'storage' } });
  remove.mockRestore();
  expect(await notices.list()).toEqual([]);
  expect(await records.get('actions', 'bad')).toBeUndefined();
  expect(await notices.list()).toHaveLength(1);
});

test('a full disk', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });
  try {
    await expect(records.put('actions', logged('a', 1))).rejects.toMatchObject({
      failure: { code: 'storage', why: 'full' },
    });
  } finally {
    put.mockRestore();
  }
});
