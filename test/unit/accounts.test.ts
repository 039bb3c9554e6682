import { beforeEach, describe, expect, it } from 'vitest';

import { featureFor } from '../../lib/features.ts';
import { accountOf, Disk, type Life, live, Platform } from './accounts-world.ts';

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

/** Lets time pass until `done` has ended, one interval of the platform after the other. */
async function ticking<T>(done: Promise<T>): Promise<T> {
  const timer = setInterval(life.tick, 0);
  return done.finally(() => clearInterval(timer));
}

describe('signing in by window', () => {
  it('stores the account and makes it the acting one', async () => {
    await life.accounts.signIn();
    expect(await life.accounts.read()).toEqual({
      accounts: [ann],
      activeId: 'twitch:1',
      channels: {},
      signingIn: false,
      canSignIn: true,
      way: 'window',
    });
    expect(await life.accounts.acting()).toEqual(ann);
    expect(kinds()).toEqual(['signed-in']);
  });

  it('opens one window however often it is asked for', async () => {
    await Promise.all([life.accounts.signIn(), life.accounts.signIn()]);
    expect(platform.windows.opened).toBe(1);
    expect(platform.good()).toHaveLength(1);
  });

  it('answers the same wish once, with the worker’s death in between', async () => {
    const account = await life.accounts.signIn({ id: 'x', another: true });
    expect(await live(disk, platform).accounts.signIn({ id: 'x', another: true })).toEqual(account);
    expect(platform.windows.opened).toBe(1);
    platform.answer = 'deny';
    const no = { failure: { code: 'sign-in-denied' } };
    await expect(life.accounts.signIn({ id: 'y', another: true })).rejects.toMatchObject(no);
    await expect(live(disk, platform).accounts.signIn({ id: 'y', another: true })).rejects.toMatchObject(no);
    expect(platform.windows.opened).toBe(2);
  });

  it('says why it failed, and lets the user try again', async () => {
    platform.answer = 'deny';
    await expect(life.accounts.signIn()).rejects.toMatchObject({ failure: { code: 'sign-in-denied' } });
    expect(await life.accounts.read()).toMatchObject({
      signingIn: false,
      failure: { code: 'sign-in-denied' },
    });
    platform.answer = 'agree';
    await life.accounts.signIn();
    expect((await life.accounts.read()).failure).toBeUndefined();
  });

  it('cannot without a client id', async () => {
    platform.offer = undefined;
    await expect(life.accounts.signIn()).rejects.toMatchObject({ failure: { code: 'no-client-id' } });
    expect((await life.accounts.read()).canSignIn).toBe(false);
  });

  it('is finished without a window by the next life, when the worker died meanwhile', async () => {
    platform.agreed.set('ann', new Set(['a']));
    disk.attempt = { state: 'window', wish: { scopes: ['a'] } };
    await life.accounts.resume();
    expect(platform.windows.opened).toBe(0);
    expect(await life.accounts.read()).toMatchObject({ activeId: 'twitch:1', signingIn: false });
  });

  it('is given up by the next life when the user has not agreed', async () => {
    disk.attempt = { state: 'window', wish: { scopes: ['a'] } };
    await life.accounts.resume();
    expect(await life.accounts.read()).toMatchObject({ accounts: [], signingIn: false });
  });

  it('does not lose a grant whose owner could not be asked for', async () => {
    platform.trouble = undefined;
    disk.held.set('h', {
      id: 'h',
      why: 'arrived',
      grant: await platform.way.consent({ scopes: ['a'], interactive: true }),
    });
    platform.trouble = 'offline';
    await life.accounts.resume();
    expect((await life.accounts.read()).accounts).toEqual([]);
    platform.trouble = undefined;
    await live(disk, platform).accounts.resume();
    expect((await life.accounts.read()).accounts).toEqual([ann]);
    expect(disk.held.size).toBe(0);
  });
});

describe('signing in by code', () => {
  beforeEach(() => {
    platform.offer = 'code';
  });

  it('shows the code, waits, and signs in', async () => {
    const signedIn = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    const view = await life.accounts.read();
    expect(view).toMatchObject({ signingIn: true, way: 'code', code: { userCode: 'ABCDEFGH' } });
    expect(JSON.stringify(view)).not.toContain('device-');
    platform.decide('agree');
    expect(await ticking(signedIn)).toEqual(ann);
    expect(disk.grants.get(ann.id)).toMatchObject({ kind: 'device' });
    expect((await life.accounts.read()).code).toBeUndefined();
  });

  it('goes on after the worker died, with the same code', async () => {
    void life.accounts.signIn().catch(() => undefined);
    await expect.poll(() => disk.attempt?.state).toBe('code');
    life = live(disk, platform);
    await life.accounts.resume();
    platform.decide('agree');
    const again = life.accounts.signIn();
    expect(await ticking(again)).toEqual(ann);
    expect(platform.codes.size).toBe(1);
  });

  it('opens the platform’s page in the next life, when this one ended before it could', async () => {
    let pages: string[] = [];
    const open = (): Life => live(disk, platform, undefined, (url) => void pages.push(url));
    void open()
      .accounts.signIn()
      .catch(() => undefined);
    await expect.poll(() => disk.attempt).toMatchObject({ state: 'code', shown: true });
    expect(pages).toHaveLength(1);
    pages = [];
    await open().accounts.resume();
    expect(pages).toEqual([]);
    if (disk.attempt?.state === 'code') {
      disk.attempt = { state: 'code', wish: disk.attempt.wish, code: disk.attempt.code };
    }
    await open().accounts.resume();
    expect(pages).toHaveLength(1);
  });

  it('gives back what arrives for one that was given up, in the next life too', async () => {
    disk.attempt = { state: 'none', gaveUp: true };
    platform.answer = 'agree';
    const grant = await platform.way.consent({ scopes: ['a'], interactive: true });
    disk.held.set('h', { id: 'h', why: 'arrived', grant });
    await life.accounts.resume();
    expect(disk.accounts.size).toBe(0);
    expect(disk.held.size).toBe(0);
    expect(platform.good()).toEqual([]);
  });

  it('stays cancelled when the page asks again, because the worker died', async () => {
    const wish = { id: 'x' };
    void life.accounts.signIn(wish).catch(() => undefined);
    await expect.poll(() => disk.attempt?.state).toBe('code');
    await life.accounts.cancel();
    const again = live(disk, platform).accounts.signIn(wish);
    await expect(again).rejects.toMatchObject({ failure: { code: 'aborted' } });
    expect(platform.codes.size).toBe(1);
  });

  it('ends when the user says no, and when the code runs out', async () => {
    const refused = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.decide('deny');
    await expect(ticking(refused)).rejects.toMatchObject({ failure: { code: 'code-ended', why: 'refused' } });

    const late = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.now += 1_800_000;
    await expect(ticking(late)).rejects.toMatchObject({ failure: { code: 'code-ended', why: 'expired' } });
  });

  it('tells a code that ran out from one that was refused, also while the question is on its way', async () => {
    const late = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.now += 1_799_999;
    platform.askTakes = 10;
    await expect(ticking(late)).rejects.toMatchObject({ failure: { code: 'code-ended', why: 'expired' } });
  });

  it('waits through a network that is away', async () => {
    const signedIn = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.trouble = 'offline';
    life.tick();
    await expect.poll(() => life.steps.filter((step) => step === 'way.ask').length).toBe(1);
    platform.trouble = undefined;
    platform.decide('agree');
    expect(await ticking(signedIn)).toEqual(ann);
  });

  it('can be cancelled; tokens that were on their way are given back', async () => {
    const given = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    await life.accounts.cancel();
    await expect(given).rejects.toMatchObject({ failure: { code: 'aborted' } });
    expect(await life.accounts.read()).toMatchObject({ accounts: [], signingIn: false });

    const crossed = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.decide('agree');
    const ask = platform.way.ask;
    const other = { ...platform.way, ask };
    Object.assign(platform.way, {
      ask: async (code: Parameters<typeof ask>[0]) => {
        const answer = await other.ask(code);
        disk.attempt = { state: 'none' };
        return answer;
      },
    });
    await expect(ticking(crossed)).rejects.toMatchObject({ failure: { code: 'aborted' } });
    expect(platform.good()).toEqual([]);
    expect(disk.accounts.size).toBe(0);
  });
});

describe.each(['window', 'code'] as const)('staying signed in by %s', (offer) => {
  beforeEach(async () => {
    platform.offer = offer;
    const signedIn = life.accounts.signIn();
    if (offer === 'code') {
      await expect.poll(() => disk.attempt?.state).toBe('code');
      platform.decide('agree');
    }
    await ticking(signedIn);
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
    await ticking(bob);
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

describe('scopes', () => {
  const bans = 'moderator:manage:banned_users';

  beforeEach(() => life.accounts.signIn());

  it('grow when a feature is allowed, and the old token is given back', async () => {
    const before = tokenOf(ann.id);
    life.events.length = 0;
    await life.accounts.allow('bans', ann.id);
    expect((await life.accounts.acting()).scopes).toEqual(['a', bans]);
    expect(platform.good()).toEqual([tokenOf(ann.id)]);
    expect(platform.good()).not.toContain(before);
    expect(kinds()).toEqual(['refreshed', 'scopes-changed']);
    await life.accounts.allow('bans', ann.id);
    expect(platform.windows.opened).toBe(2);
  });

  it('are remembered when the user says no, until the user says yes', async () => {
    platform.answer = 'deny';
    await expect(life.accounts.allow('bans', ann.id)).rejects.toMatchObject({
      failure: { code: 'sign-in-denied' },
    });
    const view = await life.accounts.read();
    expect(view.accounts[0]).toMatchObject({ declined: [bans], state: 'ok' });
    expect(view.failure).toBeUndefined();
    platform.answer = 'agree';
    await life.accounts.allow('bans', ann.id);
    expect((await life.accounts.acting()).declined).toBeUndefined();
  });

  it('are not taken for declined when the window was closed', async () => {
    platform.answer = 'close';
    await expect(life.accounts.allow('bans', ann.id)).rejects.toMatchObject({
      failure: { code: 'sign-in-closed' },
    });
    expect((await life.accounts.acting()).declined).toBeUndefined();
  });

  it('of one account are not satisfied by another', async () => {
    platform.user = 'bob';
    await expect(life.accounts.allow('bans', ann.id)).rejects.toMatchObject({
      failure: { code: 'other-account', login: 'bob', wanted: 'ann' },
    });
    expect((await life.accounts.acting()).login).toBe('ann');
    expect((await life.accounts.read()).accounts).toHaveLength(2);
  });

  it('are dropped by a new grant without them', async () => {
    await life.accounts.allow('bans', ann.id);
    await life.accounts.drop('bans', ann.id);
    expect((await life.accounts.acting()).scopes).toEqual(['a']);
    expect(platform.good()).toEqual([tokenOf(ann.id)]);
    expect(platform.windows.opened).toBe(2);
  });

  it('are remembered when the user says no to a code', async () => {
    platform.offer = 'code';
    const refused = life.accounts.allow('bans', ann.id);
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.decide('deny');
    await expect(ticking(refused)).rejects.toMatchObject({ failure: { code: 'code-ended' } });
    expect(await life.accounts.acting()).toMatchObject({ declined: [bans], state: 'ok' });
  });

  it('that were taken away do not come back with the next ones', async () => {
    disk.accounts.set(ann.id, accountOf('ann', ['user:read:follows']));
    await life.accounts.allow('bans', ann.id);
    expect((await life.accounts.acting()).scopes).toEqual(['user:read:follows', bans]);
  });

  it('that no feature uses can be dropped too', async () => {
    await life.accounts.allow('bans', ann.id);
    await life.accounts.drop('others', ann.id);
    expect((await life.accounts.acting()).scopes).toEqual([bans]);
  });

  it('belong to features', () => {
    expect(featureFor([bans, 'channel:moderate'])).toBe('bans');
    expect(featureFor(['bits:read'])).toBeUndefined();
  });
});
