/** Videos, replays and clips of a channel, those included that nobody else sees. */
import * as z from 'zod/mini';

import { call } from './call.ts';
import { channelUrl, count, flag, none, nothing, number, part, paging, text } from './shapes.ts';

const video = z.object({
  videoNo: z.number(),
  videoTitle: text,
  videoType: text,
  duration: count,
  publishDate: text,
  createdDate: text,
  readCount: count,
  likeCount: count,
  commentCount: count,
  exposure: flag,
  publish: flag,
  deleted: flag,
});

/** A video as CHZZK lists it. */
export type ListedVideo = z.infer<typeof video>;

const clip = z.object({
  clipUID: z.string(),
  clipTitle: text,
  duration: count,
  adult: flag,
  createdDate: text,
  makeChannel: z.nullish(z.object({ channelId: text, channelName: text })),
});

/** A clip as CHZZK lists it. */
export type ListedClip = z.infer<typeof clip>;

const videos = {
  method: 'GET',
  url: `${channelUrl}/videos`,
  path: none,
  body: none,
  needs: 'CHANNEL_MANAGE',
  from: 'studio',
  content: part(video),
} as const;

const clips = {
  path: none,
  query: z.object({
    page: number,
    size: paging.size,
    dateFilter: z.literal('ALL'),
    orderFilter: z.literal('LATEST'),
  }),
  body: none,
  needs: 'CHANNEL_MANAGE',
  from: 'studio',
  content: part(clip),
} as const;

/** The calls. */
export const videoCalls = {
  uploads: call({
    ...videos,
    id: 'videos.uploads',
    known: 'videos(page,size)',
    query: z.object({ videoType: z.literal('UPLOAD'), ...paging }),
  }),
  replays: call({
    ...videos,
    id: 'videos.replays',
    known: 'live_replay(page,size)',
    query: z.object({ videoType: z.literal('REPLAY'), ...paging }),
  }),
  /** Clips that others made of the channel. */
  clips: call({
    ...clips,
    id: 'videos.clips',
    known: 'clips / make-clips',
    method: 'GET',
    url: `${channelUrl}/clips`,
  }),
  /** Clips that the channel made. */
  madeClips: call({
    ...clips,
    id: 'videos.madeClips',
    known: 'clips / make-clips',
    method: 'GET',
    url: `${channelUrl}/clips/make-clips`,
  }),
  removeClip: call({
    id: 'videos.removeClip',
    known: 'delete a made clip',
    method: 'DELETE',
    url: `${channelUrl}/clips/{clipUID}`,
    path: z.object({ clipUID: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)) }),
    query: none,
    body: none,
    needs: 'VIDEO_DELETE',
    from: 'studio',
    content: nothing,
  }),
} as const;
