/** How many wait in a channel's queue: counted with one request, and kept for as long as that is worth something. */
import * as z from 'zod/mini';

import type { Platform } from '../chat/message.ts';
import { failureOf } from '../failure.ts';

/** A channel with a queue: requests to be unbanned on Twitch, to be let in again on CHZZK. */
export interface QueuePlace {
  readonly platform: Platform;
  /** Its login (Twitch), or id (CHZZK). */
  readonly channel: string;
}

/** What one look brings; `more`: there are more than were counted. */
export interface Counted {
  readonly count: number;
  readonly more: boolean;
}

/** How many wait, and when that was so, Unix epoch milliseconds. */
export interface QueueCount extends Counted {
  readonly at: number;
}

/** What is kept, by who asked and where: a count, or that nobody may count there. */
export const queuesSchema = z.record(
  z.string(),
  z.object({ count: z.exactOptional(z.int()), more: z.exactOptional(z.boolean()), at: z.number() }),
);

type Kept = z.infer<typeof queuesSchema>;

/** What {@link createQueues} needs. */
export interface QueuesParts {
  /** Who would ask there; `undefined`: nobody can. */
  readonly asker: (place: QueuePlace) => Promise<string | undefined>;
  /** Asks the platform. @throws FailureError `not-moderator`, `chzzk-no-role`, `missing-scope` … */
  readonly ask: (place: QueuePlace) => Promise<Counted>;
  readonly kept: {
    readonly get: () => Promise<Kept | undefined>;
    readonly update: (change: (all: Kept | undefined) => Kept) => Promise<unknown>;
  };
  readonly now: () => number;
}

/** See the file's head. */
export interface Queues {
  /** Counts, unless that was done so many milliseconds ago or less. @throws FailureError as the platform */
  readonly read: (place: QueuePlace, youngFor: number) => Promise<QueueCount>;
  /** The same for whoever does not look: it throws nothing, and where nobody may count it asks no more for an hour. */
  readonly glance: (place: QueuePlace, youngFor: number) => Promise<void>;
  /** What is known without asking, if it is younger than `validFor` ms. */
  readonly known: (place: QueuePlace, validFor: number) => Promise<QueueCount | undefined>;
}

/** So long nobody asks again who was told that they may not, ms. */
const refusedFor = 60 * 60_000;
/** So many channels are remembered. */
const keptAtMost = 100;

/** Makes the counting. */
export function createQueues({ asker, ask, kept, now }: QueuesParts): Queues {
  const asking = new Map<string, Promise<QueueCount>>();

  const keyOf = async (place: QueuePlace): Promise<string> =>
    `${place.platform}:${place.channel} ${(await asker(place)) ?? ''}`;

  const keep = (key: string, entry: Kept[string]): Promise<unknown> =>
    kept.update((all = {}) => {
      const others = Object.entries(all).filter(([other]) => other !== key);
      return Object.fromEntries([...others, [key, entry] as const].slice(-keptAtMost));
    });

  /** The clock may have been set back since. */
  const isYoung = (at: number, ms: number): boolean => at <= now() && now() - at <= ms;

  const young = (entry: Kept[string] | undefined, ms: number): QueueCount | undefined =>
    entry?.count !== undefined && isYoung(entry.at, ms)
      ? { count: entry.count, more: entry.more ?? false, at: entry.at }
      : undefined;

  async function askNow(key: string, place: QueuePlace): Promise<QueueCount> {
    const found = await ask(place);
    const counted = { count: found.count, more: found.more, at: now() };
    await keep(key, counted);
    return counted;
  }

  async function read(place: QueuePlace, youngFor: number): Promise<QueueCount> {
    const key = await keyOf(place);
    const known = young((await kept.get())?.[key], youngFor);
    if (known) return known;
    const job = asking.get(key) ?? askNow(key, place).finally(() => asking.delete(key));
    asking.set(key, job);
    return job;
  }

  return {
    read,
    async glance(place, youngFor) {
      const key = await keyOf(place);
      const entry = (await kept.get())?.[key];
      if (entry && entry.count === undefined && isYoung(entry.at, refusedFor)) return;
      try {
        await read(place, youngFor);
      } catch (error) {
        const { code } = failureOf(error);
        if (code === 'not-moderator' || code === 'chzzk-no-role') await keep(key, { at: now() });
      }
    },
    async known(place, validFor) {
      return young((await kept.get())?.[await keyOf(place)], validFor);
    },
  };
}
