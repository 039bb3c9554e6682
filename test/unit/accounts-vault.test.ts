import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';

import type { Grant } from '../../lib/accounts/account.ts';
import { createStoredVault } from '../../lib/accounts/stored-vault.ts';
import type { Vault } from '../../lib/accounts/vault.ts';
import { createConnection } from '../../lib/store/database.ts';
import { createRecords } from '../../lib/store/records.ts';
import { createSession } from '../../lib/store/session.ts';
import { accountOf } from './accounts-platform.ts';
import { memoryArea } from './store-memory-area.ts';

const ann = accountOf('ann', ['a']);
const first: Grant = { kind: 'device', clientId: 'c', accessToken: 'access-1', refreshToken: 'refresh-1' };
const second: Grant = { ...first, accessToken: 'access-2', refreshToken: 'refresh-2', expiresAt: 5 };
let area: ReturnType<typeof memoryArea>;
let active: string | undefined;

/** The vault of one life; the session area is `area`, the disk is shared. */
function open(): Vault {
  const connection = createConnection();
  return createStoredVault({
    records: createRecords({ connection }),
    connection,
    session: createSession(area),
    active: {
      read: () => Promise.resolve(active),
      write: (id) => {
        active = id;
        return Promise.resolve();
      },
    },
    now: () => 7,
  });
}

beforeEach(() => {
  indexedDB = new IDBFactory();
  area = memoryArea();
  active = undefined;
});

describe('the vault', () => {
  it('keeps what calls are made with in the session, and a refresh token nowhere but sealed', async () => {
    const vault = open();
    await vault.put(ann, first);
    expect(await vault.access(ann.id)).toEqual({ clientId: 'c', accessToken: 'access-1' });
    const session = JSON.stringify(area.content());
    expect(session).toContain('access-1');
    expect(session).not.toContain('refresh-1');
    expect(await vault.grant(ann.id)).toEqual(first);
    expect(await vault.accounts()).toEqual([ann]);
  });

  it('outlives the browser', async () => {
    await open().put(ann, first);
    area = memoryArea();
    const later = open();
    expect(await later.access(ann.id)).toEqual({ clientId: 'c', accessToken: 'access-1' });
    expect(await later.grant(ann.id)).toEqual(first);
  });

  it('holds the grant that was replaced until it is let go', async () => {
    const vault = open();
    await vault.put(ann, first);
    await vault.put({ ...ann, scopes: ['a', 'b'] }, second);
    expect(await vault.access(ann.id)).toMatchObject({ accessToken: 'access-2' });
    const [held] = await open().held();
    expect(held).toMatchObject({ why: 'former', accountId: ann.id, grant: first });
    await vault.letGo(held?.id ?? '');
    expect(await vault.held()).toEqual([]);
  });

  it('keeps the grant when only the account changes', async () => {
    const vault = open();
    await vault.put(ann, first);
    await vault.put({ ...ann, state: 'expired', declined: ['b'] });
    expect(await vault.grant(ann.id)).toEqual(first);
    expect(await vault.account(ann.id)).toMatchObject({ state: 'expired', declined: ['b'] });
    expect(await vault.held()).toEqual([]);
  });

  it('forgets an account at once, and holds its grant until it is given back', async () => {
    const vault = open();
    await vault.put(ann, first);
    await vault.remove(ann.id);
    expect(await vault.accounts()).toEqual([]);
    expect(await vault.access(ann.id)).toBeUndefined();
    expect(JSON.stringify(area.content())).not.toContain('access-1');
    expect((await vault.held()).map(({ grant }) => grant)).toEqual([first]);
  });

  it('holds a grant that has arrived for the next life', async () => {
    const id = await open().hold(second);
    expect(await open().held()).toEqual([{ id, why: 'arrived', grant: second }]);
  });

  it('never leaves the old token in use when a life ends while the new one is written', async () => {
    const vault = open();
    await vault.put(ann, first);
    await vault.access(ann.id);
    // The write to the session after the disk's is what this life does not live to see.
    const put = vault.put(ann, second);
    await expect.poll(async () => (await open().grant(ann.id))?.accessToken).toBe('access-2');
    expect(await open().access(ann.id)).toMatchObject({ accessToken: 'access-2' });
    await put;
  });
});
