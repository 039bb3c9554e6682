/** Roles and suspicion on Twitch, through Helix. */
import type { RoleKind } from '../moderation/action.ts';
import type { Helix } from './helix/client.ts';
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

/** Whose role, where, and who gives or takes it (our account's id). */
export interface RoleOrder {
  readonly channelId: string;
  readonly targetId: string;
  readonly as: string;
}

/** Carries out an action of `kind`. @see https://dev.twitch.tv/docs/api/reference/#add-channel-moderator */
export async function setRole(
  helix: Helix,
  kind: RoleKind,
  { channelId: broadcaster_id, targetId: user_id, as }: RoleOrder,
): Promise<void> {
  const who = { broadcaster_id, user_id };
  switch (kind) {
    case 'mod':
      await helix.call(addChannelModerator, who, { as });
      return;
    case 'unmod':
      await helix.call(removeChannelModerator, who, { as });
      return;
    case 'vip':
      await helix.call(addChannelVip, who, { as });
      return;
    case 'unvip':
      await helix.call(removeChannelVip, who, { as });
      return;
    case 'monitor':
      await helix.call(addSuspiciousStatusToChatUser, { ...who, status: 'ACTIVE_MONITORING' }, { as });
      return;
    case 'restrict':
      await helix.call(addSuspiciousStatusToChatUser, { ...who, status: 'RESTRICTED' }, { as });
      return;
    case 'trust':
      await helix.call(removeSuspiciousStatusFromChatUser, who, { as });
  }
}
