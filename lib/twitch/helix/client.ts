/** The Helix client: calls endpoints of the table, and holds every rule of the platform on the way. */

import { fail, FailureError, failureOf, type Failure } from '../../failure.ts';
import type { Bucket, Priority } from './bucket.ts';
import { firstDifference } from './check.ts';
import { customRequest, type Custom, type CustomAnswer } from './custom.ts';
import { isWrite, type Endpoint, type Found, type Input, type Item, type Result } from './endpoint.ts';
import { createDeadline } from './deadline.ts';
import { createGate, type Clock, type GateStore } from './gate.ts';
import { batched, pages, type BatchField, type Call, type ListOptions } from './lists.ts';
import { count } from './own-limits.ts';
import { buildRequest } from './request.ts';
import { bucketKey, send, unreadable, type Outcome, type Sending, type Wire } from './send.ts';
import { createSharing } from './sharing.ts';
import { permit, type Need, type Token } from './token.ts';

/** What {@link createHelix} needs. Only these act; the client itself has no door to the world. */
export interface HelixParts {
  readonly fetch: Wire['fetch'];
  /**
   * The token to call with.
   *
   * @throws FailureError `signed-out`, `login-expired`, `no-client-id` …
   */
  readonly token: (need: Need) => Promise<Token>;
  /** Resolves when a permission that the user has just given can be used, if there is one. */
  readonly arrived?: () => Promise<void>;
  /** A new token in place of one that the platform refused; undefined if there is none. */
  readonly renew: (old: Token) => Promise<Token | undefined>;
  /** Keeps the buckets while the worker sleeps. */
  readonly bucketStore?: GateStore;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: Clock['sleep'];
  /** From 0 up to 1; spreads retries. */
  readonly random?: () => number;
  /** False if the browser knows that there is no network: then nothing is sent. */
  readonly online?: () => boolean;
  /** Told of every failure, also of those that the caller never sees (a write that was answered in a new shape). */
  readonly onFailure?: (failure: Failure, endpoint: string) => void;
  /** Longest wait for one answer, ms; 10 s where it is not given. */
  readonly timeoutMs?: number;
}

/** How one call is made. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** `user` (default) for what somebody is waiting for; `background` for what can wait. */
  readonly priority?: Priority | undefined;
  /** The account to act as; the active one where it is not given. */
  readonly as?: string | undefined;
  /** Longest wait for a rate limit in ms; a longer one fails with `rate-limited`. 65 s where it is not given. */
  readonly patienceMs?: number | undefined;
  /**
   * Awaited when nothing keeps the request back any more, before it is sent. A write that must not be made twice is noted
   * here: what was refused before was certainly not made. What it throws, the call throws.
   */
  readonly beforeSending?: (() => Promise<void>) | undefined;
}

/** See the file's head. */
export interface Helix {
  /**
   * Calls `endpoint`.
   *
   * Before anything is sent: `bad-input`, `missing-scope`, `wrong-token-kind`, `rate-limited` (an own limit of the
   * endpoint, or a bucket that stays empty for longer than the caller's patience), `offline`.
   * After it: `platform-refused` with Twitch's words, `login-expired`, `retired`, `rate-limited`, `platform-down`,
   * `timeout`, `offline`, `upstream-changed` (reads only), `outcome-unknown` (a write whose answer was lost, where a look
   * at the platform could not tell), `aborted`.
   *
   * @throws FailureError with one of these.
   * @see https://dev.twitch.tv/docs/api/reference/
   */
  readonly call: Call;
  /** The items of a list, page after page. See `pages`. */
  readonly pages: <E extends Endpoint>(
    endpoint: E,
    input: Input<E>,
    options?: ListOptions & CallOptions,
  ) => AsyncGenerator<Item<E>, void, undefined>;
  /** The items for any number of ids. See `batched`. */
  readonly batched: <E extends Endpoint, F extends BatchField<E>>(
    endpoint: E,
    field: F,
    ids: readonly string[],
    rest: Omit<Input<E>, F>,
    options?: CallOptions,
  ) => Promise<Item<E>[]>;
  /**
   * Sends a request that is not in the table through the same gate. A GET is a read; anything else is a write.
   *
   * @throws FailureError as {@link call} does, without the checks of a table row.
   */
  readonly custom: (custom: Custom, options?: CallOptions) => Promise<CustomAnswer>;
  /** The bucket of an account as the last answer described it; undefined before the first. */
  readonly points: (account?: string) => Promise<Bucket | undefined>;
}

/** The common bucket is full again within 60 s. */
const standardPatienceMs = 65_000;
type Unchecked = Readonly<Record<string, unknown>>;

/** How long after a lost answer to look: time for the platform to finish what it was doing, ms. */
const lookAfterMs = 1_000;

/** Makes a client. One per world: it owns the buckets. */
export function createHelix(parts: HelixParts): Helix {
  const wire: Wire = {
    fetch: parts.fetch,
    renew: createRenewals(parts.renew),
    now: parts.now ?? Date.now,
    sleep: parts.sleep ?? sleep,
    random: parts.random ?? Math.random,
    deadline: createDeadline(parts.timeoutMs ?? 10_000),
  };
  const gate = createGate(wire, parts.bucketStore);
  const sendAlone = (sending: Sending): Promise<Outcome> => send(wire, gate, sending);
  const sendShared = createSharing(sendAlone);

  async function callAny(endpoint: Endpoint, input: Unchecked, options: CallOptions = {}): Promise<unknown> {
    try {
      return await run(endpoint, input, options);
    } catch (error) {
      throw told(error, options.signal, endpoint.id);
    }
  }

  function call<E extends Endpoint>(endpoint: E, input: Input<E>, options?: CallOptions): Promise<Result<E>> {
    return callAny(endpoint, input, options) as Promise<Result<E>>;
  }

  async function run(endpoint: Endpoint, input: Unchecked, options: CallOptions): Promise<unknown> {
    options.signal?.throwIfAborted();
    const { token, whole } = await permitted(endpoint, input, options);
    const request = buildRequest(endpoint, whole);
    if (parts.online?.() === false) fail({ code: 'offline' });
    const ready = gate.ready();
    if (ready) await ready;
    const sentAtMs = wire.now();
    const bucket = bucketKey(token);
    await options.beforeSending?.();
    const counted = count(gate, endpoint, whole, bucket, sentAtMs);
    const { priority = 'user', patienceMs = standardPatienceMs, signal } = options;
    const write = isWrite(endpoint);
    const busy = endpoint.busy ?? false;
    const as = formOf(endpoint);
    const sending = { request, token, bucket, write, busy, as, priority, patienceMs, signal };
    let outcome: Outcome;
    try {
      outcome =
        request.method === 'GET'
          ? await sendShared(`${bucket} ${request.url}`, sending)
          : await sendAlone(sending);
    } catch (error) {
      if (isRefused(error)) counted?.forget();
      throw error;
    }
    if (outcome.kind === 'lost') return settle(endpoint, whole, outcome.failure, sentAtMs, options);
    return read(endpoint, outcome.body, write);
  }

  /** The token to call with, and the input as it may be sent with that. */
  async function permitted(
    endpoint: Endpoint,
    input: Unchecked,
    options: CallOptions,
  ): Promise<{ readonly token: Token | undefined; readonly whole: Unchecked }> {
    if (endpoint.tokens.length === 0) return { token: undefined, whole: input };
    const need = needOf(endpoint, options);
    const token = await parts.token(need);
    try {
      return { token, whole: permit(endpoint, input, token) };
    } catch (error) {
      if (failureOf(error).code !== 'missing-scope' || !parts.arrived) throw error;
    }
    // Whoever has allowed it a moment ago presses again before the grant is put away.
    await parts.arrived();
    const newer = await parts.token(need);
    return { token: newer, whole: permit(endpoint, input, newer) };
  }

  function read(endpoint: Endpoint, body: unknown, write: boolean): unknown {
    const { response } = endpoint;
    if (response === null || response === 'text') return body;
    const path = body === unreadable ? '' : firstDifference(response, body);
    if (path === undefined) return body;
    const failure: Failure = { code: 'upstream-changed', path };
    if (!write) fail(failure);
    // It was done; that its answer looks different is for the log, not a reason to call it failed.
    parts.onFailure?.(failure, endpoint.id);
    return undefined;
  }

  /** The answer to a write was lost: looks whether it was done. It is never simply sent again. */
  async function settle(
    endpoint: Endpoint,
    input: Unchecked,
    lost: Failure,
    sentAtMs: number,
    options: CallOptions,
  ): Promise<unknown> {
    const found = await look(endpoint, input, sentAtMs, options).catch(() => undefined);
    if (found?.done) return found.answer;
    return fail(found ? lost : { code: 'outcome-unknown' });
  }

  async function look(
    endpoint: Endpoint,
    input: Unchecked,
    sentAtMs: number,
    options: CallOptions,
  ): Promise<Found> {
    if (!endpoint.look) return undefined;
    await wire.sleep(lookAfterMs, options.signal);
    return endpoint.look(input as never, { sentAtMs, read: (row, what) => call(row, what, options) });
  }

  async function custom(wanted: Custom, options: CallOptions = {}): Promise<CustomAnswer> {
    try {
      options.signal?.throwIfAborted();
      const request = customRequest(wanted);
      const token = await parts.token(needOf({ tokens: [wanted.token ?? 'user'] }, options));
      if (parts.online?.() === false) fail({ code: 'offline' });
      await gate.ready();
      const { priority = 'user', patienceMs = standardPatienceMs, signal } = options;
      const write = request.method !== 'GET';
      const sending = {
        request,
        token,
        bucket: bucketKey(token),
        write,
        busy: false,
        as: 'text',
        priority,
        patienceMs,
        signal,
      } as const;
      const outcome = await sendAlone(sending);
      if (outcome.kind === 'lost') fail({ code: 'outcome-unknown' });
      return { status: outcome.status, body: parse(outcome.body) };
    } catch (error) {
      throw told(error, options.signal, 'custom');
    }
  }

  /** The typed failure behind `error`, after whoever listens was told of it. */
  function told(error: unknown, signal: AbortSignal | undefined, where: string): unknown {
    const typed = signal?.aborted ? new FailureError({ code: 'aborted' }) : error;
    parts.onFailure?.(failureOf(typed), where);
    return typed;
  }

  return {
    call,
    pages: (endpoint, input, options) => pages(callAny, endpoint, input, options),
    batched: (endpoint, field, ids, rest, options) => batched(callAny, endpoint, field, ids, rest, options),
    custom,
    async points(account) {
      await gate.ready();
      return gate.bucket(bucketKey(await parts.token(needOf({ tokens: ['user'] }, { as: account }))));
    },
  };
}

function needOf({ tokens }: Pick<Endpoint, 'tokens'>, { as }: CallOptions): Need {
  return as === undefined ? { kinds: tokens } : { kinds: tokens, account: as };
}

/** True if the platform certainly did not do it. */
function isRefused(error: unknown): boolean {
  return error instanceof FailureError && error.failure.code !== 'aborted';
}

function formOf({ response }: Endpoint): Sending['as'] {
  if (response === null) return 'nothing';
  return response === 'text' ? 'text' : 'json';
}

/** What a text says as JSON, or the text where it is none. */
function parse(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

/** One renewal for all calls that were refused with the same token. */
function createRenewals(renew: HelixParts['renew']): HelixParts['renew'] {
  const running = new Map<string, Promise<Token | undefined>>();
  return (old) => {
    let renewal = running.get(old.accessToken);
    if (!renewal) {
      renewal = renew(old).finally(() => running.delete(old.accessToken));
      running.set(old.accessToken, renewal);
    }
    return renewal;
  };
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave);
      resolve();
    }, ms);
    if (signal?.aborted) leave();
    else signal?.addEventListener('abort', leave, { once: true });
  });
}
