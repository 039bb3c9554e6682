import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Account, Grant } from '../../lib/accounts/account.ts';
import type { Attempt, SignInWay } from '../../lib/accounts/accounts.ts';
import { createAccounts } from '../../lib/accounts/accounts.ts';
import type { Vault } from '../../lib/accounts/vault.ts';
import { FailureError } from '../../lib/failure.ts';

const ann: Account = {
  id: 'twitch:1',
  platform: 'twitch',
  userId: '1',
  login: 'ann',
  name: 'Ann',
  scopes: ['a'],
  state: 'ok',
};
const bob: Account = { ...ann, id: 'twitch:2', userId: '2', login: 'bob', name: 'Bob' };
const grantOf = (accessToken: string): Grant => ({ kind: 'implicit', clientId: 'c', accessToken });

function memoryVault(): Vault {
  const accounts = new Map<string, Account>();
  const grants = new Map<string, Grant>();
  let active: string | undefined;
  return {
    accounts: () => Promise.resolve([...accounts.values()]),
    account: (id) => Promise.resolve(accounts.get(id)),
    put: (account, grant) => {
      accounts.set(account.id, account);
      if (grant !== undefined) grants.set(account.id, grant);
      return Promise.resolve();
    },
    grant: (id) => Promise.resolve(grants.get(id)),
    remove: (id) => {
      accounts.delete(id);
      grants.delete(id);
      return Promise.resolve();
    },
    activeId: () => Promise.resolve(active),
    setActive: (id) => {
      active = id;
      return Promise.resolve();
    },
  };
}

let vault: Vault;
let last: Attempt;
let way: { [Name in keyof SignInWay]: ReturnType<typeof vi.fn<SignInWay[Name]>> };
const changed = vi.fn(() => Promise.resolve());

/** One life of the worker; the vault and what was begun outlive it. */
const live = () =>
  createAccounts({
    vault,
    way,
    firstScopes: ['a'],
    attempt: {
      get: () => Promise.resolve(last),
      set: (attempt) => {
        last = attempt;
        return Promise.resolve();
      },
    },
    changed,
  });

beforeEach(() => {
  vault = memoryVault();
  last = { begun: false };
  changed.mockClear();
  way = {
    isPossible: vi.fn(() => Promise.resolve(true)),
    obtain: vi.fn(() => Promise.resolve({ account: ann, grant: grantOf('t1') })),
    check: vi.fn(() => Promise.resolve({ scopes: ['a'], userId: '1' })),
    revoke: vi.fn(() => Promise.resolve()),
  };
});

const failing = (code: 'offline' | 'sign-in-denied' | 'login-expired') => () =>
  Promise.reject(new FailureError({ code }));

describe('signing in', () => {
  it('stores the account and makes it the acting one', async () => {
    const accounts = live();
    await accounts.signIn();
    expect(await accounts.read()).toEqual({
      accounts: [ann],
      activeId: 'twitch:1',
      signingIn: false,
      canSignIn: true,
    });
    expect(await accounts.acting()).toEqual(ann);
  });

  it('opens one window however often it is asked for', async () => {
    const accounts = live();
    await Promise.all([accounts.signIn(), accounts.signIn()]);
    expect(way.obtain).toHaveBeenCalledOnce();
  });

  it('says so while the window is open, and lets the user try again after a refusal', async () => {
    way.obtain.mockImplementationOnce(failing('sign-in-denied'));
    const accounts = live();
    const refused = accounts.signIn();
    expect((await accounts.read()).signingIn).toBe(true);
    await expect(refused).rejects.toMatchObject({ failure: { code: 'sign-in-denied' } });
    expect((await accounts.read()).signingIn).toBe(false);
    await accounts.signIn();
    expect((await accounts.read()).accounts).toHaveLength(1);
  });

  it('is finished without a window by the next life, when the worker died meanwhile', async () => {
    last = { begun: true };
    await live().resume();
    expect(way.obtain).toHaveBeenCalledWith({ scopes: ['a'], interactive: false });
    expect(await live().read()).toMatchObject({ activeId: 'twitch:1', signingIn: false });
  });

  it('is given up by the next life when the user has not agreed', async () => {
    last = { begun: true };
    way.obtain.mockImplementation(failing('login-expired'));
    await live().resume();
    expect(await live().read()).toMatchObject({ accounts: [], signingIn: false });
  });
});

describe('staying signed in', () => {
  it('renews once for many who ask', async () => {
    const accounts = live();
    await accounts.signIn();
    way.obtain.mockResolvedValue({ account: ann, grant: grantOf('t2') });
    const grants = await Promise.all([accounts.renew(ann.id), accounts.renew(ann.id)]);
    expect(grants.map((grant) => grant?.accessToken)).toEqual(['t2', 't2']);
    expect(way.obtain).toHaveBeenCalledTimes(2);
  });

  it('marks the account as expired when the platform wants to see the user', async () => {
    const accounts = live();
    await accounts.signIn();
    way.obtain.mockImplementation(failing('login-expired'));
    expect(await accounts.renew(ann.id)).toBeUndefined();
    await expect(accounts.acting()).rejects.toMatchObject({
      failure: { code: 'login-expired', login: 'ann' },
    });
  });

  it('keeps the account when there is no network', async () => {
    const accounts = live();
    await accounts.signIn();
    way.obtain.mockImplementation(failing('offline'));
    await expect(accounts.renew(ann.id)).rejects.toMatchObject({ failure: { code: 'offline' } });
    expect((await accounts.acting()).state).toBe('ok');
  });

  it('does not take another person’s grant for a renewal', async () => {
    const accounts = live();
    await accounts.signIn();
    way.obtain.mockResolvedValue({ account: bob, grant: grantOf('bobs') });
    expect(await accounts.renew(ann.id)).toBeUndefined();
    expect((await accounts.read()).accounts.map(({ id, state }) => [id, state])).toEqual([
      ['twitch:1', 'expired'],
    ]);
  });

  it('validates: expired, another owner, fewer scopes, no network', async () => {
    const accounts = live();
    await accounts.signIn();
    way.check.mockImplementationOnce(failing('offline'));
    await accounts.validate();
    expect((await accounts.acting()).scopes).toEqual(['a']);
    way.check.mockResolvedValueOnce({ scopes: [], userId: '1' });
    await accounts.validate();
    expect((await accounts.acting()).scopes).toEqual([]);
    way.check.mockResolvedValueOnce(undefined);
    await accounts.validate();
    await expect(accounts.acting()).rejects.toMatchObject({ failure: { code: 'login-expired' } });
  });
});

describe('signing out', () => {
  it('forgets first, then gives the grant back', async () => {
    const accounts = live();
    await accounts.signIn();
    way.revoke.mockImplementation(failing('offline'));
    await expect(accounts.signOut(ann.id)).rejects.toMatchObject({ failure: { code: 'offline' } });
    expect(await vault.accounts()).toEqual([]);
    expect(way.revoke).toHaveBeenCalledWith(grantOf('t1'));
    await expect(accounts.acting()).rejects.toMatchObject({ failure: { code: 'signed-out' } });
  });

  it('leaves the other accounts, one of which acts now', async () => {
    const accounts = live();
    await accounts.signIn();
    way.obtain.mockResolvedValue({ account: bob, grant: grantOf('t2') });
    await accounts.signIn();
    await accounts.signOut(bob.id);
    expect((await accounts.acting()).id).toBe(ann.id);
  });
});
