/** The whole table: every endpoint of the Helix API by its id. Whoever calls a few of them imports those by name instead. */

import type { Endpoint, Input, Result } from './endpoint.ts';
import * as ads from './endpoints/ads.ts';
import * as analytics from './endpoints/analytics.ts';
import * as automod from './endpoints/automod.ts';
import * as bits from './endpoints/bits.ts';
import * as channelPoints from './endpoints/channel-points.ts';
import * as channels from './endpoints/channels.ts';
import * as charity from './endpoints/charity.ts';
import * as chat from './endpoints/chat.ts';
import * as clips from './endpoints/clips.ts';
import * as conduits from './endpoints/conduits.ts';
import * as contentLabels from './endpoints/content-labels.ts';
import * as emotes from './endpoints/emotes.ts';
import * as entitlements from './endpoints/entitlements.ts';
import * as eventsub from './endpoints/eventsub.ts';
import * as extensionProducts from './endpoints/extension-products.ts';
import * as extensions from './endpoints/extensions.ts';
import * as games from './endpoints/games.ts';
import * as goals from './endpoints/goals.ts';
import * as guestStar from './endpoints/guest-star.ts';
import * as hypeTrain from './endpoints/hype-train.ts';
import * as moderation from './endpoints/moderation.ts';
import * as pins from './endpoints/pins.ts';
import * as polls from './endpoints/polls.ts';
import * as predictions from './endpoints/predictions.ts';
import * as raids from './endpoints/raids.ts';
import * as roles from './endpoints/roles.ts';
import * as schedule from './endpoints/schedule.ts';
import * as search from './endpoints/search.ts';
import * as streams from './endpoints/streams.ts';
import * as subscriptions from './endpoints/subscriptions.ts';
import * as tags from './endpoints/tags.ts';
import * as teams from './endpoints/teams.ts';
import * as userExtensions from './endpoints/user-extensions.ts';
import * as users from './endpoints/users.ts';
import * as videos from './endpoints/videos.ts';
import * as whispers from './endpoints/whispers.ts';

/** All endpoints. */
export const endpoints = {
  'start-commercial': ads.startCommercial,
  'get-ad-schedule': ads.getAdSchedule,
  'snooze-next-ad': ads.snoozeNextAd,
  'get-extension-analytics': analytics.getExtensionAnalytics,
  'get-game-analytics': analytics.getGameAnalytics,
  'get-bits-leaderboard': bits.getBitsLeaderboard,
  'get-cheermotes': bits.getCheermotes,
  'get-custom-power-up': bits.getCustomPowerUp,
  'get-extension-transactions': bits.getExtensionTransactions,
  'get-channel-information': channels.getChannelInformation,
  'modify-channel-information': channels.modifyChannelInformation,
  'get-channel-editors': channels.getChannelEditors,
  'get-followed-channels': channels.getFollowedChannels,
  'get-channel-followers': channels.getChannelFollowers,
  'create-custom-rewards': channelPoints.createCustomRewards,
  'delete-custom-reward': channelPoints.deleteCustomReward,
  'get-custom-reward': channelPoints.getCustomReward,
  'update-custom-reward': channelPoints.updateCustomReward,
  'get-custom-reward-redemption': channelPoints.getCustomRewardRedemption,
  'update-redemption-status': channelPoints.updateRedemptionStatus,
  'get-charity-campaign': charity.getCharityCampaign,
  'get-charity-campaign-donations': charity.getCharityCampaignDonations,
  'get-chatters': chat.getChatters,
  'get-channel-emotes': emotes.getChannelEmotes,
  'get-global-emotes': emotes.getGlobalEmotes,
  'get-emote-sets': emotes.getEmoteSets,
  'get-channel-chat-badges': emotes.getChannelChatBadges,
  'get-global-chat-badges': emotes.getGlobalChatBadges,
  'get-chat-settings': chat.getChatSettings,
  'update-chat-settings': chat.updateChatSettings,
  'get-shared-chat-session': chat.getSharedChatSession,
  'get-user-emotes': emotes.getUserEmotes,
  'send-chat-announcement': chat.sendChatAnnouncement,
  'send-a-shoutout': chat.sendAShoutout,
  'send-chat-message': chat.sendChatMessage,
  'get-pinned-chat-message': pins.getPinnedChatMessage,
  'pin-chat-message': pins.pinChatMessage,
  'update-pinned-chat-message': pins.updatePinnedChatMessage,
  'unpin-chat-message': pins.unpinChatMessage,
  'get-user-chat-color': chat.getUserChatColor,
  'update-user-chat-color': chat.updateUserChatColor,
  'create-clip': clips.createClip,
  'get-clips': clips.getClips,
  'create-clip-from-vod': clips.createClipFromVod,
  'get-clips-download': clips.getClipsDownload,
  'get-conduits': conduits.getConduits,
  'create-conduits': conduits.createConduits,
  'update-conduits': conduits.updateConduits,
  'delete-conduit': conduits.deleteConduit,
  'get-conduit-shards': conduits.getConduitShards,
  'update-conduit-shards': conduits.updateConduitShards,
  'get-content-classification-labels': contentLabels.getContentClassificationLabels,
  'get-drops-entitlements': entitlements.getDropsEntitlements,
  'update-drops-entitlements': entitlements.updateDropsEntitlements,
  'get-extension-configuration-segment': extensions.getExtensionConfigurationSegment,
  'set-extension-configuration-segment': extensions.setExtensionConfigurationSegment,
  'set-extension-required-configuration': extensions.setExtensionRequiredConfiguration,
  'send-extension-pubsub-message': extensions.sendExtensionPubsubMessage,
  'get-extension-live-channels': extensions.getExtensionLiveChannels,
  'get-extension-secrets': extensions.getExtensionSecrets,
  'create-extension-secret': extensions.createExtensionSecret,
  'send-extension-chat-message': extensions.sendExtensionChatMessage,
  'get-extensions': extensions.getExtensions,
  'get-released-extensions': extensions.getReleasedExtensions,
  'get-extension-bits-products': extensionProducts.getExtensionBitsProducts,
  'update-extension-bits-product': extensionProducts.updateExtensionBitsProduct,
  'create-eventsub-subscription': eventsub.createEventsubSubscription,
  'delete-eventsub-subscription': eventsub.deleteEventsubSubscription,
  'get-eventsub-subscriptions': eventsub.getEventsubSubscriptions,
  'get-top-games': games.getTopGames,
  'get-games': games.getGames,
  'get-creator-goals': goals.getCreatorGoals,
  'get-channel-guest-star-settings': guestStar.getChannelGuestStarSettings,
  'update-channel-guest-star-settings': guestStar.updateChannelGuestStarSettings,
  'get-guest-star-session': guestStar.getGuestStarSession,
  'create-guest-star-session': guestStar.createGuestStarSession,
  'end-guest-star-session': guestStar.endGuestStarSession,
  'get-guest-star-invites': guestStar.getGuestStarInvites,
  'send-guest-star-invite': guestStar.sendGuestStarInvite,
  'delete-guest-star-invite': guestStar.deleteGuestStarInvite,
  'assign-guest-star-slot': guestStar.assignGuestStarSlot,
  'update-guest-star-slot': guestStar.updateGuestStarSlot,
  'delete-guest-star-slot': guestStar.deleteGuestStarSlot,
  'update-guest-star-slot-settings': guestStar.updateGuestStarSlotSettings,
  'get-hype-train-status': hypeTrain.getHypeTrainStatus,
  'check-automod-status': automod.checkAutomodStatus,
  'manage-held-automod-messages': automod.manageHeldAutomodMessages,
  'get-automod-settings': automod.getAutomodSettings,
  'update-automod-settings': automod.updateAutomodSettings,
  'get-banned-users': moderation.getBannedUsers,
  'ban-user': moderation.banUser,
  'unban-user': moderation.unbanUser,
  'get-unban-requests': moderation.getUnbanRequests,
  'resolve-unban-requests': moderation.resolveUnbanRequests,
  'get-blocked-terms': automod.getBlockedTerms,
  'add-blocked-term': automod.addBlockedTerm,
  'remove-blocked-term': automod.removeBlockedTerm,
  'delete-chat-messages': moderation.deleteChatMessages,
  'get-moderated-channels': roles.getModeratedChannels,
  'get-moderators': roles.getModerators,
  'add-channel-moderator': roles.addChannelModerator,
  'remove-channel-moderator': roles.removeChannelModerator,
  'get-vips': roles.getVips,
  'add-channel-vip': roles.addChannelVip,
  'remove-channel-vip': roles.removeChannelVip,
  'update-shield-mode-status': moderation.updateShieldModeStatus,
  'get-shield-mode-status': moderation.getShieldModeStatus,
  'warn-chat-user': moderation.warnChatUser,
  'add-suspicious-status-to-chat-user': moderation.addSuspiciousStatusToChatUser,
  'remove-suspicious-status-from-chat-user': moderation.removeSuspiciousStatusFromChatUser,
  'get-polls': polls.getPolls,
  'create-poll': polls.createPoll,
  'end-poll': polls.endPoll,
  'get-predictions': predictions.getPredictions,
  'create-prediction': predictions.createPrediction,
  'end-prediction': predictions.endPrediction,
  'start-a-raid': raids.startARaid,
  'cancel-a-raid': raids.cancelARaid,
  'get-channel-stream-schedule': schedule.getChannelStreamSchedule,
  'get-channel-icalendar': schedule.getChannelIcalendar,
  'update-channel-stream-schedule': schedule.updateChannelStreamSchedule,
  'create-channel-stream-schedule-segment': schedule.createChannelStreamScheduleSegment,
  'update-channel-stream-schedule-segment': schedule.updateChannelStreamScheduleSegment,
  'delete-channel-stream-schedule-segment': schedule.deleteChannelStreamScheduleSegment,
  'search-categories': search.searchCategories,
  'search-channels': search.searchChannels,
  'get-stream-key': streams.getStreamKey,
  'get-streams': streams.getStreams,
  'get-followed-streams': streams.getFollowedStreams,
  'create-stream-marker': streams.createStreamMarker,
  'get-stream-markers': streams.getStreamMarkers,
  'get-broadcaster-subscriptions': subscriptions.getBroadcasterSubscriptions,
  'check-user-subscription': subscriptions.checkUserSubscription,
  'get-all-stream-tags': tags.getAllStreamTags,
  'get-stream-tags': tags.getStreamTags,
  'get-channel-teams': teams.getChannelTeams,
  'get-teams': teams.getTeams,
  'get-users': users.getUsers,
  'update-user': users.updateUser,
  'get-authorization-by-user': users.getAuthorizationByUser,
  'get-user-block-list': users.getUserBlockList,
  'block-user': users.blockUser,
  'unblock-user': users.unblockUser,
  'get-user-extensions': userExtensions.getUserExtensions,
  'get-user-active-extensions': userExtensions.getUserActiveExtensions,
  'update-user-extensions': userExtensions.updateUserExtensions,
  'get-videos': videos.getVideos,
  'delete-videos': videos.deleteVideos,
  'send-whisper': whispers.sendWhisper,
} as const satisfies Readonly<Record<string, Endpoint>>;

/** The ids of all endpoints. */
export type EndpointId = keyof typeof endpoints;

/** What a call of the endpoint takes. */
export type InputOf<Id extends EndpointId> = Input<(typeof endpoints)[Id]>;

/** What a call of the endpoint gives. */
export type ResultOf<Id extends EndpointId> = Result<(typeof endpoints)[Id]>;
