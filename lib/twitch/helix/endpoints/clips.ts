import { either, endpoint } from '../endpoint.ts';
import { exactlyOne, excludes, inOrder, onlyWith } from '../rules.ts';
import { byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import {
  boolean,
  date,
  decimal,
  id,
  integer,
  list,
  nullable,
  number,
  object,
  optional,
  string,
  text,
  whole,
} from '../spec.ts';

const category = 'Clips';

const newClip = object({ id: string, edit_url: string });

/**
 * Clips the running stream. It is made in the background: ask for it by id, and give up after 60 s.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-clip
 */
export const createClip = endpoint('create-clip', 'Create Clip', 'POST', '/clips', {
  category,
  scopes: [['clips:edit']],
  query: {
    broadcaster_id: id,
    title: optional(string),
    duration: optional(decimal({ min: 5, max: 60, step: 0.1, default: 30, unit: 's' })),
  },
  response: data(newClip),
});

/**
 * Clips of a channel, of a category, or by id. At most about 1,000 over all pages.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-clips
 */
export const getClips = endpoint('get-clips', 'Get Clips', 'GET', '/clips', {
  category,
  tokens: either,
  query: {
    broadcaster_id: optional(id),
    game_id: optional(id),
    id: optional(list(id, { maxItems: 100 })),
    started_at: optional(date),
    ended_at: optional(date),
    first: pageSize(100),
    before: cursor,
    after: cursor,
    is_featured: optional(boolean),
  },
  rules: [
    exactlyOne(['broadcaster_id'], ['game_id'], ['id']),
    onlyWith('ended_at', 'started_at'),
    inOrder('started_at', 'ended_at'),
    excludes('after', 'before'),
  ],
  response: paged(
    object({
      id: string,
      url: string,
      embed_url: string,
      broadcaster_id: string,
      broadcaster_name: string,
      creator_id: string,
      creator_name: string,
      video_id: string,
      game_id: string,
      language: string,
      title: string,
      view_count: integer,
      created_at: date,
      thumbnail_url: string,
      duration: number,
      vod_offset: nullable(integer),
      is_featured: boolean,
    }),
  ),
  page: byCursor,
});

/**
 * Clips a video. `vod_offset` (seconds) is where the clip ends.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-clip-from-vod
 */
export const createClipFromVod = endpoint(
  'create-clip-from-vod',
  'Create Clip From VOD',
  'POST',
  '/videos/clips',
  {
    category,
    tokens: either,
    scopes: [['editor:manage:clips', 'channel:manage:clips']],
    self: 'editor_id',
    query: {
      editor_id: id,
      broadcaster_id: id,
      vod_id: id,
      vod_offset: whole({ min: 0, unit: 's' }),
      duration: optional(decimal({ min: 5, max: 60, step: 0.1, default: 30, unit: 's' })),
      title: text({ minLength: 1 }),
    },
    rules: [{ rule: 'at-least', field: 'vod_offset', other: 'duration', otherwise: 30 }],
    response: data(newClip),
  },
);

/**
 * Addresses from which clips can be downloaded.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-clips-download
 */
export const getClipsDownload = endpoint(
  'get-clips-download',
  'Get Clips Download',
  'GET',
  '/clips/downloads',
  {
    category,
    tokens: either,
    scopes: [['editor:manage:clips', 'channel:manage:clips']],
    self: 'editor_id',
    query: { editor_id: id, broadcaster_id: id, clip_id: list(id, { maxItems: 10 }) },
    response: data(
      object({
        clip_id: string,
        landscape_download_url: nullable(string),
        portrait_download_url: nullable(string),
      }),
    ),
    limits: [{ count: 100, perMs: 60_000, by: [] }],
  },
);
