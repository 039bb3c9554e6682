/**
 * What the accounts stand on, for tests: a disk that outlives the worker, and lives of the worker that can be cut off at any
 * call to the outside.
 */
import type { Account, Grant } from '../../lib/accounts/account.ts';
import { accessOf } from '../../lib/accounts/account.ts';
import { type Accounts, createAccounts } from '../../lib/accounts/accounts.ts';
import type { Attempt } from '../../lib/accounts/attempt.ts';
import type { ChannelAccounts } from '../../lib/accounts/channel-accounts.ts';
import type { AccountEvent } from '../../lib/accounts/events.ts';
import type { HeldGrant, Vault } from '../../lib/accounts/vault.ts';
import type { FailureError } from '../../lib/failure.ts';
import type { Platform } from './accounts-platform.ts';

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

/** Lets time pass for `life` until `done` has ended, one interval of the platform after the other. */
export async function ticking<T>(life: Life, done: Promise<T>): Promise<T> {
  const timer = setInterval(life.tick, 0);
  return done.finally(() => clearInterval(timer));
}
