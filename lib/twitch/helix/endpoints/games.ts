import { either, endpoint } from '../endpoint.ts';
import { excludes, someOf, total } from '../rules.ts';
import { byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import { id, list, object, optional, string, text } from '../spec.ts';

const category = 'Games';

const game = object({ id: string, name: string, box_art_url: string, igdb_id: string });

/**
 * The categories with the most viewers.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-top-games
 */
export const getTopGames = endpoint('get-top-games', 'Get Top Games', 'GET', '/games/top', {
  category,
  tokens: either,
  query: { first: pageSize(100), after: cursor, before: cursor },
  rules: [excludes('after', 'before')],
  response: paged(game),
  page: byCursor,
});

/**
 * Categories by id, exact name or IGDB id; 100 together.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-games
 */
export const getGames = endpoint('get-games', 'Get Games', 'GET', '/games', {
  category,
  tokens: either,
  query: {
    id: optional(list(id, { maxItems: 100 })),
    name: optional(list(text({ minLength: 1 }), { maxItems: 100 })),
    igdb_id: optional(list(id, { maxItems: 100 })),
  },
  rules: [someOf('id', 'name', 'igdb_id'), total(100, 'id', 'name', 'igdb_id')],
  response: data(game),
});
