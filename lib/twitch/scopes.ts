/** The calls that each feature makes, so that its scopes can be held to those that Twitch demands for them. */
import type { FeatureName } from '../features.ts';
import type { Endpoint } from './helix/endpoint.ts';
import { banUser, deleteChatMessages, unbanUser } from './helix/endpoints/moderation.ts';
import { getModeratedChannels } from './helix/endpoints/roles.ts';
import { getFollowedStreams } from './helix/endpoints/streams.ts';

/** Feature → its Helix calls. Reading and writing chat goes by EventSub and IRC, which are not in Helix's table. */
export const featureCalls: Readonly<Partial<Record<FeatureName, readonly Endpoint[]>>> = {
  live: [getFollowedStreams],
  roles: [getModeratedChannels],
  bans: [banUser, unbanUser],
  deletions: [deleteChatMessages],
};
