/** The orders and the log of moderation, in the database. */
import * as z from 'zod/mini';

import type { Platform } from '../chat/message.ts';
import { isDone, type LogEntry, type LoggedAction } from '../moderation/action.ts';
import type { LogFacts, LogPlace, ModerationBook, Order } from '../moderation/book.ts';
import type { Connection } from './database.ts';
import { pendingOf } from './pending.ts';
import { action } from './record-schemas.ts';
import type { PendingWork } from './schema.ts';
import type { Query, Records, WindowQuery } from './records.ts';

const kind = 'moderation';

const order: z.ZodMiniType<Order> = z.object({
  id: z.string(),
  action,
  channelId: z.string(),
  targetId: z.string(),
  accountId: z.string(),
  undoes: z.exactOptional(z.string()),
  sweep: z.exactOptional(z.string()),
  again: z.exactOptional(z.literal(true)),
  at: z.number(),
});

/** The index that leads to a part of the log, and what stands in it there. */
function indexOf(place: LogPlace | undefined): Pick<WindowQuery<'actions'>, 'index' | 'under'> {
  if (place === undefined) return { index: 'byTime', under: [] };
  if ('state' in place) return { index: 'byState', under: [place.state] };
  if ('login' in place) return { index: 'byTarget', under: [place.platform, place.login] };
  return { index: 'byChannel', under: [place.platform, place.channel] };
}

/** The actions of the log that were done. */
export async function listDone(records: Records, query: Query<'actions'>): Promise<readonly LoggedAction[]> {
  return (await records.list('actions', { ...query, where: isDone })).filter(isDone);
}

/** The book over `records`; `connection` must be the one behind them. */
export function createOrderBook(records: Records, connection: Connection): ModerationBook {
  /** Changes what is pending, and puts `entry` into the log: both, or neither. */
  const inBoth = (change: { put: PendingWork } | { delete: string }, entry?: LogEntry): Promise<void> =>
    connection.use(async (database) => {
      const transaction = database.transaction(['pending', 'actions'], 'readwrite');
      const pending = transaction.objectStore('pending');
      await Promise.all([
        // First: an entry that cannot be stored is thrown here and now, without an end of the transaction.
        entry && transaction.objectStore('actions').put(entry),
        'put' in change ? pending.put(change.put) : pending.delete(change.delete),
        transaction.done,
      ]);
    });

  return {
    entry: (id) => records.get('actions', id),
    newest: (limit) => listDone(records, { index: 'byTime', direction: 'prev', limit }),
    async window(place, size, before) {
      const query = { ...indexOf(place), size, ...(before !== undefined && { before }) };
      const { records: entries, ...rest } = await records.window('actions', query);
      return { entries, ...rest };
    },
    facts: () =>
      connection.use(async (database) => {
        const source = database.transaction('actions').store;
        const channels: LogFacts['channels'][number][] = [];
        let cursor = await source.index('byChannel').openCursor();
        while (cursor) {
          const { platform, channel, channelName } = cursor.value.action;
          channels.push({ platform, channel, name: channelName ?? channel });
          // On to the next channel, over all else of this one.
          cursor = await cursor.continue([platform, channel, Infinity]);
        }
        return { count: await source.count(), channels };
      }),
    about: ({ platform, login, id, since }) =>
      listDone(records, {
        index: id === undefined ? 'byTarget' : 'byTargetId',
        range: IDBKeyRange.bound([platform, id ?? login, since], [platform, id ?? login, Infinity]),
      }),
    async pending() {
      const notes = await pendingOf(records, kind);
      return notes.flatMap(({ data }) => {
        const parsed = order.safeParse(data);
        return parsed.success ? [parsed.data] : [];
      });
    },
    note: (data, entry) => inBoth({ put: { id: data.id, kind, startedAt: data.at, data } }, entry),
    settle: (orderId, entry) => inBoth({ delete: orderId }, entry),
  };
}

/** The same book for those who act on `platform`: what is under way elsewhere is not theirs to finish. */
export const ordersOn = (book: ModerationBook, platform: Platform): ModerationBook => ({
  ...book,
  pending: async () => (await book.pending()).filter(({ action }) => action.platform === platform),
});
