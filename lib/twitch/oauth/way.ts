/** Twitch's part in signing in: the implicit grant in a window, or a device code, as the client id allows. */
import { accountId } from '../../accounts/account.ts';
import type { Account, Grant } from '../../accounts/account.ts';
import type { SignInWay, Standing } from '../../accounts/way.ts';
import { fail } from '../../failure.ts';
import type { Client } from './client.ts';
import { askDevice, refresh, startDevice } from './device.ts';
import { askConsent, type ImplicitParts } from './implicit.ts';
import type { Profile } from './profile.ts';
import type { Fetch } from './token.ts';
import { revoke, validate } from './token.ts';

/** What {@link twitchWay} needs. */
export interface TwitchWayParts extends ImplicitParts {
  readonly fetch: Fetch;
  /** Unix epoch milliseconds. */
  readonly now: () => number;
  /** The application through which accounts sign in from now on. */
  readonly client: () => Promise<Client | undefined>;
  /** Name and picture of the token's owner. */
  readonly profile: (grant: Grant, login: string) => Promise<Profile>;
}

/** The way to sign in to Twitch. */
export function twitchWay(parts: TwitchWayParts): SignInWay {
  const { fetch, now, profile } = parts;

  async function client(): Promise<Client> {
    return (await parts.client()) ?? fail({ code: 'no-client-id' });
  }

  /** What Twitch says of a grant that was issued just now. */
  async function standing(grant: Grant): Promise<Standing> {
    const found = await validate(fetch, grant.accessToken, now());
    // A token of another app, or one that is dead on arrival, was not issued for this question.
    return found?.clientId === grant.clientId ? found : fail({ code: 'sign-in-mismatch' });
  }

  const ending = (grant: Grant, { expiresAt }: Standing): Grant =>
    expiresAt === undefined ? grant : { ...grant, expiresAt };

  return {
    offers: async () => {
      const found = await parts.client();
      return found && (found.kind === 'public' ? 'code' : 'window');
    },
    consent: async (request) => askConsent(parts, (await client()).id, request),
    begin: async (scopes) => startDevice(fetch, (await client()).id, scopes, now()),
    ask: (code) => askDevice(fetch, code, now()),
    async owner(grant) {
      const found = await standing(grant);
      const account: Account = {
        id: accountId('twitch', found.userId),
        platform: 'twitch',
        userId: found.userId,
        login: found.login,
        ...(await profile(grant, found.login)),
        scopes: found.scopes,
        state: 'ok',
      };
      return { account, grant: ending(grant, found) };
    },
    async renew(account, grant) {
      if (grant.kind === 'device') return refresh(fetch, grant.clientId, grant.refreshToken, now());
      const request = { scopes: account.scopes, interactive: false };
      const fresh = await askConsent(parts, (await client()).id, request);
      const found = await standing(fresh);
      // Somebody else is logged in to Twitch now: that is another account, not a renewal of this one.
      if (found.userId !== account.userId) return fail({ code: 'sign-in-mismatch' });
      return ending(fresh, found);
    },
    check: ({ accessToken }) => validate(fetch, accessToken, now()),
    async revoke(grant) {
      await revoke(fetch, grant.clientId, grant.accessToken);
      if (grant.kind === 'device') await revoke(fetch, grant.clientId, grant.refreshToken);
    },
  };
}
