/** Where the reference has other words or another status for one endpoint than the frame has for most. */
import type { EndpointId } from './endpoints/index.ts';
import type { Rule } from './words.ts';

/** A refusal's status and words; `let` = not the frame's to refuse, the handler deals with it. */
export type Wording = readonly [status: number, words: string] | 'let';

const pins = { required: [400, 'A required query parameter is missing.'] } as const;
const pinning = {
  required: [400, 'A required query parameter is missing or invalid.'],
  'duration_seconds min': [400, 'The duration_seconds value is invalid.'],
  'duration_seconds max': [400, 'The duration_seconds value is invalid.'],
  'duration_seconds type': [400, 'The duration_seconds value is invalid.'],
} as const;
const suspicion = {
  required: [400, 'Validation errors: Missing required fields.'],
  role: [403, "The user in the moderator_id query parameter is not one of the broadcaster's moderators."],
} as const;

const rewardWords = {
  'title length': [400, 'The title must contain a minimum of 1 character and a maximum of 45 characters.'],
  'cost min': [400, 'The cost field must contain a minimum of 1 point.'],
  'prompt length': [400, 'The prompt field is limited to a maximum of 200 characters.'],
  'max_per_stream min': 'let',
  'max_per_user_per_stream min': 'let',
  'global_cooldown_seconds min': 'let',
} as const;
const segmentWords = {
  'start_time type': [400, 'The format of the date and time in the start_time field is not valid.'],
  'title length': [400, 'The string in the title field is too long.'],
} as const;
const pollRange = [400, 'The value in duration is outside the allowed range of values.'] as const;
const predictionRange = [
  400,
  'The value in prediction_window is outside the allowed range of values.',
] as const;

/** By endpoint: `own`, `role`, a rule for every parameter, or `name rule` for one. */
export const exceptions: Partial<Record<EndpointId, Readonly<Record<string, Wording>>>> = {
  'add-blocked-term': {
    'text length': [400, 'The length of the term in the text field is either too short or too long.'],
  },
  'add-suspicious-status-to-chat-user': {
    ...suspicion,
    'status enum': [400, 'The status specified was invalid. Must either be ACTIVE_MONITORING or RESTRICTED'],
  },
  'remove-suspicious-status-from-chat-user': suspicion,
  'ban-user': {
    own: [401, 'The ID in moderator_id must match the user ID in the access token.'],
    'data.reason length': [400, 'The text in the reason field is too long.'],
  },
  'unban-user': { own: [401, 'The ID in moderator_id must match the user ID in the access token.'] },
  'warn-chat-user': {
    'data.user_id required': [400, 'The user_id query parameter is required.'],
    'data.reason required': [400, 'The reason query parameter is required.'],
    'data.reason length': [400, 'The text in the reason field is too long.'],
  },
  'check-automod-status': {
    own: [403, 'The ID in broadcaster_id must match the user ID in the user access token.'],
    'data required': [
      400,
      'The data field is required and the list must contain one or more messages to check.',
    ],
    'data items': [
      400,
      'The data field is required and the list must contain one or more messages to check.',
    ],
  },
  'update-automod-settings': {
    type: [400, 'The value of one or more AutoMod settings is not valid.'],
    min: [400, 'The value of one or more AutoMod settings is not valid.'],
    max: [400, 'The value of one or more AutoMod settings is not valid.'],
  },
  'get-chatters': {
    own: [401, 'The ID in the moderator_id query parameter must match the user ID in the access token.'],
    role: [403, "The user in the moderator_id query parameter is not one of the broadcaster's moderators."],
  },
  'update-chat-settings': {
    own: [401, 'The ID in the moderator_id query parameter must match the user ID in the user access token.'],
    role: [
      403,
      "The user in the moderator_id query parameter must have moderator privileges in the broadcaster's channel.",
    ],
    'follower_mode_duration min': 'let',
    'follower_mode_duration max': 'let',
    'slow_mode_wait_time min': 'let',
    'slow_mode_wait_time max': 'let',
    'non_moderator_chat_delay_duration enum': 'let',
  },
  'send-chat-announcement': {
    'message length': 'let',
    'message required': [400, "The message field in the request's body is required."],
    'color enum': [400, 'The specified color is not valid.'],
  },
  'send-chat-message': {
    'message length': [422, 'The message is too large.'],
    own: [401, 'The ID in the user_id query parameter must match the user ID in the access token.'],
  },
  'send-whisper': {
    own: [401, 'This ID in from_user_id must match the user ID in the user access token.'],
    'message length': 'let',
    'message required': [400, 'The message field must not contain an empty string.'],
  },
  'get-pinned-chat-message': {
    ...pins,
    role: [403, 'The user does not have permission to moderate the broadcaster’s chat room.'],
  },
  'pin-chat-message': {
    ...pinning,
    role: [403, 'The user does not have permission to pin messages in this channel.'],
  },
  'update-pinned-chat-message': {
    ...pinning,
    role: [403, 'The user does not have permission to update pinned messages in this channel.'],
  },
  'unpin-chat-message': {
    ...pins,
    role: [403, 'The user does not have permission to unpin messages in this channel.'],
  },
  'manage-held-automod-messages': {
    own: [401, 'The ID in user_id must match the user ID in the user access token.'],
  },
  'get-followed-streams': {
    own: [401, 'The ID in user_id must match the user ID found in the access token.'],
  },
  'get-followed-channels': {
    own: [401, 'The ID in the user_id query parameter must match the user ID in the access token.'],
  },
  'modify-channel-information': {
    'title length': 'let',
    'tags items': [400, 'The list in the tags field exceeds the maximum number of tags allowed.'],
  },
  'update-user-chat-color': { 'color enum': 'let' },
  'get-users': {
    items: [400, 'The request exceeded the maximum allowed number of id and/or login query parameters.'],
  },
  'update-user': {
    'description length': [400, 'The string in the description query parameter is too long.'],
  },
  'create-poll': {
    own: [401, 'The ID in broadcaster_id must match the user ID in the access token.'],
    'title length': [400, "The poll's title is too long."],
    'choices[].title length': [400, "The choice's title is too long."],
    'choices items': [400, 'The number of choices in the poll may not be less than 2 or greater that 5.'],
    'duration min': pollRange,
    'duration max': pollRange,
    'channel_points_per_vote min': [
      400,
      'The value in channel_points_per_vote is outside the allowed range of values.',
    ],
    'channel_points_per_vote max': [
      400,
      'The value in channel_points_per_vote is outside the allowed range of values.',
    ],
  },
  'create-prediction': {
    own: [401, 'The ID in broadcaster_id must match the user ID in the access token.'],
    'title length': [400, "The prediction's title is too long."],
    'outcomes[].title length': [400, "The outcome's title is too long."],
    'outcomes items': [400, 'There must be 2 outcomes in the prediction.'],
    'prediction_window min': predictionRange,
    'prediction_window max': predictionRange,
  },
  'create-custom-rewards': rewardWords,
  'update-custom-reward': {
    ...rewardWords,
    'global_cooldown_seconds max': [
      400,
      'If is_global_cooldown_enabled is true, the minimum value for global_cooldown_seconds is 1 and the maximum is 604800.',
    ],
  },
  'get-custom-reward': {
    items: [400, 'The request exceeds the maximum number of id query parameters that you may specify.'],
  },
  'create-channel-stream-schedule-segment': segmentWords,
  'update-channel-stream-schedule-segment': segmentWords,
  'get-channel-stream-schedule': {
    'start_time type': [
      400,
      'The format of the date and time in the start_time query parameter is not valid.',
    ],
  },
  'get-bits-leaderboard': {
    'period enum': [400, 'The time period specified in the period query parameter is not valid.'],
    'count min': [400, 'The value in the count query parameter is outside the range of allowed values.'],
    'count max': [400, 'The value in the count query parameter is outside the range of allowed values.'],
  },
  'block-user': {
    'source_context enum': [400, 'The value in source_context is not valid.'],
    'reason enum': [400, 'The value in reason is not valid.'],
  },
  'delete-videos': {
    items: [400, 'The request exceeded the number of allowed id query parameters.'],
  },
  'create-extension-secret': {
    'delay min': [400, 'The delay specified in the delay query parameter is too short.'],
  },
  'send-extension-chat-message': { 'text length': [400, 'The message is too long.'] },
  'send-extension-pubsub-message': { 'message length': [422, 'The message is too large.'] },
  'create-eventsub-subscription': { 'type enum': 'let' },
  'update-channel-guest-star-settings': {
    'slot_count min': [400, 'Invalid slot_count'],
    'slot_count max': [400, 'Invalid slot_count'],
    'group_layout enum': [400, 'Invalid group_layout'],
  },
  'get-vips': {
    own: [401, 'The ID in the broadcaster_id query parameter must match the user ID in the access token.'],
  },
};

/** The exception for a rule on a parameter (or for `own` and `role`), if the endpoint has one. */
export function exceptionFor(
  endpoint: string,
  rule: Rule | 'own' | 'role',
  name?: string,
): Wording | undefined {
  const table = exceptions[endpoint as EndpointId];
  return (name === undefined ? undefined : table?.[`${name} ${rule}`]) ?? table?.[rule];
}
