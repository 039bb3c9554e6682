import { either, endpoint } from '../endpoint.ts';
import { exactlyOne, excludes, onlyWith } from '../rules.ts';
import { aUser, byCursor, cursor, paged, pageSize } from '../shapes.ts';
import { date, id, integer, known, list, nullable, object, oneOf, optional, string } from '../spec.ts';

const category = 'Videos';

/**
 * Videos by id, of a user, or of a category.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-videos
 */
export const getVideos = endpoint('get-videos', 'Get Videos', 'GET', '/videos', {
  category,
  tokens: either,
  query: {
    id: optional(list(id, { maxItems: 100 })),
    user_id: optional(id),
    game_id: optional(id),
    language: optional(string),
    period: optional(oneOf('all', 'day', 'month', 'week')),
    sort: optional(oneOf('time', 'trending', 'views')),
    type: optional(oneOf('all', 'archive', 'highlight', 'upload')),
    first: pageSize(100),
    after: cursor,
    before: cursor,
  },
  rules: [
    exactlyOne(['id'], ['user_id'], ['game_id']),
    onlyWith('language', 'user_id', 'game_id'),
    onlyWith('period', 'user_id', 'game_id'),
    onlyWith('sort', 'user_id', 'game_id'),
    onlyWith('type', 'user_id', 'game_id'),
    onlyWith('first', 'user_id', 'game_id'),
    onlyWith('after', 'user_id'),
    onlyWith('before', 'user_id'),
    excludes('after', 'before'),
  ],
  response: paged(
    object({
      ...aUser,
      id: string,
      stream_id: nullable(string),
      title: string,
      description: string,
      created_at: date,
      published_at: date,
      url: string,
      thumbnail_url: string,
      viewable: string,
      view_count: integer,
      language: string,
      type: known('archive', 'highlight', 'upload'),
      duration: string,
      muted_segments: nullable(list(object({ duration: integer, offset: integer }))),
    }),
  ),
  page: byCursor,
});

/**
 * Deletes videos of the user, at most five at once.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#delete-videos
 */
export const deleteVideos = endpoint('delete-videos', 'Delete Videos', 'DELETE', '/videos', {
  category,
  scopes: [['channel:manage:videos']],
  query: { id: list(id, { maxItems: 5 }) },
  response: object({ data: list(string) }),
});
