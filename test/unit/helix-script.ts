/** A Twitch that answers by script, and a clock that is only as late as somebody slept. */
import type { Failure } from '../../lib/failure.ts';
import { createHelix, type Helix, type HelixParts } from '../../lib/twitch/helix/client.ts';
import type { Token } from '../../lib/twitch/helix/token.ts';

/** A request that was sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** What the script says to one request: an answer, an error to throw, or silence until the request is given up. */
export type Line = Response | Error | 'silence';

/** When the script begins, in ms since 1970. */
export const startMs = Date.parse('2026-11-20T20:00:00Z');

/** The token of the scripted account `7`, with every scope that the tests need. */
export const token: Token = {
  kind: 'user',
  accessToken: 'first',
  clientId: 'client',
  userId: '7',
  scopes: [
    'channel:manage:broadcast',
    'channel:manage:polls',
    'moderator:manage:banned_users',
    'moderator:manage:announcements',
    'moderator:manage:chat_messages',
    'moderator:manage:shoutouts',
    'user:read:follows',
    'user:write:chat',
  ],
};

/** What a test holds in its hands. */
export interface Stage {
  readonly helix: Helix;
  readonly sent: SentRequest[];
  readonly slept: number[];
  readonly failures: string[];
  readonly clock: { nowMs: number };
}

/** A client whose requests are answered by `answer`, in the order in which they come. */
export function stage(
  answer: (request: SentRequest, number: number) => Line | Promise<Line>,
  parts: Partial<HelixParts> = {},
): Stage {
  const sent: SentRequest[] = [];
  const slept: number[] = [];
  const failures: string[] = [];
  const clock = { nowMs: startMs };
  const helix = createHelix({
    async fetch(url, init) {
      const request = {
        method: init.method ?? 'GET',
        url,
        body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
        headers: init.headers as Record<string, string>,
        atMs: clock.nowMs,
      };
      sent.push(request);
      const line = await answer(request, sent.length);
      if (line instanceof Response) return line;
      if (line instanceof Error) throw line;
      return new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    },
    token: () => Promise.resolve(token),
    renew: () => Promise.resolve(undefined),
    now: () => clock.nowMs,
    random: () => 1,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      // Whoever is under way gets on before the time passes.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      clock.nowMs += ms;
    },
    onFailure: ({ code }, where) => failures.push(`${where} ${code}`),
    ...parts,
  });
  return { helix, sent, slept, failures, clock };
}

/** A list, as Twitch answers. */
export function listed(
  data: readonly unknown[],
  more: object = {},
  headers: Record<string, string> = {},
): Response {
  return Response.json({ data, ...more }, { headers });
}

/** A refusal in Twitch's form. */
export function refused(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: 'No', status, message }, { status, headers });
}

/** The headers of a bucket that is full again `resetInS` seconds after {@link startMs}. */
export function bucket(remaining: number, resetInS: number, limit = 800): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(startMs / 1_000 + resetInS),
  };
}

/** A user as Get Users answers. */
export function aUser(id: string): object {
  return {
    id,
    login: `login${id}`,
    display_name: `Name${id}`,
    type: '',
    broadcaster_type: 'affiliate',
    description: '',
    profile_image_url: '',
    offline_image_url: '',
    created_at: '2020-01-01T00:00:00Z',
  };
}

/** What a call that fails rejects with. */
export function failing(failure: Failure): { failure: Failure } {
  return { failure };
}

/** A ban as Ban User answers it. */
export function aBan(): object {
  return {
    broadcaster_id: '1',
    moderator_id: '7',
    user_id: '2',
    created_at: '2026-11-20T20:00:00Z',
    end_time: null,
  };
}
