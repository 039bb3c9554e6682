/**
 * The life of the content script. It ends when the extension is updated or removed, and with the window; the browser tells
 * nobody of the first, and of the second not in a page that is still loading, so both are looked for whenever something is
 * about to be shown, and when an answer has come that took its time.
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

/** Begins a life in `window`. */
export function beginLife(window: Pick<Window, 'closed'>): Life {
  const end = new AbortController();
  return {
    signal: end.signal,
    goesOn: () => {
      if (window.closed || isOrphaned()) end.abort();
      return !end.signal.aborted;
    },
  };
}
