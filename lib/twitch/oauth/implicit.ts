/**
 * The implicit grant, through the browser's sign-in window.
 *
 * For apps that are registered as Confidential (the secret is never needed, and never shipped).
 */
import type { Grant } from '../../accounts/account.ts';
import type { OpenConsent } from '../../accounts/consent.ts';
import type { ConsentRequest } from '../../accounts/way.ts';
import { fail } from '../../failure.ts';
import { consentUrl, readConsent } from './authorize.ts';

/** What {@link askConsent} needs. */
export interface ImplicitParts {
  readonly redirectUri: () => string;
  readonly openConsent: OpenConsent;
}

/** Asks the user on Twitch's consent page. @throws FailureError `sign-in-*`, `login-expired`, `offline` */
export async function askConsent(
  { redirectUri, openConsent }: ImplicitParts,
  clientId: string,
  { scopes, interactive, another = false }: ConsentRequest,
): Promise<Grant> {
  const state = crypto.randomUUID();
  const url = consentUrl({
    clientId,
    redirectUri: redirectUri(),
    scopes,
    state,
    ...(another ? { forceVerify: true } : {}),
  });
  const answer = await openConsent(url, interactive);
  if ('stopped' in answer) {
    if (answer.stopped === 'offline') return fail({ code: 'offline' });
    return fail({ code: answer.stopped === 'closed' ? 'sign-in-closed' : 'login-expired' });
  }
  const consent = readConsent(answer.redirectedTo, state);
  if ('failure' in consent) return fail(consent.failure);
  return { kind: 'implicit', clientId, accessToken: consent.accessToken };
}
