/** Asking the probe about an element: synchronous, and deaf outside the question. */
import { askEvent, factEvent } from './wire.ts';

/**
 * What the probe knows about `element`, as `parse` makes it out of the answer; `undefined` when it is not there or does not
 * answer. The first well-formed answer counts. Whoever sends facts without being asked is not heard, because nobody listens.
 */
export function ask<Facts>(
  element: Element,
  parse: (detail: unknown) => Facts | undefined,
): Facts | undefined {
  let facts: Facts | undefined;
  const hear = (event: Event): void => {
    facts ??= parse((event as CustomEvent<unknown>).detail);
  };
  element.addEventListener(factEvent, hear);
  try {
    element.dispatchEvent(new CustomEvent(askEvent));
  } finally {
    element.removeEventListener(factEvent, hear);
  }
  return facts;
}
