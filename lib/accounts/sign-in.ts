/**
 * Getting the user's consent, by window or by code, so that the worker may die between any two lines.
 *
 * ```
 *            ┌─ window ─▶ consent page ──────┐
 *   none ────┤                               ├─▶ grant arrives ─▶ held, sealed ─▶ whose is it? ─▶ account ─▶ none
 *            └─ code ──▶ ask, wait, ask … ───┘
 * ```
 *
 * The attempt is written down before anything is shown, and the grant before anything is done with it. Whoever wakes next
 * goes on from there ({@link SignIn.resume}): a window is not opened twice, a code is not asked for twice, and a grant
 * that has arrived is not lost.
 */
import { fail, FailureError, failureOf } from '../failure.ts';
import { type Account, covers, type Grant } from './account.ts';
import type { Attempt, AttemptStore, Wish } from './attempt.ts';
import type { AccountEvents } from './events.ts';
import type { HeldGrant, Vault } from './vault.ts';
import type { Code, SignInWay } from './way.ts';

/** What {@link createSignIn} needs. */
export interface SignInParts {
  readonly vault: Vault;
  readonly way: SignInWay;
  readonly attempt: AttemptStore;
  /** Wakes the worker now and then while a code waits. */
  readonly alarm: { readonly set: () => Promise<void>; readonly clear: () => Promise<void> };
  /** Shows the platform's page for a code in a tab; in front, or behind the page that shows the code. */
  readonly showCode: (url: string, front: boolean) => Promise<void>;
  /** Resolves after `ms`; rejects when `signal` aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Unix epoch milliseconds. */
  readonly now: () => number;
  readonly events: AccountEvents;
  /** Told after every change, for the pages that show it. */
  readonly changed: () => Promise<void>;
}

/** One sign-in at a time. */
export interface SignIn {
  /**
   * Signs in; a second call while one is under way waits for the same answer. With `front` the page for a code comes to
   * the front, because no page of ours shows the code.
   *
   * @throws FailureError `no-client-id`, `sign-in-*`, `code-ended`, `other-account`, `aborted`, `offline` …
   */
  readonly start: (wish: Wish, how?: { readonly front?: boolean }) => Promise<Account>;
  /** Other scopes without a window, where the platform gives them so. @throws FailureError `login-expired` … */
  readonly quietly: (wish: Wish) => Promise<Account>;
  /** Goes on with what an earlier life began. Never throws. */
  readonly resume: () => Promise<void>;
  /** Gives the sign-in by code up. */
  readonly cancel: () => Promise<void>;
  /** Brings the platform's page for the code to the front. */
  readonly showCode: () => Promise<void>;
}

const none = { state: 'none' } as const;

/** How much slower to ask when the platform says that it is asked too often, ms. */
const slowerBy = 5_000;

/** Failures after which asking again may help. */
export const passing: ReadonlySet<string> = new Set(['offline', 'timeout', 'platform-down', 'rate-limited']);

/** Makes the service that signs accounts in. */
export function createSignIn(parts: SignInParts): SignIn {
  const { vault, way, attempt, alarm, sleep, now, events, changed } = parts;
  let running: { readonly account: Promise<Account>; readonly ending: AbortController } | undefined;
  let resumed: Promise<Account | undefined> = Promise.resolve(undefined);

  /** Makes an account of a grant that is held. The same one twice is one account. */
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
    const declined = before?.declined?.filter((scope) => !account.scopes.includes(scope)) ?? [];
    const whole: Account = { ...account, ...(declined.length === 0 ? {} : { declined }) };
    const isNew = old?.accessToken !== grant.accessToken;
    await vault.put(whole, isNew ? found.grant : undefined);
    if (wish?.accountId === undefined || (await vault.activeId()) === undefined) {
      await vault.setActive(account.id);
    }
    // In this order: a life that ends in between finds the grant and makes the same account of it again.
    await attempt.set(none);
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

  /** Writes a grant down before anything else is done with it. */
  async function arrive(grant: Grant, wish: Wish): Promise<Account> {
    return finish({ id: await vault.hold(grant), why: 'arrived', grant }, wish);
  }

  async function finish(held: HeldGrant, wish: Wish): Promise<Account> {
    const account = await settle(held, wish);
    if (wish.accountId !== undefined && wish.accountId !== account.id) {
      const wanted = await vault.account(wish.accountId);
      // Whoever came is signed in, as they have agreed; but it is not whom the wish was for.
      return fail({ code: 'other-account', login: account.login, wanted: wanted?.login ?? '' });
    }
    return account;
  }

  async function byWindow(wish: Wish): Promise<Account> {
    await attempt.set({ state: 'window', wish });
    await changed();
    const { scopes, another = false } = wish;
    return arrive(await way.consent({ scopes, interactive: true, another }), wish);
  }

  async function byCode(wish: Wish, front: boolean, signal: AbortSignal): Promise<Account> {
    const code = await way.begin(wish.scopes);
    await attempt.set({ state: 'code', wish, code });
    await alarm.set();
    await changed();
    await parts.showCode(code.url, front);
    return waitFor(code, wish, signal);
  }

  /** Asks at the platform's pace until the user has decided. */
  async function waitFor(code: Code, wish: Wish, signal: AbortSignal): Promise<Account> {
    for (let { intervalMs } = code; ;) {
      await sleep(intervalMs, signal);
      if (now() >= code.expiresAt) return fail({ code: 'code-ended', why: 'expired' });
      // Reading it also keeps the browser from thinking that this worker has nothing to do.
      if (!(await isStill(code))) return fail({ code: 'aborted' });
      const answer = await way.ask(code).catch((error: unknown) => {
        if (passing.has(failureOf(error).code)) return 'pending' as const;
        throw error;
      });
      if (answer === 'slower') intervalMs += slowerBy;
      else if (answer !== 'pending') {
        const held: HeldGrant = { id: await vault.hold(answer), why: 'arrived', grant: answer };
        if (await isStill(code)) return finish(held, wish);
        // The user gave up while the answer was on its way: nobody is signed in against their will.
        await way.revoke(answer);
        await vault.letGo(held.id);
        return fail({ code: 'aborted' });
      }
    }
  }

  async function isStill(code: Code): Promise<boolean> {
    const last = await attempt.get();
    return last?.state === 'code' && last.code.deviceCode === code.deviceCode;
  }

  /** Runs `job` as the one sign-in, and writes down how it ended. */
  function run(wish: Wish, job: (signal: AbortSignal) => Promise<Account>): Promise<Account> {
    const ending = new AbortController();
    const account = job(ending.signal).then(
      async (found) => {
        await end(none);
        return found;
      },
      async (error: unknown) => {
        const failure = failureOf(error);
        if (failure.code === 'sign-in-denied') await decline(wish);
        // What was asked for in the middle of an action is answered there; the popup would only repeat it.
        const isSilent = failure.code === 'aborted' || wish.gains !== undefined;
        // A sign-in that was given up has written that down itself, and another may have begun since.
        if (failure.code === 'aborted') {
          if (running?.ending === ending) running = undefined;
        } else await end(isSilent ? none : { state: 'none', failure });
        throw error;
      },
    );
    running = { account, ending };
    return account;
  }

  async function end(how: Attempt): Promise<void> {
    await attempt.set(how);
    running = undefined;
    await alarm.clear();
    await changed();
  }

  /** Remembers what the user would not grant. */
  async function decline({ accountId, gains }: Wish): Promise<void> {
    const account = accountId === undefined ? undefined : await vault.account(accountId);
    if (!account || !gains) return;
    await vault.put({ ...account, declined: [...new Set([...(account.declined ?? []), ...gains])] });
  }

  /** Takes up what an earlier life has left. */
  async function takeUp(): Promise<Account | undefined> {
    const last = await attempt.get();
    const wish = last === undefined || last.state === 'none' ? undefined : last.wish;
    let found: Account | undefined;
    for (const held of await vault.held()) {
      if (held.why === 'arrived') found = await settle(held, wish).catch(() => undefined);
    }
    if (last === undefined || wish === undefined || last.state === 'none') return found;
    if (found !== undefined) {
      await end(none);
    } else if (last.state === 'code') {
      await alarm.set();
      void run(wish, (signal) => waitFor(last.code, wish, signal)).catch(() => undefined);
    } else {
      // If the user has agreed meanwhile, the platform answers without a window.
      const grant = await way.consent({ scopes: wish.scopes, interactive: false }).catch(() => undefined);
      found = grant && (await arrive(grant, wish).catch(() => undefined));
      // The window went with the life that opened it.
      const isSilent = found !== undefined || wish.gains !== undefined;
      await end(isSilent ? none : { state: 'none', failure: { code: 'sign-in-closed' } });
    }
    return found;
  }

  return {
    async start(wish, { front = false } = {}) {
      const taken = await resumed;
      resumed = Promise.resolve(undefined);
      // The page that asked has asked again, because the worker died; what it wants has come meanwhile.
      if (taken && covers(taken.scopes, wish.scopes) && isFor(wish, taken)) return taken;
      if (running) return running.account;
      return run(wish, async (signal) => {
        const offer = await way.offers();
        if (offer === undefined) return fail({ code: 'no-client-id' });
        return offer === 'code' ? byCode(wish, front, signal) : byWindow(wish);
      });
    },

    async quietly(wish) {
      if ((await way.offers()) !== 'window') return fail({ code: 'login-expired' });
      return arrive(await way.consent({ scopes: wish.scopes, interactive: false }), wish);
    },

    async resume() {
      if (running) return;
      resumed = takeUp().catch(() => undefined);
      await resumed;
    },

    async cancel() {
      await resumed;
      if ((await attempt.get())?.state !== 'code') return;
      const given = running;
      await end(none);
      given?.ending.abort(new FailureError({ code: 'aborted' }));
    },

    async showCode() {
      const last = await attempt.get();
      if (last?.state === 'code') await parts.showCode(last.code.url, true);
    },
  };
}

const isFor = ({ accountId, another = false }: Wish, { id }: Account): boolean =>
  accountId === undefined ? !another : accountId === id;

function sameScopes(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && covers(one, other);
}
