import { either, endpoint, looking } from '../endpoint.ts';
import { stands } from '../looks.ts';
import { exactlyOne } from '../rules.ts';
import { byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import {
  boolean,
  date,
  id,
  integer,
  list,
  nullable,
  object,
  oneOf,
  optional,
  string,
  text,
  whole,
} from '../spec.ts';

const category = 'Moderation';

const automodSettings = object({
  broadcaster_id: string,
  moderator_id: string,
  overall_level: nullable(integer),
  disability: integer,
  aggression: integer,
  sexuality_sex_or_gender: integer,
  misogyny: integer,
  bullying: integer,
  swearing: integer,
  race_ethnicity_or_religion: integer,
  sex_based_terms: integer,
});

const blockedTerm = object({
  broadcaster_id: string,
  moderator_id: string,
  id: string,
  text: string,
  created_at: date,
  updated_at: date,
  expires_at: nullable(date),
});

/**
 * Asks whether AutoMod would let messages through; it changes nothing. It has a small quota of its own.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#check-automod-status
 */
export const checkAutomodStatus = endpoint(
  'check-automod-status',
  'Check AutoMod Status',
  'POST',
  '/moderation/enforcements/status',
  {
    category,
    tokens: either,
    scopes: [['moderation:read']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    body: { data: list(object({ msg_id: id, msg_text: string }), { minItems: 1, maxItems: 100 }) },
    response: data(object({ msg_id: string, is_permitted: boolean })),
    limits: [
      { count: 30, perMs: 60_000, by: ['broadcaster_id'] },
      { count: 300, perMs: 3_600_000, by: ['broadcaster_id'] },
    ],
    reads: true,
  },
);

/**
 * Lets a message through that AutoMod held, or not. Messages are held for five minutes.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#manage-held-automod-messages
 */
export const manageHeldAutomodMessages = endpoint(
  'manage-held-automod-messages',
  'Manage Held AutoMod Messages',
  'POST',
  '/moderation/automod/message',
  {
    category,
    tokens: either,
    scopes: [['moderator:manage:automod']],
    self: 'user_id',
    body: { user_id: id, msg_id: id, action: oneOf('ALLOW', 'DENY') },
  },
);

/**
 * How strict AutoMod is; levels 0 to 4.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-automod-settings
 */
export const getAutomodSettings = endpoint(
  'get-automod-settings',
  'Get AutoMod Settings',
  'GET',
  '/moderation/automod/settings',
  {
    category,
    tokens: either,
    scopes: [['moderator:read:automod_settings', 'moderator:manage:automod_settings']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    response: data(automodSettings),
  },
);

/**
 * Sets all AutoMod levels: one overall level, or single ones, where what is left out becomes 0.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-automod-settings
 */
export const updateAutomodSettings = looking(
  endpoint('update-automod-settings', 'Update AutoMod Settings', 'PUT', '/moderation/automod/settings', {
    category,
    tokens: either,
    scopes: [['moderator:manage:automod_settings']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    body: {
      aggression: optional(whole({ min: 0, max: 4 })),
      bullying: optional(whole({ min: 0, max: 4 })),
      disability: optional(whole({ min: 0, max: 4 })),
      misogyny: optional(whole({ min: 0, max: 4 })),
      overall_level: optional(whole({ min: 0, max: 4 })),
      race_ethnicity_or_religion: optional(whole({ min: 0, max: 4 })),
      sex_based_terms: optional(whole({ min: 0, max: 4 })),
      sexuality_sex_or_gender: optional(whole({ min: 0, max: 4 })),
      swearing: optional(whole({ min: 0, max: 4 })),
    },
    rules: [
      exactlyOne(
        ['overall_level'],
        [
          'aggression',
          'bullying',
          'disability',
          'misogyny',
          'race_ethnicity_or_religion',
          'sex_based_terms',
          'sexuality_sex_or_gender',
          'swearing',
        ],
      ),
    ],
    response: data(automodSettings),
  }),
  async ({ broadcaster_id, moderator_id, ...wanted }, { read }) => {
    const answer = await read(getAutomodSettings, { broadcaster_id, moderator_id });
    return stands(wanted, answer.data[0]);
  },
);

/**
 * Words that AutoMod holds or blocks in a channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-blocked-terms
 */
export const getBlockedTerms = endpoint(
  'get-blocked-terms',
  'Get Blocked Terms',
  'GET',
  '/moderation/blocked_terms',
  {
    category,
    tokens: either,
    scopes: [['moderator:read:blocked_terms', 'moderator:manage:blocked_terms']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, first: pageSize(100), after: cursor },
    response: paged(blockedTerm),
    page: byCursor,
  },
);

/**
 * Adds a word; `*` stands for any letters at its start or end.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#add-blocked-term
 */
export const addBlockedTerm = endpoint(
  'add-blocked-term',
  'Add Blocked Term',
  'POST',
  '/moderation/blocked_terms',
  {
    category,
    tokens: either,
    scopes: [['moderator:manage:blocked_terms']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id },
    body: { text: text({ minLength: 2, maxLength: 500, format: 'blocked-term' }) },
    response: data(blockedTerm),
  },
);

/**
 * Removes a blocked word.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#remove-blocked-term
 */
export const removeBlockedTerm = endpoint(
  'remove-blocked-term',
  'Remove Blocked Term',
  'DELETE',
  '/moderation/blocked_terms',
  {
    category,
    tokens: either,
    scopes: [['moderator:manage:blocked_terms']],
    self: 'moderator_id',
    query: { broadcaster_id: id, moderator_id: id, id },
  },
);
