/**
 * Signing in, staying signed in, signing out.
 *
 * ```
 *            signIn                       401, validate says no
 *   (none) ─────────▶ ok ───────────────────────────────────────▶ expired
 *      ▲              │ ▲                                            │
 *      └── signOut ───┘ └────────────── signIn (or silent renewal) ──┘
 * ```
 *
 * The platform's part is a {@link SignInWay}; this file knows no platform.
 */
import { fail, FailureError, failureOf } from '../failure.ts';
import type { Failure } from '../failure.ts';
import type { Account, Grant } from './account.ts';
import type { Vault } from './vault.ts';

/** How a platform's accounts are signed in. */
export interface SignInWay {
  /** Whether sign-in is possible at all (a client id is known). */
  readonly isPossible: () => Promise<boolean>;
  /**
   * Gets consent for `scopes`, in a window when `interactive`, and returns the account with its grant.
   *
   * @throws FailureError `sign-in-*`, `no-client-id`, `offline` …
   */
  readonly obtain: (request: ObtainRequest) => Promise<{ readonly account: Account; readonly grant: Grant }>;
  /** Asks the platform whether the grant still holds; `undefined` when it does not. */
  readonly check: (
    grant: Grant,
  ) => Promise<{ readonly scopes: readonly string[]; readonly userId: string } | undefined>;
  /** Gives the grant back to the platform. */
  readonly revoke: (grant: Grant) => Promise<void>;
}

/** What is asked of {@link SignInWay.obtain}. */
export interface ObtainRequest {
  readonly scopes: readonly string[];
  readonly interactive: boolean;
}

/** What became of the last sign-in. */
export interface Attempt {
  readonly begun: boolean;
  /** What it asked for. */
  readonly scopes?: readonly string[];
  readonly failure?: Failure;
}

/** What {@link createAccounts} needs. */
export interface AccountsParts {
  readonly vault: Vault;
  readonly way: SignInWay;
  /** Scopes that a first sign-in asks for. */
  readonly firstScopes: readonly string[];
  /** Remembers a sign-in beyond the worker's life and the popup's: that it was begun, and how it failed. */
  readonly attempt: {
    readonly get: () => Promise<Attempt | undefined>;
    readonly set: (attempt: Attempt) => Promise<void>;
  };
  /** Told after every change. */
  readonly changed: () => Promise<void>;
}

/** Who is signed in, and how the last sign-in stands. */
export interface AccountsView {
  readonly accounts: readonly Account[];
  readonly activeId?: string;
  readonly signingIn: boolean;
  readonly canSignIn: boolean;
  readonly failure?: Failure;
}

/** The accounts of this browser. */
export type Accounts = ReturnType<typeof createAccounts>;

/** Makes the service that owns all accounts. */
export function createAccounts({ vault, way, firstScopes, attempt, changed }: AccountsParts) {
  let signingIn: Promise<Account> | undefined;
  const renewals = new Map<string, Promise<Grant | undefined>>();

  async function obtain(request: ObtainRequest): Promise<Account> {
    const { account, grant } = await way.obtain(request);
    await vault.put(account, grant);
    await vault.setActive(account.id);
    return account;
  }

  /** The first scopes, those that the acting account has (a new grant replaces the old one), and `more`. */
  async function scopesWith(more: readonly string[]): Promise<readonly string[]> {
    return [...new Set([...firstScopes, ...((await active())?.scopes ?? []), ...more])];
  }

  async function signInOnce(more: readonly string[]): Promise<Account> {
    const scopes = await scopesWith(more);
    await attempt.set({ begun: true, scopes });
    await changed();
    try {
      const account = await obtain({ scopes, interactive: true });
      await attempt.set({ begun: false });
      return account;
    } catch (error) {
      await attempt.set({ begun: false, failure: failureOf(error) });
      throw error;
    } finally {
      signingIn = undefined;
      await changed();
    }
  }

  async function active(): Promise<Account | undefined> {
    const [accounts, id] = await Promise.all([vault.accounts(), vault.activeId()]);
    return accounts.find((account) => account.id === id) ?? accounts[0];
  }

  async function expire(id: string): Promise<void> {
    const account = await vault.account(id);
    if (account === undefined || account.state === 'expired') return;
    await vault.put({ ...account, state: 'expired' });
    await changed();
  }

  /** A new grant for the same account without a window; `undefined` when the user must sign in again. */
  async function renewSilently(id: string): Promise<Grant | undefined> {
    const before = await vault.account(id);
    if (before === undefined) return undefined;
    try {
      const { account, grant } = await way.obtain({ scopes: before.scopes, interactive: false });
      // Somebody else is logged in to the platform now: that is another account, not a renewal of this one.
      if (account.id !== id) throw new FailureError({ code: 'sign-in-mismatch' });
      await vault.put(account, grant);
      return grant;
    } catch (error) {
      const code = error instanceof FailureError ? error.failure.code : 'internal';
      // Without a network nothing is known about the grant; it may be good again in a minute.
      if (code === 'offline' || code === 'timeout' || code === 'platform-down') throw error;
      await expire(id);
      return undefined;
    }
  }

  return {
    /** All accounts, and which one acts. */
    async read(): Promise<AccountsView> {
      const [accounts, current, last, canSignIn] = await Promise.all([
        vault.accounts(),
        active(),
        attempt.get(),
        way.isPossible(),
      ]);
      return {
        accounts,
        ...(current === undefined ? {} : { activeId: current.id }),
        signingIn: signingIn !== undefined || last?.begun === true,
        canSignIn,
        ...(last?.failure === undefined ? {} : { failure: last.failure }),
      };
    },

    /** The account that acts. @throws FailureError `signed-out`, `login-expired`. */
    async acting(): Promise<Account> {
      const account = await active();
      if (account === undefined) return fail({ code: 'signed-out' });
      if (account.state === 'expired') return fail({ code: 'login-expired', login: account.login });
      return account;
    },

    /**
     * Opens the consent window, and asks for the scopes `more` too; a second call while it is open waits for the same
     * answer.
     */
    signIn(more: readonly string[] = []): Promise<Account> {
      signingIn ??= signInOnce(more);
      return signingIn;
    },

    /**
     * Finishes a sign-in that an earlier life of the worker began: if the user has agreed meanwhile, the platform
     * answers without a window. Never throws.
     */
    async resume(): Promise<void> {
      const last = await attempt.get();
      if (signingIn !== undefined || last?.begun !== true) return;
      const { scopes = firstScopes } = last;
      await obtain({ scopes, interactive: false }).catch(() => undefined);
      await attempt.set({ begun: false });
      await changed();
    },

    /** The grant with which `id` acts. @throws FailureError `signed-out`, `login-expired`. */
    async grant(id: string): Promise<Grant> {
      const account = await vault.account(id);
      if (account === undefined) return fail({ code: 'signed-out' });
      const grant = account.state === 'expired' ? undefined : await vault.grant(id);
      return grant ?? fail({ code: 'login-expired', login: account.login });
    },

    /** After a 401: a new grant, or `undefined` when there is none without the user. One attempt at a time. */
    renew(id: string): Promise<Grant | undefined> {
      const running = renewals.get(id) ?? renewSilently(id).finally(() => renewals.delete(id));
      renewals.set(id, running);
      return running;
    },

    /** Asks the platform about every grant (at start and once an hour). Never throws. */
    async validate(): Promise<void> {
      for (const account of await vault.accounts()) {
        const grant = account.state === 'ok' ? await vault.grant(account.id) : undefined;
        if (grant === undefined) continue;
        const found = await way.check(grant).catch(() => 'unknown' as const);
        if (found === 'unknown') continue;
        if (found?.userId !== account.userId) {
          await expire(account.id);
        } else if (found.scopes.join(' ') !== account.scopes.join(' ')) {
          await vault.put({ ...account, scopes: found.scopes });
          await changed();
        }
      }
    },

    /** Forgets the account, then gives its grant back; the account is gone even when the platform cannot be reached. */
    async signOut(id: string): Promise<void> {
      const grant = await vault.grant(id);
      await vault.remove(id);
      if ((await vault.activeId()) === id) await vault.setActive((await vault.accounts())[0]?.id);
      await changed();
      if (grant !== undefined) await way.revoke(grant);
    },
  };
}
