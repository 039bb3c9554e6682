import { either, endpoint } from '../endpoint.ts';
import { byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import { boolean, id, list, map, object, optional, string } from '../spec.ts';

const category = 'Tags';

const tag = object({
  tag_id: string,
  is_auto: boolean,
  localization_names: map(string),
  localization_descriptions: map(string),
});

/**
 * The old tags. Switched off in 2023.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-all-stream-tags
 */
export const getAllStreamTags = endpoint(
  'get-all-stream-tags',
  'Get All Stream Tags',
  'GET',
  '/tags/streams',
  {
    category,
    tokens: either,
    query: { tag_id: optional(list(id, { maxItems: 100 })), first: pageSize(100), after: cursor },
    response: paged(tag),
    page: byCursor,
    state: 'retired',
  },
);

/**
 * The old tags of a channel. Switched off in 2023.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-stream-tags
 */
export const getStreamTags = endpoint('get-stream-tags', 'Get Stream Tags', 'GET', '/streams/tags', {
  category,
  tokens: either,
  query: { broadcaster_id: id },
  response: data(tag),
  state: 'retired',
});
