/**
 * Sends one request until it is answered or given up:
 *
 * ```
 *  gate ─▶ fetch ─▶ 2xx ─────────────────────────────────────────▶ answered
 *   ▲        ├───▶ 401 ─▶ renew the token once ─▶ again
 *   │        ├───▶ 429 ─▶ the common bucket: wait for it │ an own limit: reads wait, writes fail
 *   │        ├───▶ 409 of an endpoint that was busy ─▶ a moment later, again (it was not done)
 *   │        ├───▶ other 4xx ───────────────────────────────────▶ refused
 *   └────────┴───▶ 5xx, no network, no answer: reads again with jitter │ writes: lost
 * ```
 */

import { fail, type Failure } from '../../failure.ts';
import type { Gate, Clock, Waiting } from './gate.ts';
import type { HelixRequest } from './request.ts';
import { failureFrom, isStaleToken, readRefusal } from './refusal.ts';
import { backoffMs, maxRetries, retryAfterMs } from './retry.ts';
import type { Token } from './token.ts';

/** What sending needs from outside. */
export interface Wire extends Clock {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly renew: (old: Token) => Promise<Token | undefined>;
  readonly random: () => number;
  /** Aborts once an answer to a request that begins now has taken too long. */
  readonly deadline: () => AbortSignal;
}

/** One request and how it may be treated. */
export interface Sending extends Waiting {
  readonly request: HelixRequest;
  readonly token: Token | undefined;
  /** Where its point comes from, see {@link bucketKey}. */
  readonly bucket: string;
  /** It changes something: it is never sent again unless it was certainly not done. */
  readonly write: boolean;
  /** A 409 means that it was not done only because another change was under way. */
  readonly busy: boolean;
  /** What is made of the body of a good answer. */
  readonly as: 'json' | 'text' | 'nothing';
}

/** Stands for a body that is not the JSON that it should be. */
export const unreadable = Symbol('not JSON');

/** How it went. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  /** A write that may or may not have been done. */
  | { readonly kind: 'lost'; readonly failure: Failure };

/** The bucket that a call with `token` takes its point from. */
export function bucketKey(token: Token | undefined): string {
  if (!token) return 'public';
  return `${token.clientId} ${token.kind === 'user' ? token.userId : token.kind}`;
}

/**
 * See the file's head.
 *
 * @throws FailureError `rate-limited`, `login-expired`, `missing-scope`, `platform-refused`, `retired`, `aborted`; for
 *   reads also `offline`, `timeout`, `platform-down`.
 */
export async function send(wire: Wire, gate: Gate, sending: Sending): Promise<Outcome> {
  const { write, signal } = sending;
  let { token } = sending;
  let renewed = false;
  for (let retries = 0; ;) {
    const again = async (ms: number): Promise<boolean> => {
      if (retries++ >= maxRetries) return false;
      await wire.sleep(ms, signal);
      return true;
    };
    const reply = await exchange(wire, gate, sending, token);
    if ('failure' in reply) {
      if (reply.failure.code === 'aborted') fail(reply.failure);
      if (write) return { kind: 'lost', failure: reply.failure };
      if (await again(backoffMs(retries, wire.random()))) continue;
      fail(reply.failure);
    }
    const { status, headers, body } = reply;
    if (status < 300) return { kind: 'answered', status, body };
    const refusal = readRefusal(status, body);
    if (token && !renewed && isStaleToken(refusal)) {
      renewed = true;
      token = await wire.renew(token);
      if (!token) fail({ code: 'login-expired' });
      continue;
    }
    if (status === 429) {
      const common = headers.get('ratelimit-remaining') === '0';
      const waitMs =
        retryAfterMs(headers, wire.now()) ??
        Math.max(0, common ? (gate.bucket(sending.bucket)?.resetAtMs ?? 0) - wire.now() : 0);
      const delayMs = waitMs || backoffMs(retries, wire.random());
      if ((common || !write) && waitMs <= sending.patienceMs && (await again(delayMs))) continue;
      fail({ code: 'rate-limited', retryAfterMs: waitMs || 60_000 });
    }
    if (status === 409 && sending.busy && (await again(backoffMs(retries, wire.random())))) continue;
    const failure = failureFrom(refusal);
    if (status >= 500) {
      if (write) return { kind: 'lost', failure };
      if (await again(retryAfterMs(headers, wire.now()) ?? backoffMs(retries, wire.random()))) continue;
    }
    fail(failure);
  }
}

type Reply =
  | { readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly failure: Failure };

/** One way there and back. */
async function exchange(wire: Wire, gate: Gate, sending: Sending, token: Token | undefined): Promise<Reply> {
  const { request, signal, bucket } = sending;
  const turn = gate.enter(bucket, sending);
  if (turn) await turn;
  const deadline = wire.deadline();
  let response: Response | undefined;
  try {
    const ending = signal ? AbortSignal.any([signal, deadline]) : deadline;
    response = await wire.fetch(request.url, initOf(request, token, ending));
    const { status, headers } = response;
    return { status, headers, body: await bodyOf(response, status < 300 ? sending.as : 'json') };
  } catch (error) {
    if (signal?.aborted) return { failure: { code: 'aborted' } };
    if (response && error instanceof SyntaxError) {
      return { status: response.status, headers: response.headers, body: unreadable };
    }
    return { failure: { code: deadline.aborted ? 'timeout' : 'offline' } };
  } finally {
    gate.leave(bucket, response?.headers);
  }
}

function bodyOf(response: Response, as: Sending['as']): Promise<unknown> | undefined {
  if (as === 'nothing' || response.status === 204) return undefined;
  return as === 'text' ? response.text() : response.json();
}

function initOf({ method, body }: HelixRequest, token: Token | undefined, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = token
    ? { Authorization: `Bearer ${token.accessToken}`, 'Client-Id': token.clientId }
    : {};
  // A browser must neither add its own cookies nor answer from its cache.
  const init: RequestInit = { method, headers, signal, credentials: 'omit', cache: 'no-store' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = body;
  }
  return init;
}
