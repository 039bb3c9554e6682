/**
 * The implicit grant: the address of Twitch's consent page, and what its answer means. Pure.
 *
 * @see https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/#implicit-grant-flow
 */
import type { Failure } from '../../failure.ts';

/** What is asked of the consent page. */
export interface ConsentRequest {
  readonly clientId: string;
  /** Must equal one of the app's registered redirect addresses to the letter. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Random, used once; comes back with the answer. */
  readonly state: string;
  /** Ask again even if the user has agreed before, so that another account can be chosen. */
  readonly forceVerify?: boolean;
}

/** The address of Twitch's consent page for `request`. */
export function consentUrl(request: ConsentRequest): string {
  const url = new URL('https://id.twitch.tv/oauth2/authorize');
  const parameters: Record<string, string> = {
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'token',
    scope: request.scopes.join(' '),
    state: request.state,
    ...(request.forceVerify === true ? { force_verify: 'true' } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** The consent page's answer: a token, or why there is none. */
export type Consent = { readonly accessToken: string } | { readonly failure: Failure };

/**
 * Reads the address to which Twitch sent the browser back.
 *
 * The state is compared before anything else is believed. A token stands in the fragment, a refusal in the query.
 */
export function readConsent(redirectedTo: string, expectedState: string): Consent {
  if (!URL.canParse(redirectedTo)) return { failure: { code: 'sign-in-mismatch' } };
  const url = new URL(redirectedTo);
  const fragment = new URLSearchParams(url.hash.slice(1));
  const said = (name: string): string | null => fragment.get(name) ?? url.searchParams.get(name);

  const error = said('error');
  // Twitch answers a wrong redirect address without the state; nothing is believed here but that it failed.
  if (error === 'redirect_mismatch') {
    return { failure: { code: 'sign-in-refused', message: said('error_description') ?? error } };
  }
  if (said('state') !== expectedState) return { failure: { code: 'sign-in-mismatch' } };
  if (error === 'access_denied') return { failure: { code: 'sign-in-denied' } };
  if (error !== null)
    return { failure: { code: 'sign-in-refused', message: said('error_description') ?? error } };

  const accessToken = fragment.get('access_token');
  return accessToken === null || accessToken === ''
    ? { failure: { code: 'sign-in-mismatch' } }
    : { accessToken };
}
