/** Name and picture of a token's owner, for an account that does not exist yet. */
import * as z from 'zod/mini';

import type { Grant } from '../../accounts/account.ts';
import type { Fetch } from './token.ts';

const answer = z.object({
  data: z.array(
    z.object({ id: z.string(), login: z.string(), display_name: z.string(), profile_image_url: z.string() }),
  ),
});

/** How an account is shown. */
export interface Profile {
  readonly name: string;
  readonly avatarUrl?: string;
}

/**
 * Asks Twitch how the owner of `grant` is called. A sign-in does not fail for want of a picture: without an answer the
 * login stands in.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-users
 */
export function twitchProfile(fetch: Fetch) {
  return async (grant: Grant, login: string): Promise<Profile> => {
    const headers = { Authorization: `Bearer ${grant.accessToken}`, 'Client-Id': grant.clientId };
    try {
      const response = await fetch('https://api.twitch.tv/helix/users', {
        headers,
        signal: AbortSignal.timeout(10_000),
      });
      const [user] = answer.parse(await response.json()).data;
      if (user === undefined) return { name: login };
      return { name: user.display_name || login, avatarUrl: user.profile_image_url };
    } catch {
      return { name: login };
    }
  };
}
