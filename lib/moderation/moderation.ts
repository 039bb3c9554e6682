/**
 * Carrying out actions, once each, and taking them back.
 *
 * An action is written down right before it is sent, so that a worker that dies in between leaves a note: whoever wakes
 * next asks the platform whether it happened, and never sends it again blindly. What was refused before that (for want of
 * a permission, say) leaves none.
 *
 * The log has one entry for each action from then on: started, then done, failed or unknown. It changes together with the
 * note, in one transaction. What was refused comes into the log as failed.
 */
import type { Account } from '../accounts/account.ts';
import type { Platform } from '../chat/message.ts';
import { fail, type Failure, FailureError, failureOf } from '../failure.ts';
import { type Action, isDone, type LogEntry, type LoggedAction } from './action.ts';
import {
  type LogFacts,
  type LogPlace,
  type LogWindow,
  type ModerationBook,
  type Order,
  unproven,
  withoutQuote,
} from './book.ts';
import { inverseOf } from './kinds.ts';
import { type NextStep, nextStep, type Rung } from './ladder.ts';
import { createLogbook } from './logbook.ts';
import { createOrdering } from './ordering.ts';
import type { ModerationPlatform } from './platform.ts';
import { createRecovery } from './recovery.ts';

/** What {@link createModeration} needs. */
export interface ModerationParts {
  readonly platform: ModerationPlatform;
  readonly book: ModerationBook;
  /** The account that acts where `action` is to happen. */
  readonly acting: (action: Action) => Promise<Account>;
  /** The same, whether or not it is usable. */
  readonly chosen: (action: Action) => Promise<Account | undefined>;
  readonly account: (id: string) => Promise<Account | undefined>;
  readonly now: () => number;
  /** An entry of the log is new, or has changed. */
  readonly changed: (entry: LogEntry) => Promise<void>;
}

/** Moderation by the accounts of this browser. */
export interface Moderation {
  /**
   * Carries `action` out as the acting account; the same `id` twice is one action. `sweep` names the sweep of which it is a part.
   *
   * @throws FailureError `signed-out`, `not-moderator`, `protected`, `identity-mismatch`, `platform-refused` …
   */
  readonly act: (id: string, action: Action, sweep?: string) => Promise<LoggedAction>;
  /**
   * As {@link Moderation.act}, about somebody whom the platform knows by `whom` and whom nobody looks up: the platform's own list named
   * them, or the user typed a name that it takes.
   */
  readonly actOn: (whom: string, id: string, action: Action) => Promise<LoggedAction>;
  /**
   * Takes the logged action `id` back, as the account that did it, whoever acts there now. Twice is once.
   *
   * @throws FailureError `undo-gone`, `actor-away`, `platform-refused` …
   */
  readonly undo: (id: string) => Promise<LoggedAction>;
  /** The logged action `id`. */
  readonly entry: (id: string) => Promise<LogEntry | undefined>;
  /** The next step of `ladder` for somebody; offences of the last `days` count. */
  readonly nextStep: (
    ladder: readonly Rung[],
    who: {
      readonly platform: Platform;
      readonly channel: string;
      readonly login: string;
      readonly id?: string | undefined;
      readonly days: number;
    },
  ) => Promise<NextStep | undefined>;
  /** The newest actions that were done, newest first. */
  readonly newest: (limit: number) => Promise<readonly LoggedAction[]>;
  /** A window of the whole log; see {@link ModerationBook}. */
  readonly window: (place: LogPlace | undefined, limit: number, before?: number) => Promise<LogWindow>;
  readonly facts: () => Promise<LogFacts>;
  /** Finds out what became of the orders that an earlier life of the worker left behind. Never throws. */
  readonly resume: () => Promise<void>;
}

const undoIdOf = (id: string): string => `undo:${id}`;

/** `failure` as that of an account that does not act there any more; `undefined` where its user could not help. */
function away(login: string, failure: Failure): Failure | undefined {
  switch (failure.code) {
    case 'signed-out':
      return { code: 'actor-away', login, why: 'signed-out' };
    case 'login-expired':
      return { code: 'actor-away', login, why: 'expired' };
    case 'missing-scope':
      return { code: 'actor-away', login, why: 'not-allowed', scopes: failure.scopes };
    default:
      return undefined;
  }
}

/** Makes the service that carries out actions. */
export function createModeration({
  platform,
  book,
  acting,
  chosen,
  account,
  now,
  changed,
}: ModerationParts): Moderation {
  const running = new Map<string, Promise<LoggedAction>>();
  const logbook = createLogbook({ platform, book, changed });
  const orderFor = createOrdering({ platform, now });
  const { finish, remembered } = createRecovery({ platform, book, account, logbook, now, changed });

  async function send(whole: Order, by: Account): Promise<LoggedAction> {
    const order = withoutQuote(whole);
    try {
      await platform.carryOut(whole, by, () => logbook.started(order, by));
    } catch (error) {
      // Any other failure says that it did not happen.
      const isLost = error instanceof FailureError && error.failure.code === 'outcome-unknown';
      if (!isLost) {
        await logbook.failed(order, by, { state: 'failed', failure: failureOf(error) });
        throw error;
      }
      const happened = await platform.tookEffect(order, by).catch(() => undefined);
      if (happened !== true) {
        await logbook.failed(order, by, { state: happened === false ? 'failed' : 'unknown' });
        throw error;
      }
    }
    return logbook.done(order, by);
  }

  /** The order for an action of the user's; what keeps it from being one comes into the log. */
  async function ordered(id: string, action: Action, by: Account, whom?: string): Promise<Order> {
    try {
      return await orderFor(id, action, by, whom);
    } catch (error) {
      const asked = {
        id,
        action: unproven(action),
        channelId: '',
        targetId: '',
        accountId: by.id,
        at: now(),
      };
      await logbook.failed(asked, by, { state: 'failed', failure: failureOf(error) });
      throw error;
    }
  }

  /** Takes back as `by`. Where another one acts now, what `by` misses is said with its name. */
  async function takeBack(id: string, action: Action, by: Account): Promise<LoggedAction> {
    try {
      return await send({ ...(await orderFor(undoIdOf(id), action, by)), undoes: id }, by);
    } catch (error) {
      const lacks = error instanceof FailureError ? away(by.login, error.failure) : undefined;
      if (lacks === undefined || (await chosen(action))?.id === by.id) throw error;
      return fail(lacks);
    }
  }

  /** Runs `work` once for `id`, however often it is asked for. */
  async function once(id: string, work: () => Promise<LoggedAction>): Promise<LoggedAction> {
    const current = running.get(id) ?? work().finally(() => running.delete(id));
    running.set(id, current);
    return current;
  }

  /** Does it once, however often it is asked for; see {@link Moderation} for `sweep` and `whom`. */
  const perform = (
    id: string,
    action: Action,
    { sweep, whom }: { readonly sweep?: string | undefined; readonly whom?: string },
  ): Promise<LoggedAction> =>
    once(id, async () => {
      // In this order: what is settled between the two is found in the log.
      const known = await remembered(id);
      if (known !== undefined && known !== 'maybe') return known;
      const entry = await book.entry(id);
      if (entry && isDone(entry)) return entry;
      // It was sent, perhaps, and what became of it nobody could find out, whoever woke meanwhile.
      const isDoubted = known === 'maybe' || (entry !== undefined && entry.result?.state !== 'failed');
      const by = await acting(action);
      const order = {
        ...(await ordered(id, action, by, whom)),
        ...(sweep !== undefined && { sweep }),
        ...(isDoubted && { again: true as const }),
      };
      return send(order, by);
    });

  return {
    act: (id, action, sweep) => perform(id, action, { sweep }),
    actOn: (whom, id, action) => perform(id, action, { whom }),

    undo(id: string): Promise<LoggedAction> {
      const orderId = undoIdOf(id);
      return once(orderId, async () => {
        const known = await remembered(orderId);
        if (known !== undefined && known !== 'maybe') return known;
        // It may be under way now, or nobody has looked yet what became of it.
        await running.get(id)?.catch(() => undefined);
        const lost = (await book.pending()).find((order) => order.id === id);
        if (lost) await finish(lost);
        const entry = await book.entry(id);
        if (entry === undefined || !isDone(entry)) return fail({ code: 'undo-gone' });
        if (entry.undoneAt !== undefined) return entry;
        const action = inverseOf(entry.action);
        if (action === undefined || (entry.undoUntil ?? 0) <= now()) return fail({ code: 'undo-gone' });
        const by = await account(entry.by.id);
        if (by === undefined) return fail({ code: 'actor-away', login: entry.by.login, why: 'signed-out' });
        return takeBack(id, action, by);
      });
    },

    entry: (id: string): Promise<LogEntry | undefined> => book.entry(id),

    async nextStep(ladder, { platform, channel, login, id, days }): Promise<NextStep | undefined> {
      const since = now() - days * 24 * 60 * 60 * 1000;
      return nextStep(ladder, await book.about({ platform, login, id, since }), {
        channel,
        login,
        ...(id !== undefined && { id }),
        since,
      });
    },

    newest: (limit: number): Promise<readonly LoggedAction[]> => book.newest(limit),
    window: book.window,
    facts: book.facts,

    async resume(): Promise<void> {
      // What cannot be read now waits for the next life.
      const left = await book.pending().catch(() => []);
      for (const order of left) {
        // One that is running now belongs to this life.
        if (!running.has(order.id)) await finish(order).catch(() => undefined);
      }
    },
  };
}
