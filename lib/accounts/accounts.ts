/**
 * Signing in, staying signed in, signing out: the accounts of this browser.
 *
 * ```
 *            signIn                 401, and no renewal; revoked; another user
 *   (none) ─────────▶ ok ───────────────────────────────────────▶ expired
 *      ▲              │ ▲                                            │
 *      └── signOut ───┘ └────────────────── signIn ──────────────────┘
 * ```
 *
 * `sign-in.ts` gets consent, `keeping.ts` renews and validates, `leaving.ts` gives tokens back; here stands who acts and
 * with which scopes. The platform's part is a {@link SignInWay}: this folder knows no platform.
 */
import { fail, type Failure } from '../failure.ts';
import { type Droppable, type FeatureName, features, scopesWithout } from '../features.ts';
import type { Platform } from '../chat/message.ts';
import { type Account, covers } from './account.ts';
import type { AttemptStore, Wish } from './attempt.ts';
import {
  loginKey,
  type ChannelAccounts,
  type ChannelAccountsStore,
  withChoice,
  withoutAccount,
} from './channel-accounts.ts';
import { type AccountEvents, createAccountEvents } from './events.ts';
import { createKeeping, type Exclusively, type Keeping } from './keeping.ts';
import { createLeaving, type Leaving } from './leaving.ts';
import { createSignIn, type SignIn, type SignInParts } from './sign-in.ts';
import type { Vault } from './vault.ts';
import type { SignInWay, WayIn } from './way.ts';

/** What {@link createAccounts} needs. */
export interface AccountsParts extends Pick<SignInParts, 'alarm' | 'showCode' | 'sleep' | 'now' | 'changed'> {
  readonly vault: Vault;
  readonly way: SignInWay;
  /** Scopes that a first sign-in asks for. */
  readonly firstScopes: readonly string[];
  readonly attempt: AttemptStore;
  readonly channels: ChannelAccountsStore;
  readonly exclusively: Exclusively;
}

/** A code that waits for the user, as pages of ours may know it. */
export interface ShownCode {
  readonly userCode: string;
  readonly url: string;
  /** Unix epoch milliseconds. */
  readonly expiresAt: number;
}

/** Who is signed in, and how the last sign-in stands. */
export interface AccountsView {
  readonly accounts: readonly Account[];
  readonly activeId?: string;
  /** Channel → account, see `loginKey`. */
  readonly channels: ChannelAccounts;
  readonly signingIn: boolean;
  /** A sign-in by code that waits for the user. */
  readonly code?: ShownCode;
  readonly canSignIn: boolean;
  /** The way in that the client id allows. */
  readonly way: WayIn;
  readonly failure?: Failure;
}

/** What a sign-in is for. */
export interface SignInWish {
  /** Chosen by who asks: the same one twice is one sign-in. */
  readonly id?: string | undefined;
  /** Scopes beside those that the account has, or that a first sign-in asks for. */
  readonly scopes?: readonly string[] | undefined;
  /** Somebody else is to sign in, beside those who are. */
  readonly another?: boolean | undefined;
  /** This account is to sign in again, even one that has signed out meanwhile. */
  readonly accountId?: string | undefined;
  /** Its login, for the words about somebody else who came instead. */
  readonly login?: string | undefined;
  /** The page for a code comes to the front, because no page of ours shows the code. */
  readonly front?: boolean | undefined;
}

/** The accounts of this browser. */
export interface Accounts {
  /** Hears what happens to accounts. */
  readonly on: AccountEvents['on'];
  /** All accounts, and which one acts. */
  readonly read: () => Promise<AccountsView>;
  /** The account that acts. @throws FailureError `signed-out`, `login-expired`. */
  readonly acting: () => Promise<Account>;
  /** The account that acts in a channel. @throws FailureError `signed-out`, `login-expired`. */
  readonly actingIn: (platform: Platform, login: string) => Promise<Account>;
  /** The account that acts in a channel, whether or not it is usable. */
  readonly inChannel: (platform: Platform, login: string) => Promise<Account | undefined>;
  /** Signs in; a second call while a sign-in is under way waits for the same answer. @throws FailureError */
  readonly signIn: (wish?: SignInWish) => Promise<Account>;
  /** Gives a sign-in by code up. */
  readonly cancel: () => Promise<void>;
  /** Brings the platform's page for the code to the front. */
  readonly showCode: () => Promise<void>;
  /** Makes `id` the account that acts. */
  readonly use: (id: string) => Promise<void>;
  /** Makes `accountId` the one that acts in a channel; without one, the channel has none of its own. */
  readonly useIn: (platform: Platform, login: string, accountId?: string) => Promise<void>;
  /**
   * Asks the user to allow `feature` to `id`. Resolves when it is allowed; then the account can do it. The same
   * `wishId` twice is one question to the user.
   *
   * @throws FailureError `sign-in-denied` (which is remembered), `sign-in-closed`, `other-account` …
   */
  readonly allow: (feature: FeatureName, id: string, wishId?: string) => Promise<void>;
  /** Takes the scopes that only `feature` uses (or that none does) away from `id`, by a new grant without them. */
  readonly drop: (feature: Droppable, id: string) => Promise<void>;
  readonly arrived: SignIn['arrived'];
  readonly access: Keeping['access'];
  readonly renew: Keeping['renew'];
  /** Goes on with what an earlier life began. Never throws. */
  readonly resume: () => Promise<void>;
  /** Asks the platform about every account (at start and once an hour). Never throws. */
  readonly validate: () => Promise<void>;
  readonly signOut: Leaving['signOut'];
}

/** Makes the service that owns all accounts. */
export function createAccounts(parts: AccountsParts): Accounts {
  const { vault, way, firstScopes, attempt, channels, changed } = parts;
  const events = createAccountEvents();
  const signing = createSignIn({ ...parts, events });
  const keeping = createKeeping({ ...parts, events });
  const leaving = createLeaving({ ...parts, events });
  // Whatever happens to an account, in whosever name, open pages show it.
  events.on(() => void changed());

  async function active(): Promise<Account | undefined> {
    const [accounts, id] = await Promise.all([vault.accounts(), vault.activeId()]);
    return accounts.find((account) => account.id === id) ?? accounts[0];
  }

  async function inChannel(platform: Platform, login: string): Promise<Account | undefined> {
    const chosen = (await channels.read())[loginKey(platform, login)];
    return (chosen === undefined ? undefined : await vault.account(chosen)) ?? active();
  }

  function usable(account: Account | undefined): Account {
    if (account === undefined) return fail({ code: 'signed-out' });
    if (account.state === 'expired') return fail({ code: 'login-expired', login: account.login });
    return account;
  }

  /**
   * A new grant replaces the old one, so it is asked for with all that the old one had; and with no more, where it is known
   * whose it is: what the user has taken away stays away.
   */
  async function wishFor({ id, scopes = [], accountId, login, ...rest }: SignInWish): Promise<Wish> {
    const account = accountId === undefined ? undefined : await vault.account(accountId);
    // Nothing is left of one that has signed out: it comes back as anybody comes.
    const another = rest.another === true || (accountId !== undefined && account === undefined);
    const has = another ? [] : ((account ?? (await active()))?.scopes ?? []);
    return {
      ...(id === undefined ? {} : { id }),
      scopes: [...new Set([...(account ? [] : firstScopes), ...has, ...scopes])],
      ...(another ? { another } : {}),
      ...(accountId === undefined ? {} : { accountId }),
      ...(login === undefined ? {} : { login }),
    };
  }

  return {
    on: events.on,

    async read(): Promise<AccountsView> {
      const [accounts, current, choice, last, offer] = await Promise.all([
        vault.accounts(),
        active(),
        channels.read(),
        attempt.get(),
        way.offers(),
      ]);
      const code = last?.state === 'code' ? last.code : undefined;
      return {
        accounts,
        ...(current === undefined ? {} : { activeId: current.id }),
        channels: choice,
        signingIn: last?.state === 'window' || last?.state === 'code',
        ...(code && { code: { userCode: code.userCode, url: code.url, expiresAt: code.expiresAt } }),
        canSignIn: offer !== undefined,
        way: offer ?? 'window',
        ...(last?.state === 'none' && last.failure !== undefined ? { failure: last.failure } : {}),
      };
    },

    acting: async (): Promise<Account> => usable(await active()),

    actingIn: async (platform: Platform, login: string): Promise<Account> =>
      usable(await inChannel(platform, login)),

    inChannel,

    async signIn(wish: SignInWish = {}): Promise<Account> {
      const { front = false } = wish;
      const account = await signing.start(await wishFor(wish), { front });
      await leaving.retire(account.id);
      return account;
    },

    cancel: signing.cancel,

    showCode: signing.showCode,

    async use(id: string): Promise<void> {
      usable(await vault.account(id));
      await vault.setActive(id);
      events.tell({ kind: 'switched', accountId: id });
    },

    async useIn(platform: Platform, login: string, accountId?: string): Promise<void> {
      if (accountId !== undefined) usable(await vault.account(accountId));
      await channels.write(withChoice(await channels.read(), loginKey(platform, login), accountId));
      await changed();
    },

    async allow(feature: FeatureName, id: string, wishId?: string): Promise<void> {
      const account = usable(await vault.account(id));
      const gains = features[feature].scopes;
      if (covers(account.scopes, gains)) return;
      const wish = { ...(await wishFor({ id: wishId, scopes: gains, accountId: id })), gains };
      await signing.start(wish, { front: true });
      await leaving.retire(id);
    },

    async drop(feature: Droppable, id: string): Promise<void> {
      const account = usable(await vault.account(id));
      const scopes = scopesWithout(account.scopes, feature);
      if (covers(scopes, account.scopes)) return;
      const wish = { scopes, accountId: id };
      await signing.quietly(wish).catch(() => signing.start(wish));
      await leaving.retire(id);
      await changed();
    },

    arrived: signing.arrived,

    access: keeping.access,

    renew: keeping.renew,

    async resume(): Promise<void> {
      await signing.resume();
      await leaving.tidy().catch(() => undefined);
    },

    async validate(): Promise<void> {
      await keeping.validate().catch(() => undefined);
      await leaving.tidy().catch(() => undefined);
    },

    async signOut(id: string): Promise<void> {
      await channels.write(withoutAccount(await channels.read(), id));
      await leaving.signOut(id);
    },
  };
}
