/** Who has gone live in the categories that the user watches, followed or not. */
import type { Settings } from '../store/settings-table.ts';
import { channelKey } from './arrange.ts';
import { withoutDoubles } from './live.ts';
import { isWanted, newsOf, type Seen } from './news.ts';
import type { LiveStream } from './stream.ts';
import type { WatchedList } from './watched.ts';

/** What a look brings, and what is to be remembered of it. */
export interface WatchedNews {
  readonly tell: readonly LiveStream[];
  readonly seen: Seen;
}

/** Under this stands what was seen: of another account, or of other categories, it is another list, which makes no news. */
export const watchedListId = (activeId: string | undefined, categoryIds: readonly string[]): string =>
  ['watched', activeId, ...categoryIds.toSorted()].join(' ');

/**
 * The news in `list` after `before`: who began to stream and has as many viewers as the user cares for. A channel that is
 * told of as one that the user follows (`followed`: their keys) is not told of twice.
 */
export function newsOfWatched(
  before: Seen | undefined,
  listId: string,
  { streams, updatedAt, missing }: WatchedList,
  followed: ReadonlySet<string>,
  settings: Settings,
): WatchedNews {
  const atLeast = settings['notifications.watchedViewers'];
  const counted = withoutDoubles(streams.map(({ stream }) => stream)).filter(
    ({ viewers }) => viewers >= atLeast,
  );
  const everybody = {
    ...settings,
    'notifications.of': 'everybody',
    'notifications.changes': [],
    'live.autoOpen': [],
  } as const;
  const { tell, seen } = newsOf(before, { accountId: listId, streams: counted, updatedAt }, everybody);
  // Whoever cannot be asked about has not gone offline; else they would be news when they can be.
  const unasked = before?.live.filter((key) => missing && key.startsWith(`${missing.platform}:`)) ?? [];
  return {
    tell: tell.filter((stream) => !(followed.has(channelKey(stream)) && isWanted(stream, settings))),
    seen: { ...seen, live: [...new Set([...seen.live, ...unasked])] },
  };
}
