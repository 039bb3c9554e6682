/** Gives up what takes too long. A timer for each request would cost more than the rest of its way through the client. */

/** The share of the time by which a request may wait longer, so that those of one moment can have one timer. */
const slack = 0.05;

/** Makes a source of signals, each of which aborts after `ms` ms, or up to a twentieth later. */
export function createDeadline(ms: number): () => AbortSignal {
  let shared: { readonly signal: AbortSignal; readonly untilMs: number } | undefined;
  return () => {
    const nowMs = performance.now();
    if (!shared || nowMs > shared.untilMs) {
      const ending = new AbortController();
      setTimeout(() => ending.abort(), ms * (1 + slack));
      shared = { signal: ending.signal, untilMs: nowMs + ms * slack };
    }
    return shared.signal;
  };
}
