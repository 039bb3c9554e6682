/**
 * Since when the live channels of CHZZK's list stream, and what that looks like. The list says neither, and CHZZK tells it of
 * one channel at a time only: so it is asked for rows that somebody looks at, and kept while the channel is live.
 */
import * as z from 'zod/mini';

import type { LiveStream } from '../live/stream.ts';
import type { ChzzkDetail } from './detail.ts';

/** What is kept, by the channel's id. */
export const chzzkDetailsSchema = z.record(
  z.string(),
  z.object({
    startedAt: z.exactOptional(z.number()),
    previewUrl: z.exactOptional(z.string()),
    /** When CHZZK answered, Unix epoch milliseconds. */
    readAt: z.number(),
  }),
);

type Kept = z.infer<typeof chzzkDetailsSchema>;

/** What {@link createChzzkDetails} needs. */
export interface ChzzkDetailsParts {
  /** @throws FailureError */
  readonly read: (channelId: string) => Promise<ChzzkDetail | undefined>;
  readonly kept: {
    readonly get: () => Promise<Kept | undefined>;
    readonly update: (change: (old: Kept | undefined) => Kept) => Promise<unknown>;
  };
  readonly now: () => number;
}

/** See the file's head. */
export interface ChzzkDetails {
  /** The streams with what is known of them. */
  readonly added: (streams: readonly LiveStream[]) => Promise<readonly LiveStream[]>;
  /** Forgets all channels but these: what was true of the others will not be of their next stream. */
  readonly keepOnly: (streams: readonly LiveStream[]) => Promise<void>;
  /** Asks about those of which nothing new is known; whether it brought something. What fails is not said. */
  readonly look: (ids: readonly string[]) => Promise<boolean>;
}

/** A channel may stop and start again between two looks at the list; so long what is known of it counts, ms. */
const validMs = 30 * 60_000;

/** Makes the service. */
export function createChzzkDetails({ read, kept, now }: ChzzkDetailsParts): ChzzkDetails {
  return {
    async added(streams) {
      const known = (await kept.get()) ?? {};
      return streams.map((stream) => {
        const { startedAt, previewUrl } = known[stream.channelId] ?? {};
        return {
          ...stream,
          ...(startedAt !== undefined && { startedAt }),
          ...(previewUrl !== undefined && { previewUrl }),
        };
      });
    },
    async keepOnly(streams) {
      const live = new Set(streams.map(({ channelId }) => channelId));
      const known = (await kept.get()) ?? {};
      if (Object.keys(known).every((id) => live.has(id))) return;
      await kept.update((old = {}) => Object.fromEntries(Object.entries(old).filter(([id]) => live.has(id))));
    },
    async look(ids) {
      const known = (await kept.get()) ?? {};
      const missing = [...new Set(ids)].filter((id) => now() - (known[id]?.readAt ?? -Infinity) >= validMs);
      const answers = await Promise.all(
        missing.map(async (id) => ({ id, detail: await read(id).catch(() => undefined) })),
      );
      const found = answers.flatMap(({ id, detail }) => {
        if (!detail?.live) return [];
        const { startedAt, previewUrl } = detail;
        const fact = {
          ...(startedAt !== undefined && { startedAt }),
          ...(previewUrl !== undefined && { previewUrl }),
          readAt: now(),
        };
        return [[id, fact] as const];
      });
      if (found.length === 0) return false;
      await kept.update((old) => ({ ...old, ...Object.fromEntries(found) }));
      return true;
    },
  };
}
