/**
 * The device code grant: a code that the user confirms on Twitch's own page, and refresh tokens that rotate.
 *
 * For apps that are registered as Public.
 *
 * @see https://dev.twitch.tv/docs/authentication/getting-tokens-oauth/#device-code-grant-flow
 * @see https://dev.twitch.tv/docs/authentication/refresh-tokens/
 */
import * as z from 'zod/mini';

import type { Grant } from '../../accounts/account.ts';
import type { Code } from '../../accounts/way.ts';
import { fail, type Failure } from '../../failure.ts';
import { ask, type Fetch, refusal } from './token.ts';

const started = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  expires_in: z.number(),
  interval: z.number(),
});

const pair = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.exactOptional(z.number()),
});

const tokenUrl = 'https://id.twitch.tv/oauth2/token';

/** Twitch's page for codes; no other address is opened, whatever an answer says. */
const isCodePage = (url: string): boolean =>
  URL.canParse(url) && new URL(url).origin === 'https://www.twitch.tv';

const post = (fetch: Fetch, url: string, form: Readonly<Record<string, string>>): Promise<Response> =>
  ask(fetch, url, { method: 'POST', body: new URLSearchParams(form) });

async function read<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  const body = schema.safeParse(await response.json().catch(() => undefined));
  return body.success
    ? body.data
    : fail({ code: 'upstream-changed', path: body.error.issues[0]?.path.join('.') ?? '' });
}

async function grantFrom(response: Response, clientId: string, now: number): Promise<Grant> {
  const { access_token, refresh_token, expires_in } = await read(response, pair);
  return {
    kind: 'device',
    clientId,
    accessToken: access_token,
    refreshToken: refresh_token,
    ...(expires_in !== undefined && expires_in > 0 ? { expiresAt: now + expires_in * 1000 } : {}),
  };
}

/** Twitch's refusal of a sign-in, in a failure's words. */
function refused(failure: Failure): never {
  return fail(
    failure.code === 'platform-refused' ? { code: 'sign-in-refused', message: failure.message } : failure,
  );
}

/** Asks for a new code. `now` is Unix epoch milliseconds. @throws FailureError `sign-in-refused`, `offline` … */
export async function startDevice(
  fetch: Fetch,
  clientId: string,
  scopes: readonly string[],
  now: number,
): Promise<Code> {
  const form = { client_id: clientId, scopes: scopes.join(' ') };
  const response = await post(fetch, 'https://id.twitch.tv/oauth2/device', form);
  if (!response.ok) return refused(await refusal(response));
  const code = await read(response, started);
  if (!isCodePage(code.verification_uri)) return fail({ code: 'upstream-changed', path: 'verification_uri' });
  return {
    deviceCode: code.device_code,
    userCode: code.user_code,
    url: code.verification_uri,
    expiresAt: now + code.expires_in * 1000,
    intervalMs: code.interval * 1000,
    clientId,
    scopes,
  };
}

/** Asks what has become of `code`. @throws FailureError `code-ended`, `sign-in-refused`, `offline` … */
export async function askDevice(
  fetch: Fetch,
  code: Code,
  now: number,
): Promise<Grant | 'pending' | 'slower'> {
  const response = await post(fetch, tokenUrl, {
    client_id: code.clientId,
    scopes: code.scopes.join(' '),
    device_code: code.deviceCode,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  });
  if (response.ok) return grantFrom(response, code.clientId, now);
  const failure = await refusal(response);
  const said = failure.code === 'platform-refused' ? failure.message.toLowerCase() : '';
  if (said === 'authorization_pending') return 'pending';
  if (said === 'slow_down') return 'slower';
  if (said === 'invalid device code') return fail({ code: 'code-ended', why: 'refused' });
  if (said === 'expired_token') return fail({ code: 'code-ended', why: 'expired' });
  return refused(failure);
}

/** Trades a refresh token for a new pair; it is spent then. @throws FailureError `login-expired`, `offline` … */
export async function refresh(
  fetch: Fetch,
  clientId: string,
  refreshToken: string,
  now: number,
): Promise<Grant> {
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId };
  const response = await post(fetch, tokenUrl, form);
  if (response.ok) return grantFrom(response, clientId, now);
  const failure = await refusal(response);
  return fail(failure.code === 'platform-refused' ? { code: 'login-expired' } : failure);
}
