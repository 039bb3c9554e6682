/**
 * Everything that the accounts stand on, for tests: a disk that outlives the worker, a platform that keeps account of
 * every token, and lives of the worker that can be cut off at any call to the outside.
 */
import type { Account, Grant } from '../../lib/accounts/account.ts';
import { accessOf } from '../../lib/accounts/account.ts';
import { type Accounts, createAccounts } from '../../lib/accounts/accounts.ts';
import type { Attempt } from '../../lib/accounts/attempt.ts';
import type { ChannelAccounts } from '../../lib/accounts/channel-accounts.ts';
import type { AccountEvent } from '../../lib/accounts/events.ts';
import type { HeldGrant, Vault } from '../../lib/accounts/vault.ts';
import type { ConsentRequest, SignInWay, WayIn } from '../../lib/accounts/way.ts';
import { fail, type Failure, type FailureError } from '../../lib/failure.ts';

/** What outlives a life of the worker. */
export class Disk {
  readonly accounts = new Map<string, Account>();
  readonly grants = new Map<string, Grant>();
  readonly held = new Map<string, HeldGrant>();
  /** Every token that was ever written down. */
  readonly written = new Set<string>();
  active: string | undefined;
  attempt: Attempt | undefined;
  channels: ChannelAccounts = {};
  #last = 0;

  /** The vault on this disk. Every method is one transaction. */
  readonly vault: Vault = {
    accounts: () => Promise.resolve([...this.accounts.values()]),
    account: (id) => Promise.resolve(this.accounts.get(id)),
    put: (account, grant, old) => {
      this.accounts.set(account.id, account);
      if (grant) {
        this.#retire(account.id, old);
        this.#write(grant);
        this.grants.set(account.id, grant);
      }
      return Promise.resolve();
    },
    access: (id) => {
      const grant = this.grants.get(id);
      return Promise.resolve(grant && accessOf(grant));
    },
    grant: (id) => Promise.resolve(this.grants.get(id)),
    remove: (id) => {
      this.#retire(id);
      this.grants.delete(id);
      this.accounts.delete(id);
      return Promise.resolve();
    },
    activeId: () => Promise.resolve(this.active),
    setActive: (id) => {
      this.active = id;
      return Promise.resolve();
    },
    hold: (grant) => {
      const id = `held ${++this.#last}`;
      this.#write(grant);
      this.held.set(id, { id, why: 'arrived', grant });
      return Promise.resolve(id);
    },
    held: () => Promise.resolve([...this.held.values()]),
    letGo: (id) => {
      this.held.delete(id);
      return Promise.resolve();
    },
  };

  #write(grant: Grant): void {
    this.written.add(grant.accessToken);
    if (grant.kind === 'device') this.written.add(grant.refreshToken);
  }

  #retire(accountId: string, why: 'former' | 'renewed' = 'former'): void {
    const grant = this.grants.get(accountId);
    const id = `held ${++this.#last}`;
    if (grant) this.held.set(id, { id, why, accountId, grant });
  }
}

interface Issued {
  readonly user: string;
  readonly scopes: readonly string[];
  state: 'good' | 'spent' | 'revoked';
}

/** The platform: who is logged in there, what they agree to, and which tokens hold. */
export class Platform {
  offer: WayIn | undefined = 'window';
  /** Who is logged in to the platform, and would agree. */
  user = 'ann';
  /** What the user says to the next question. */
  answer: 'agree' | 'deny' | 'close' = 'agree';
  /** What the network does with the next calls. */
  trouble: Failure['code'] | undefined;
  /** Life of an access token, ms. */
  life: number | undefined;
  now = 1_000_000;
  /** Windows that were opened, and are open now. */
  windows = { opened: 0, open: 0, most: 0 };
  /** Codes by device code; `undefined` while the user has not decided. */
  readonly codes = new Map<
    string,
    { scopes: readonly string[]; until: number; decided?: 'agree' | 'deny'; used?: boolean }
  >();
  /** How long an answer about a code is on its way, ms. */
  askTakes = 0;
  readonly tokens = new Map<string, Issued>();
  /** Refresh tokens that were shown to the platform, in order; a second time is a theft or a fault. */
  readonly shown: string[] = [];
  readonly agreed = new Map<string, Set<string>>();
  #last = 0;

  #issue(user: string, scopes: readonly string[]): string {
    const token = `token-${++this.#last}`;
    this.tokens.set(token, { user, scopes, state: 'good' });
    return token;
  }

  #meet(): void {
    if (this.trouble) fail({ code: this.trouble } as Failure);
  }

  #grant(kind: Grant['kind'], scopes: readonly string[], user = this.user): Grant {
    const access = {
      clientId: 'c',
      accessToken: this.#issue(user, scopes),
      ...(this.life === undefined ? {} : { expiresAt: this.now + this.life }),
    };
    return kind === 'implicit'
      ? { kind, ...access }
      : { kind, ...access, refreshToken: this.#issue(user, scopes) };
  }

  #consent({ scopes, interactive, another }: ConsentRequest): Grant {
    this.#meet();
    const before = this.agreed.get(this.user) ?? new Set();
    const known = scopes.every((scope) => before.has(scope)) && this.agreed.has(this.user);
    if (interactive && !(known && !another)) {
      this.windows.opened += 1;
      if (this.answer === 'close') fail({ code: 'sign-in-closed' });
      if (this.answer === 'deny') fail({ code: 'sign-in-denied' });
    } else if (!known) fail({ code: 'login-expired' });
    this.agreed.set(this.user, new Set([...before, ...scopes]));
    return this.#grant('implicit', scopes);
  }

  readonly way: SignInWay = {
    offers: () => Promise.resolve(this.offer),
    consent: async (request) => {
      await Promise.resolve();
      return this.#consent(request);
    },
    begin: async (scopes) => {
      await Promise.resolve();
      this.#meet();
      const deviceCode = `device-${++this.#last}`;
      const expiresAt = this.now + 1_800_000;
      this.codes.set(deviceCode, { scopes, until: expiresAt });
      return {
        deviceCode,
        userCode: 'ABCDEFGH',
        url: 'https://www.twitch.tv/activate',
        expiresAt,
        intervalMs: 5_000,
        clientId: 'c',
        scopes,
      };
    },
    ask: async ({ deviceCode }) => {
      await Promise.resolve();
      this.#meet();
      this.now += this.askTakes;
      const code = this.codes.get(deviceCode);
      // Twitch has the same words for all of these.
      const isGone = !code || code.used === true || code.decided === 'deny' || this.now >= code.until;
      if (isGone) return fail({ code: 'code-ended', why: 'refused' });
      if (code.decided === undefined) return 'pending';
      code.used = true;
      return this.#grant('device', code.scopes);
    },
    owner: async (grant) => {
      await Promise.resolve();
      this.#meet();
      const issued = this.tokens.get(grant.accessToken);
      if (issued?.state !== 'good') return fail({ code: 'sign-in-mismatch' });
      return { account: accountOf(issued.user, issued.scopes), grant };
    },
    renew: async (account, grant) => {
      await Promise.resolve();
      this.#meet();
      if (grant.kind === 'implicit') {
        const fresh = this.#consent({ scopes: account.scopes, interactive: false });
        return this.user === account.login ? fresh : fail({ code: 'sign-in-mismatch' });
      }
      this.shown.push(grant.refreshToken);
      const issued = this.tokens.get(grant.refreshToken);
      if (issued?.state !== 'good') return fail({ code: 'login-expired' });
      issued.state = 'spent';
      return this.#grant('device', issued.scopes, issued.user);
    },
    check: async ({ accessToken }) => {
      await Promise.resolve();
      this.#meet();
      const issued = this.tokens.get(accessToken);
      if (issued?.state !== 'good') return undefined;
      const { userId, login } = accountOf(issued.user, []);
      return { clientId: 'c', userId, login, scopes: issued.scopes };
    },
    revoke: async (grant) => {
      await Promise.resolve();
      this.#meet();
      for (const token of [grant.accessToken, grant.kind === 'device' ? grant.refreshToken : '']) {
        const issued = this.tokens.get(token);
        if (issued?.state === 'good') issued.state = 'revoked';
      }
    },
  };

  /** A token as one that was handed out while nobody could write down whose it is. */
  tokenFor(user: string, scopes: readonly string[]): string {
    return this.#issue(user, scopes);
  }

  /** The user decides about every code that waits. */
  decide(how: 'agree' | 'deny'): void {
    for (const code of this.codes.values()) code.decided ??= how;
  }

  /** Ends every token of `user`, as a disconnected app does. */
  disconnect(user: string): void {
    this.agreed.delete(user);
    for (const token of this.tokens.values()) if (token.user === user) token.state = 'revoked';
  }

  /** Tokens that would still open something. */
  good(user?: string): string[] {
    return [...this.tokens].flatMap(([token, issued]) =>
      issued.state === 'good' && (user === undefined || issued.user === user) ? [token] : [],
    );
  }
}

const ids: Readonly<Record<string, string>> = { ann: '1', bob: '2' };

/** The account of a user of this platform. */
export function accountOf(user: string, scopes: readonly string[]): Account {
  const userId = ids[user] ?? '9';
  return {
    id: `twitch:${userId}`,
    platform: 'twitch',
    userId,
    login: user,
    name: user.charAt(0).toUpperCase() + user.slice(1),
    scopes,
    state: 'ok',
  };
}

/** Where a life of the worker ends: at its call number `at` to the outside, which is made (`after`) or not (`before`). */
export interface Cut {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** One life of the worker. */
export interface Life {
  readonly accounts: Accounts;
  readonly events: AccountEvent[];
  /** The accounts as they stood each time pages were told to look again. */
  readonly told: (readonly Account[])[];
  /** Names of the calls to the outside so far. */
  readonly steps: readonly string[];
  /** Resolves when this life was cut off. */
  readonly ended: Promise<void>;
  /** Lets the time pass for which a sign-in by code waits. */
  readonly tick: () => void;
}

/** Starts a life on `disk` and `platform`; `showCode` is told of every page for a code that is opened. */
export function live(
  disk: Disk,
  platform: Platform,
  cut?: Cut,
  showCode: (url: string) => void = () => undefined,
): Life {
  const steps: string[] = [];
  const waiting = new Set<() => void>();
  const told: (readonly Account[])[] = [];
  let dead = false;
  let die: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (die = resolve));
  const never = new Promise<never>(() => undefined);

  /** Counts the calls of `port`, and lets this life end at the one that is meant. */
  const watched = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get: (target, key, self): unknown => {
        const method: unknown = Reflect.get(target, key, self);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]): Promise<unknown> => {
          if (dead) return never;
          steps.push(`${name}.${String(key)}`);
          const last = cut?.at === steps.length;
          if (last) dead = true;
          if (last && cut.when === 'before') {
            die();
            return never;
          }
          const call = Promise.resolve(Reflect.apply(method, target, args) as unknown);
          if (last) {
            await call.catch(() => undefined);
            die();
            return never;
          }
          const result = await call;
          return dead ? never : result;
        };
      },
    });

  const busy = new Map<string, Promise<unknown>>();
  const accounts = createAccounts({
    vault: watched('vault', disk.vault),
    way: watched('way', platform.way),
    firstScopes: ['a'],
    attempt: watched('attempt', {
      get: () => Promise.resolve(disk.attempt),
      set: (attempt: Attempt) => {
        disk.attempt = attempt;
        return Promise.resolve();
      },
      update: (change: (last: Attempt | undefined) => Attempt | undefined) => {
        disk.attempt = change(disk.attempt);
        return Promise.resolve();
      },
    }),
    channels: watched('channels', {
      read: () => Promise.resolve(disk.channels),
      write: (choice: ChannelAccounts) => {
        disk.channels = choice;
        return Promise.resolve();
      },
    }),
    alarm: watched('alarm', { set: () => Promise.resolve(), clear: () => Promise.resolve() }),
    showCode: (url) => {
      showCode(url);
      return Promise.resolve();
    },
    sleep: (_ms, signal) =>
      new Promise((resolve, reject) => {
        waiting.add(resolve);
        signal.addEventListener('abort', () => reject(signal.reason as FailureError));
      }),
    // The lock goes with the life that holds it.
    exclusively: <T>(name: string, job: () => Promise<T>): Promise<T> => {
      const result = (busy.get(name) ?? Promise.resolve()).then(job, job);
      busy.set(name, result);
      return result;
    },
    now: () => platform.now,
    changed: () => {
      told.push([...disk.accounts.values()]);
      return Promise.resolve();
    },
  });
  const events: AccountEvent[] = [];
  accounts.on((event) => events.push(event));
  return {
    accounts,
    events,
    told,
    steps,
    ended,
    tick: () => {
      for (const go of [...waiting]) go();
      waiting.clear();
    },
  };
}
