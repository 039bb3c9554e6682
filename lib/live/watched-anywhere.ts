/** Who is live in the watched categories of both platforms, as one list. */
import { FailureError } from '../failure.ts';
import { answerOf } from './answer.ts';
import { platformOfCategory } from './category-id.ts';
import type { WatchedList } from './watched.ts';

type Ask = (categoryIds: readonly string[], fresh: boolean) => Promise<WatchedList>;

/** Where the parts come from; each of them throws a `FailureError`. */
export interface WatchedPlatforms {
  readonly twitch: Ask;
  readonly chzzk: Ask;
}

/** Makes the asking. Only the platform of which something is watched is asked, and each fails alone. @throws FailureError where both fail, or the only one */
export function watchedOnBoth({ twitch, chzzk }: WatchedPlatforms): Ask {
  return async (categoryIds, fresh) => {
    const there = categoryIds.filter((id) => platformOfCategory(id) === 'chzzk');
    const here = categoryIds.filter((id) => platformOfCategory(id) === 'twitch');
    if (there.length === 0) return twitch(here, fresh);
    if (here.length === 0) return chzzk(there, fresh);
    const [own, other] = await Promise.all([answerOf(twitch(here, fresh)), answerOf(chzzk(there, fresh))]);
    if ('failure' in own) {
      if ('failure' in other) throw new FailureError(own.failure);
      return { ...other.found, categoryIds, missing: { platform: 'twitch', failure: own.failure } };
    }
    if ('failure' in other)
      return { ...own.found, categoryIds, missing: { platform: 'chzzk', failure: other.failure } };
    return {
      categoryIds,
      streams: [...own.found.streams, ...other.found.streams],
      updatedAt: Math.min(own.found.updatedAt, other.found.updatedAt),
    };
  };
}
