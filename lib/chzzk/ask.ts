/** Asking CHZZK something: with the browser's own cookies, which we never see, and with every answer looked at. */
import * as z from 'zod/mini';

import { fail, FailureError, type Failure } from '../failure.ts';
import type { ParameterKinds, PublicCall, QueryOf } from './public.ts';

/** How requests are made; the client does not know from where. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What every answer comes in; of one that refuses, `message` says why, in Korean. */
const envelope = z.object({
  code: z.number(),
  message: z.nullish(z.string()),
  content: z.optional(z.unknown()),
});

/** So long CHZZK may take, ms. */
const patience = 10_000;
/** CHZZK does not say how long one must wait, ms. */
const pause = 60_000;

/**
 * Makes one call; `path` fills the braces of its address. A second address of the call is tried where the first is gone.
 *
 * @throws FailureError `chzzk-logged-out`, `offline`, `timeout`, `rate-limited`, `platform-down`, `platform-refused` (with
 *   CHZZK's own words), `upstream-changed`
 */
export async function ask<P extends ParameterKinds, Content>(
  fetch: Fetch,
  { url, elsewhere, asNobody, content }: PublicCall<P, Content>,
  query: QueryOf<P>,
  path: Readonly<Record<string, string>> = {},
): Promise<Content> {
  let said = await sent(fetch, addressOf(url, query, path), { asNobody });
  if (said.code === 404 && elsewhere !== undefined)
    said = await sent(fetch, addressOf(elsewhere, query, path), { asNobody });
  if (said.code !== 200) return fail(failureFrom(said));
  const found = content.safeParse(said.content);
  if (found.success) return found.data;
  return fail({
    code: 'upstream-changed',
    path: ['content', ...(found.error.issues[0]?.path ?? [])].join('.'),
  });
}

/** What CHZZK said. */
export interface Said {
  /** As the envelope has it, which knows better than the HTTP status; that one where there is no envelope. */
  readonly code: number;
  readonly message?: string | null | undefined;
  readonly content?: unknown;
  /** It came without the envelope: as a page for people, say, with which somebody else may have answered. */
  readonly isBare?: true;
}

/**
 * Sends a request with the browser's login, or without (`asNobody`); a body is JSON.
 *
 * @throws FailureError `offline`, `timeout`, and what `fetch` throws of ours
 */
export async function sent(
  fetch: Fetch,
  address: string,
  {
    method,
    body: payload,
    asNobody = false,
  }: { readonly method?: string; readonly body?: string; readonly asNobody?: boolean | undefined } = {},
): Promise<Said> {
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(address, {
      credentials: asNobody ? 'omit' : 'include',
      cache: 'no-store',
      signal,
      ...(method === undefined ? {} : { method }),
      ...(payload === undefined ? {} : { body: payload, headers: { 'content-type': 'application/json' } }),
    });
    const body = envelope.safeParse(await response.json().catch(() => undefined));
    if (body.success) return body.data;
    signal.throwIfAborted();
    return { code: response.status, isBare: true };
  } catch (error) {
    if (error instanceof FailureError) throw error;
    return fail({ code: signal.aborted ? 'timeout' : 'offline' });
  }
}

/** What it means that CHZZK said no. */
export function failureFrom({ code, message }: Said): Failure {
  if (code === 401) return { code: 'chzzk-logged-out' };
  if (code === 429) return { code: 'rate-limited', retryAfterMs: pause };
  if (code >= 500 && code < 600) return { code: 'platform-down', status: code };
  return { code: 'platform-refused', status: code, message: message ?? String(code) };
}

function addressOf(
  url: string,
  query: Readonly<Record<string, unknown>>,
  path: Readonly<Record<string, string>>,
): string {
  const address = new URL(
    url.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(path[name] ?? '')),
  );
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
  return address.href;
}
