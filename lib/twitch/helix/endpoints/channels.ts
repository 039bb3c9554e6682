import { either, endpoint, looking } from '../endpoint.ts';
import { stands } from '../looks.ts';
import { someOf } from '../rules.ts';
import { aBroadcaster, aUser, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import { boolean, date, id, integer, list, object, oneOf, optional, string, text, whole } from '../spec.ts';

const category = 'Channels';

/**
 * Title, category, language, tags and labels of channels. `delay` is only told to the broadcaster.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-information
 */
export const getChannelInformation = endpoint(
  'get-channel-information',
  'Get Channel Information',
  'GET',
  '/channels',
  {
    category,
    tokens: either,
    query: { broadcaster_id: list(id, { maxItems: 100 }) },
    response: data(
      object({
        ...aBroadcaster,
        broadcaster_language: string,
        game_name: string,
        game_id: string,
        title: string,
        delay: integer,
        tags: list(string),
        content_classification_labels: list(string),
        is_branded_content: boolean,
      }),
    ),
  },
);

/**
 * Changes title, category, language, tags, labels or delay; at least one of them.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#modify-channel-information
 */
export const modifyChannelInformation = looking(
  endpoint('modify-channel-information', 'Modify Channel Information', 'PATCH', '/channels', {
    category,
    scopes: [['channel:manage:broadcast']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    body: {
      game_id: optional(string),
      broadcaster_language: optional(string),
      title: optional(text({ minLength: 1, maxLength: 140 })),
      delay: optional(whole({ min: 0, max: 900, unit: 's' })),
      tags: optional(list(text({ maxLength: 25, format: 'tag' }), { maxItems: 10 })),
      content_classification_labels: optional(
        list(
          object({
            id: oneOf(
              'DebatedSocialIssuesAndPolitics',
              'DrugsIntoxication',
              'SexualThemes',
              'ViolentGraphic',
              'Gambling',
              'ProfanityVulgarity',
            ),
            is_enabled: boolean,
          }),
        ),
      ),
      is_branded_content: optional(boolean),
    },
    rules: [
      someOf(
        'game_id',
        'broadcaster_language',
        'title',
        'delay',
        'tags',
        'content_classification_labels',
        'is_branded_content',
      ),
    ],
  }),
  async ({ broadcaster_id, ...wanted }, { read }) => {
    const { title, game_id, broadcaster_language, delay, tags, is_branded_content } = wanted;
    const answer = await read(getChannelInformation, { broadcaster_id: [broadcaster_id] });
    return stands({ title, game_id, broadcaster_language, delay, tags, is_branded_content }, answer.data[0]);
  },
);

/**
 * The editors of the user’s channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-editors
 */
export const getChannelEditors = endpoint(
  'get-channel-editors',
  'Get Channel Editors',
  'GET',
  '/channels/editors',
  {
    category,
    scopes: [['channel:read:editors']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    response: data(object({ user_id: string, user_name: string, created_at: date })),
  },
);

/**
 * The channels that the user follows, the latest first.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-followed-channels
 */
export const getFollowedChannels = endpoint(
  'get-followed-channels',
  'Get Followed Channels',
  'GET',
  '/channels/followed',
  {
    category,
    scopes: [['user:read:follows']],
    self: 'user_id',
    query: { user_id: id, broadcaster_id: optional(id), first: pageSize(100), after: cursor },
    response: paged(object({ ...aBroadcaster, followed_at: date }), { total: integer }),
    page: byCursor,
  },
);

/**
 * The followers of a channel, the latest first. Who does not moderate it gets only `total`.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-followers
 */
export const getChannelFollowers = endpoint(
  'get-channel-followers',
  'Get Channel Followers',
  'GET',
  '/channels/followers',
  {
    category,
    scopes: [['moderator:read:followers']],
    query: { user_id: optional(id), broadcaster_id: id, first: pageSize(100), after: cursor },
    response: paged(object({ ...aUser, followed_at: date }), { total: integer }),
    page: byCursor,
    partial: true,
  },
);
