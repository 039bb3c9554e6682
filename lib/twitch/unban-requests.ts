/** Requests to be unbanned on Twitch: reading them, and what became of one. */
import type { Account } from '../accounts/account.ts';
import type { UnbanRequest, UnbanRequests } from '../channel/unban-request.ts';
import { fail } from '../failure.ts';
import type { Helix } from './helix/client.ts';
import { getUnbanRequests } from './helix/endpoints/moderation.ts';
import type { ModeratedChannels } from './moderated-channels.ts';

/**
 * Makes the reading of those that wait in a channel: one page, of as many as Twitch likes to give at once, from `after` on.
 *
 * @throws FailureError `not-moderator`, `missing-scope` …
 * @see https://dev.twitch.tv/docs/api/reference/#get-unban-requests
 */
export function twitchRequests(helix: Helix, channels: Pick<ModeratedChannels, 'find'>) {
  return async (login: string, account: Account, after?: string): Promise<UnbanRequests> => {
    const place = await channels.find(login, account);
    if (!place) return fail({ code: 'not-moderator', channel: login });
    const { data, pagination } = await helix.call(
      getUnbanRequests,
      { broadcaster_id: place.id, status: 'pending', ...(after !== undefined && { after }) },
      { as: account.id },
    );
    const next = pagination?.cursor ?? '';
    return {
      // What is known of it is what is asked for; Twitch may have gone on since the page was cut.
      requests: data.filter(({ status }) => status === 'pending').map(requestOf),
      ...(data.length > 0 && next !== '' && { after: next }),
    };
  };
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const requestOf = ({ id, user_id, user_login, user_name, text, created_at }: Row): UnbanRequest => ({
  id,
  who: { id: user_id, login: user_login, name: user_name },
  text,
  at: Date.parse(created_at),
});

/** One request of somebody's, wherever it stands. */
interface Sought {
  readonly channelId: string;
  readonly userId: string;
  readonly requestId: string;
}

async function rowsOf(
  helix: Helix,
  { channelId, userId }: Pick<Sought, 'channelId' | 'userId'>,
  status: 'pending' | 'approved' | 'denied',
  account: Account,
) {
  const wish = { broadcaster_id: channelId, user_id: userId, status } as const;
  return (await helix.call(getUnbanRequests, wish, { as: account.id })).data;
}

/**
 * Whether that request of that very user's waits, or was answered as `wished`; `gone`: neither. Somebody has few of them, so one page says it.
 */
export async function stateOfRequest(
  helix: Helix,
  sought: Sought,
  wished: 'approved' | 'denied',
  account: Account,
): Promise<'pending' | 'answered' | 'gone'> {
  const isIt = ({ id }: { readonly id: string }): boolean => id === sought.requestId;
  if ((await rowsOf(helix, sought, 'pending', account)).some(isIt)) return 'pending';
  return (await rowsOf(helix, sought, wished, account)).some(isIt) ? 'answered' : 'gone';
}
