/** What somebody may do in a channel. */
import type { ManagedChannel, StageRole } from './state.ts';

/** As `my-role` names it. */
export type Permission =
  | 'CHANNEL_MANAGE'
  | 'LIVE_CREATE'
  | 'CHAT_MANAGE'
  | 'CHAT_BLIND'
  | 'VIDEO_DELETE'
  | 'VIDEO_HIDE'
  | 'SETTLEMENT_MANAGE'
  | 'PAID_WATCH_PARTY_SOURCE_PLAY';

const owner: readonly Permission[] = [
  'CHANNEL_MANAGE',
  'LIVE_CREATE',
  'CHAT_MANAGE',
  'CHAT_BLIND',
  'VIDEO_DELETE',
  'VIDEO_HIDE',
  'SETTLEMENT_MANAGE',
  'PAID_WATCH_PARTY_SOURCE_PLAY',
];

/** The owner's were seen; what helpers get, nobody has told, so these are by the roles' names. */
const given: Readonly<Record<StageRole, readonly Permission[]>> = {
  STREAMING_CHAT_MANAGER: ['CHAT_MANAGE', 'CHAT_BLIND'],
  STREAMING_CHANNEL_MANAGER: owner.filter((permission) => permission !== 'SETTLEMENT_MANAGE'),
  STREAMING_SETTLEMENT_MANAGER: ['SETTLEMENT_MANAGE'],
};

/** A user's role in a channel, and what comes with it. */
export function standing(
  channel: ManagedChannel,
  userIdHash: string,
): { readonly userRole: string; readonly permissions: readonly Permission[] } {
  if (channel.channelId === userIdHash) return { userRole: 'STREAMER', permissions: owner };
  const role = channel.roles.get(userIdHash);
  return role === undefined
    ? { userRole: 'USER', permissions: [] }
    : { userRole: role, permissions: given[role] };
}
