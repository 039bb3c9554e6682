import { either, endpoint } from '../endpoint.ts';
import { exactlyOne, excludes } from '../rules.ts';
import { aUser, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import {
  boolean,
  date,
  id,
  integer,
  known,
  list,
  nullable,
  object,
  oneOf,
  optional,
  string,
  text,
} from '../spec.ts';

const category = 'Streams';

const stream = object({
  ...aUser,
  id: string,
  game_id: string,
  game_name: string,
  type: known('live'),
  title: string,
  viewer_count: integer,
  started_at: date,
  language: string,
  thumbnail_url: string,
  tag_ids: optional(nullable(list(string))),
  tags: nullable(list(string)),
  is_mature: boolean,
});

/**
 * The stream key of the user’s channel. It is a secret.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-stream-key
 */
export const getStreamKey = endpoint('get-stream-key', 'Get Stream Key', 'GET', '/streams/key', {
  category,
  scopes: [['channel:read:stream_key']],
  self: 'broadcaster_id',
  query: { broadcaster_id: id },
  response: data(object({ stream_key: string })),
});

/**
 * Live streams, those with the most viewers first.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-streams
 */
export const getStreams = endpoint('get-streams', 'Get Streams', 'GET', '/streams', {
  category,
  tokens: either,
  query: {
    user_id: optional(list(id, { maxItems: 100 })),
    user_login: optional(list(text({ minLength: 1 }), { maxItems: 100 })),
    game_id: optional(list(id, { maxItems: 100 })),
    type: optional(oneOf('all', 'live')),
    language: optional(list(text({ minLength: 1 }), { maxItems: 100 })),
    first: pageSize(100),
    before: cursor,
    after: cursor,
  },
  rules: [excludes('after', 'before')],
  response: paged(stream),
  page: byCursor,
});

/**
 * Live streams of the channels that the user follows, those with the most viewers first.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-followed-streams
 */
export const getFollowedStreams = endpoint(
  'get-followed-streams',
  'Get Followed Streams',
  'GET',
  '/streams/followed',
  {
    category,
    scopes: [['user:read:follows']],
    self: 'user_id',
    query: { user_id: id, first: pageSize(100, 100), after: cursor },
    response: paged(stream),
    page: byCursor,
  },
);

/**
 * Marks this moment of the user’s stream; it must be live and recorded.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-stream-marker
 */
export const createStreamMarker = endpoint(
  'create-stream-marker',
  'Create Stream Marker',
  'POST',
  '/streams/markers',
  {
    category,
    scopes: [['channel:manage:broadcast']],
    body: { user_id: id, description: optional(text({ maxLength: 140 })) },
    response: data(object({ id: string, created_at: date, position_seconds: integer, description: string })),
  },
);

/**
 * The markers of a video, or of a user’s latest one.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-stream-markers
 */
export const getStreamMarkers = endpoint(
  'get-stream-markers',
  'Get Stream Markers',
  'GET',
  '/streams/markers',
  {
    category,
    scopes: [['user:read:broadcast', 'channel:manage:broadcast']],
    query: {
      user_id: optional(id),
      video_id: optional(id),
      first: pageSize(100),
      before: cursor,
      after: cursor,
    },
    rules: [exactlyOne(['user_id'], ['video_id']), excludes('after', 'before')],
    response: paged(
      object({
        ...aUser,
        videos: list(
          object({
            video_id: string,
            markers: list(
              object({
                id: string,
                created_at: date,
                description: string,
                position_seconds: integer,
                url: optional(string),
              }),
            ),
          }),
        ),
      }),
    ),
    page: byCursor,
  },
);
