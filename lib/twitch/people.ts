/** What Twitch tells about people. */
import type { Account } from '../accounts/account.ts';
import { fail } from '../failure.ts';
import type { PlatformUser } from '../moderation/platform.ts';
import type { PeoplePlatform } from '../people/people.ts';
import type { Helix } from './helix/client.ts';
import { getChannelFollowers } from './helix/endpoints/channels.ts';
import { getUsers } from './helix/endpoints/users.ts';
import type { ModeratedChannels } from './moderated-channels.ts';

/** What {@link twitchPeople} needs. `user` finds the user behind a login. */
export interface TwitchPeopleParts {
  readonly helix: Helix;
  readonly channels: ModeratedChannels;
  readonly user: (login: string, account: Account) => Promise<PlatformUser | undefined>;
}

/** People on Twitch. @see https://dev.twitch.tv/docs/api/reference/#get-channel-followers */
export function twitchPeople({ helix, channels, user }: TwitchPeopleParts): PeoplePlatform {
  return {
    user: ({ login }, account) => user(login, account),
    async profile({ id }, account) {
      const answer = await helix.call(getUsers, { id: [id] }, { as: account.id });
      const [found] = answer.data;
      if (!found) return undefined;
      return {
        id: found.id,
        login: found.login,
        name: found.display_name,
        createdAt: Date.parse(found.created_at),
        ...(found.profile_image_url !== '' && { avatarUrl: found.profile_image_url }),
      };
    },
    async followedAt(userId, channel, account) {
      // Without the scope Twitch answers with a refusal that does not say what is missing.
      const [scopes] = getChannelFollowers.scopes;
      if (!scopes.some((scope) => account.scopes.includes(scope)))
        return fail({ code: 'missing-scope', scopes });
      const place = await channels.find(channel, account);
      if (place === undefined) return fail({ code: 'not-moderator', channel });
      const wanted = { broadcaster_id: place.id, user_id: userId };
      const answer = await helix.call(getChannelFollowers, wanted, { as: account.id });
      const [follow] = answer.data;
      return follow && Date.parse(follow.followed_at);
    },
  };
}
