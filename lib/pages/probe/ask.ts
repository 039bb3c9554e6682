/** Asking the probe about elements: synchronous, and deaf to what was not asked. */
import { answersIn, type Fields } from './answer.ts';
import { pathsTo, rootOf } from './path.ts';
import { askEvent, factEvent } from './wire.ts';

/** Takes the answer to the question that is being asked; there is none while nothing is asked. */
let take: ((answer: unknown) => void) | undefined;

/** Pages in which answers are listened for: to begin and to end that with every question costs as much as the question. */
const listening = new WeakSet<Window>();

/**
 * What the probe knows about each of `elements`, which stand in one page, as `parse` makes it out of the answer; `undefined` when it is
 * not there or does not answer. The first well-formed answer counts. Whoever sends facts without being asked is not heard.
 */
export function askAll<Facts>(
  elements: readonly Element[],
  parse: (fields: Fields) => Facts | undefined,
): readonly (Facts | undefined)[] {
  const [first, ...others] = elements;
  const page = first?.ownerDocument.defaultView;
  if (!first || !page) return elements.map(() => undefined);
  if (!listening.has(page)) {
    listening.add(page);
    page.addEventListener(factEvent, (event) => take?.((event as InputEvent).data));
  }
  let answers: readonly (Fields | undefined)[] | undefined;
  take = (answer) => {
    answers ??= answersIn(answer, elements.length);
  };
  try {
    const root = rootOf([first, ...others]);
    root.dispatchEvent(new InputEvent(askEvent, { data: pathsTo(root, elements) }));
  } finally {
    take = undefined;
  }
  return elements.map((_, place) => {
    const fields = answers?.[place];
    return fields && parse(fields);
  });
}

/** What the probe knows about one `element`; see {@link askAll}. */
export const ask = <Facts>(
  element: Element,
  parse: (fields: Fields) => Facts | undefined,
): Facts | undefined => askAll([element], parse)[0];
