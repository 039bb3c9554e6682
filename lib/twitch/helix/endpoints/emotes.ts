import { either, endpoint } from '../endpoint.ts';
import { byCursor, cursor, data, imageSizes, paged } from '../shapes.ts';
import { id, known, list, nullable, object, optional, string } from '../spec.ts';

const category = 'Chat';

const emote = {
  id: string,
  name: string,
  format: list(known('animated', 'static')),
  scale: list(known('1.0', '2.0', '3.0')),
  theme_mode: list(known('dark', 'light')),
} as const;

const emoteType = known(
  'bitstier',
  'follower',
  'subscriptions',
  'none',
  'channelpoints',
  'rewards',
  'hypetrain',
  'prime',
  'turbo',
  'smilies',
  'globals',
  'owl2019',
  'twofactor',
  'limitedtime',
);

const badgeSet = object({
  set_id: string,
  versions: list(
    object({
      id: string,
      image_url_1x: string,
      image_url_2x: string,
      image_url_4x: string,
      title: string,
      description: string,
      click_action: nullable(string),
      click_url: nullable(string),
    }),
  ),
});

/**
 * The emotes of a channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-emotes
 */
export const getChannelEmotes = endpoint('get-channel-emotes', 'Get Channel Emotes', 'GET', '/chat/emotes', {
  category,
  tokens: either,
  query: { broadcaster_id: id },
  response: data(
    object({ ...emote, images: imageSizes, tier: string, emote_type: emoteType, emote_set_id: string }),
    { template: string },
  ),
});

/**
 * The emotes that everybody has.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-global-emotes
 */
export const getGlobalEmotes = endpoint(
  'get-global-emotes',
  'Get Global Emotes',
  'GET',
  '/chat/emotes/global',
  {
    category,
    tokens: either,
    response: data(object({ ...emote, images: imageSizes }), { template: string }),
  },
);

/**
 * The emotes of emote sets.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-emote-sets
 */
export const getEmoteSets = endpoint('get-emote-sets', 'Get Emote Sets', 'GET', '/chat/emotes/set', {
  category,
  tokens: either,
  query: { emote_set_id: list(id, { maxItems: 25 }) },
  response: data(
    object({ ...emote, images: imageSizes, emote_type: emoteType, emote_set_id: string, owner_id: string }),
    { template: string },
  ),
});

/**
 * The chat badges of a channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-chat-badges
 */
export const getChannelChatBadges = endpoint(
  'get-channel-chat-badges',
  'Get Channel Chat Badges',
  'GET',
  '/chat/badges',
  { category, tokens: either, query: { broadcaster_id: id }, response: data(badgeSet) },
);

/**
 * The chat badges that every channel has.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-global-chat-badges
 */
export const getGlobalChatBadges = endpoint(
  'get-global-chat-badges',
  'Get Global Chat Badges',
  'GET',
  '/chat/badges/global',
  { category, tokens: either, response: data(badgeSet) },
);

/**
 * The emotes that the user may use, everywhere or also in one channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-user-emotes
 */
export const getUserEmotes = endpoint('get-user-emotes', 'Get User Emotes', 'GET', '/chat/emotes/user', {
  category,
  scopes: [['user:read:emotes']],
  self: 'user_id',
  query: { user_id: id, after: cursor, broadcaster_id: optional(id) },
  response: paged(object({ ...emote, emote_type: emoteType, emote_set_id: string, owner_id: string }), {
    template: string,
  }),
  page: byCursor,
});
