/**
 * Twitch's calls about tokens: whose one is, and giving it back.
 *
 * @see https://dev.twitch.tv/docs/authentication/validate-tokens/
 * @see https://dev.twitch.tv/docs/authentication/revoke-tokens/
 */
import * as z from 'zod/mini';

import { fail } from '../../failure.ts';
import type { Failure } from '../../failure.ts';

/** What a valid token stands for. `expiresAt` is Unix epoch milliseconds; a token that never ends has none. */
export interface Validation {
  readonly clientId: string;
  readonly userId: string;
  readonly login: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: number;
}

const validation = z.object({
  client_id: z.string(),
  login: z.string(),
  user_id: z.string(),
  scopes: z.nullish(z.array(z.string())),
  expires_in: z.number(),
});

/** Sends a request; the worker's `fetch`, in the product. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** How long Twitch's sign-in servers may take, ms. */
const patience = 15_000;

/** Sends a request to Twitch's sign-in servers. @throws FailureError `offline`, `timeout` */
export async function ask(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    return fail({ code: slow ? 'timeout' : 'offline' });
  }
}

/** The failure for an answer outside 2xx and 401. */
export async function refusal(response: Response): Promise<Failure> {
  if (response.status === 429) return { code: 'rate-limited', retryAfterMs: 60_000 };
  if (response.status >= 500) return { code: 'platform-down', status: response.status };
  const body: unknown = await response.json().catch(() => undefined);
  const words = z.object({ message: z.string() }).safeParse(body);
  return {
    code: 'platform-refused',
    status: response.status,
    message: words.success ? words.data.message : response.statusText,
  };
}

/**
 * Asks Twitch whose `accessToken` is; `undefined` when it is not valid any more.
 *
 * @throws FailureError `offline`, `timeout`, `platform-down`, `rate-limited`, `upstream-changed`.
 */
export async function validate(
  fetch: Fetch,
  accessToken: string,
  now: number,
): Promise<Validation | undefined> {
  const response = await ask(fetch, 'https://id.twitch.tv/oauth2/validate', {
    headers: { Authorization: `OAuth ${accessToken}` },
  });
  if (response.status === 401) return undefined;
  if (!response.ok) return fail(await refusal(response));
  const body = validation.safeParse(await response.json().catch(() => undefined));
  if (!body.success)
    return fail({ code: 'upstream-changed', path: body.error.issues[0]?.path.join('.') ?? '' });
  const { client_id, user_id, login, scopes, expires_in } = body.data;
  return {
    clientId: client_id,
    userId: user_id,
    login,
    scopes: scopes ?? [],
    ...(expires_in > 0 ? { expiresAt: now + expires_in * 1000 } : {}),
  };
}

/**
 * Gives `token` back, an access or a refresh token. One that Twitch does not know any more counts as given back.
 *
 * @throws FailureError `offline`, `timeout`, `platform-down`.
 */
export async function revoke(fetch: Fetch, clientId: string, token: string): Promise<void> {
  const response = await ask(fetch, 'https://id.twitch.tv/oauth2/revoke', {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, token }),
  });
  if (response.status >= 500) return fail({ code: 'platform-down', status: response.status });
}
