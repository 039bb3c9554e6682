/** Who waits to be unbanned in a channel on Twitch. Messages that AutoMod holds are in no call that counts them. */
import type { Account } from '../accounts/account.ts';
import type { Counted } from '../channel/queues.ts';
import { fail } from '../failure.ts';
import type { Helix } from './helix/client.ts';
import { getUnbanRequests } from './helix/endpoints/moderation.ts';
import type { ModeratedChannels } from './moderated-channels.ts';

/**
 * Makes the counting: one page, of as many as Twitch likes to give at once.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-unban-requests
 */
export function twitchQueue(helix: Helix, channels: ModeratedChannels) {
  return async (login: string, account: Account): Promise<Counted> => {
    const place = await channels.find(login, account);
    if (!place) return fail({ code: 'not-moderator', channel: login });
    const wish = { broadcaster_id: place.id, status: 'pending' } as const;
    const { data, pagination } = await helix.call(getUnbanRequests, wish, { as: account.id });
    return { count: data.length, more: data.length > 0 && (pagination?.cursor ?? '') !== '' };
  };
}
