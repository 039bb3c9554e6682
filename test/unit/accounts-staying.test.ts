import { beforeEach, describe, expect, it } from 'vitest';

import { accountOf, Platform } from './accounts-platform.ts';
import { Disk, type Life, live, ticking } from './accounts-world.ts';

let disk: Disk;
let platform: Platform;
let life: Life;
const ann = accountOf('ann', ['a']);

beforeEach(() => {
  disk = new Disk();
  platform = new Platform();
  life = live(disk, platform);
});

const tokenOf = (id: string): string | undefined => disk.grants.get(id)?.accessToken;
const kinds = (): string[] => life.events.map(({ kind }) => kind);

describe.each(['window', 'code'] as const)('staying signed in by %s', (offer) => {
  beforeEach(async () => {
    platform.offer = offer;
    const signedIn = life.accounts.signIn();
    if (offer === 'code') {
      await expect.poll(() => disk.attempt?.state).toBe('code');
      platform.decide('agree');
    }
    await ticking(life, signedIn);
    life.events.length = 0;
  });

  it('renews once for many who ask, and for one who asks late', async () => {
    const refused = tokenOf(ann.id) ?? '';
    const found = await Promise.all([1, 2].map(() => life.accounts.renew(ann.id, refused)));
    expect(found[0]?.accessToken).toBe(tokenOf(ann.id));
    expect(found[0]?.accessToken).not.toBe(refused);
    expect(found[1]).toEqual(found[0]);
    expect(await life.accounts.renew(ann.id, refused)).toEqual(found[0]);
    expect(kinds()).toEqual(['refreshed']);
    expect(platform.shown).toHaveLength(offer === 'code' ? 1 : 0);
  });

  it('marks the account as expired when the platform wants to see the user', async () => {
    platform.disconnect('ann');
    expect(await life.accounts.renew(ann.id, tokenOf(ann.id) ?? '')).toBeUndefined();
    await expect(life.accounts.acting()).rejects.toMatchObject({
      failure: { code: 'login-expired', login: 'ann' },
    });
    expect(kinds()).toEqual(['expired']);
  });

  it('keeps the account when there is no network', async () => {
    platform.trouble = 'offline';
    await expect(life.accounts.renew(ann.id, tokenOf(ann.id) ?? '')).rejects.toMatchObject({
      failure: { code: 'offline' },
    });
    expect((await life.accounts.acting()).state).toBe('ok');
  });

  it('renews what ends soon at the hourly check, and what has ended before it is used', async () => {
    const first = tokenOf(ann.id);
    const grant = disk.grants.get(ann.id);
    if (grant) disk.grants.set(ann.id, { ...grant, expiresAt: platform.now - 1 });
    expect((await life.accounts.access(ann.id)).accessToken).not.toBe(first);
    const second = tokenOf(ann.id);
    const { check } = platform.way;
    Object.assign(platform.way, {
      check: async (access: Parameters<typeof check>[0]) => {
        const found = await check(access);
        return found && { ...found, expiresAt: platform.now + 60_000 };
      },
    });
    await life.accounts.validate();
    expect(tokenOf(ann.id)).not.toBe(second);
  });

  it('validates: no network, other scopes, another login, another user, disconnected', async () => {
    const said = { clientId: 'c', userId: '1', login: 'ann', scopes: ['a'] };
    const answers = [
      { ...said, scopes: ['b'] },
      { ...said, scopes: ['b'], login: 'anna' },
    ];
    platform.trouble = 'offline';
    await life.accounts.validate();
    expect(await life.accounts.acting()).toEqual(ann);
    platform.trouble = undefined;
    const { check } = platform.way;
    Object.assign(platform.way, { check: () => Promise.resolve(answers.shift()) });
    await life.accounts.validate();
    expect((await life.accounts.acting()).scopes).toEqual(['b']);
    await life.accounts.validate();
    expect(await life.accounts.acting()).toMatchObject({ login: 'anna' });
    Object.assign(platform.way, { check: () => Promise.resolve({ ...said, userId: '7' }) });
    await life.accounts.validate();
    expect(kinds()).toEqual(['scopes-changed', 'renamed', 'expired', 'user-changed']);
    Object.assign(platform.way, { check });
  });

  it('expires one account that was disconnected and leaves the other', async () => {
    platform.user = 'bob';
    const bob = life.accounts.signIn({ another: true });
    if (offer === 'code') {
      await expect.poll(() => disk.attempt?.state).toBe('code');
      platform.decide('agree');
    }
    await ticking(life, bob);
    platform.disconnect('ann');
    await life.accounts.validate();
    expect((await life.accounts.read()).accounts.map(({ id, state }) => [id, state])).toEqual([
      ['twitch:1', 'expired'],
      ['twitch:2', 'ok'],
    ]);
  });
});

it('does not take another person’s grant for a renewal', async () => {
  await life.accounts.signIn();
  platform.user = 'bob';
  platform.agreed.set('bob', new Set(['a']));
  expect(await life.accounts.renew(ann.id, tokenOf(ann.id) ?? '')).toBeUndefined();
  expect((await life.accounts.read()).accounts.map(({ id, state }) => [id, state])).toEqual([
    ['twitch:1', 'expired'],
  ]);
});

describe('several accounts', () => {
  beforeEach(async () => {
    await life.accounts.signIn();
    platform.user = 'bob';
    await life.accounts.signIn({ another: true });
    life.events.length = 0;
  });

  it('shows the platform’s page for another one, who acts then', async () => {
    expect(platform.windows.opened).toBe(2);
    expect((await life.accounts.acting()).login).toBe('bob');
    expect((await life.accounts.read()).accounts.map(({ login }) => login)).toEqual(['ann', 'bob']);
  });

  it('switches', async () => {
    await life.accounts.use('twitch:1');
    expect((await life.accounts.acting()).login).toBe('ann');
    expect(life.events).toEqual([{ kind: 'switched', accountId: 'twitch:1' }]);
  });

  it('lets one of them act in a channel, until it signs out', async () => {
    await life.accounts.useIn('twitch', 'mainstage', 'twitch:1');
    expect((await life.accounts.actingIn('twitch', 'mainstage')).login).toBe('ann');
    expect((await life.accounts.actingIn('twitch', 'elsewhere')).login).toBe('bob');
    await life.accounts.useIn('twitch', 'other', 'twitch:1');
    await life.accounts.useIn('twitch', 'other');
    expect((await life.accounts.actingIn('twitch', 'other')).login).toBe('bob');
    await life.accounts.signOut('twitch:1');
    expect((await life.accounts.actingIn('twitch', 'mainstage')).login).toBe('bob');
    expect((await life.accounts.read()).channels).toEqual({});
  });

  it('signs one out and leaves the other, who acts now', async () => {
    await life.accounts.signOut('twitch:2');
    expect((await life.accounts.acting()).login).toBe('ann');
    expect(platform.good('bob')).toEqual([]);
    expect(platform.good('ann')).toHaveLength(1);
    expect(life.events).toEqual([{ kind: 'signed-out', accountId: 'twitch:2' }]);
  });
});

describe('signing out', () => {
  it('forgets first, and gives the tokens back when there is a network again', async () => {
    await life.accounts.signIn();
    platform.trouble = 'offline';
    await life.accounts.signOut(ann.id);
    expect(disk.accounts.size).toBe(0);
    expect(platform.good()).toHaveLength(1);
    platform.trouble = undefined;
    await live(disk, platform).accounts.resume();
    expect(platform.good()).toEqual([]);
    expect(disk.held.size).toBe(0);
    await expect(life.accounts.acting()).rejects.toMatchObject({ failure: { code: 'signed-out' } });
  });

  it('gives back what came before a renewal too', async () => {
    await life.accounts.signIn();
    await life.accounts.renew(ann.id, tokenOf(ann.id) ?? '');
    expect(platform.good()).toHaveLength(2);
    await life.accounts.signOut(ann.id);
    expect(platform.good()).toEqual([]);
  });
});
