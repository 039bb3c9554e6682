/**
 * One answer for the steps of one act: who somebody in a chat is and what is then done both begin with which chat it is. So
 * what CHZZK says of a broadcast is kept for a moment, which is shorter than its own pages wait between two questions.
 */
import type { Fetch } from './ask.ts';

/** For so long an answer holds, ms. */
const holdsMs = 5_000;

const isKept = (url: string): boolean => new URL(url).pathname.endsWith('/live-status');

/** Two ways to ask, which know of each other's answers. What went wrong is asked for again. */
export interface AskedLately {
  /** Asks for a broadcast's status once in a moment. */
  readonly lately: Fetch;
  /** Asks for it now. */
  readonly anew: Fetch;
}

/** Makes them of `fetch`; `now` in Unix epoch milliseconds. */
export function askedLately(fetch: Fetch, now: () => number): AskedLately {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<Response> }>();
  const asking =
    (isNew: boolean): Fetch =>
    async (url, init) => {
      if (!isKept(url)) return fetch(url, init);
      for (const [other, { at }] of kept) if (now() - at >= holdsMs) kept.delete(other);
      const known = isNew ? undefined : kept.get(url);
      const asked = known ?? { at: now(), answer: fetch(url, init) };
      kept.set(url, asked);
      const response = await asked.answer.catch(() => undefined);
      if (!response?.ok && kept.get(url) === asked) kept.delete(url);
      return response ? response.clone() : asked.answer;
    };
  return { lately: asking(false), anew: asking(true) };
}
