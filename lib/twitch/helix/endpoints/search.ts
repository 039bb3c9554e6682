import { either, endpoint } from '../endpoint.ts';
import { byCursor, cursor, paged, pageSize } from '../shapes.ts';
import { blankDate, boolean, list, nullable, object, optional, string, text } from '../spec.ts';

const category = 'Search';

/**
 * Categories whose name matches.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#search-categories
 */
export const searchCategories = endpoint(
  'search-categories',
  'Search Categories',
  'GET',
  '/search/categories',
  {
    category,
    tokens: either,
    query: { query: text({ minLength: 1 }), first: pageSize(100), after: cursor },
    response: paged(object({ box_art_url: string, name: string, id: string })),
    page: byCursor,
  },
);

/**
 * Channels whose name matches, that streamed within the last six months.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#search-channels
 */
export const searchChannels = endpoint('search-channels', 'Search Channels', 'GET', '/search/channels', {
  category,
  tokens: either,
  query: { query: text({ minLength: 1 }), live_only: optional(boolean), first: pageSize(100), after: cursor },
  response: paged(
    object({
      broadcaster_language: string,
      broadcaster_login: string,
      display_name: string,
      game_id: string,
      game_name: string,
      id: string,
      is_live: boolean,
      tag_ids: optional(nullable(list(string))),
      tags: nullable(list(string)),
      thumbnail_url: string,
      title: string,
      started_at: blankDate,
    }),
  ),
  page: byCursor,
});
