/** The orders and the log of moderation, in the database. */
import * as z from 'zod/mini';

import type { Platform } from '../chat/message.ts';
import type { ModerationBook, Order } from '../moderation/moderation.ts';
import type { Connection } from './database.ts';
import { action } from './record-schemas.ts';
import type { Records } from './records.ts';

const kind = 'moderation';

const order: z.ZodMiniType<Order> = z.object({
  id: z.string(),
  action,
  channelId: z.string(),
  targetId: z.string(),
  accountId: z.string(),
  undoes: z.exactOptional(z.string()),
  at: z.number(),
});

/** The book over `records`; `connection` must be the one behind them. */
export function createOrderBook(records: Records, connection: Connection): ModerationBook {
  return {
    entry: (id) => records.get('actions', id),
    newest: (limit) => records.list('actions', { index: 'byTime', direction: 'prev', limit }),
    about: ({ platform, login, id, since }) =>
      records.list('actions', {
        index: id === undefined ? 'byTarget' : 'byTargetId',
        range: IDBKeyRange.bound([platform, id ?? login, since], [platform, id ?? login, Infinity]),
      }),
    async pending() {
      const notes = await records.list('pending', { index: 'byKind', range: IDBKeyRange.only(kind) });
      return notes.flatMap(({ data }) => {
        const parsed = order.safeParse(data);
        return parsed.success ? [parsed.data] : [];
      });
    },
    note: (data) => records.put('pending', { id: data.id, kind, startedAt: data.at, data }),
    settle: (orderId, entry) =>
      connection.use(async (database) => {
        const transaction = database.transaction(['pending', 'actions'], 'readwrite');
        await Promise.all([
          transaction.objectStore('pending').delete(orderId),
          entry && transaction.objectStore('actions').put(entry),
          transaction.done,
        ]);
      }),
  };
}

/** The same book for those who act on `platform`: what is under way elsewhere is not theirs to finish. */
export const ordersOn = (book: ModerationBook, platform: Platform): ModerationBook => ({
  ...book,
  pending: async () => (await book.pending()).filter(({ action }) => action.platform === platform),
});
