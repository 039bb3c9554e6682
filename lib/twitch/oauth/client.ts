/** The registered application through which Sidestage signs in, and what may be wrong with one. */
import * as z from 'zod/mini';

import { FailureError } from '../../failure.ts';
import type { OpenConsent } from '../../accounts/consent.ts';
import { consentUrl, readConsent } from './authorize.ts';
import { ask, type Fetch } from './token.ts';

/** How an application is registered, which decides the way in. */
export type ClientKind = 'confidential' | 'public';

/** An application of Twitch's. */
export interface Client {
  readonly id: string;
  readonly kind: ClientKind;
}

/** What a look at an application found. `unsure`: all that can be seen from here is in order. */
export type ClientVerdict =
  'fine' | 'unsure' | 'malformed' | 'unknown' | 'is-public' | 'is-confidential' | 'no-redirect';

/** What {@link checkClient} needs. */
export interface ClientCheckParts {
  readonly fetch: Fetch;
  readonly redirectUri: () => string;
  readonly openConsent: OpenConsent;
}

const words = z.object({ message: z.string() });

/**
 * Looks at an application without signing anybody in.
 *
 * Twitch has no question for this. But it refuses a refresh that cannot succeed for a different reason with each kind of
 * application, and an unregistered redirect address never leads back to us.
 *
 * @throws FailureError `offline`, `timeout`, `platform-down`, which say nothing about the application
 */
export async function checkClient(parts: ClientCheckParts, { id, kind }: Client): Promise<ClientVerdict> {
  if (!/^[a-z0-9]{20,60}$/.test(id)) return 'malformed';
  const found = await kindOf(parts.fetch, id);
  if (found === 'unknown') return 'unknown';
  if (found !== undefined && found !== kind) return found === 'public' ? 'is-public' : 'is-confidential';
  if (kind === 'public') return found === 'public' ? 'fine' : 'unsure';
  return redirectVerdict(parts, id);
}

async function kindOf(fetch: Fetch, clientId: string): Promise<ClientKind | 'unknown' | undefined> {
  const form = { grant_type: 'refresh_token', refresh_token: 'sidestage', client_id: clientId };
  const response = await ask(fetch, 'https://id.twitch.tv/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  if (response.status >= 500) throw new FailureError({ code: 'platform-down', status: response.status });
  const body = words.safeParse(await response.json().catch(() => undefined));
  const said = body.success ? body.data.message.toLowerCase() : '';
  if (said.includes('client secret')) return 'confidential';
  if (said.includes('refresh token')) return 'public';
  return said.includes('invalid client') || said.includes('client does not exist') ? 'unknown' : undefined;
}

/** Asks for nothing, without a window: an application that knows our address answers there, or wants to see the user. */
async function redirectVerdict(
  { openConsent, redirectUri }: ClientCheckParts,
  clientId: string,
): Promise<ClientVerdict> {
  const state = crypto.randomUUID();
  const url = consentUrl({ clientId, redirectUri: redirectUri(), scopes: [], state });
  const answer = await openConsent(url, false);
  // Twitch was reached a moment ago: what could not be loaded is the other address to which it sent the browser.
  if ('stopped' in answer) return answer.stopped === 'offline' ? 'no-redirect' : 'unsure';
  const consent = readConsent(answer.redirectedTo, state);
  if (!('failure' in consent)) return 'fine';
  const { failure } = consent;
  if (failure.code === 'sign-in-refused' && /device code|unauthorized_client/i.test(failure.message)) {
    return 'is-public';
  }
  return failure.code === 'sign-in-refused' ? 'no-redirect' : 'unsure';
}
