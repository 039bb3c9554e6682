/** A book of moderation in memory. */
import { isDone, type LogEntry } from '../../lib/moderation/action.ts';
import type { ModerationBook, Order } from '../../lib/moderation/book.ts';

/** What is kept. Each life of the worker has a book of its own over the same shelves. */
export interface Shelves {
  readonly entries: Map<string, LogEntry>;
  readonly pending: Map<string, Order>;
}

/** The book over `shelves`; while `isDead` says so, nothing is written any more. */
export function memoryBook({ entries, pending }: Shelves, isDead = (): boolean => false): ModerationBook {
  /** Does `change` and keeps `entry`, at once. */
  const write = (change: () => unknown, entry: LogEntry | undefined): Promise<void> => {
    if (isDead()) return new Promise(() => undefined);
    change();
    if (entry) entries.set(entry.id, entry);
    return Promise.resolve();
  };
  return {
    entry: (id) => Promise.resolve(entries.get(id)),
    newest: (limit) => Promise.resolve([...entries.values()].filter(isDone).toReversed().slice(0, limit)),
    window: () => Promise.resolve({ entries: [...entries.values()].toReversed() }),
    facts: () => Promise.resolve({ count: entries.size, channels: [] }),
    about: ({ login, since }) =>
      Promise.resolve(
        [...entries.values()]
          .filter(isDone)
          .filter(({ action, at }) => action.target.login === login && at >= since),
      ),
    pending: () => Promise.resolve([...pending.values()]),
    note: (order, entry) => write(() => pending.set(order.id, order), entry),
    settle: (id, entry) => write(() => pending.delete(id), entry),
  };
}
