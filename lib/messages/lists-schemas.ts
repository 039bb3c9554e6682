/** Schemas of the popup's other lists: followed channels, live or not, and watched categories. */
import * as z from 'zod/mini';

import type { FollowedList, OfflineFacts } from '../live/offline.ts';
import type { WatchedList } from '../live/watched.ts';
import { missing, stream } from './discover-schemas.ts';

/** The channels that are followed. */
export const followedList: z.ZodMiniType<FollowedList> = z.object({
  accountId: z.string(),
  channels: z.readonly(
    z.array(
      z.object({
        platform: z.enum(['twitch', 'chzzk']),
        channelId: z.string(),
        login: z.string(),
        name: z.string(),
        avatarUrl: z.exactOptional(z.string()),
      }),
    ),
  ),
  updatedAt: z.number(),
  missing: z.exactOptional(missing),
});

/** What is known of a channel that is not live. */
export const offlineFacts: z.ZodMiniType<OfflineFacts> = z.object({
  channelId: z.string(),
  avatarUrl: z.exactOptional(z.string()),
  title: z.string(),
  category: z.string(),
  lastLive: z.exactOptional(z.number()),
  video: z.exactOptional(
    z.object({ url: z.string().check(z.startsWith('https://')), title: z.string(), seconds: z.number() }),
  ),
  next: z.exactOptional(z.object({ at: z.number(), title: z.string() })),
  readAt: z.number(),
});

/** Who is live in the watched categories. */
export const watchedList: z.ZodMiniType<WatchedList> = z.object({
  categoryIds: z.readonly(z.array(z.string())),
  streams: z.readonly(z.array(z.object({ categoryId: z.string(), stream }))),
  updatedAt: z.number(),
  missing: z.exactOptional(missing),
});
