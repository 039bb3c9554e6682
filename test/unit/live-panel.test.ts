import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import type { AccountsView } from '../../lib/accounts/accounts.ts';
import { FailureError } from '../../lib/failure.ts';
import type { PanelParts, PanelState } from '../../lib/live/panel.ts';
import { createPanel } from '../../lib/live/panel.ts';
import type { LiveSnapshot } from '../../lib/live/stream.ts';

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
const refresh = vi.fn(() => Promise.resolve<unknown>(undefined));

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
      return Promise.resolve(lists.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]);
    },
    readAccounts: () => Promise.resolve(view),
    listOf: ({ activeId }: AccountsView) => activeId,
    readChannel: never,
    signIn: never,
    signOut: never,
    refresh,
    readDamaged: () => Promise.resolve([]),
    dismissDamaged: never,
    isOnline: () => online,
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
});
