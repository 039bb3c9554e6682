/** What an account is in a channel, and what that is called. Pure. */
import type { TextKey } from '../text.ts';

/** What an account may do there, as the platform tells the account itself. */
export type ChannelRole = 'broadcaster' | 'moderator' | 'none';

/**
 * What an account may be beside: lead moderator, VIP, editor. The API tells it to the broadcaster alone, so the page's word is all
 * there is, and it only decides what is offered: the platform refuses whoever is none.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-editors
 */
export const pageRoles = ['lead', 'vip', 'editor'] as const;

/** See {@link pageRoles}. */
export type PageRole = (typeof pageRoles)[number];

/** Badge set → what its bearer is. Editors have none. */
export const roleOfBadge: Readonly<Record<string, PageRole>> = { lead_moderator: 'lead', vip: 'vip' };

/** What somebody is called who is `role`, and `also` those; the one that matters most first, and at least one. */
export function roleTexts(role: ChannelRole, also: readonly PageRole[] = []): readonly TextKey[] {
  if (role === 'broadcaster') return ['roleBroadcaster'];
  const is = (one: PageRole): boolean => also.includes(one);
  const main: TextKey | undefined =
    role === 'moderator' ? (is('lead') ? 'roleLead' : 'roleModerator') : is('vip') ? 'badgeVip' : undefined;
  const texts: readonly TextKey[] = [
    ...(main ? [main] : []),
    ...(is('editor') ? ['roleEditor' as const] : []),
  ];
  return texts.length > 0 ? texts : ['roleViewer'];
}

/** Whether the account may mark moments of the channel's stream, and cut its videos: that is the editors'. */
export const mayEdit = (role: ChannelRole, also: readonly PageRole[] = []): boolean =>
  role === 'broadcaster' || also.includes('editor');
