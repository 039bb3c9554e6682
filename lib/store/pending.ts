/** Work that was written down before it began; see `PendingWork`. */
import type { Records } from './records.ts';
import type { PendingWork } from './schema.ts';

/** All pending work of one kind, in no order. @throws a `storage` failure */
export const pendingOf = (records: Records, kind: string): Promise<readonly PendingWork[]> =>
  records.list('pending', { index: 'byKind', range: IDBKeyRange.only(kind) });
