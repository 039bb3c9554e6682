/**
 * The life of the content script. It ends when the extension is updated or removed; the browser tells nobody of that, so
 * it is looked for whenever something is about to be shown.
 *
 * WXT's own context is not used: it announces itself on the document, where any page can overhear it, learn our id from
 * it, and end us by the same word.
 */
import { isOrphaned } from '../../lib/messages/call.ts';

/** See the file's head. */
export interface Life {
  /** Aborts at the end. */
  readonly signal: AbortSignal;
  /** Whether it goes on; finding that it does not ends it. */
  readonly goesOn: () => boolean;
}

/** Begins a life. */
export function beginLife(): Life {
  const end = new AbortController();
  return {
    signal: end.signal,
    goesOn: () => {
      if (isOrphaned()) end.abort();
      return !end.signal.aborted;
    },
  };
}
