/**
 * Whether the user is logged in on CHZZK: asked of CHZZK itself, with the browser's own cookies, which we never see.
 *
 * It answers those who are not logged in as well, with 200 and `loggedIn: false`. Documented nowhere by CHZZK; this is
 * what its own pages ask.
 */
import * as z from 'zod/mini';

import { fail } from '../failure.ts';

/** Who is logged in on CHZZK in this browser. `id` is CHZZK's own, 32 hexadecimal digits. */
export type ChzzkSession =
  { readonly loggedIn: false } | { readonly loggedIn: true; readonly id?: string; readonly name?: string };

/** What is known of it: asked now, not to be had, or answered. */
export type ChzzkView = ChzzkSession | 'asking' | 'failed';

/** Schema of a {@link ChzzkSession}. */
export const chzzkSessionSchema = z.discriminatedUnion('loggedIn', [
  z.object({ loggedIn: z.literal(false) }),
  z.object({ loggedIn: z.literal(true), id: z.exactOptional(z.string()), name: z.exactOptional(z.string()) }),
]);

const answer = z.object({
  code: z.number(),
  content: z.nullish(
    z.object({
      loggedIn: z.boolean(),
      userIdHash: z.nullish(z.string()),
      nickname: z.nullish(z.string()),
    }),
  ),
});

const statusUrl = 'https://comm-api.game.naver.com/nng_main/v1/user/getUserStatus';

/** Asks CHZZK. @throws FailureError `offline`, `platform-down`, `upstream-changed` */
export async function readSession(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<ChzzkSession> {
  const response = await fetch(statusUrl, {
    credentials: 'include',
    cache: 'no-store',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => fail({ code: 'offline' }));
  if (response.status >= 500) return fail({ code: 'platform-down', status: response.status });
  const body = answer.safeParse(await response.json().catch(() => undefined));
  const content = body.success && body.data.code === 200 ? body.data.content : undefined;
  if (!content) return fail({ code: 'upstream-changed', path: 'content' });
  if (!content.loggedIn) return { loggedIn: false };
  const { userIdHash, nickname } = content;
  return {
    loggedIn: true,
    ...(userIdHash == null ? {} : { id: userIdHash }),
    ...(nickname == null ? {} : { name: nickname }),
  };
}
