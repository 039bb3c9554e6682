/** The calls that each feature makes, so that its scopes can be held to those that Twitch demands for them. */
import type { FeatureName } from '../features.ts';
import type { Endpoint } from './helix/endpoint.ts';
import { getChannelFollowers } from './helix/endpoints/channels.ts';
import { sendChatMessage, updateChatSettings } from './helix/endpoints/chat.ts';
import { createClip } from './helix/endpoints/clips.ts';
import {
  addSuspiciousStatusToChatUser,
  banUser,
  deleteChatMessages,
  getShieldModeStatus,
  getUnbanRequests,
  removeSuspiciousStatusFromChatUser,
  resolveUnbanRequests,
  unbanUser,
  updateShieldModeStatus,
  warnChatUser,
} from './helix/endpoints/moderation.ts';
import { getPinnedChatMessage, pinChatMessage, unpinChatMessage } from './helix/endpoints/pins.ts';
import { createPoll, endPoll, getPolls } from './helix/endpoints/polls.ts';
import { createPrediction, endPrediction, getPredictions } from './helix/endpoints/predictions.ts';
import {
  addChannelModerator,
  addChannelVip,
  getModeratedChannels,
  removeChannelModerator,
  removeChannelVip,
} from './helix/endpoints/roles.ts';
import { createStreamMarker, getFollowedStreams } from './helix/endpoints/streams.ts';

/** Feature → its Helix calls that need a scope. */
export const featureCalls: Readonly<Record<FeatureName, readonly Endpoint[]>> = {
  live: [getFollowedStreams],
  roles: [getModeratedChannels],
  bans: [banUser, unbanUser],
  deletions: [deleteChatMessages, getPinnedChatMessage, pinChatMessage, unpinChatMessage],
  followers: [getChannelFollowers],
  warnings: [warnChatUser],
  moderators: [addChannelModerator, removeChannelModerator],
  vips: [addChannelVip, removeChannelVip],
  suspicion: [addSuspiciousStatusToChatUser, removeSuspiciousStatusFromChatUser],
  chatWriting: [sendChatMessage],
  polls: [getPolls, createPoll, endPoll],
  predictions: [getPredictions, createPrediction, endPrediction],
  chatModes: [updateChatSettings],
  shield: [getShieldModeStatus, updateShieldModeStatus],
  requests: [getUnbanRequests],
  answers: [resolveUnbanRequests],
  clips: [createClip],
  markers: [createStreamMarker],
};
