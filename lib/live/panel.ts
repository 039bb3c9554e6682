/**
 * What the popup knows, and how it comes to know it: the last known list at once, everything else as it arrives.
 *
 * It holds no rules of any platform and touches neither the browser nor the DOM; all of that is handed in.
 */
import type { Account } from '../accounts/account.ts';
import type { AccountsView } from '../accounts/accounts.ts';
import type { Failure } from '../failure.ts';
import { failureOf } from '../failure.ts';
import type { LiveSnapshot } from './stream.ts';

/** Everything that the popup draws. */
export interface PanelState {
  /** `undefined`: not known yet, or never fetched. */
  readonly snapshot: LiveSnapshot | undefined;
  /** `undefined` until the background has answered. */
  readonly signedIn: AccountsView | undefined;
  readonly refreshing: boolean;
  /** What went wrong last, unless it was put right since. */
  readonly failure: Failure | undefined;
  /** Damaged data that were put aside, and of which the user has not been told yet. */
  readonly damaged: readonly Damaged[];
}

/** One thing that was put aside; `why` is for a report. */
export interface Damaged {
  readonly id: string;
  readonly where: string;
  readonly why: string;
}

/** What {@link createPanel} needs. */
export interface PanelParts {
  /** The stored list; quick, and without the background. */
  readonly readLive: () => Promise<LiveSnapshot | undefined>;
  readonly readAccounts: () => Promise<AccountsView>;
  readonly signIn: () => Promise<unknown>;
  readonly signOut: (accountId: string) => Promise<unknown>;
  readonly refresh: () => Promise<unknown>;
  readonly readDamaged: () => Promise<readonly Damaged[]>;
  readonly dismissDamaged: (id: string) => Promise<unknown>;
  readonly isOnline: () => boolean;
  readonly show: (state: PanelState) => void;
}

/** The popup's doings. None of them throws: what fails is shown. */
export interface Panel {
  readonly start: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly signIn: () => Promise<void>;
  readonly signOut: (accountId: string) => Promise<void>;
  /** The background says that accounts changed. */
  readonly accountsChanged: () => Promise<void>;
  /** The background says that the stored list is new. */
  readonly liveChanged: () => Promise<void>;
  /** The background says that damaged data were put aside. */
  readonly damagedChanged: () => Promise<void>;
  /** The user has read it. */
  readonly dismissDamaged: (id: string) => Promise<void>;
}

/** The account that acts. */
export function activeAccount(signedIn: AccountsView | undefined): Account | undefined {
  return signedIn?.accounts.find(({ id }) => id === signedIn.activeId);
}

/** Makes the panel behind the popup. */
export function createPanel(parts: PanelParts): Panel {
  let state: PanelState = {
    snapshot: undefined,
    signedIn: undefined,
    refreshing: false,
    failure: undefined,
    damaged: [],
  };

  const set = (change: Partial<PanelState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  async function readAccounts(): Promise<void> {
    try {
      const signedIn = await parts.readAccounts();
      set({ signedIn, failure: signedIn.failure });
    } catch (error) {
      set({ failure: failureOf(error) });
    }
  }

  async function readLive(): Promise<void> {
    const snapshot = await parts.readLive();
    // A list that is already drawn is not replaced by an older one.
    if (snapshot && snapshot.updatedAt >= (state.snapshot?.updatedAt ?? 0)) set({ snapshot });
  }

  async function refresh(): Promise<void> {
    if (state.refreshing || activeAccount(state.signedIn) === undefined) return;
    if (!parts.isOnline()) return set({ failure: { code: 'offline' } });
    set({ refreshing: true });
    try {
      await parts.refresh();
      await readLive();
      set({ refreshing: false, failure: undefined });
    } catch (error) {
      set({ refreshing: false, failure: failureOf(error) });
    }
  }

  async function readDamaged(): Promise<void> {
    // Not worth a failure of its own: it comes again with the next popup.
    const damaged = await parts.readDamaged().catch(() => []);
    if (damaged.length > 0 || state.damaged.length > 0) set({ damaged });
  }

  async function accountsChanged(): Promise<void> {
    const before = activeAccount(state.signedIn)?.id;
    await readAccounts();
    const now = activeAccount(state.signedIn);
    if (now?.id === before) return;
    set({ snapshot: undefined });
    await readLive();
    if (now?.state === 'ok') await refresh();
  }

  return {
    async start() {
      await Promise.all([readLive(), readAccounts()]);
      await Promise.all([readDamaged(), activeAccount(state.signedIn)?.state === 'ok' && refresh()]);
    },
    refresh,
    async signIn() {
      if (state.signedIn) set({ signedIn: { ...state.signedIn, signingIn: true }, failure: undefined });
      // Success and failure both come back with the accounts: this popup may not live to hear the answer.
      await parts.signIn().catch(() => undefined);
      await accountsChanged();
    },
    async signOut(accountId) {
      await parts.signOut(accountId).catch((error: unknown) => set({ failure: failureOf(error) }));
      await accountsChanged();
    },
    accountsChanged,
    liveChanged: readLive,
    damagedChanged: readDamaged,
    async dismissDamaged(id) {
      await parts.dismissDamaged(id).catch(() => undefined);
      await readDamaged();
    },
  };
}
