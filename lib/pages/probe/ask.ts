/** Asking the probe about an element: synchronous, and deaf to what was not asked. */
import { askEvent, factEvent } from './wire.ts';

/** Takes the answer to the question that is being asked; there is none while nothing is asked. */
let take: ((answer: unknown) => void) | undefined;

/** Pages in which answers are listened for: to begin and to end that with every question costs as much as the question. */
const listening = new WeakSet<Window>();

/**
 * What the probe knows about `element`, as `parse` makes it out of the answer; `undefined` when it is not there or does not
 * answer. The first well-formed answer counts. Whoever sends facts without being asked is not heard.
 */
export function ask<Facts>(
  element: Element,
  parse: (detail: unknown) => Facts | undefined,
): Facts | undefined {
  const page = element.ownerDocument.defaultView;
  if (!page) return undefined;
  if (!listening.has(page)) {
    listening.add(page);
    page.addEventListener(factEvent, (event) => take?.((event as InputEvent).data));
  }
  let facts: Facts | undefined;
  take = (answer) => {
    facts ??= parse(answer);
  };
  try {
    page.dispatchEvent(new MouseEvent(askEvent, { relatedTarget: element }));
  } finally {
    take = undefined;
  }
  return facts;
}
