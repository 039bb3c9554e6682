/** Who is live in the categories that the user watches. */
import type { Account } from '../accounts/account.ts';
import type { Missing } from './discover.ts';
import type { LiveStream } from './stream.ts';

/** A stream with the category that it was found in; categories' names change. */
export interface WatchedStream {
  readonly categoryId: string;
  readonly stream: LiveStream;
}

/** The streams of the watched categories. */
export interface WatchedList {
  readonly categoryIds: readonly string[];
  readonly streams: readonly WatchedStream[];
  /** Unix epoch milliseconds. */
  readonly updatedAt: number;
  /** A platform of which nobody stands here, and why. */
  readonly missing?: Missing;
}

/** A page of the most watched streams of some categories; `full`: there are more. */
export interface WatchedPage {
  readonly streams: readonly WatchedStream[];
  readonly full: boolean;
}

/** What {@link createWatched} needs. */
export interface WatchedParts<Who = Account> {
  readonly acting: () => Promise<Who>;
  /** The most watched streams of all `categoryIds` together, at most `first`. @throws FailureError */
  readonly streams: (account: Who, categoryIds: readonly string[], first: number) => Promise<WatchedPage>;
  readonly kept: {
    readonly get: () => Promise<WatchedList | undefined>;
    readonly set: (list: WatchedList) => Promise<void>;
  };
  readonly now: () => number;
}

/** So old may the list be that a popup opens on, ms. */
const freshMs = 120_000;
/** One request brings so many streams of all categories together … */
const together = 100;
/** … and a category that a larger one has crowded out is asked for by itself. */
const alone = 10;

/** Makes the asking for the streams of categories; `fresh`: the user wants them new. @throws FailureError */
export function createWatched<Who>({ acting, streams, kept, now }: WatchedParts<Who>) {
  return async (categoryIds: readonly string[], fresh: boolean): Promise<WatchedList> => {
    if (categoryIds.length === 0) return { categoryIds, streams: [], updatedAt: now() };
    const old = await kept.get();
    const isSame = categoryIds.every((id) => old?.categoryIds.includes(id));
    if (old && isSame && !fresh && now() - old.updatedAt < freshMs) return old;

    const account = await acting();
    const page = await streams(account, categoryIds, together);
    const seen = new Set(page.streams.map(({ categoryId }) => categoryId));
    const crowdedOut = page.full ? categoryIds.filter((id) => !seen.has(id)) : [];
    const more = await Promise.all(crowdedOut.map((id) => streams(account, [id], alone)));
    const found = [page, ...more].flatMap(({ streams }) => streams);
    const list = { categoryIds, streams: found, updatedAt: now() };
    await kept.set(list);
    return list;
  };
}
