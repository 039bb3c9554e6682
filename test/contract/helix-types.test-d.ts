/**
 * Holds our types to those of the npm package `ts-twitch-api`, which others generate from Twitch's documentation: the
 * same fields, of the same kinds, optional and nullable alike, and every value that they know. It is checked by `tsc`;
 * each difference that we keep stands in {@link Kept} with its reason.
 */
import type * as Api from 'ts-twitch-api';
import type { Result, Sent } from '../../lib/twitch/helix/endpoint.ts';
import type { EndpointId, endpoints } from '../../lib/twitch/helix/endpoints.ts';

/**
 * Their types of the endpoints that they know: what is sent, and what comes back. They know one more, Get Hype Train
 * Events, which Twitch has taken out of its reference in favour of Get Hype Train Status; we do not have it.
 */
interface Theirs {
  'start-commercial': [Api.StartCommercialBody, Api.StartCommercialResponse];
  'get-ad-schedule': [Api.GetAdScheduleParams, Api.GetAdScheduleResponse];
  'snooze-next-ad': [Api.SnoozeNextAdParams, Api.SnoozeNextAdResponse];
  'get-extension-analytics': [Api.GetExtensionAnalyticsParams, Api.GetExtensionAnalyticsResponse];
  'get-game-analytics': [Api.GetGameAnalyticsParams, Api.GetGameAnalyticsResponse];
  'get-bits-leaderboard': [Api.GetBitsLeaderboardParams, Api.GetBitsLeaderboardResponse];
  'get-cheermotes': [Api.GetCheermotesParams, Api.GetCheermotesResponse];
  'get-extension-transactions': [Api.GetExtensionTransactionsParams, Api.GetExtensionTransactionsResponse];
  'get-channel-information': [Api.GetChannelInformationParams, Api.GetChannelInformationResponse];
  'modify-channel-information': [
    Api.ModifyChannelInformationParams & Api.ModifyChannelInformationBody,
    unknown,
  ];
  'get-channel-editors': [Api.GetChannelEditorsParams, Api.GetChannelEditorsResponse];
  'get-followed-channels': [Api.GetFollowedChannelsParams, Api.GetFollowedChannelsResponse];
  'get-channel-followers': [Api.GetChannelFollowersParams, Api.GetChannelFollowersResponse];
  'create-custom-rewards': [
    Api.CreateCustomRewardsParams & Api.CreateCustomRewardsBody,
    Api.CreateCustomRewardsResponse,
  ];
  'delete-custom-reward': [Api.DeleteCustomRewardParams, unknown];
  'get-custom-reward': [Api.GetCustomRewardParams, Api.GetCustomRewardResponse];
  'update-custom-reward': [
    Api.UpdateCustomRewardParams & Api.UpdateCustomRewardBody,
    Api.UpdateCustomRewardResponse,
  ];
  'get-custom-reward-redemption': [
    Api.GetCustomRewardRedemptionParams,
    Api.GetCustomRewardRedemptionResponse,
  ];
  'update-redemption-status': [
    Api.UpdateRedemptionStatusParams & Api.UpdateRedemptionStatusBody,
    Api.UpdateRedemptionStatusResponse,
  ];
  'get-charity-campaign': [Api.GetCharityCampaignParams, Api.GetCharityCampaignResponse];
  'get-charity-campaign-donations': [
    Api.GetCharityCampaignDonationsParams,
    Api.GetCharityCampaignDonationsResponse,
  ];
  'get-chatters': [Api.GetChattersParams, Api.GetChattersResponse];
  'get-channel-emotes': [Api.GetChannelEmotesParams, Api.GetChannelEmotesResponse];
  'get-global-emotes': [unknown, Api.GetGlobalEmotesResponse];
  'get-emote-sets': [Api.GetEmoteSetsParams, Api.GetEmoteSetsResponse];
  'get-channel-chat-badges': [Api.GetChannelChatBadgesParams, Api.GetChannelChatBadgesResponse];
  'get-global-chat-badges': [unknown, Api.GetGlobalChatBadgesResponse];
  'get-chat-settings': [Api.GetChatSettingsParams, Api.GetChatSettingsResponse];
  'update-chat-settings': [
    Api.UpdateChatSettingsParams & Api.UpdateChatSettingsBody,
    Api.UpdateChatSettingsResponse,
  ];
  'get-shared-chat-session': [Api.GetSharedChatSessionParams, Api.GetSharedChatSessionResponse];
  'get-user-emotes': [Api.GetUserEmotesParams, Api.GetUserEmotesResponse];
  'send-chat-announcement': [Api.SendChatAnnouncementParams & Api.SendChatAnnouncementBody, unknown];
  'send-a-shoutout': [Api.SendShoutoutParams, unknown];
  'send-chat-message': [Api.SendChatMessageBody, Api.SendChatMessageResponse];
  'get-user-chat-color': [Api.GetUserChatColorParams, Api.GetUserChatColorResponse];
  'update-user-chat-color': [Api.UpdateUserChatColorParams, unknown];
  'create-clip': [Api.CreateClipParams, Api.CreateClipResponse];
  'get-clips': [Api.GetClipsParams, Api.GetClipsResponse];
  'create-clip-from-vod': [Api.CreateClipFromVODParams, Api.CreateClipFromVODResponse];
  'get-clips-download': [Api.GetClipsDownloadParams, Api.GetClipsDownloadResponse];
  'get-conduits': [unknown, Api.GetConduitsResponse];
  'create-conduits': [Api.CreateConduitsBody, Api.CreateConduitsResponse];
  'update-conduits': [Api.UpdateConduitsBody, Api.UpdateConduitsResponse];
  'delete-conduit': [Api.DeleteConduitParams, unknown];
  'get-conduit-shards': [Api.GetConduitShardsParams, Api.GetConduitShardsResponse];
  'update-conduit-shards': [Api.UpdateConduitShardsBody, Api.UpdateConduitShardsResponse];
  'get-content-classification-labels': [
    Api.GetContentClassificationLabelsParams,
    Api.GetContentClassificationLabelsResponse,
  ];
  'get-drops-entitlements': [Api.GetDropsEntitlementsParams, Api.GetDropsEntitlementsResponse];
  'update-drops-entitlements': [Api.UpdateDropsEntitlementsBody, Api.UpdateDropsEntitlementsResponse];
  'get-extension-configuration-segment': [
    Api.GetExtensionConfigurationSegmentParams,
    Api.GetExtensionConfigurationSegmentResponse,
  ];
  'set-extension-configuration-segment': [Api.SetExtensionConfigurationSegmentBody, unknown];
  'set-extension-required-configuration': [
    Api.SetExtensionRequiredConfigurationParams & Api.SetExtensionRequiredConfigurationBody,
    unknown,
  ];
  'send-extension-pubsub-message': [Api.SendExtensionPubSubMessageBody, unknown];
  'get-extension-live-channels': [Api.GetExtensionLiveChannelsParams, Api.GetExtensionLiveChannelsResponse];
  'get-extension-secrets': [unknown, Api.GetExtensionSecretsResponse];
  'create-extension-secret': [Api.CreateExtensionSecretParams, Api.CreateExtensionSecretResponse];
  'send-extension-chat-message': [
    Api.SendExtensionChatMessageParams & Api.SendExtensionChatMessageBody,
    unknown,
  ];
  'get-extensions': [Api.GetExtensionsParams, Api.GetExtensionsResponse];
  'get-released-extensions': [Api.GetReleasedExtensionsParams, Api.GetReleasedExtensionsResponse];
  'get-extension-bits-products': [Api.GetExtensionBitsProductsParams, Api.GetExtensionBitsProductsResponse];
  'update-extension-bits-product': [
    Api.UpdateExtensionBitsProductBody,
    Api.UpdateExtensionBitsProductResponse,
  ];
  'create-eventsub-subscription': [
    Api.CreateEventSubSubscriptionBody,
    Api.CreateEventSubSubscriptionResponse,
  ];
  'delete-eventsub-subscription': [Api.DeleteEventSubSubscriptionParams, unknown];
  'get-eventsub-subscriptions': [Api.GetEventSubSubscriptionsParams, Api.GetEventSubSubscriptionsResponse];
  'get-top-games': [Api.GetTopGamesParams, Api.GetTopGamesResponse];
  'get-games': [Api.GetGamesParams, Api.GetGamesResponse];
  'get-creator-goals': [Api.GetCreatorGoalsParams, Api.GetCreatorGoalsResponse];
  'get-channel-guest-star-settings': [
    Api.GetChannelGuestStarSettingsParams,
    Api.GetChannelGuestStarSettingsResponse,
  ];
  'update-channel-guest-star-settings': [
    Api.UpdateChannelGuestStarSettingsParams & Api.UpdateChannelGuestStarSettingsBody,
    unknown,
  ];
  'get-guest-star-session': [Api.GetGuestStarSessionParams, Api.GetGuestStarSessionResponse];
  'create-guest-star-session': [Api.CreateGuestStarSessionParams, Api.CreateGuestStarSessionResponse];
  'end-guest-star-session': [Api.EndGuestStarSessionParams, unknown];
  'get-guest-star-invites': [Api.GetGuestStarInvitesParams, Api.GetGuestStarInvitesResponse];
  'send-guest-star-invite': [Api.SendGuestStarInviteParams, unknown];
  'delete-guest-star-invite': [Api.DeleteGuestStarInviteParams, unknown];
  'assign-guest-star-slot': [Api.AssignGuestStarSlotParams, unknown];
  'update-guest-star-slot': [Api.UpdateGuestStarSlotParams, unknown];
  'delete-guest-star-slot': [Api.DeleteGuestStarSlotParams, unknown];
  'update-guest-star-slot-settings': [Api.UpdateGuestStarSlotSettingsParams, unknown];
  'get-hype-train-status': [Api.GetHypeTrainStatusParams, Api.GetHypeTrainStatusResponse];
  'check-automod-status': [
    Api.CheckAutoModStatusParams & Api.CheckAutoModStatusBody,
    Api.CheckAutoModStatusResponse,
  ];
  'manage-held-automod-messages': [Api.ManageHeldAutoModMessagesBody, unknown];
  'get-automod-settings': [Api.GetAutoModSettingsParams, Api.GetAutoModSettingsResponse];
  'update-automod-settings': [
    Api.UpdateAutoModSettingsParams & Api.UpdateAutoModSettingsBody,
    Api.UpdateAutoModSettingsResponse,
  ];
  'get-banned-users': [Api.GetBannedUsersParams, Api.GetBannedUsersResponse];
  'ban-user': [Api.BanUserParams & Api.BanUserBody, Api.BanUserResponse];
  'unban-user': [Api.UnbanUserParams, unknown];
  'get-unban-requests': [Api.GetUnbanRequestsParams, Api.GetUnbanRequestsResponse];
  'resolve-unban-requests': [Api.ResolveUnbanRequestsParams, Api.ResolveUnbanRequestsResponse];
  'get-blocked-terms': [Api.GetBlockedTermsParams, Api.GetBlockedTermsResponse];
  'add-blocked-term': [Api.AddBlockedTermParams & Api.AddBlockedTermBody, Api.AddBlockedTermResponse];
  'remove-blocked-term': [Api.RemoveBlockedTermParams, unknown];
  'delete-chat-messages': [Api.DeleteChatMessagesParams, unknown];
  'get-moderated-channels': [Api.GetModeratedChannelsParams, Api.GetModeratedChannelsResponse];
  'get-moderators': [Api.GetModeratorsParams, Api.GetModeratorsResponse];
  'add-channel-moderator': [Api.AddChannelModeratorParams, unknown];
  'remove-channel-moderator': [Api.RemoveChannelModeratorParams, unknown];
  'get-vips': [Api.GetVIPsParams, Api.GetVIPsResponse];
  'add-channel-vip': [Api.AddChannelVIPParams, unknown];
  'remove-channel-vip': [Api.RemoveChannelVIPParams, unknown];
  'update-shield-mode-status': [
    Api.UpdateShieldModeStatusParams & Api.UpdateShieldModeStatusBody,
    Api.UpdateShieldModeStatusResponse,
  ];
  'get-shield-mode-status': [Api.GetShieldModeStatusParams, Api.GetShieldModeStatusResponse];
  'warn-chat-user': [Api.WarnChatUserParams & Api.WarnChatUserBody, Api.WarnChatUserResponse];
  'get-polls': [Api.GetPollsParams, Api.GetPollsResponse];
  'create-poll': [Api.CreatePollBody, Api.CreatePollResponse];
  'end-poll': [Api.EndPollBody, Api.EndPollResponse];
  'get-predictions': [Api.GetPredictionsParams, Api.GetPredictionsResponse];
  'create-prediction': [Api.CreatePredictionBody, Api.CreatePredictionResponse];
  'end-prediction': [Api.EndPredictionBody, Api.EndPredictionResponse];
  'start-a-raid': [Api.StartRaidParams, Api.StartRaidResponse];
  'cancel-a-raid': [Api.CancelRaidParams, unknown];
  'get-channel-stream-schedule': [Api.GetChannelStreamScheduleParams, Api.GetChannelStreamScheduleResponse];
  'get-channel-icalendar': [Api.GetChannelICalendarParams, unknown];
  'update-channel-stream-schedule': [Api.UpdateChannelStreamScheduleParams, unknown];
  'create-channel-stream-schedule-segment': [
    Api.CreateChannelStreamScheduleSegmentParams & Api.CreateChannelStreamScheduleSegmentBody,
    Api.CreateChannelStreamScheduleSegmentResponse,
  ];
  'update-channel-stream-schedule-segment': [
    Api.UpdateChannelStreamScheduleSegmentParams & Api.UpdateChannelStreamScheduleSegmentBody,
    Api.UpdateChannelStreamScheduleSegmentResponse,
  ];
  'delete-channel-stream-schedule-segment': [Api.DeleteChannelStreamScheduleSegmentParams, unknown];
  'search-categories': [Api.SearchCategoriesParams, Api.SearchCategoriesResponse];
  'search-channels': [Api.SearchChannelsParams, Api.SearchChannelsResponse];
  'get-stream-key': [Api.GetStreamKeyParams, Api.GetStreamKeyResponse];
  'get-streams': [Api.GetStreamsParams, Api.GetStreamsResponse];
  'get-followed-streams': [Api.GetFollowedStreamsParams, Api.GetFollowedStreamsResponse];
  'create-stream-marker': [Api.CreateStreamMarkerBody, Api.CreateStreamMarkerResponse];
  'get-stream-markers': [Api.GetStreamMarkersParams, Api.GetStreamMarkersResponse];
  'get-broadcaster-subscriptions': [
    Api.GetBroadcasterSubscriptionsParams,
    Api.GetBroadcasterSubscriptionsResponse,
  ];
  'check-user-subscription': [Api.CheckUserSubscriptionParams, Api.CheckUserSubscriptionResponse];
  'get-all-stream-tags': [Api.GetAllStreamTagsParams, Api.GetAllStreamTagsResponse];
  'get-stream-tags': [Api.GetStreamTagsParams, Api.GetStreamTagsResponse];
  'get-channel-teams': [Api.GetChannelTeamsParams, Api.GetChannelTeamsResponse];
  'get-teams': [Api.GetTeamsParams, Api.GetTeamsResponse];
  'get-users': [Api.GetUsersParams, Api.GetUsersResponse];
  'update-user': [Api.UpdateUserParams, Api.UpdateUserResponse];
  'get-authorization-by-user': [Api.GetAuthorizationByUserParams, Api.GetAuthorizationByUserResponse];
  'get-user-block-list': [Api.GetUserBlockListParams, Api.GetUserBlockListResponse];
  'block-user': [Api.BlockUserParams, unknown];
  'unblock-user': [Api.UnblockUserParams, unknown];
  'get-user-extensions': [unknown, Api.GetUserExtensionsResponse];
  'get-user-active-extensions': [Api.GetUserActiveExtensionsParams, Api.GetUserActiveExtensionsResponse];
  'update-user-extensions': [Api.UpdateUserExtensionsBody, Api.UpdateUserExtensionsResponse];
  'get-videos': [Api.GetVideosParams, Api.GetVideosResponse];
  'delete-videos': [Api.DeleteVideosParams, Api.DeleteVideosResponse];
  'send-whisper': [Api.SendWhisperParams & Api.SendWhisperBody, unknown];
}

type Kind<T> = T extends string | Date
  ? 'text'
  : T extends number
    ? 'number'
    : T extends boolean
      ? 'flag'
      : T extends readonly unknown[]
        ? 'list'
        : 'object';

/** The values that a text is said to have. */
type Choices<T> = T extends string ? (string extends T ? never : T) : never;

type IsOptional<T, K extends keyof T> = Pick<T, K> extends Record<K, unknown> ? false : true;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type Present<T> = Exclude<T, null | undefined>;

/** The paths at which ours differ from theirs, and how. */
type Difference<Ours, Their, Path extends string> =
  | (Same<Extract<Ours, null>, Extract<Their, null>> extends true
      ? never
      : `${Path}: ${null extends Ours ? 'nullable' : 'not nullable'}`)
  | (Same<Kind<Present<Ours>>, Kind<Present<Their>>> extends false
      ? `${Path}: ${Kind<Present<Ours>>}`
      : Present<Ours> extends readonly (infer One)[]
        ? Present<Their> extends readonly (infer Other)[]
          ? Difference<One, Other, `${Path}[]`>
          : never
        : Kind<Present<Ours>> extends 'object'
          ? FieldDifference<Present<Ours>, Present<Their>, Path>
          : [Exclude<Choices<Their>, Choices<Ours>>] extends [never]
            ? never
            : [Choices<Ours>] extends [never]
              ? `${Path}: any text`
              : `${Path}: no ${Exclude<Choices<Their>, Choices<Ours>>}`);

type FieldDifference<Ours, Their, Path extends string> = {
  [K in (keyof Ours | keyof Their) & string]: K extends keyof Ours
    ? K extends keyof Their
      ? | Difference<Ours[K], Their[K], `${Path}.${K}`>
        | (Same<IsOptional<Ours, K>, IsOptional<Their, K>> extends true
            ? never
            : `${Path}.${K}: ${IsOptional<Ours, K> extends true ? 'optional' : 'required'}`)
      : `${Path}.${K}: only ours`
    : `${Path}.${K}: only theirs`;
}[(keyof Ours | keyof Their) & string];

/** `unknown` is their word for nothing. */
type Compared<Ours, Their, Path extends string> = unknown extends Their
  ? never
  : Difference<Present<Ours>, Their, Path>;

type Table = typeof endpoints;

type Found = {
  [Id in keyof Theirs & EndpointId]:
    | Compared<Sent<Table[Id]>, Theirs[Id][0], `${Id} sent`>
    | Compared<Result<Table[Id]>, Theirs[Id][1], `${Id} got`>;
}[keyof Theirs & EndpointId];

type Kept =
  // The reference says seconds since 1970, its examples show text.
  | `get-ad-schedule got.data[].${'snooze_refresh_at' | 'next_ad_at' | 'last_ad_at'}: ${'text' | 'number'}`
  | `snooze-next-ad got.data[].${'snooze_refresh_at' | 'next_ad_at'}: ${'text' | 'number'}`
  // Pictures by size and icons by measure: the keys are data, a new size must not break the answer.
  | `get-cheermotes got.data[].tiers[].images.${'light' | 'dark'}.${'animated' | 'static'}: required`
  | `get-cheermotes got.data[].tiers[].images.${'light' | 'dark'}.${'animated' | 'static'}.${string}: only ours`
  | `get-${'released-' | ''}extensions got.data[].icon_urls.${string}: only ours`
  // An extension has only the views that it was made for.
  | `get-${'released-' | ''}extensions got.data[].views.${View}: optional`
  // Their generator does not know that objects can be null; the descriptions say when they are.
  | `${'create-custom-rewards' | 'get-custom-reward' | 'update-custom-reward'} got.data[].image: nullable`
  | 'get-charity-campaign got.data[].target_amount: nullable'
  | `get-${'channel' | 'global'}-chat-badges got.data[].versions[].click_${'action' | 'url'}: nullable`
  | `get-clips-download got.data[].${'landscape' | 'portrait'}_download_url: nullable`
  | 'send-chat-message got.data[].drop_reason: nullable'
  | `${Schedule} got.data.${'segments' | 'vacation' | 'segments[].category' | 'segments[].end_time'}: nullable`
  | `get-${'channel-teams' | 'teams'} got.data[].${'background_image_url' | 'banner'}: nullable`
  | 'get-channel-teams got.data: nullable'
  // Seen as null, or announced to go.
  | `${'search-channels' | 'get-streams' | 'get-followed-streams'} got.data[].tag${'s' | '_ids'}: nullable`
  | `${'search-channels' | 'get-streams' | 'get-followed-streams'} got.data[].tag_ids: optional`
  | `${'get-users' | 'update-user'} got.data[].view_count: optional`
  // One shape for both: what is absent without the moderator's scope may be absent.
  | `update-chat-settings got.data[].non_moderator_chat_delay${'' | '_duration'}: optional`
  // Nobody has answered a request that is open.
  | `${UnbanRequests} got.data[].${Resolution}: ${'optional' | 'nullable'}`
  // A product that does not expire has no date.
  | `${'get-extension-bits-products' | 'update-extension-bits-product'} got.data[].expiration: optional`
  // Numbers that they have as text.
  | `${'create-clip' | 'create-clip-from-vod'} sent.duration: number`
  | `${'get-moderators' | 'get-polls' | 'get-predictions' | 'get-stream-markers' | 'get-broadcaster-subscriptions' | 'get-videos'} sent.first: number`
  // Came after their version.
  | 'send-chat-announcement sent.for_source_only: only ours'
  | 'send-chat-message sent.pin: only ours'
  | 'get-eventsub-subscriptions sent.conduit_id: only ours'
  | `${'create' | 'get'}-eventsub-subscription${'' | 's'} got.data[].transport.conduit_id: only ours`
  // Conditions hold ids by name; theirs holds nothing.
  | `create-eventsub-subscription ${'sent' | 'got.data[]'}.condition.${string}: text`
  | `get-eventsub-subscriptions got.data[].condition.${string}: text`
  // A pattern, checked as one.
  | 'send-extension-pubsub-message sent.target[]: no whisper-<user-id>'
  // The reference says text, the guide an object.
  | `get-extension-live-channels got.pagination: ${'object' | 'text'}`
  // The list shows what stands beside a train's contributions inside them, and the records outside of the train.
  | 'get-hype-train-status got.data[].current: nullable'
  | `get-hype-train-status got.data[].current.${'type' | TrainField}: only ours`
  | `get-hype-train-status got.data[].current.top_contributions[].${TrainField}: only theirs`
  | `get-hype-train-status got.data[].current.top_contributions[].type: no ${'treasure' | 'golden_kappa' | 'regular'}`
  | `get-hype-train-status got.data[].${'shared_' | ''}all_time_high: only ours`
  | `get-hype-train-status got.${'shared_' | ''}all_time_high: ${'optional' | 'nullable'}`
  // A marker that was just made has no address yet.
  | 'get-stream-markers got.data[].videos[].markers[].url: optional'
  // There is always an object; the places in it may be left out.
  | 'get-user-active-extensions got.data: required'
  | `update-user-extensions got.data.${'panel' | 'overlay' | 'component'}: optional`;

type View = 'mobile' | 'panel' | 'video_overlay' | 'component' | 'config';
type Schedule = 'get-channel-stream-schedule' | `${'create' | 'update'}-channel-stream-schedule-segment`;
type UnbanRequests = 'get-unban-requests' | 'resolve-unban-requests';
type Resolution = `moderator_${'id' | 'login' | 'name'}` | 'resolved_at' | 'resolution_text';
type TrainField = 'started_at' | 'expires_at' | 'shared_train_participants' | 'is_shared_train';

/** Endpoints that came after their version. */
type News =
  | 'get-custom-power-up'
  | `${'get' | 'update'}-pinned-chat-message`
  | `${'pin' | 'unpin'}-chat-message`
  | 'add-suspicious-status-to-chat-user'
  | 'remove-suspicious-status-from-chat-user';

/** Every endpoint of ours is compared, or is one of the {@link News}. */
export const uncompared: Same<Exclude<EndpointId, keyof Theirs>, News> = true;

/** A difference that is not listed above, or one that is listed and no longer there, does not compile. */
export const unlisted: [Exclude<Found, Kept>] extends [never] ? 'none' : Exclude<Found, Kept> = 'none';
export const gone: [Exclude<Kept, Found | Impossible>] extends [never]
  ? 'none'
  : Exclude<Kept, Found | Impossible> = 'none';

/** What the shorter ways of writing say beside what is meant. */
type Impossible =
  | 'get-eventsub-subscription got.data[].transport.conduit_id: only ours'
  | 'create-eventsub-subscriptions got.data[].transport.conduit_id: only ours';
