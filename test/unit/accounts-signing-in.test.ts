import { beforeEach, describe, expect, it, vi } from 'vitest';

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

const kinds = (): string[] => life.events.map(({ kind }) => kind);

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

  it('brings back whom it is for, who may have signed out, and nobody else in their place', async () => {
    await life.accounts.signIn();
    platform.user = 'bob';
    const forAnn = { accountId: ann.id, login: 'ann' };
    await life.accounts.signIn({ another: true });
    await life.accounts.signOut(ann.id);
    await expect(life.accounts.signIn(forAnn)).rejects.toMatchObject({
      failure: { code: 'other-account', login: 'bob', wanted: 'ann' },
    });
    platform.user = 'ann';
    expect(await life.accounts.signIn(forAnn)).toEqual(ann);
    expect(platform.windows.opened).toBe(4);
    // Whoever acts goes on acting.
    expect((await life.accounts.acting()).login).toBe('bob');
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

describe('what the user has just agreed to', () => {
  const scope = 'moderator:manage:banned_users';
  const scopesOnceArrived = async ({ accounts }: Life): Promise<readonly string[] | undefined> => {
    await accounts.arrived();
    return disk.accounts.get(ann.id)?.scopes;
  };

  it('is waited for while it is being put away, and not while the user decides', async () => {
    await life.accounts.signIn();
    const { consent, owner } = platform.way;
    let agree = (): void => undefined;
    let answer = (): void => undefined;
    const decided = new Promise<void>((resolve) => (agree = resolve));
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const asked = new Promise<void>((resolve) => {
      vi.spyOn(platform.way, 'consent').mockImplementationOnce((request) =>
        decided.then(() => consent(request)),
      );
      vi.spyOn(platform.way, 'owner').mockImplementationOnce((grant) => {
        resolve();
        return answered.then(() => owner(grant));
      });
    });
    const allowed = life.accounts.allow('bans', ann.id);
    expect(await scopesOnceArrived(life)).not.toContain(scope);
    agree();
    await asked;
    const scopes = scopesOnceArrived(life);
    answer();
    expect(await scopes).toContain(scope);
    await allowed;
  });

  it('is waited for in the next life, which takes it up', async () => {
    await life.accounts.signIn();
    platform.agreed.get('ann')?.add(scope);
    disk.attempt = {
      state: 'window',
      wish: { scopes: ['a', scope], accountId: ann.id, gains: [scope] },
    };
    const next = live(disk, platform);
    void next.accounts.resume();
    expect(await scopesOnceArrived(next)).toContain(scope);
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
    expect(await ticking(life, signedIn)).toEqual(ann);
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
    expect(await ticking(life, again)).toEqual(ann);
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
    await expect(ticking(life, refused)).rejects.toMatchObject({
      failure: { code: 'code-ended', why: 'refused' },
    });

    const late = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.now += 1_800_000;
    await expect(ticking(life, late)).rejects.toMatchObject({
      failure: { code: 'code-ended', why: 'expired' },
    });
  });

  it('tells a code that ran out from one that was refused, also while the question is on its way', async () => {
    const late = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.now += 1_799_999;
    platform.askTakes = 10;
    await expect(ticking(life, late)).rejects.toMatchObject({
      failure: { code: 'code-ended', why: 'expired' },
    });
  });

  it('waits through a network that is away', async () => {
    const signedIn = life.accounts.signIn();
    await expect.poll(() => disk.attempt?.state).toBe('code');
    platform.trouble = 'offline';
    life.tick();
    await expect.poll(() => life.steps.filter((step) => step === 'way.ask').length).toBe(1);
    platform.trouble = undefined;
    platform.decide('agree');
    expect(await ticking(life, signedIn)).toEqual(ann);
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
    await expect(ticking(life, crossed)).rejects.toMatchObject({ failure: { code: 'aborted' } });
    expect(platform.good()).toEqual([]);
    expect(disk.accounts.size).toBe(0);
  });
});
