/** Roles and suspicion on Twitch, through Helix. */
import type { RoleKind } from '../moderation/action.ts';
import type { CallOptions, Helix } from './helix/client.ts';
import {
  addSuspiciousStatusToChatUser,
  removeSuspiciousStatusFromChatUser,
} from './helix/endpoints/moderation.ts';
import {
  addChannelModerator,
  addChannelVip,
  removeChannelModerator,
  removeChannelVip,
} from './helix/endpoints/roles.ts';

/** Whose role, and where. */
export interface RoleOrder {
  readonly channelId: string;
  readonly targetId: string;
}

/** Carries out an action of `kind`. @see https://dev.twitch.tv/docs/api/reference/#add-channel-moderator */
export async function setRole(
  helix: Helix,
  kind: RoleKind,
  { channelId: broadcaster_id, targetId: user_id }: RoleOrder,
  options: CallOptions,
): Promise<void> {
  const who = { broadcaster_id, user_id };
  switch (kind) {
    case 'mod':
      await helix.call(addChannelModerator, who, options);
      return;
    case 'unmod':
      await helix.call(removeChannelModerator, who, options);
      return;
    case 'vip':
      await helix.call(addChannelVip, who, options);
      return;
    case 'unvip':
      await helix.call(removeChannelVip, who, options);
      return;
    case 'monitor':
      await helix.call(addSuspiciousStatusToChatUser, { ...who, status: 'ACTIVE_MONITORING' }, options);
      return;
    case 'restrict':
      await helix.call(addSuspiciousStatusToChatUser, { ...who, status: 'RESTRICTED' }, options);
      return;
    case 'trust':
      await helix.call(removeSuspiciousStatusFromChatUser, who, options);
  }
}
