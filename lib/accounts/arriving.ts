/** What becomes of a grant that has arrived: held, sealed, until it is known whose it is; then an account. */
import { fail, failureOf } from '../failure.ts';
import { type Account, covers, type Grant } from './account.ts';
import { type AttemptStore, endOf, none, type Wish } from './attempt.ts';
import type { AccountEvents } from './events.ts';
import type { HeldGrant, Vault } from './vault.ts';
import type { SignInWay } from './way.ts';

/** What {@link createArriving} needs. */
export interface ArrivingParts {
  readonly vault: Vault;
  readonly way: SignInWay;
  readonly attempt: AttemptStore;
  readonly events: AccountEvents;
}

/** Makes accounts of grants. */
export interface Arriving {
  /** Writes a grant down before anything else is done with it, and makes the account that was wished for. */
  readonly arrive: (grant: Grant, wish: Wish) => Promise<Account>;
  /** The same of one that is held. @throws FailureError `other-account`, `sign-in-mismatch`, `offline` … */
  readonly finish: (held: HeldGrant, wish: Wish) => Promise<Account>;
  /** Makes an account of a grant that is held, whoever was wished for. The same one twice is one account. */
  readonly settle: (held: HeldGrant, wish?: Wish) => Promise<Account>;
  /** `account`, if it is whom the wish was for. @throws FailureError `other-account` */
  readonly asWished: (account: Account, wish: Wish) => Promise<Account>;
  /** Gives the platform back what nobody wants any more. */
  readonly giveBack: (held: HeldGrant) => Promise<void>;
}

/** Failures after which asking again may help. */
export const passing: ReadonlySet<string> = new Set(['offline', 'timeout', 'platform-down', 'rate-limited']);

/** Makes the service that makes accounts of grants. */
export function createArriving({ vault, way, attempt, events }: ArrivingParts): Arriving {
  async function settle({ id, grant }: HeldGrant, wish?: Wish): Promise<Account> {
    let found;
    try {
      found = await way.owner(grant);
    } catch (error) {
      // Only the network's failures leave it open whose the grant is.
      if (!passing.has(failureOf(error).code)) await vault.letGo(id);
      throw error;
    }
    const { account } = found;
    const [before, old] = await Promise.all([vault.account(account.id), vault.grant(account.id)]);
    if (wish && before && isLess(account, before, wish)) {
      await attempt.update(() => endOf(wish, { accountId: account.id }));
      await giveBack({ id, why: 'arrived', grant });
      return before;
    }
    const declined = before?.declined?.filter((scope) => !account.scopes.includes(scope)) ?? [];
    const whole: Account = { ...account, ...(declined.length === 0 ? {} : { declined }) };
    const isNew = old?.accessToken !== grant.accessToken;
    await vault.put(whole, isNew ? found.grant : undefined);
    if (wish?.accountId === undefined || (await vault.activeId()) === undefined) {
      await vault.setActive(account.id);
    }
    // In this order: a life that ends in between finds the grant and makes the same account of it again.
    await attempt.update((last) => {
      if (wish) return endOf(wish, { accountId: account.id });
      // What an earlier life has answered stays answered; what it could not do is done now.
      const answered = last?.state === 'none' ? last.answered : undefined;
      return answered?.accountId === undefined ? none : { ...none, answered };
    });
    await vault.letGo(id);
    if (before === undefined || before.state === 'expired')
      events.tell({ kind: 'signed-in', account: whole });
    else {
      if (isNew) events.tell({ kind: 'refreshed', account: whole });
      if (!sameScopes(before.scopes, whole.scopes)) {
        events.tell({ kind: 'scopes-changed', account: whole, before: before.scopes });
      }
    }
    return whole;
  }

  async function arrive(grant: Grant, wish: Wish): Promise<Account> {
    return finish({ id: await vault.hold(grant), why: 'arrived', grant }, wish);
  }

  async function finish(held: HeldGrant, wish: Wish): Promise<Account> {
    return asWished(await settle(held, wish), wish);
  }

  async function asWished(account: Account, wish: Wish): Promise<Account> {
    if (wish.accountId === undefined || wish.accountId === account.id) return account;
    const wanted = await vault.account(wish.accountId);
    // Whoever came is signed in, as they have agreed; but it is not whom the wish was for.
    return fail({
      code: 'other-account',
      login: account.login,
      wanted: wanted?.login ?? wish.login ?? '',
    });
  }

  async function giveBack({ id, grant }: HeldGrant): Promise<void> {
    await way.revoke(grant);
    await vault.letGo(id);
  }

  return { arrive, finish, settle, asWished, giveBack };
}

/** Whether a grant for `wish` came from somebody else, and would take from that account what it has. */
const isLess = (account: Account, before: Account, { accountId }: Wish): boolean =>
  accountId !== undefined &&
  accountId !== account.id &&
  before.state === 'ok' &&
  !covers(account.scopes, before.scopes);

function sameScopes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && covers(one, other);
}
