import { either, endpoint, jwt } from '../endpoint.ts';
import { callsFor, forbids, needs } from '../rules.ts';
import { cursor, data } from '../shapes.ts';
import {
  boolean,
  date,
  id,
  integer,
  known,
  list,
  map,
  object,
  oneOf,
  optional,
  string,
  text,
  union,
  whole,
} from '../spec.ts';

const category = 'Extensions';

const external = { viewer_url: string, can_link_external_content: boolean } as const;

/** An extension has the views that it was made for. */
const extensionViews = object({
  mobile: optional(object({ viewer_url: string })),
  panel: optional(object({ ...external, height: integer })),
  video_overlay: optional(object(external)),
  component: optional(
    object({
      ...external,
      aspect_ratio_x: integer,
      aspect_ratio_y: integer,
      autoscale: boolean,
      scale_pixels: integer,
      target_height: integer,
    }),
  ),
  config: optional(object(external)),
});

const secret = object({
  format_version: integer,
  secrets: list(object({ content: string, active_at: date, expires_at: date })),
});

const extension = object({
  author_name: string,
  bits_enabled: boolean,
  can_install: boolean,
  configuration_location: known('none', 'hosted', 'custom'),
  description: string,
  eula_tos_url: string,
  has_chat_support: boolean,
  icon_url: string,
  icon_urls: map(string),
  id: string,
  name: string,
  privacy_policy_url: string,
  request_identity_link: boolean,
  screenshot_urls: list(string),
  state: known(
    'Approved',
    'AssetsUploaded',
    'Deleted',
    'Deprecated',
    'InReview',
    'InTest',
    'PendingAction',
    'Rejected',
    'Released',
  ),
  subscriptions_support_level: known('none', 'optional'),
  summary: string,
  support_email: string,
  version: string,
  viewer_summary: string,
  views: extensionViews,
  allowlisted_config_urls: list(string),
  allowlisted_panel_urls: list(string),
});

/**
 * Reads a part of an extension’s configuration.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-extension-configuration-segment
 */
export const getExtensionConfigurationSegment = endpoint(
  'get-extension-configuration-segment',
  'Get Extension Configuration Segment',
  'GET',
  '/extensions/configurations',
  {
    category,
    tokens: jwt,
    query: {
      broadcaster_id: optional(id),
      extension_id: id,
      segment: oneOf('broadcaster', 'developer', 'global'),
    },
    rules: [
      callsFor('broadcaster_id', 'segment', 'broadcaster', 'developer'),
      forbids('broadcaster_id', 'segment', 'global'),
    ],
    response: data(
      object({
        segment: known('broadcaster', 'developer', 'global'),
        broadcaster_id: optional(string),
        content: string,
        version: string,
      }),
    ),
    limits: [{ count: 20, perMs: 60_000, by: ['segment'] }],
  },
);

/**
 * Writes a part of an extension’s configuration.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#set-extension-configuration-segment
 */
export const setExtensionConfigurationSegment = endpoint(
  'set-extension-configuration-segment',
  'Set Extension Configuration Segment',
  'PUT',
  '/extensions/configurations',
  {
    category,
    tokens: jwt,
    body: {
      extension_id: id,
      segment: oneOf('broadcaster', 'developer', 'global'),
      broadcaster_id: optional(id),
      content: optional(string),
      version: optional(string),
    },
    rules: [needs('broadcaster_id', 'segment', 'broadcaster', 'developer')],
    limits: [{ count: 20, perMs: 60_000, by: [] }],
  },
);

/**
 * Says which configuration a version of an extension needs.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#set-extension-required-configuration
 */
export const setExtensionRequiredConfiguration = endpoint(
  'set-extension-required-configuration',
  'Set Extension Required Configuration',
  'PUT',
  '/extensions/required_configuration',
  {
    category,
    tokens: jwt,
    query: { broadcaster_id: id },
    body: { extension_id: id, extension_version: string, required_configuration: string },
  },
);

/**
 * Sends a message to the viewers of an extension.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#send-extension-pubsub-message
 */
export const sendExtensionPubsubMessage = endpoint(
  'send-extension-pubsub-message',
  'Send Extension PubSub Message',
  'POST',
  '/extensions/pubsub',
  {
    category,
    tokens: jwt,
    body: {
      target: list(text({ choices: ['broadcast', 'global'], or: 'pubsub-target' })),
      broadcaster_id: id,
      is_global_broadcast: optional(boolean),
      message: text({ maxBytes: 5120 }),
    },
    limits: [{ count: 100, perMs: 60_000, by: ['broadcaster_id'] }],
  },
);

/**
 * Live channels that have an extension switched on.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-extension-live-channels
 */
export const getExtensionLiveChannels = endpoint(
  'get-extension-live-channels',
  'Get Extension Live Channels',
  'GET',
  '/extensions/live',
  {
    category,
    tokens: either,
    query: { extension_id: id, first: optional(whole({ min: 1 })), after: cursor },
    response: data(
      object({
        broadcaster_id: string,
        broadcaster_name: string,
        game_name: string,
        game_id: string,
        title: string,
      }),
      { pagination: optional(union(string, object({ cursor: optional(string) }))) },
    ),
    page: { items: 'data', cursor: 'pagination' },
  },
);

/**
 * The secrets with which an extension’s tokens are signed.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-extension-secrets
 */
export const getExtensionSecrets = endpoint(
  'get-extension-secrets',
  'Get Extension Secrets',
  'GET',
  '/extensions/jwt/secrets',
  { category, tokens: jwt, response: data(secret) },
);

/**
 * Makes a new secret, which comes into use after `delay` seconds.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-extension-secret
 */
export const createExtensionSecret = endpoint(
  'create-extension-secret',
  'Create Extension Secret',
  'POST',
  '/extensions/jwt/secrets',
  {
    category,
    tokens: jwt,
    query: { extension_id: id, delay: optional(whole({ min: 300, default: 300, unit: 's' })) },
    response: data(secret),
  },
);

/**
 * Says something in a chat as an extension.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#send-extension-chat-message
 */
export const sendExtensionChatMessage = endpoint(
  'send-extension-chat-message',
  'Send Extension Chat Message',
  'POST',
  '/extensions/chat',
  {
    category,
    tokens: jwt,
    query: { broadcaster_id: id },
    body: { text: text({ minLength: 1, maxLength: 280 }), extension_id: id, extension_version: string },
    limits: [{ count: 12, perMs: 60_000, by: ['broadcaster_id'] }],
  },
);

/**
 * An extension, also one that is not released.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-extensions
 */
export const getExtensions = endpoint('get-extensions', 'Get Extensions', 'GET', '/extensions', {
  category,
  tokens: jwt,
  query: { extension_id: id, extension_version: optional(string) },
  response: data(extension),
});

/**
 * A released extension.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-released-extensions
 */
export const getReleasedExtensions = endpoint(
  'get-released-extensions',
  'Get Released Extensions',
  'GET',
  '/extensions/released',
  {
    category,
    tokens: either,
    query: { extension_id: id, extension_version: optional(string) },
    response: data(extension),
  },
);
