/** CHZZK's categories, and who is live in them. Nobody need be logged in for either. */
import { chzzkCategoryId, chzzkCategoryOf } from '../live/category-id.ts';
import type { ListItem, ListPage } from '../live/discover.ts';
import type { WatchedPage } from '../live/watched.ts';
import { ask, type Fetch } from './ask.ts';
import { streamOf } from './live-row.ts';
import { pictureOf } from './picture.ts';
import { publicCalls } from './public.ts';

/** So many of the categories in which somebody is live are known here, the most watched first. */
const known = 50;
/** So many of those that a search finds stand above the channels. */
const found = 5;
/** So many streams are asked for at a time. */
const pageSize = 20;
/** Which categories there are changes slowly, ms. */
const validMs = 10 * 60_000;

type Category = Extract<ListItem, { kind: 'category' }>;

/** Makes the search for categories by name, among those in which somebody is live: CHZZK has none of its own. @throws FailureError as {@link ask} */
export function createCategorySearch(
  fetch: Fetch,
  now: () => number,
): (query: string) => Promise<readonly Category[]> {
  let kept: { readonly at: number; readonly categories: readonly Category[] } | undefined;
  return async (query) => {
    if (!kept || now() - kept.at >= validMs) kept = { at: now(), categories: await readCategories(fetch) };
    const word = query.normalize('NFKC').trim().toLocaleLowerCase();
    return kept.categories
      .filter(({ name }) => name.normalize('NFKC').toLocaleLowerCase().includes(word))
      .slice(0, found);
  };
}

async function readCategories(fetch: Fetch): Promise<readonly Category[]> {
  const { data } = await ask(fetch, publicCalls.categoriesLive, { size: known });
  return data.flatMap(({ categoryType, categoryId, categoryValue, posterImageUrl }) => {
    const id = chzzkCategoryId(categoryType, categoryId);
    if (id === undefined) return [];
    const imageUrl = pictureOf(posterImageUrl) ?? '';
    return [{ kind: 'category' as const, id, name: categoryValue ?? categoryId, imageUrl }];
  });
}

/** A page of who is live in a category; `after` is where the page before ended. @throws FailureError as {@link ask} */
export async function readChzzkStreams(fetch: Fetch, id: string, after?: string): Promise<ListPage> {
  const path = chzzkCategoryOf(id);
  if (!path) return { items: [] };
  const [concurrentUserCount, liveId] = after?.split(':') ?? [];
  const cursor = concurrentUserCount && liveId ? { concurrentUserCount, liveId } : {};
  const { data, page } = await ask(fetch, publicCalls.categoryLives, { size: pageSize, ...cursor }, path);
  const next = page?.next;
  return {
    items: data
      .flatMap(streamOf)
      .map((stream) => ({ kind: 'stream' as const, id: stream.channelId, stream })),
    ...(next?.concurrentUserCount != null &&
      next.liveId != null && { next: `${next.concurrentUserCount}:${next.liveId}` }),
  };
}

/** Who is live in several categories, which CHZZK tells of one at a time. */
export function chzzkStreamsIn(fetch: Fetch) {
  return async (_who: unknown, ids: readonly string[]): Promise<WatchedPage> => {
    const pages = await Promise.all(ids.map((id) => readChzzkStreams(fetch, id)));
    const streams = pages.flatMap(({ items }, index) =>
      items.flatMap((item) =>
        item.kind === 'stream' ? [{ categoryId: ids[index] ?? '', stream: item.stream }] : [],
      ),
    );
    return { streams, full: false };
  };
}
