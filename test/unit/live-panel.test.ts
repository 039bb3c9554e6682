import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import type { AccountsView } from '../../lib/accounts/accounts.ts';
import { FailureError } from '../../lib/failure.ts';
import type { PanelParts, PanelState } from '../../lib/live/panel.ts';
import { createPanel } from '../../lib/live/panel.ts';
import type { LiveSnapshot } from '../../lib/live/stream.ts';
import { holdNext } from './hold.ts';

const ann: Account = {
  id: 'twitch:1',
  platform: 'twitch',
  userId: '1',
  login: 'ann',
  name: 'Ann',
  scopes: [],
  state: 'ok',
};
const bob: Account = { ...ann, id: 'twitch:2', userId: '2', login: 'bob', name: 'Bob' };
const listOf = (account: Account, updatedAt: number): LiveSnapshot => ({
  accountId: account.id,
  streams: [],
  updatedAt,
});

let stored: Map<string, LiveSnapshot>;
let view: AccountsView;
let states: PanelState[];
let online: boolean;
let chzzk: LiveSnapshot | undefined;
let now: number;
const refresh = vi.fn(() => Promise.resolve<unknown>(undefined));

const refreshChzzk = vi.fn<PanelParts['refreshChzzk']>();

const viewOf = (
  active: Account | undefined,
  accounts: readonly Account[] = active ? [active] : [],
): AccountsView => ({
  ...({ signingIn: false, canSignIn: true } as AccountsView),
  accounts,
  ...(active === undefined ? {} : { activeId: active.id }),
});

function panel(change: Partial<PanelParts> = {}) {
  const never = () => Promise.resolve(undefined);
  const parts = {
    readLive: (id?: string) => {
      const lists = [...stored.values()].filter(({ accountId }) => id === undefined || accountId === id);
      const [own] = lists.toSorted((a, b) => b.updatedAt - a.updatedAt);
      return Promise.resolve({ own, chzzk });
    },
    readAccounts: () => Promise.resolve(view),
    listOf: ({ activeId }: AccountsView) => activeId,
    readPlace: never,
    signIn: never,
    signOut: never,
    refresh,
    refreshChzzk,
    readDamaged: () => Promise.resolve([]),
    dismissDamaged: never,
    isOnline: () => online,
    now: () => now,
    show: (state: PanelState) => states.push(state),
    ...change,
  };
  return createPanel(parts as unknown as PanelParts);
}

const shown = (): PanelState | undefined => states.at(-1);

beforeEach(() => {
  stored = new Map([[ann.id, listOf(ann, 100)]]);
  view = viewOf(ann);
  states = [];
  online = true;
  chzzk = undefined;
  now = 60_000;
  refreshChzzk.mockReset().mockResolvedValue('not-permitted');
  refresh.mockReset().mockImplementation(() => {
    stored.set(ann.id, listOf(ann, 200));
    return Promise.resolve();
  });
});

describe('the popup’s panel', () => {
  it('shows the stored list before the background has answered', async () => {
    let answer: (view: AccountsView) => void = () => undefined;
    const started = panel({ readAccounts: () => new Promise((resolve) => (answer = resolve)) }).start();
    await vi.waitFor(() => expect(shown()?.snapshot?.updatedAt).toBe(100));
    expect(shown()?.signedIn).toBeUndefined();
    answer(view);
    await started;
    expect(shown()?.snapshot?.updatedAt).toBe(200);
  });

  it('keeps the list, and says why it is not new, when the refresh fails', async () => {
    refresh.mockRejectedValue(new FailureError({ code: 'platform-down', status: 503 }));
    await panel().start();
    expect(shown()).toMatchObject({
      refreshing: false,
      failure: { code: 'platform-down' },
      snapshot: { updatedAt: 100 },
    });
  });

  it('does not ask for a list that is young when it opens, unless the user does', async () => {
    now = 100 + 29_999;
    const live = panel();
    await live.start();
    expect(refresh).not.toHaveBeenCalled();
    // CHZZK says with every look who is logged in.
    expect(refreshChzzk).toHaveBeenCalledOnce();
    expect(shown()).toMatchObject({ refreshing: false, snapshot: { updatedAt: 100 } });
    await live.refresh();
    expect(refresh).toHaveBeenCalledOnce();
    expect(shown()?.snapshot?.updatedAt).toBe(200);
  });

  it.each([
    ['is not young any more', 100 + 30_000],
    ['comes from the future', 99],
  ])('asks for a list that %s when it opens', async (_which, moment) => {
    now = moment;
    await panel().start();
    expect(refresh).toHaveBeenCalledOnce();
  });

  it('asks when it opens for a list that it does not have, however young another one is', async () => {
    now = 1_000;
    stored = new Map([[bob.id, listOf(bob, 900)]]);
    await panel().start();
    expect(refresh).toHaveBeenCalledOnce();
  });

  it('says that there is no network, however young the list is', async () => {
    now = 101;
    online = false;
    await panel().start();
    expect(shown()?.failure).toEqual({ code: 'offline' });
  });

  it('asks again when another list is wanted while it is asking', async () => {
    const answer = holdNext(refresh);
    let wanted = ann.id;
    const there = panel({ listOf: () => wanted });
    const started = there.start();
    await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(1));
    wanted = 'twitch:all';
    refresh.mockImplementationOnce(() => {
      stored.set(wanted, { ...listOf(ann, 300), accountId: wanted });
      return Promise.resolve();
    });
    await there.listChanged();
    expect(shown()?.snapshot).toBeUndefined();
    answer(undefined);
    await started;
    expect(shown()?.snapshot).toMatchObject({ accountId: wanted, updatedAt: 300 });
    expect(shown()?.refreshing).toBe(false);
  });

  it('says that it has looked which channel is in front, also where that is none', async () => {
    const found: Awaited<ReturnType<PanelParts['readPlace']>>[] = [{ channel: 'stage', role: 'none' }, {}];
    const readPlace = vi.fn(() => Promise.resolve(found.shift()));
    const there = panel({ readPlace });
    expect(shown()).toBeUndefined();
    await there.start();
    expect(shown()).toMatchObject({ isPlaceKnown: true, channel: 'stage', role: 'none' });
    await panel({ readPlace }).start();
    expect(shown()).toMatchObject({ isPlaceKnown: true, channel: undefined, role: undefined });
  });

  it('looks again where one is when that changed, and the newest answer counts', async () => {
    const answers: ((place: { channel?: string }) => void)[] = [];
    const there = panel({ readPlace: () => new Promise((resolve) => answers.push(resolve)) });
    const looks = [there.placeChanged(), there.placeChanged()];
    answers[1]?.({ channel: 'new' });
    answers[0]?.({ channel: 'old' });
    await Promise.all(looks);
    expect(shown()).toMatchObject({ isPlaceKnown: true, channel: 'new' });
  });

  it('keeps what it knows of the place when nobody answers', async () => {
    const readPlace = vi
      .fn<PanelParts['readPlace']>()
      .mockResolvedValueOnce({ channel: 'stage', role: 'none' });
    const there = panel({ readPlace });
    await there.placeChanged();
    readPlace.mockRejectedValueOnce(new Error('the worker died'));
    await there.placeChanged();
    expect(shown()).toMatchObject({ isPlaceKnown: true, channel: 'stage' });
  });

  it('asks nothing while offline', async () => {
    online = false;
    await panel().start();
    expect(refresh).not.toHaveBeenCalled();
    expect(shown()?.failure).toEqual({ code: 'offline' });
  });

  it('asks nothing while nobody is signed in, and shows nobody’s list', async () => {
    view = viewOf(undefined);
    await panel().start();
    expect(refresh).not.toHaveBeenCalled();
    expect(shown()?.snapshot).toBeUndefined();
  });

  it('does not show one account’s list as another’s', async () => {
    stored.set(bob.id, listOf(bob, 900));
    await panel().start();
    expect(shown()?.snapshot?.accountId).toBe(ann.id);
  });

  it('shows the other account’s list after a switch', async () => {
    const live = panel();
    await live.start();
    stored.set(bob.id, listOf(bob, 50));
    view = viewOf(bob, [ann, bob]);
    refresh.mockResolvedValue(undefined);
    await live.accountsChanged();
    expect(shown()?.snapshot?.accountId).toBe(bob.id);
  });

  it('refreshes once at a time', async () => {
    const live = panel();
    await live.start();
    refresh.mockClear();
    await Promise.all([live.refresh(), live.refresh()]);
    expect(refresh).toHaveBeenCalledOnce();
  });

  it('does not replace a list by an older one', async () => {
    const live = panel();
    await live.start();
    stored.set(ann.id, listOf(ann, 150));
    await live.liveChanged();
    expect(shown()?.snapshot?.updatedAt).toBe(200);
  });

  it('does not take the list that it has in anew from a second copy: two of a thousand would lie in memory', async () => {
    const live = panel();
    await live.start();
    const before = shown()?.snapshot;
    stored.set(ann.id, listOf(ann, 200));
    await live.liveChanged();
    expect(shown()?.snapshot).toBe(before);
  });

  describe('and CHZZK’s list', () => {
    const listed = (updatedAt: number): LiveSnapshot => ({ accountId: 'chzzk:me', streams: [], updatedAt });

    it('stands beside the accounts’ own, and is asked for with it', async () => {
      chzzk = listed(50);
      refreshChzzk.mockImplementation(() => {
        chzzk = listed(150);
        return Promise.resolve('listed');
      });
      await panel().start();
      expect(states.find((state) => state.chzzk)?.chzzk?.updatedAt).toBe(50);
      expect(shown()).toMatchObject({ chzzk: { updatedAt: 150 }, snapshot: { updatedAt: 200 } });
      expect(shown()?.refreshing).toBe(false);
    });

    it('stands alone where nobody is signed in', async () => {
      view = viewOf(undefined);
      chzzk = listed(50);
      refreshChzzk.mockResolvedValue('listed');
      await panel().start();
      expect(refresh).not.toHaveBeenCalled();
      expect(refreshChzzk).toHaveBeenCalledOnce();
      expect(shown()).toMatchObject({ chzzk: { updatedAt: 50 }, snapshot: undefined });
    });

    it('fails alone', async () => {
      chzzk = listed(50);
      refreshChzzk.mockRejectedValueOnce(new FailureError({ code: 'timeout' }));
      const live = panel();
      await live.start();
      expect(shown()).toMatchObject({
        snapshot: { updatedAt: 200 },
        failure: undefined,
        chzzk: { updatedAt: 50 },
        chzzkFailure: { code: 'timeout' },
      });
      refresh.mockRejectedValueOnce(new FailureError({ code: 'platform-down', status: 503 }));
      refreshChzzk.mockResolvedValue('listed');
      await live.refresh();
      expect(shown()).toMatchObject({ failure: { code: 'platform-down' }, chzzkFailure: undefined });
    });

    it('is not blamed for what is wrong on our side, unless it is there', async () => {
      const unreachable = { code: 'unreachable', reloaded: false } as const;
      refreshChzzk.mockRejectedValue(new FailureError(unreachable));
      await panel().start();
      expect(shown()?.chzzkFailure).toBeUndefined();
      chzzk = listed(50);
      await panel().start();
      expect(shown()?.chzzkFailure).toEqual(unreachable);
    });

    it('does not keep the accounts’ own waiting', async () => {
      let answer: (look: 'listed') => void = () => undefined;
      refreshChzzk.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
      const started = panel().start();
      await vi.waitFor(() =>
        expect(shown()).toMatchObject({ refreshing: true, snapshot: { updatedAt: 200 } }),
      );
      answer('listed');
      await started;
      expect(shown()?.refreshing).toBe(false);
    });

    it('goes when the user has logged out there, of which they are told once', async () => {
      chzzk = listed(50);
      refreshChzzk.mockImplementation(() => {
        chzzk = undefined;
        return Promise.resolve('logged-out');
      });
      await panel().start();
      expect(shown()).toMatchObject({ chzzk: undefined, chzzkFailure: { code: 'chzzk-logged-out' } });
      await panel().start();
      expect(shown()?.chzzkFailure).toBeUndefined();
    });
  });
});
