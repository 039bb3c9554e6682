/**
 * Carrying out actions, once each, and taking them back.
 *
 * An action is written down right before it is sent, so that a worker that dies in between leaves a note: whoever wakes
 * next asks the platform whether it happened, and never sends it again blindly. What was refused before that (for want of
 * a permission, say) leaves none.
 */
import type { Account } from '../accounts/account.ts';
import type { Platform } from '../chat/message.ts';
import { fail, type Failure, FailureError } from '../failure.ts';
import type { Action, LoggedAction } from './action.ts';
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
}

/** An action with the ids that the platform gave for its people. Written down before it is sent. */
export interface Order {
  readonly id: string;
  readonly action: Action;
  readonly channelId: string;
  readonly targetId: string;
  readonly accountId: string;
  /** The logged action that this order takes back. */
  readonly undoes?: string;
  readonly at: number;
}

/** Where orders and what became of them are kept. */
export interface ModerationBook {
  readonly entry: (id: string) => Promise<LoggedAction | undefined>;
  readonly newest: (limit: number) => Promise<readonly LoggedAction[]>;
  /** What was done about somebody since `since` (Unix epoch ms), in any channel. */
  readonly about: (who: {
    platform: Platform;
    login: string;
    /** Where it is given, it says who. */
    id?: string | undefined;
    since: number;
  }) => Promise<readonly LoggedAction[]>;
  readonly pending: () => Promise<readonly Order[]>;
  readonly note: (order: Order) => Promise<void>;
  /** In one transaction: the order is no longer pending, and `entry` (if given) stands in the log. */
  readonly settle: (orderId: string, entry?: LoggedAction) => Promise<void>;
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
  readonly changed: (entry: LoggedAction) => Promise<void>;
}

/** Moderation by the accounts of this browser. */
export interface Moderation {
  /**
   * Carries `action` out as the acting account; the same `id` twice is one action.
   *
   * @throws FailureError `signed-out`, `not-moderator`, `protected`, `identity-mismatch`, `platform-refused` …
   */
  readonly act: (id: string, action: Action) => Promise<LoggedAction>;
  /**
   * Takes the logged action `id` back, as the account that did it, whoever acts there now. Twice is once.
   *
   * @throws FailureError `undo-gone`, `actor-away`, `platform-refused` …
   */
  readonly undo: (id: string) => Promise<LoggedAction>;
  /** The logged action `id`. */
  readonly entry: (id: string) => Promise<LoggedAction | undefined>;
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
  /** The newest entries of the log, newest first. */
  readonly newest: (limit: number) => Promise<readonly LoggedAction[]>;
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

/** The order as it is kept: what others wrote is sent where it must be, and written down nowhere. */
function withoutQuote(order: Order): Order {
  const action: { -readonly [Field in keyof Action]: Action[Field] } = { ...order.action };
  delete action.quote;
  return { ...order, action };
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

  async function settled(order: Order, by: Account): Promise<LoggedAction> {
    const before = order.undoes === undefined ? undefined : await book.entry(order.undoes);
    const until = undoUntil(order.action, order.at);
    const entry: LoggedAction =
      before === undefined
        ? {
            id: order.id,
            action: order.action,
            by: { id: by.id, login: by.login },
            at: order.at,
            ...(until === undefined ? {} : { undoUntil: until }),
          }
        : { ...before, undoneAt: order.at };
    await book.settle(order.id, entry);
    await changed(entry);
    return entry;
  }

  async function send(whole: Order, by: Account): Promise<LoggedAction> {
    const order = withoutQuote(whole);
    try {
      await platform.carryOut(whole, by, () => book.note(order));
    } catch (error) {
      // Any other failure says that it did not happen.
      const unknown = error instanceof FailureError && error.failure.code === 'outcome-unknown';
      const happened = unknown ? await platform.tookEffect(order, by).catch(() => undefined) : false;
      if (happened !== true) {
        if (happened === false) await book.settle(order.id);
        throw error;
      }
    }
    return settled(order, by);
  }

  async function orderFor(id: string, action: Action, by: Account): Promise<Order> {
    const { channel, target, kind } = action;
    const place = await platform.moderatedChannel(channel, by);
    if (place === undefined) return fail({ code: 'not-moderator', channel });
    const person = await platform.user(target.login, by, action);
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
      target: { ...target, id: person.id },
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

  /** Finds out what became of an order whose answer was lost: its entry, or whether it did not happen for certain. */
  async function finish(order: Order): Promise<LoggedAction | 'did not happen' | 'nobody knows'> {
    const by = await account(order.accountId);
    const happened = by === undefined ? undefined : await platform.tookEffect(order, by);
    if (by !== undefined && happened === true) return settled(order, by);
    await book.settle(order.id);
    return happened === false ? 'did not happen' : 'nobody knows';
  }

  /**
   * What an earlier life of the worker did about `id`, if anything.
   *
   * @throws FailureError `outcome-unknown` when nobody knows, and doing it again would be seen in chat twice.
   */
  async function remembered(id: string): Promise<LoggedAction | undefined> {
    const order = (await book.pending()).find((pending) => pending.id === id);
    const outcome = order && (await finish(order));
    if (order && outcome === 'nobody knows' && isSeenTwice(order.action.kind))
      fail({ code: 'outcome-unknown' });
    return typeof outcome === 'string' ? undefined : outcome;
  }

  return {
    act(id: string, action: Action): Promise<LoggedAction> {
      return once(id, async () => {
        const known = (await book.entry(id)) ?? (await remembered(id));
        if (known !== undefined) return known;
        const by = await acting(action);
        return send(await orderFor(id, action, by), by);
      });
    },

    undo(id: string): Promise<LoggedAction> {
      const orderId = undoIdOf(id);
      return once(orderId, async () => {
        const known = await remembered(orderId);
        if (known !== undefined) return known;
        const entry = await book.entry(id);
        if (entry?.undoneAt !== undefined) return entry;
        const action = entry === undefined ? undefined : inverseOf(entry.action);
        if (entry === undefined || action === undefined || (entry.undoUntil ?? 0) <= now()) {
          return fail({ code: 'undo-gone' });
        }
        const by = await account(entry.by.id);
        if (by === undefined) return fail({ code: 'actor-away', login: entry.by.login, why: 'signed-out' });
        return takeBack(id, action, by);
      });
    },

    entry: (id: string): Promise<LoggedAction | undefined> => book.entry(id),

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

    async resume(): Promise<void> {
      for (const order of await book.pending()) {
        // One that is running now belongs to this life.
        if (!running.has(order.id)) await finish(order).catch(() => undefined);
      }
    },
  };
}
