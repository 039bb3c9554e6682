/**
 * Whether the user is logged in on CHZZK: asked of CHZZK itself. It answers those who are not logged in as well, with 200
 * and `loggedIn: false`.
 */
import * as z from 'zod/mini';

import { ask, type Fetch } from './ask.ts';
import { publicCalls } from './public.ts';

/** Who is logged in on CHZZK in this browser. `id` is CHZZK's own, 32 hexadecimal digits. */
export type ChzzkSession =
  { readonly loggedIn: false } | { readonly loggedIn: true; readonly id?: string; readonly name?: string };

/** What is known of it: asked now, out of reach, not to be had from what it answers, or answered. */
export type ChzzkView = ChzzkSession | 'asking' | 'offline' | 'failed';

/** Schema of a {@link ChzzkSession}. */
export const chzzkSessionSchema = z.discriminatedUnion('loggedIn', [
  z.object({ loggedIn: z.literal(false) }),
  z.object({ loggedIn: z.literal(true), id: z.exactOptional(z.string()), name: z.exactOptional(z.string()) }),
]);

/** Asks CHZZK. @throws FailureError as {@link ask} */
export async function readSession(fetch: Fetch): Promise<ChzzkSession> {
  const { loggedIn, userIdHash, nickname } = await ask(fetch, publicCalls.userStatus, {});
  if (!loggedIn) return { loggedIn: false };
  return {
    loggedIn: true,
    ...(userIdHash == null ? {} : { id: userIdHash }),
    ...(nickname == null ? {} : { name: nickname }),
  };
}
