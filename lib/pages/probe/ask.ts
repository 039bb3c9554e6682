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
  const page = element.ownerDocument.defaultView;
  if (!page) return undefined;
  let facts: Facts | undefined;
  const hear = (event: Event): void => {
    facts ??= parse((event as InputEvent).data);
  };
  page.addEventListener(factEvent, hear);
  try {
    page.dispatchEvent(new MouseEvent(askEvent, { relatedTarget: element }));
  } finally {
    page.removeEventListener(factEvent, hear);
  }
  return facts;
}
