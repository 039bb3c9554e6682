/**
 * The probe: lives in the page's own world, because only there React's props can be seen. It reads and tells; it keeps
 * nothing, writes nothing, and never throws to the page.
 */
import { elementsAt } from './path.ts';
import { askEvent, factEvent } from './wire.ts';

/** Answers every ask in `page` by what `factsAt` finds (it is sent as JSON), for as long as the page lives. */
export function startProbe(page: Window, factsAt: (element: Element) => object): void {
  const told = (about: Element | undefined): string => {
    if (!about) return 'null';
    try {
      return JSON.stringify(factsAt(about));
    } catch {
      // Props are the page's: a getter may throw. No answer is an answer.
      return 'null';
    }
  };
  page.addEventListener(
    askEvent,
    (ask) => {
      // First in line since document_start, so that the page's own scripts do not even see the question.
      ask.stopImmediatePropagation();
      if (!(ask instanceof InputEvent) || !(ask.target instanceof Element)) return;
      const data = `[${elementsAt(ask.target, ask.data ?? '')
        .map(told)
        .join(',')}]`;
      page.dispatchEvent(new InputEvent(factEvent, { data }));
    },
    { capture: true },
  );
}
