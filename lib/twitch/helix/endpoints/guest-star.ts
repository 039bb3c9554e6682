import { endpoint } from '../endpoint.ts';
import { data } from '../shapes.ts';
import { boolean, date, id, integer, known, list, object, oneOf, optional, string, whole } from '../spec.ts';

const category = 'Guest Star';

const layouts = ['TILED_LAYOUT', 'SCREENSHARE_LAYOUT', 'HORIZONTAL_LAYOUT', 'VERTICAL_LAYOUT'] as const;

const session = object({
  id: string,
  guests: list(
    object({
      slot_id: string,
      is_live: boolean,
      user_id: string,
      user_display_name: string,
      user_login: string,
      volume: integer,
      assigned_at: date,
      audio_settings: object({ is_host_enabled: boolean, is_guest_enabled: boolean, is_available: boolean }),
      video_settings: object({ is_host_enabled: boolean, is_guest_enabled: boolean, is_available: boolean }),
    }),
  ),
});

/**
 * Guest Star settings of a channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-guest-star-settings
 */
export const getChannelGuestStarSettings = endpoint(
  'get-channel-guest-star-settings',
  'Get Channel Guest Star Settings',
  'GET',
  '/guest_star/channel_settings',
  {
    category,
    scopes: [
      [
        'channel:read:guest_star',
        'channel:manage:guest_star',
        'moderator:read:guest_star',
        'moderator:manage:guest_star',
      ],
    ],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    response: object({
      is_moderator_send_live_enabled: boolean,
      slot_count: integer,
      is_browser_source_audio_enabled: boolean,
      group_layout: known(...layouts),
      browser_source_token: string,
    }),
    state: 'beta',
  },
);

/**
 * Changes the Guest Star settings of the user’s channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-channel-guest-star-settings
 */
export const updateChannelGuestStarSettings = endpoint(
  'update-channel-guest-star-settings',
  'Update Channel Guest Star Settings',
  'PUT',
  '/guest_star/channel_settings',
  {
    category,
    scopes: [['channel:manage:guest_star']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    body: {
      is_moderator_send_live_enabled: optional(boolean),
      slot_count: optional(whole({ min: 1, max: 6 })),
      is_browser_source_audio_enabled: optional(boolean),
      group_layout: optional(oneOf(...layouts)),
      regenerate_browser_sources: optional(boolean),
    },
    state: 'beta',
  },
);

/**
 * The running Guest Star session of a channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-guest-star-session
 */
export const getGuestStarSession = endpoint(
  'get-guest-star-session',
  'Get Guest Star Session',
  'GET',
  '/guest_star/session',
  {
    category,
    scopes: [
      [
        'channel:read:guest_star',
        'channel:manage:guest_star',
        'moderator:read:guest_star',
        'moderator:manage:guest_star',
      ],
    ],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    response: data(session),
    state: 'beta',
  },
);

/**
 * Starts a Guest Star session; a channel has one at most.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-guest-star-session
 */
export const createGuestStarSession = endpoint(
  'create-guest-star-session',
  'Create Guest Star Session',
  'POST',
  '/guest_star/session',
  {
    category,
    scopes: [['channel:manage:guest_star']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    response: data(session),
    state: 'beta',
  },
);

/**
 * Ends the Guest Star session.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#end-guest-star-session
 */
export const endGuestStarSession = endpoint(
  'end-guest-star-session',
  'End Guest Star Session',
  'DELETE',
  '/guest_star/session',
  {
    category,
    scopes: [['channel:manage:guest_star']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, session_id: id },
    response: data(session),
    state: 'beta',
  },
);

/**
 * Who is invited to a Guest Star session.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-guest-star-invites
 */
export const getGuestStarInvites = endpoint(
  'get-guest-star-invites',
  'Get Guest Star Invites',
  'GET',
  '/guest_star/invites',
  {
    category,
    scopes: [
      [
        'channel:read:guest_star',
        'channel:manage:guest_star',
        'moderator:read:guest_star',
        'moderator:manage:guest_star',
      ],
    ],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, session_id: id },
    response: data(
      object({
        user_id: string,
        invited_at: date,
        status: known('INVITED', 'ACCEPTED', 'READY'),
        is_video_enabled: boolean,
        is_audio_enabled: boolean,
        is_video_available: boolean,
        is_audio_available: boolean,
      }),
    ),
    state: 'beta',
  },
);

/**
 * Invites somebody to a Guest Star session.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#send-guest-star-invite
 */
export const sendGuestStarInvite = endpoint(
  'send-guest-star-invite',
  'Send Guest Star Invite',
  'POST',
  '/guest_star/invites',
  {
    category,
    scopes: [['channel:manage:guest_star', 'moderator:manage:guest_star']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, session_id: id, guest_id: id },
    state: 'beta',
  },
);

/**
 * Takes an invitation back.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#delete-guest-star-invite
 */
export const deleteGuestStarInvite = endpoint(
  'delete-guest-star-invite',
  'Delete Guest Star Invite',
  'DELETE',
  '/guest_star/invites',
  {
    category,
    scopes: [['channel:manage:guest_star', 'moderator:manage:guest_star']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, session_id: id, guest_id: id },
    state: 'beta',
  },
);

/**
 * Gives a guest a place in the session.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#assign-guest-star-slot
 */
export const assignGuestStarSlot = endpoint(
  'assign-guest-star-slot',
  'Assign Guest Star Slot',
  'POST',
  '/guest_star/slot',
  {
    category,
    scopes: [['channel:manage:guest_star', 'moderator:manage:guest_star']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, session_id: id, guest_id: id, slot_id: id },
    state: 'beta',
  },
);

/**
 * Moves a guest to another place, or swaps two.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-guest-star-slot
 */
export const updateGuestStarSlot = endpoint(
  'update-guest-star-slot',
  'Update Guest Star Slot',
  'PATCH',
  '/guest_star/slot',
  {
    category,
    scopes: [['channel:manage:guest_star', 'moderator:manage:guest_star']],
    self: 'moderator_id',
    query: {
      broadcaster_id: id,
      moderator_id: id,
      session_id: id,
      source_slot_id: id,
      destination_slot_id: optional(id),
    },
    state: 'beta',
  },
);

/**
 * Takes a guest out of the session.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#delete-guest-star-slot
 */
export const deleteGuestStarSlot = endpoint(
  'delete-guest-star-slot',
  'Delete Guest Star Slot',
  'DELETE',
  '/guest_star/slot',
  {
    category,
    scopes: [['channel:manage:guest_star', 'moderator:manage:guest_star']],
    self: 'moderator_id',
    query: {
      broadcaster_id: id,
      moderator_id: id,
      session_id: id,
      guest_id: id,
      slot_id: id,
      should_reinvite_guest: optional(string),
    },
    state: 'beta',
  },
);

/**
 * Changes sound, picture and presence of a guest. `volume` in percent.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-guest-star-slot-settings
 */
export const updateGuestStarSlotSettings = endpoint(
  'update-guest-star-slot-settings',
  'Update Guest Star Slot Settings',
  'PATCH',
  '/guest_star/slot_settings',
  {
    category,
    scopes: [['channel:manage:guest_star', 'moderator:manage:guest_star']],
    self: 'moderator_id',
    query: {
      broadcaster_id: id,
      moderator_id: id,
      session_id: id,
      slot_id: id,
      is_audio_enabled: optional(boolean),
      is_video_enabled: optional(boolean),
      is_live: optional(boolean),
      volume: optional(whole({ min: 0, max: 100, unit: 'percent' })),
    },
    state: 'beta',
  },
);
