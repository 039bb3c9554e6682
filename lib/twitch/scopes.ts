/** Which of Twitch's scopes each feature needs. @see https://dev.twitch.tv/docs/authentication/scopes/ */

/** Scope → the feature that needs it. */
export const scopeReasons = {
  'user:read:follows': 'live',
  'user:read:moderated_channels': 'moderation',
  'moderator:manage:banned_users': 'moderation',
  'moderator:manage:chat_messages': 'moderation',
} as const;

/** What a first sign-in asks for. */
export const firstScopes = Object.keys(scopeReasons) as readonly (keyof typeof scopeReasons)[];
