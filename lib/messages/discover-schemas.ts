/** Schemas of what discovery asks and answers. */
import * as z from 'zod/mini';

import { failureSchema } from '../failure-schema.ts';
import { twitchIdShape } from '../id-shapes.ts';
import { isCategoryId } from '../live/category-id.ts';
import { periods, videoSorts, videoTypes } from '../live/discover.ts';
import { chzzkId } from './protocol/command.ts';

const id = z.string().check(z.regex(twitchIdShape));
/** A category of any platform. */
export const categoryId = z.string().check(z.refine(isCategoryId));
const source = z.union([z.object({ channelId: z.union([id, chzzkId]) }), z.object({ categoryId: id })]);
const period = z.enum(periods);

/** A list that is wished for. */
export const listWish = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('streams'),
    categoryId: z.exactOptional(categoryId),
    language: z.exactOptional(z.string().check(z.regex(/^[a-z]{2,5}$/))),
  }),
  z.object({ kind: z.literal('categories') }),
  z.object({ kind: z.literal('search'), query: z.string().check(z.minLength(1), z.maxLength(200)) }),
  z.object({
    kind: z.literal('videos'),
    of: source,
    type: z.enum(videoTypes),
    period,
    sort: z.enum(videoSorts),
  }),
  z.object({ kind: z.literal('clips'), of: source, period }),
]);

/** A live stream. */
export const stream = z.object({
  platform: z.enum(['twitch', 'chzzk']),
  channelId: z.string(),
  login: z.string(),
  name: z.string(),
  title: z.string(),
  category: z.string(),
  viewers: z.number(),
  startedAt: z.exactOptional(z.number()),
  avatarUrl: z.exactOptional(z.string()),
  previewUrl: z.exactOptional(z.string()),
  rerun: z.boolean(),
});

const recording = {
  id: z.string(),
  title: z.string(),
  url: z.string(),
  at: z.number(),
  seconds: z.number(),
  views: z.number(),
  of: z.exactOptional(z.string()),
  imageUrl: z.string(),
};

/** What stands in a list. */
export const listItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stream'), id: z.string(), stream }),
  z.object({ kind: z.literal('category'), id: z.string(), name: z.string(), imageUrl: z.string() }),
  z.object({
    kind: z.literal('channel'),
    platform: z.enum(['twitch', 'chzzk']),
    id: z.string(),
    login: z.string(),
    name: z.string(),
    avatarUrl: z.string(),
    live: z.boolean(),
    title: z.string(),
    category: z.string(),
  }),
  z.object({ kind: z.literal('video'), ...recording }),
  z.object({ kind: z.literal('clip'), by: z.string(), ...recording }),
]);

/** A platform of which nothing stands in a list, and why. */
export const missing = z.object({ platform: z.enum(['twitch', 'chzzk']), failure: failureSchema });

/** A channel to look at. */
export const channelPage = z.object({
  platform: z.enum(['twitch', 'chzzk']),
  id: z.string(),
  login: z.string(),
  name: z.string(),
  about: z.string(),
  avatarUrl: z.string(),
  title: z.string(),
  category: z.string(),
  tags: z.readonly(z.array(z.string())),
  live: z.exactOptional(stream),
  schedule: z.exactOptional(
    z.readonly(
      z.array(
        z.object({
          id: z.string(),
          at: z.number(),
          title: z.string(),
          category: z.string(),
          canceled: z.boolean(),
        }),
      ),
    ),
  ),
  teams: z.readonly(z.array(z.object({ id: z.string(), name: z.string(), login: z.string() }))),
});
