import { beforeEach, describe, expect, it } from 'vitest';

import { featureFor } from '../../lib/features.ts';
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

  it('of one account are not lost because it answers for another', async () => {
    platform.user = 'bob';
    await life.accounts.signIn({ another: true });
    await life.accounts.allow('polls', 'twitch:2');
    await life.accounts.allow('bans', 'twitch:2');
    const bobs = tokenOf('twitch:2');
    const isOther = { failure: { code: 'other-account', login: 'bob', wanted: 'ann' } };
    await expect(life.accounts.allow('bans', ann.id)).rejects.toMatchObject(isOther);
    disk.accounts.set(ann.id, accountOf('ann', ['a', bans]));
    await expect(life.accounts.drop('bans', ann.id)).rejects.toMatchObject(isOther);
    expect(tokenOf('twitch:2')).toBe(bobs);
    expect(platform.good('bob')).toEqual([bobs]);
    expect(disk.held.size).toBe(0);
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
    await expect(ticking(life, refused)).rejects.toMatchObject({ failure: { code: 'code-ended' } });
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
