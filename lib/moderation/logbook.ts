/** Writing down what becomes of orders: the note of what is under way, and the log's entry, in one transaction. */
import type { Account } from '../accounts/account.ts';
import { isDone, type LogEntry, type LoggedAction, type Outcome } from './action.ts';
import type { ModerationBook, Order } from './book.ts';
import { undoUntil } from './kinds.ts';
import type { ModerationPlatform } from './platform.ts';

/** What {@link createLogbook} needs. */
export interface LogbookParts {
  readonly platform: Pick<ModerationPlatform, 'hit'>;
  readonly book: Pick<ModerationBook, 'entry' | 'note' | 'settle'>;
  /** An entry of the log is new, or has changed. */
  readonly changed: (entry: LogEntry) => Promise<void>;
}

/** See the file's head. Every method may throw a `storage` failure, but for {@link Logbook.failed}. */
export interface Logbook {
  /** It is about to be sent. */
  readonly started: (order: Order, by: Account) => Promise<void>;
  /** It is done. */
  readonly done: (order: Order, by: Account) => Promise<LoggedAction>;
  /** It did not work, which is what its user is to hear of, and no trouble with the log: written down as well as that goes. */
  readonly failed: (order: Order, by: Account, outcome: Outcome) => Promise<void>;
}

/** The log's entry of an order; taking back has none of its own. */
export function tried(order: Order, by: Account, result: Outcome): LogEntry | undefined {
  const { id, action, at, undoes, sweep } = order;
  if (undoes !== undefined) return undefined;
  const acted = { id: by.id, login: by.login };
  return { id, action, by: acted, at, ...(sweep !== undefined && { sweep }), result };
}

/** Makes a {@link Logbook}. */
export function createLogbook({ platform, book, changed }: LogbookParts): Logbook {
  async function done(order: Order, by: Account): Promise<LoggedAction> {
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

  async function failed(order: Order, by: Account, outcome: Outcome): Promise<void> {
    const entry = tried(order, by, outcome);
    const written = outcome.state === 'unknown' ? book.note(order, entry) : book.settle(order.id, entry);
    await written.then(
      () => entry && changed(entry),
      () => undefined,
    );
  }

  return {
    started: (order, by) => book.note(order, tried(order, by, { state: 'started' })),
    done,
    failed,
  };
}
