/** Sweeps, in the database, and the words of their messages, which are never in it. */
import * as z from 'zod/mini';

import { failureSchema } from '../failure-schema.ts';
import { type Sweep, sweepKinds } from '../moderation/sweep/sweep.ts';
import type { SweepBook, SweepQuotes } from '../moderation/sweep/sweeps.ts';
import { pendingOf } from './pending.ts';
import type { Records } from './records.ts';
import type { PendingWork } from './schema.ts';
import type { SessionValue } from './session.ts';

const kind = 'sweep';

const sweep: z.ZodMiniType<Sweep> = z.object({
  id: z.string(),
  platform: z.enum(['twitch', 'chzzk']),
  channel: z.string(),
  kind: z.enum(sweepKinds),
  seconds: z.exactOptional(z.number()),
  reason: z.exactOptional(z.string()),
  at: z.number(),
  items: z.readonly(
    z.array(
      z.object({
        id: z.string(),
        target: z.object({ login: z.string(), name: z.string(), id: z.exactOptional(z.string()) }),
        messageId: z.exactOptional(z.string()),
        state: z.enum(['waiting', 'done', 'failed', 'undone', 'kept', 'doubted']),
        failure: z.exactOptional(failureSchema),
        undoUntil: z.exactOptional(z.number()),
      }),
    ),
  ),
  does: z.enum(['act', 'undo']),
  isStopped: z.boolean(),
  why: z.exactOptional(failureSchema),
});

const sweepIn = (work: PendingWork | undefined): Sweep | undefined => {
  const parsed = work?.kind === kind ? sweep.safeParse(work.data) : undefined;
  return parsed?.data;
};

/** The book over `records`. */
export function createSweepBook(records: Records): SweepBook {
  return {
    async all() {
      const works = await pendingOf(records, kind);
      return works.flatMap((work) => sweepIn(work) ?? []).toSorted((one, other) => one.at - other.at);
    },
    async update(id, change) {
      const work = await records.update('pending', id, (old) => {
        const next = change(sweepIn(old));
        return next && { id, kind, startedAt: next.at, data: next };
      });
      return sweepIn(work);
    },
    remove: (id) => records.delete('pending', id),
  };
}

/** The schema of the words that {@link createSweepQuotes} keeps. */
export const quotesSchema = z.record(z.string(), z.string());

/** The words of messages, in the session's storage. */
export function createSweepQuotes(kept: SessionValue<Record<string, string>>): SweepQuotes {
  return {
    add: async (quotes) => {
      await kept.update((all = {}) => ({ ...all, ...quotes }));
    },
    of: async (item) => (await kept.get())?.[item],
    forget: async (items) => {
      const gone = new Set(items);
      await kept.update((all) => {
        const left = Object.entries(all ?? {}).filter(([item]) => !gone.has(item));
        return left.length > 0 ? Object.fromEntries(left) : undefined;
      });
    },
  };
}
