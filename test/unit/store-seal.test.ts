import 'fake-indexeddb/auto';

import { beforeEach, expect, test } from 'vitest';

import { createConnection } from '../../lib/store/database.ts';
import { createRecords, type Records } from '../../lib/store/records.ts';
import { seal, sealingKey, unseal } from '../../lib/store/seal.ts';
import { firstAccount } from './store-first-database.ts';

const secret = { refreshToken: 'r3fr35h', scopes: ['chat:read'] };
const owner = 'twitch:77';
let records: Records;

beforeEach(() => {
  indexedDB = new IDBFactory();
  records = createRecords({ connection: createConnection() });
});

test('what was sealed opens again after the browser was closed', async () => {
  const sealed = await seal(await sealingKey(records), owner, secret);
  await records.put('accounts', { ...firstAccount, sealed });

  const later = createRecords({ connection: createConnection() });
  const account = await later.get('accounts', owner);
  expect(await unseal(await sealingKey(later), owner, account?.sealed ?? sealed)).toEqual(secret);
});

test('the key cannot be read out, and the sealed bytes do not show the secret', async () => {
  const key = await sealingKey(records);
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  const { data } = await seal(key, owner, secret);
  expect(new TextDecoder().decode(data)).not.toContain(secret.refreshToken);
});

test('two first uses at once share one key', async () => {
  const [one, other] = await Promise.all([sealingKey(records), sealingKey(records)]);
  expect(await unseal(other, owner, await seal(one, owner, secret))).toEqual(secret);
});

test('no box is like another, even of the same secret', async () => {
  const key = await sealingKey(records);
  const [one, other] = await Promise.all([seal(key, owner, secret), seal(key, owner, secret)]);
  expect(one.iv).not.toEqual(other.iv);
  expect(new Uint8Array(one.data)).not.toEqual(new Uint8Array(other.data));
});

test('another owner, another key, a changed byte, a cut: nothing comes out', async () => {
  const key = await sealingKey(records);
  const sealed = await seal(key, owner, secret);
  const stranger = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const changed = new Uint8Array(sealed.data.slice(0));
  changed[3] = (changed[3] ?? 0) ^ 1;

  expect(await unseal(key, 'twitch:78', sealed)).toBeUndefined();
  expect(await unseal(stranger, owner, sealed)).toBeUndefined();
  expect(await unseal(key, owner, { ...sealed, data: changed.buffer })).toBeUndefined();
  expect(await unseal(key, owner, { ...sealed, data: sealed.data.slice(4) })).toBeUndefined();
  expect(await unseal(key, owner, { ...sealed, iv: new Uint8Array(0) })).toBeUndefined();
});

test('a lost key is made anew; the old boxes stay closed instead of failing', async () => {
  const sealed = await seal(await sealingKey(records), owner, secret);
  await records.delete('keys', 'seal');
  expect(await unseal(await sealingKey(records), owner, sealed)).toBeUndefined();
});
