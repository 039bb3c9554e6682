/** Collections: the user's own groups of channels. */
import { isCategoryId } from './category-id.ts';
import { isChannelKey } from './channel-list.ts';

/** A group of channels under a name of the user's; the name is what it is known by. */
export interface Collection {
  readonly name: string;
  /** Channels, each as `twitch:1234`. */
  readonly channels: readonly string[];
}

/** Longest name in UTF-16 code units, most channels of one, and most collections. */
export const collectionLimits = { name: 40, channels: 500, collections: 30 } as const;

/** Whether `value` is a collection. */
export function isCollection(value: unknown): value is Collection {
  if (typeof value !== 'object' || value === null) return false;
  const { name, channels } = value as Partial<Record<keyof Collection, unknown>>;
  return (
    isName(name, collectionLimits.name) &&
    Array.isArray(channels) &&
    channels.length <= collectionLimits.channels &&
    channels.every(isChannelKey)
  );
}

/** A category that the user watches. `id` is the platform's; names change. */
export interface WatchedCategory {
  readonly id: string;
  readonly name: string;
}

/** Most categories that are watched: all of Twitch's are asked for in one request. */
export const watchedAtMost = 30;

/** Whether `value` is a category that can be watched. */
export function isWatchedCategory(value: unknown): value is WatchedCategory {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name } = value as Partial<Record<keyof WatchedCategory, unknown>>;
  return isCategoryId(id) && isName(name, 100);
}

const isName = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest;
