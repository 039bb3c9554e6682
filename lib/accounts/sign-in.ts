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
 * that has arrived is not lost. What the platform sends while nobody is alive to write it down is out of reach: it can be
 * neither used nor given back, and ends by itself.
 */
import { fail, type Failure, FailureError, failureOf } from '../failure.ts';
import { type Account, covers } from './account.ts';
import { type Attempt, type AttemptStore, endOf, isOf, none, type Wish } from './attempt.ts';
import { createArriving, passing } from './arriving.ts';
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
  /** Shows the platform's page for a code in a tab, one for a code; in front, or behind the page that shows the code. */
  readonly showCode: (url: string, front: boolean) => Promise<void>;
  /** Resolves after `ms`; rejects when `signal` aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Unix epoch milliseconds. */
  readonly now: () => number;
  readonly events: AccountEvents;
  /** Told after every change of accounts and of the attempt, for the pages that show it. Never rejects. */
  readonly changed: () => Promise<void>;
}

/** One sign-in at a time. */
export interface SignIn {
  /**
   * Signs in; a second call while one is under way waits for the same answer, and one for a wish that was answered gets
   * that answer. With `front` the page for a code comes to the front, because no page of ours shows the code.
   *
   * @throws FailureError `no-client-id`, `sign-in-*`, `code-ended`, `other-account`, `aborted`, `offline` …
   */
  readonly start: (wish: Wish, how?: { readonly front?: boolean }) => Promise<Account>;
  /** Other scopes without a window, where the platform gives them so. @throws FailureError `login-expired` … */
  readonly quietly: (wish: Wish) => Promise<Account>;
  /** Goes on with what an earlier life began. Never throws. */
  readonly resume: () => Promise<void>;
  /** Resolves when what the user has agreed to until now has become an account's, or will not. Never rejects. */
  readonly arrived: () => Promise<void>;
  /** Gives the sign-in by code up. */
  readonly cancel: () => Promise<void>;
  /** Brings the platform's page for the code to the front. */
  readonly showCode: () => Promise<void>;
}

/** How much slower to ask when the platform says that it is asked too often, ms. */
const slowerBy = 5_000;

/** Makes the service that signs accounts in. */
export function createSignIn(parts: SignInParts): SignIn {
  const { vault, way, attempt, alarm, sleep, now, changed } = parts;
  const { arrive, finish, settle, asWished, giveBack } = createArriving(parts);
  let running: { readonly account: Promise<Account>; readonly ending: AbortController } | undefined;
  let resumed: Promise<Account | undefined> = Promise.resolve(undefined);
  /** The grant that is being made an account's. */
  let coming: Promise<unknown> = Promise.resolve();

  function isComing(account: Promise<Account>): Promise<Account> {
    coming = account.catch(() => undefined);
    return account;
  }

  async function byWindow(wish: Wish): Promise<Account> {
    await attempt.set({ state: 'window', wish });
    await changed();
    const { scopes, another = false } = wish;
    const grant = await way.consent({ scopes, interactive: true, another });
    return isComing(arrive(grant, wish));
  }

  async function byCode(wish: Wish, front: boolean, signal: AbortSignal): Promise<Account> {
    const code = await way.begin(wish.scopes);
    await attempt.set({ state: 'code', wish, code });
    await alarm.set();
    await changed();
    await show(code, front);
    return waitFor(code, wish, signal);
  }

  async function show(code: Code, front: boolean): Promise<void> {
    await parts.showCode(code.url, front);
    await attempt.update((last) => (isOf(code, last) ? { ...last, shown: true } : last));
  }

  /** Asks at the platform's pace until the user has decided. */
  async function waitFor(code: Code, wish: Wish, signal: AbortSignal): Promise<Account> {
    for (let { intervalMs } = code; ;) {
      await sleep(intervalMs, signal);
      if (now() >= code.expiresAt) return fail({ code: 'code-ended', why: 'expired' });
      // Reading it also keeps the browser from thinking that this worker has nothing to do.
      if (!(await isStill(code))) return fail({ code: 'aborted' });
      const answer = await way.ask(code).catch((error: unknown) => {
        const failure = failureOf(error);
        if (passing.has(failure.code)) return 'pending' as const;
        // The platform has the same words for a code that was refused and for one that ran out on the way there.
        if (failure.code === 'code-ended' && now() >= code.expiresAt)
          return fail({ code: 'code-ended', why: 'expired' });
        throw error;
      });
      if (answer === 'slower') intervalMs += slowerBy;
      else if (answer !== 'pending') {
        const held: HeldGrant = { id: await vault.hold(answer), why: 'arrived', grant: answer };
        if (await isStill(code)) return isComing(finish(held, wish));
        // The user gave up while the answer was on its way: nobody is signed in against their will.
        await giveBack(held);
        return fail({ code: 'aborted' });
      }
    }
  }

  const isStill = async (code: Code): Promise<boolean> => isOf(code, await attempt.get());

  /** Runs `job` as the one sign-in, and writes down how it ended. */
  function run(wish: Wish, job: (signal: AbortSignal) => Promise<Account>): Promise<Account> {
    const ending = new AbortController();
    const account = job(ending.signal).then(
      async (found) => {
        await end(endOf(wish, { accountId: found.id }));
        return found;
      },
      async (error: unknown) => {
        const failure = failureOf(error);
        if (isNo(failure)) await decline(wish);
        // What was asked for in the middle of an action is answered there; the popup would only repeat it.
        const isSilent = failure.code === 'aborted' || wish.gains !== undefined;
        // A sign-in that was given up has written that down itself, and another may have begun since.
        if (failure.code === 'aborted') {
          if (running?.ending === ending) running = undefined;
        } else await end({ ...endOf(wish, { failure }), ...(isSilent ? {} : { failure }) });
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

  /** What an earlier life has answered to the wish. @throws FailureError the same as then */
  async function answeredBefore(wish: Wish): Promise<Account | undefined> {
    const last = await attempt.get();
    const answered = last?.state === 'none' && wish.id !== undefined ? last.answered : undefined;
    if (answered === undefined || answered.id !== wish.id) return undefined;
    if (answered.failure) return fail(answered.failure);
    const account = answered.accountId === undefined ? undefined : await vault.account(answered.accountId);
    return account && asWished(account, wish);
  }

  /** Takes up what an earlier life has left. */
  async function takeUp(): Promise<Account | undefined> {
    const last = await attempt.get();
    const wish = last === undefined || last.state === 'none' ? undefined : last.wish;
    const gaveUp = last?.state === 'none' && last.gaveUp === true;
    let found: Account | undefined;
    for (const held of await vault.held()) {
      if (held.why !== 'arrived') continue;
      if (gaveUp) await giveBack(held).catch(() => undefined);
      else found = await settle(held, wish).catch(() => undefined);
    }
    if (last === undefined || wish === undefined || last.state === 'none') return found;
    if (found !== undefined) {
      await end(endOf(wish, { accountId: found.id }));
    } else if (last.state === 'code') {
      await alarm.set();
      // The life that got the code may have ended before it told of it, or before it opened the page.
      await changed();
      if (last.shown !== true) await show(last.code, false);
      void run(wish, (signal) => waitFor(last.code, wish, signal)).catch(() => undefined);
    } else {
      // If the user has agreed meanwhile, the platform answers without a window.
      const grant = await way.consent({ scopes: wish.scopes, interactive: false }).catch(() => undefined);
      found = grant && (await arrive(grant, wish).catch(() => undefined));
      // The window went with the life that opened it.
      const isSilent = wish.gains !== undefined;
      if (found) await end(endOf(wish, { accountId: found.id }));
      else await end(isSilent ? none : { state: 'none', failure: { code: 'sign-in-closed' } });
    }
    return found;
  }

  return {
    async start(wish, { front = false } = {}) {
      const taken = await resumed;
      resumed = Promise.resolve(undefined);
      const before = await answeredBefore(wish);
      if (before) return before;
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

    async arrived() {
      await resumed;
      await coming;
    },

    async cancel() {
      await resumed;
      const last = await attempt.get();
      if (last?.state !== 'code') return;
      const given = running;
      // Who asked may ask again, if the worker dies just now; that is not a wish for another code.
      await end({ ...endOf(last.wish, { failure: { code: 'aborted' } }), gaveUp: true });
      given?.ending.abort(new FailureError({ code: 'aborted' }));
    },

    async showCode() {
      const last = await attempt.get();
      if (last?.state === 'code') await parts.showCode(last.code.url, true);
    },
  };
}

/** Whether the user has said no. Of a code, Twitch says no more than that it is not to be had any more. */
const isNo = (failure: Failure): boolean =>
  failure.code === 'sign-in-denied' || (failure.code === 'code-ended' && failure.why === 'refused');

const isFor = ({ accountId, another = false }: Wish, { id }: Account): boolean =>
  accountId === undefined ? !another : accountId === id;
