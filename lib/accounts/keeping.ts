/**
 * Keeping accounts signed in: renewing tokens before they end and after a refusal, and asking the platform once an hour
 * whether all is as we believe.
 *
 * A refresh token can be traded once. So one renewal of an account runs at a time, in this life of the worker and in any
 * other context (`exclusively` is the browser's lock); it begins by reading what is on disk, and the new pair is on disk
 * before anybody uses it. A life that ends between the trade and the write has lost the new pair: then the old one is
 * refused, and that one account must sign in again.
 */
import { fail, failureOf } from '../failure.ts';
import { type Access, accessOf, type Account, covers } from './account.ts';
import type { AccountEvents } from './events.ts';
import { passing } from './arriving.ts';
import type { Vault } from './vault.ts';
import type { SignInWay } from './way.ts';

/** Runs `job` while no other holder of `name` runs, in whichever context. */
export type Exclusively = <T>(name: string, job: () => Promise<T>) => Promise<T>;

/** What {@link createKeeping} needs. */
export interface KeepingParts {
  readonly vault: Vault;
  readonly way: SignInWay;
  readonly exclusively: Exclusively;
  /** Unix epoch milliseconds. */
  readonly now: () => number;
  readonly events: AccountEvents;
}

/** Keeps accounts signed in. */
export interface Keeping {
  /** What `id` makes calls with; renewed first if it has ended. @throws FailureError `signed-out`, `login-expired` … */
  readonly access: (id: string) => Promise<Access>;
  /**
   * After a 401 for the token `refused`: a new one, or `undefined` when there is none without the user.
   *
   * @throws FailureError when the platform cannot be reached; nothing is known then, and nothing changes.
   */
  readonly renew: (id: string, refused: string) => Promise<Access | undefined>;
  /** Asks the platform about every account (at start and once an hour). Never throws. */
  readonly validate: () => Promise<void>;
}

/** A token that ends sooner is renewed at the hourly check, ms. */
const renewBefore = 70 * 60 * 1000;

/** The name of the lock under which the grant of `id` changes. */
export const lockOf = (id: string): string => `sidestage.account.${id}`;

/** Makes the service that keeps accounts signed in. */
export function createKeeping({ vault, way, exclusively, now, events }: KeepingParts): Keeping {
  const renewals = new Map<string, Promise<Access | undefined>>();

  async function expire(id: string): Promise<void> {
    const account = await vault.account(id);
    if (account === undefined || account.state === 'expired') return;
    const expired: Account = { ...account, state: 'expired' };
    await vault.put(expired);
    events.tell({ kind: 'expired', account: expired });
  }

  /** `refused`: the token that the platform would not take; without it the one on disk is renewed before its end. */
  async function renewOnce(id: string, refused?: string): Promise<Access | undefined> {
    const [account, grant] = [await vault.account(id), await vault.grant(id)];
    if (account?.state !== 'ok') return undefined;
    if (grant && refused !== undefined && grant.accessToken !== refused) return accessOf(grant);
    try {
      if (!grant) return fail({ code: 'login-expired' });
      const fresh = await way.renew(account, grant);
      // A pair is one with the pair that it was traded for; by window every token stands for itself.
      await vault.put(account, fresh, fresh.kind === 'device' ? 'renewed' : 'former');
      events.tell({ kind: 'refreshed', account });
      return accessOf(fresh);
    } catch (error) {
      // Without an answer nothing is known about the grant; it may be good again in a minute.
      const { code } = failureOf(error);
      if (passing.has(code) || code === 'storage') throw error;
      // Too early is no harm: the token holds until it ends.
      if (grant && refused === undefined && (grant.expiresAt ?? Infinity) > now()) return accessOf(grant);
      await expire(id);
      return undefined;
    }
  }

  function renew(id: string, refused?: string): Promise<Access | undefined> {
    const running =
      renewals.get(id) ??
      exclusively(lockOf(id), () => renewOnce(id, refused)).finally(() => renewals.delete(id));
    renewals.set(id, running);
    return running;
  }

  /** Holds what we believe of `account` to what the platform says. */
  async function validateOne(account: Account): Promise<void> {
    const access = await vault.access(account.id);
    const found = access && (await way.check(access));
    if (found === undefined || access === undefined) {
      await renew(account.id, access?.accessToken ?? '');
      return;
    }
    if (found.userId !== account.userId || found.clientId !== access.clientId) {
      await expire(account.id);
      events.tell({ kind: 'user-changed', account, userId: found.userId });
      return;
    }
    const { login, scopes } = found;
    const isRenamed = login !== account.login;
    const differs = scopes.length !== account.scopes.length || !covers(scopes, account.scopes);
    if (isRenamed || differs) {
      const name = isRenamed && account.name.toLowerCase() === account.login ? login : account.name;
      const fresh: Account = { ...account, login, name, scopes };
      await vault.put(fresh);
      if (differs) events.tell({ kind: 'scopes-changed', account: fresh, before: account.scopes });
      if (isRenamed) events.tell({ kind: 'renamed', account: fresh, before: account.login });
    }
    if (found.expiresAt !== undefined && found.expiresAt - now() < renewBefore) await renew(account.id);
  }

  return {
    async access(id) {
      const account = await vault.account(id);
      if (account === undefined) return fail({ code: 'signed-out' });
      const access = account.state === 'ok' ? await vault.access(id) : undefined;
      const hasEnded = access?.expiresAt !== undefined && access.expiresAt <= now();
      const usable = access && hasEnded ? await renew(id, access.accessToken) : access;
      return usable ?? fail({ code: 'login-expired', login: account.login });
    },
    renew,
    async validate() {
      for (const account of await vault.accounts()) {
        if (account.state === 'ok') await validateOne(account).catch(() => undefined);
      }
    },
  };
}
