/** Asking the probe about an element: synchronous, and deaf outside the question. */
import { parseFacts } from './facts.ts';
import type { Facts } from './probe/wire.ts';
import { askEvent, factEvent } from './probe/wire.ts';

/**
 * What the probe knows about `element`; nothing when it is not there or does not answer. The first well-formed answer
 * counts. Whoever sends facts without being asked is not heard, because nobody listens.
 */
export function askProbe(element: Element): Facts {
  let facts: Facts | undefined;
  const hear = (event: Event): void => {
    facts ??= parseFacts((event as CustomEvent<unknown>).detail);
  };
  element.addEventListener(factEvent, hear);
  try {
    element.dispatchEvent(new CustomEvent(askEvent));
  } finally {
    element.removeEventListener(factEvent, hear);
  }
  return facts ?? {};
}
