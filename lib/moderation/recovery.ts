/** Finding out what became of orders that an earlier life of the worker left behind: the platform is asked, nothing is sent again. */
import type { Account } from '../accounts/account.ts';
import { fail } from '../failure.ts';
import { isDone, type LogEntry, type LoggedAction, type Outcome } from './action.ts';
import type { ModerationBook, Order } from './book.ts';
import { isSeenTwice } from './kinds.ts';
import { type Logbook, tried } from './logbook.ts';
import type { ModerationPlatform } from './platform.ts';

/** What became of an order whose answer was lost: its entry, or whether it did not happen for certain. */
export type Found = LoggedAction | 'did not happen' | 'nobody knows';

/** For so long an order is kept of which nobody knows, where doing it again would be seen, ms. */
const doubtMs = 24 * 60 * 60 * 1000;

/** What {@link createRecovery} needs. */
export interface RecoveryParts {
  readonly platform: Pick<ModerationPlatform, 'tookEffect'>;
  readonly book: Pick<ModerationBook, 'entry' | 'pending' | 'note' | 'settle'>;
  readonly account: (id: string) => Promise<Account | undefined>;
  readonly logbook: Pick<Logbook, 'done'>;
  readonly now: () => number;
  /** An entry of the log is new, or has changed. */
  readonly changed: (entry: LogEntry) => Promise<void>;
}

/** See the file's head. */
export interface Recovery {
  /** Finds out what became of an order whose answer was lost, once at a time. */
  readonly finish: (order: Order) => Promise<Found>;
  /**
   * What an earlier life of the worker did about `id`, if anything; `maybe`: nobody knows.
   *
   * @throws FailureError `outcome-unknown` when nobody knows, and doing it again would be seen in chat twice.
   */
  readonly remembered: (id: string) => Promise<LoggedAction | 'maybe' | undefined>;
}

/** Makes a {@link Recovery}. */
export function createRecovery({ platform, book, account, logbook, now, changed }: RecoveryParts): Recovery {
  const finishing = new Map<string, Promise<Found>>();

  async function finish(order: Order): Promise<Found> {
    const current = finishing.get(order.id) ?? findOut(order).finally(() => finishing.delete(order.id));
    finishing.set(order.id, current);
    return current;
  }

  async function findOut(order: Order): Promise<Found> {
    const by = await account(order.accountId);
    const happened = by === undefined ? undefined : await platform.tookEffect(order, by);
    if (by !== undefined && happened === true) return logbook.done(order, by);
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

  return { finish, remembered };
}
