import { beforeEach, describe, expect, it, vi } from 'vitest';

import { type AccountEvent, createAccountEvents } from '../../lib/accounts/events.ts';
import { onTokens } from '../../lib/accounts/token-users.ts';
import { accountOf, Platform } from './accounts-platform.ts';
import { Disk, type Life, live } from './accounts-world.ts';

const ann = accountOf('ann', ['a']);

describe('whoever holds on to a token', () => {
  const every: readonly (readonly [AccountEvent, string])[] = [
    [{ kind: 'signed-in', account: ann }, 'renew twitch:1'],
    [{ kind: 'refreshed', account: ann }, 'renew twitch:1'],
    [{ kind: 'scopes-changed', account: ann, before: [] }, 'renew twitch:1'],
    [{ kind: 'expired', account: ann }, 'end twitch:1'],
    [{ kind: 'user-changed', account: ann, userId: '7' }, 'end twitch:1'],
    [{ kind: 'signed-out', accountId: ann.id }, 'end twitch:1'],
    [{ kind: 'renamed', account: ann, before: 'anna' }, ''],
    [{ kind: 'switched', accountId: ann.id }, ''],
  ];

  it.each(every)('hears what $kind means', (event, wanted) => {
    const heard: string[] = [];
    const events = createAccountEvents();
    events.on(
      onTokens({ renew: ({ id }) => heard.push(`renew ${id}`), end: (id) => heard.push(`end ${id}`) }),
    );
    events.tell(event);
    expect(heard.join()).toBe(wanted);
  });

  it('is not harmed by another listener that fails', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const renew = vi.fn();
    const events = createAccountEvents();
    events.on(() => {
      throw new Error('a fault of ours');
    });
    const stop = events.on(onTokens({ renew }));
    events.tell({ kind: 'refreshed', account: ann });
    expect(renew).toHaveBeenCalledOnce();
    stop();
    events.tell({ kind: 'refreshed', account: ann });
    expect(renew).toHaveBeenCalledOnce();
    quiet.mockRestore();
  });
});

describe('the pages', () => {
  let disk: Disk;
  let platform: Platform;
  let life: Life;

  beforeEach(async () => {
    disk = new Disk();
    platform = new Platform();
    life = live(disk, platform);
    await life.accounts.signIn();
    life.told.length = 0;
  });

  /** What the pages would read when they are told. */
  const told = (): string[] => life.told.map((accounts) => accounts.map(({ state }) => state).join());

  it('are told of a new token, once it is stored', async () => {
    const refused = disk.grants.get(ann.id)?.accessToken ?? '';
    await life.accounts.renew(ann.id, refused);
    expect(told()).toEqual(['ok']);
  });

  it('are told when a token was refused for good, whoever used it', async () => {
    platform.disconnect('ann');
    await life.accounts.renew(ann.id, disk.grants.get(ann.id)?.accessToken ?? '');
    expect(told()).toEqual(['expired']);
  });

  it('are told when the token turns out to be somebody else’s', async () => {
    Object.assign(platform.way, {
      check: () => Promise.resolve({ clientId: 'c', userId: '7', login: 'eve', scopes: ['a'] }),
    });
    await life.accounts.validate();
    expect(new Set(told())).toEqual(new Set(['expired']));
  });

  it('are told when a sign-in that an earlier life could not finish is finished, though nobody waits for it', async () => {
    await disk.vault.hold({ kind: 'implicit', clientId: 'c', accessToken: platform.tokenFor('bob', ['a']) });
    const next = live(disk, platform);
    await next.accounts.resume();
    expect(next.told.at(-1)?.map(({ login }) => login)).toEqual(['ann', 'bob']);
  });

  it('are told when an account goes', async () => {
    await life.accounts.signOut(ann.id);
    expect(told()).toEqual(['']);
  });
});
