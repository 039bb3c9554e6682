/** Batches of changes on CHZZK, in the database. */
import type * as z from 'zod/mini';

import type { Batch } from '../managing/batch.ts';
import type { BatchBook } from '../managing/batches.ts';
import { pendingOf } from './pending.ts';
import type { Records } from './records.ts';
import type { PendingWork } from './schema.ts';

const kind = 'batch';

/** The book over `records`; what does not fit `schema` is none. */
export function createBatchBook(records: Records, schema: z.ZodMiniType<Batch>): BatchBook {
  const batchIn = (work: PendingWork | undefined): Batch | undefined =>
    work?.kind === kind ? schema.safeParse(work.data).data : undefined;
  return {
    async all() {
      const works = await pendingOf(records, kind);
      return works.flatMap((work) => batchIn(work) ?? []).toSorted((one, other) => one.at - other.at);
    },
    async update(id, change) {
      const work = await records.update('pending', id, (old) => {
        const next = change(batchIn(old));
        return next && { id, kind, startedAt: next.at, data: next };
      });
      return batchIn(work);
    },
    remove: (id) => records.delete('pending', id),
  };
}
