import { app, either, endpoint } from '../endpoint.ts';
import { total } from '../rules.ts';
import { aUser, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import { date, id, integer, known, list, object, oneOf, optional, string, text } from '../spec.ts';

const category = 'Users';

const account = object({
  id: string,
  login: string,
  display_name: string,
  type: known('', 'admin', 'global_mod', 'staff'),
  broadcaster_type: known('', 'affiliate', 'partner'),
  description: string,
  profile_image_url: string,
  offline_image_url: string,
  view_count: optional(integer),
  email: optional(string),
  created_at: date,
});

/**
 * Users by id or login, 100 together; without both, the user whose token it is.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-users
 */
export const getUsers = endpoint('get-users', 'Get Users', 'GET', '/users', {
  category,
  tokens: either,
  query: {
    id: optional(list(id, { maxItems: 100 })),
    login: optional(list(text({ minLength: 1 }), { maxItems: 100 })),
  },
  rules: [total(100, 'id', 'login')],
  response: data(account),
  moreWith: ['user:read:email'],
});

/**
 * Changes the user’s own description; an empty one removes it.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-user
 */
export const updateUser = endpoint('update-user', 'Update User', 'PUT', '/users', {
  category,
  scopes: [['user:edit']],
  query: { description: optional(text({ maxLength: 300 })) },
  response: data(account),
});

/**
 * Which scopes users have granted to this client id.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-authorization-by-user
 */
export const getAuthorizationByUser = endpoint(
  'get-authorization-by-user',
  'Get Authorization By User',
  'GET',
  '/authorization/users',
  {
    category,
    tokens: app,
    query: { user_id: list(id, { maxItems: 10 }) },
    response: data(
      object({
        ...aUser,
        scopes: list(
          known(
            'analytics:read:extensions',
            'analytics:read:games',
            'bits:read',
            'channel:bot',
            'channel:manage:ads',
            'channel:read:ads',
            'channel:manage:broadcast',
            'channel:read:charity',
            'channel:manage:clips',
            'channel:edit:commercial',
            'channel:read:editors',
            'channel:manage:extensions',
            'channel:read:goals',
            'channel:read:guest_star',
            'channel:manage:guest_star',
            'channel:read:hype_train',
            'channel:manage:moderators',
            'channel:read:polls',
            'channel:manage:polls',
            'channel:read:predictions',
            'channel:manage:predictions',
            'channel:manage:raids',
            'channel:read:redemptions',
            'channel:manage:redemptions',
            'channel:manage:schedule',
            'channel:read:stream_key',
            'channel:read:subscriptions',
            'channel:manage:videos',
            'channel:read:vips',
            'channel:manage:vips',
            'channel:moderate',
            'clips:edit',
            'editor:manage:clips',
            'moderation:read',
            'moderator:manage:announcements',
            'moderator:manage:automod',
            'moderator:read:automod_settings',
            'moderator:manage:automod_settings',
            'moderator:read:banned_users',
            'moderator:manage:banned_users',
            'moderator:read:blocked_terms',
            'moderator:read:chat_messages',
            'moderator:manage:blocked_terms',
            'moderator:manage:chat_messages',
            'moderator:read:chat_settings',
            'moderator:manage:chat_settings',
            'moderator:read:chatters',
            'moderator:read:followers',
            'moderator:read:guest_star',
            'moderator:manage:guest_star',
            'moderator:read:moderators',
            'moderator:read:shield_mode',
            'moderator:manage:shield_mode',
            'moderator:read:shoutouts',
            'moderator:manage:shoutouts',
            'moderator:read:suspicious_users',
            'moderator:read:unban_requests',
            'moderator:manage:unban_requests',
            'moderator:read:vips',
            'moderator:read:warnings',
            'moderator:manage:warnings',
            'user:bot',
            'user:edit',
            'user:edit:broadcast',
            'user:read:blocked_users',
            'user:manage:blocked_users',
            'user:read:broadcast',
            'user:read:chat',
            'user:manage:chat_color',
            'user:read:email',
            'user:read:emotes',
            'user:read:follows',
            'user:read:moderated_channels',
            'user:read:subscriptions',
            'user:read:whispers',
            'user:manage:whispers',
            'user:write:chat',
            'chat:edit',
            'chat:read',
            'whispers:read',
          ),
        ),
      }),
    ),
  },
);

/**
 * Whom the user has blocked.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-user-block-list
 */
export const getUserBlockList = endpoint(
  'get-user-block-list',
  'Get User Block List',
  'GET',
  '/users/blocks',
  {
    category,
    scopes: [['user:read:blocked_users']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, first: pageSize(100), after: cursor },
    response: paged(object({ user_id: string, user_login: string, display_name: string })),
    page: byCursor,
  },
);

/**
 * Blocks somebody for the user.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#block-user
 */
export const blockUser = endpoint('block-user', 'Block User', 'PUT', '/users/blocks', {
  category,
  scopes: [['user:manage:blocked_users']],
  query: {
    target_user_id: id,
    source_context: optional(oneOf('chat', 'whisper')),
    reason: optional(oneOf('harassment', 'spam', 'other')),
  },
});

/**
 * Stops blocking somebody.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#unblock-user
 */
export const unblockUser = endpoint('unblock-user', 'Unblock User', 'DELETE', '/users/blocks', {
  category,
  scopes: [['user:manage:blocked_users']],
  query: { target_user_id: id },
});
