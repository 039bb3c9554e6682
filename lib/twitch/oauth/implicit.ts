/**
 * Signing in to Twitch by the implicit grant, through the browser's sign-in window.
 *
 * For apps that are registered as Confidential (the secret is never needed, and never shipped).
 */
import { accountId } from '../../accounts/account.ts';
import type { Account, Grant } from '../../accounts/account.ts';
import type { ObtainRequest, SignInWay } from '../../accounts/accounts.ts';
import type { OpenConsent } from '../../accounts/consent.ts';
import { fail } from '../../failure.ts';
import { consentUrl, readConsent } from './authorize.ts';
import type { Profile } from './profile.ts';
import type { Fetch } from './token.ts';
import { revoke, validate } from './token.ts';

/** What {@link implicitWay} needs. */
export interface ImplicitParts {
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly clientId: () => Promise<string>;
  readonly redirectUri: () => string;
  readonly openConsent: OpenConsent;
  /** Name and picture of the token's owner. */
  readonly profile: (grant: Grant, login: string) => Promise<Profile>;
}

/** The implicit way to sign in. */
export function implicitWay(parts: ImplicitParts): SignInWay {
  const { fetch, now, openConsent } = parts;

  async function obtain({ scopes, interactive }: ObtainRequest): Promise<{ account: Account; grant: Grant }> {
    const clientId = await parts.clientId();
    if (clientId === '') return fail({ code: 'no-client-id' });
    const state = crypto.randomUUID();
    const url = consentUrl({ clientId, redirectUri: parts.redirectUri(), scopes, state });
    const answer = await openConsent(url, interactive);
    if ('stopped' in answer) {
      if (answer.stopped === 'offline') return fail({ code: 'offline' });
      return fail({ code: answer.stopped === 'closed' ? 'sign-in-closed' : 'login-expired' });
    }
    const consent = readConsent(answer.redirectedTo, state);
    if ('failure' in consent) return fail(consent.failure);

    const found = await validate(fetch, consent.accessToken, now());
    // A token of another app, or one that is dead on arrival, was not issued for this question.
    if (found?.clientId !== clientId) return fail({ code: 'sign-in-mismatch' });
    const grant: Grant = {
      kind: 'implicit',
      clientId,
      accessToken: consent.accessToken,
      ...(found.expiresAt === undefined ? {} : { expiresAt: found.expiresAt }),
    };
    const profile = await parts.profile(grant, found.login);
    const account: Account = {
      id: accountId('twitch', found.userId),
      platform: 'twitch',
      userId: found.userId,
      login: found.login,
      ...profile,
      scopes: found.scopes,
      state: 'ok',
    };
    return { account, grant };
  }

  return {
    isPossible: async () => (await parts.clientId()) !== '',
    obtain,
    check: async (grant) => validate(fetch, grant.accessToken, now()),
    revoke: async (grant) => revoke(fetch, grant.clientId, grant.accessToken),
  };
}
