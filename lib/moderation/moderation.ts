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
import { type Action, isDone, type LogEntry, type LoggedAction, type Outcome } from './action.ts';
import {
  type LogFacts,
  type LogPlace,
  type LogWindow,
  type ModerationBook,
  type Order,
  unproven,
  withoutQuote,
} from './book.ts';
import { inverseOf, isSeenTwice, undoUntil } from './kinds.ts';
import { type NextStep, nextStep, type Rung } from './ladder.ts';
import { protection } from './protect.ts';

/** A user, as the platform names them. */
export interface PlatformUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/** What moderation asks of a platform. Every call acts as `account`. */
export interface ModerationPlatform {
  /**
   * The user behind a login; `undefined` when there is none. Where logins are no identity, the `action` says whom it means; the
   * answer has the login that this one has now.
   */
  readonly user: (login: string, account: Account, action: Action) => Promise<PlatformUser | undefined>;
  /** The channel, when the account may moderate it. */
  readonly moderatedChannel: (login: string, account: Account) => Promise<PlatformUser | undefined>;
  /** Whether `userId` is known to moderate the channel; a guess that may be stale, the platform has the last word. */
  readonly moderates: (userId: string, channelId: string, account: Account) => Promise<boolean>;
  /**
   * Carries the action out; `beforeSending` is awaited when nothing keeps it back any more.
   *
   * @throws FailureError: `outcome-unknown`, or why it certainly did not happen.
   */
  readonly carryOut: (order: Order, account: Account, beforeSending: () => Promise<void>) => Promise<void>;
  /** Whether an order of which no answer was seen took effect; `undefined` when that cannot be seen. */
  readonly tookEffect: (order: Order, account: Account) => Promise<boolean | undefined>;
  /** Whom an order hit that meant somebody by a name alone, now that it is carried out; `undefined`: nobody knows. */
  readonly hit?: (order: Order, account: Account) => Promise<PlatformUser | undefined>;
}

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

/** What became of an order whose answer was lost: its entry, or whether it did not happen for certain. */
type Found = LoggedAction | 'did not happen' | 'nobody knows';

/** For so long an order is kept of which nobody knows, where doing it again would be seen, ms. */
const doubtMs = 24 * 60 * 60 * 1000;

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
  /** Orders of an earlier life of which it is being found out what became of them. */
  const finishing = new Map<string, Promise<Found>>();

  async function settled(order: Order, by: Account): Promise<LoggedAction> {
    const before = order.undoes === undefined ? undefined : await book.entry(order.undoes);
    const isByName = order.action.target.id === undefined;
    const hit = isByName ? await platform.hit?.(order, by).catch(() => undefined) : undefined;
    // Where logins are no identity, nobody can be found again whom nobody could name.
    const until = isByName && platform.hit && !hit ? undefined : undoUntil(order.action, order.at);
    const entry: LoggedAction =
      before === undefined || !isDone(before)
        ? {
            id: order.id,
            action: hit ? { ...order.action, target: hit } : order.action,
            by: { id: by.id, login: by.login },
            at: order.at,
            ...(order.sweep !== undefined && { sweep: order.sweep }),
            ...(until === undefined ? {} : { undoUntil: until }),
          }
        : { ...before, undoneAt: order.at };
    await book.settle(order.id, entry);
    await changed(entry);
    return entry;
  }

  /** The log's entry of an order; taking back has none of its own. */
  function tried(order: Order, by: Account, result: Outcome): LogEntry | undefined {
    const { id, action, at, undoes, sweep } = order;
    if (undoes !== undefined) return undefined;
    const acted = { id: by.id, login: by.login };
    return { id, action, by: acted, at, ...(sweep !== undefined && { sweep }), result };
  }

  /** Writes down that it did not work, as well as it can: that is what its user is to hear of, and no trouble with the log. */
  async function failed(order: Order, by: Account, outcome: Outcome): Promise<void> {
    const entry = tried(order, by, outcome);
    const written = outcome.state === 'unknown' ? book.note(order, entry) : book.settle(order.id, entry);
    await written.then(
      () => entry && changed(entry),
      () => undefined,
    );
  }

  async function send(whole: Order, by: Account): Promise<LoggedAction> {
    const order = withoutQuote(whole);
    try {
      await platform.carryOut(whole, by, () => book.note(order, tried(order, by, { state: 'started' })));
    } catch (error) {
      // Any other failure says that it did not happen.
      const isLost = error instanceof FailureError && error.failure.code === 'outcome-unknown';
      if (!isLost) {
        await failed(order, by, { state: 'failed', failure: failureOf(error) });
        throw error;
      }
      const happened = await platform.tookEffect(order, by).catch(() => undefined);
      if (happened !== true) {
        await failed(order, by, { state: happened === false ? 'failed' : 'unknown' });
        throw error;
      }
    }
    return settled(order, by);
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
      await failed(asked, by, { state: 'failed', failure: failureOf(error) });
      throw error;
    }
  }

  async function orderFor(id: string, action: Action, by: Account, whom?: string): Promise<Order> {
    const { channel, target, kind } = action;
    const place = await platform.moderatedChannel(channel, by);
    if (place === undefined) return fail({ code: 'not-moderator', channel });
    const person =
      whom === undefined ? await platform.user(target.login, by, action) : { ...target, id: whom };
    if (person === undefined) return fail({ code: 'no-such-user', login: target.login });
    // The id came from the page. The login is what the moderator saw and meant.
    if (person.login !== target.login || (target.id !== undefined && target.id !== person.id)) {
      return fail({ code: 'identity-mismatch', login: target.login });
    }
    const refusal = protection({
      kind,
      targetId: person.id,
      targetLogin: target.login,
      channelId: place.id,
      actorId: by.userId,
      targetModerates: await platform.moderates(person.id, place.id, by),
    });
    if (refusal !== undefined) return fail(refusal);
    // Where its id is its login, people know a channel by its name.
    const proven = {
      ...action,
      ...(place.name !== place.login && place.login === place.id && { channelName: place.name }),
      target: whom === undefined ? { ...target, id: person.id } : target,
    };
    return { id, action: proven, channelId: place.id, targetId: person.id, accountId: by.id, at: now() };
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

  /** Finds out what became of an order whose answer was lost, once at a time. */
  async function finish(order: Order): Promise<Found> {
    const current = finishing.get(order.id) ?? findOut(order).finally(() => finishing.delete(order.id));
    finishing.set(order.id, current);
    return current;
  }

  async function findOut(order: Order): Promise<Found> {
    const by = await account(order.accountId);
    const happened = by === undefined ? undefined : await platform.tookEffect(order, by);
    if (by !== undefined && happened === true) return settled(order, by);
    const before = await book.entry(order.id);
    // What is known to be done stays so.
    if (before && isDone(before)) {
      await book.settle(order.id);
      return before;
    }
    const result: Outcome = { state: happened === false ? 'failed' : 'unknown' };
    const entry = before === undefined ? by && tried(order, by, result) : { ...before, result };
    // Whoever asks for it next must hear of the doubt first, where doing it again would be seen.
    const isKept = happened !== false && isSeenTwice(order.action.kind) && now() - order.at < doubtMs;
    if (isKept && before?.result?.state === 'unknown') return 'nobody knows';
    await (isKept ? book.note(order, entry) : book.settle(order.id, entry));
    if (entry) await changed(entry);
    return happened === false ? 'did not happen' : 'nobody knows';
  }

  /**
   * What an earlier life of the worker did about `id`, if anything; `maybe`: nobody knows.
   *
   * @throws FailureError `outcome-unknown` when nobody knows, and doing it again would be seen in chat twice.
   */
  async function remembered(id: string): Promise<LoggedAction | 'maybe' | undefined> {
    const order = (await book.pending()).find((pending) => pending.id === id);
    const outcome = order && (await finish(order));
    if (order && outcome === 'nobody knows' && isSeenTwice(order.action.kind)) {
      // Asked for once more, it is meant.
      await book.settle(id);
      fail({ code: 'outcome-unknown' });
    }
    if (outcome === 'nobody knows') return 'maybe';
    return outcome === 'did not happen' ? undefined : outcome;
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
      for (const order of await book.pending()) {
        // One that is running now belongs to this life.
        if (!running.has(order.id)) await finish(order).catch(() => undefined);
      }
    },
  };
}
