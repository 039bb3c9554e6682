/**
 * Finding the message container, and telling which lines come and go in it.
 *
 * While the container stands, one observer looks at its direct children. A second one looks at the direct children of
 * its ancestors, which hardly ever change: it hears that the container was replaced. The whole document is observed only
 * while there is no container.
 */
import type { LineChanges } from '../chat-page.ts';
import { anySelector, findAnchor } from './anchors.ts';

/** Time given to one flush, in ms: a burst of hundreds of lines is spread over several frames. */
const flushBudget = 8;

/** How long the page may go on building before it is searched again for a container, in ms. */
const searchPause = 100;

/** Tells `listener` about the lines in `document`, at most once a frame, until `signal` aborts. */
export function watchLines(
  document: Document,
  listener: (changes: LineChanges) => void,
  signal: AbortSignal,
): void {
  const page = document.defaultView;
  if (!page || signal.aborted) return;
  let container: Element | undefined;
  let search: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  // Only rows that stand in the container are held, so a hidden tab, which gets no frames, does not pile them up.
  const arrived = new Set<Node>();
  const gone = new Set<Node>();

  const flush = (): void => {
    frame = undefined;
    const end = performance.now() + flushBudget;
    const removed = [...gone].flatMap(linesIn);
    gone.clear();
    const added: HTMLElement[] = [];
    for (const row of arrived) {
      arrived.delete(row);
      added.push(...linesIn(row));
      if (added.length % 16 === 0 && performance.now() > end) break;
    }
    if (arrived.size > 0) schedule();
    if (added.length > 0 || removed.length > 0) listener({ added, removed });
  };
  const schedule = (): void => {
    frame ??= page.requestAnimationFrame(flush);
  };

  const rows = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      for (const row of removedNodes) if (!arrived.delete(row)) gone.add(row);
      for (const row of addedNodes) if (!gone.delete(row)) arrived.add(row);
    }
    schedule();
  });

  const leave = (): void => {
    rows.disconnect();
    arrived.clear();
    for (const row of container?.childNodes ?? []) gone.add(row);
    container = undefined;
  };

  const settle = (): void => {
    search = undefined;
    const found = findAnchor(document, 'container');
    if (found !== container) {
      leave();
      container = found;
      if (found) {
        for (const row of found.childNodes) arrived.add(row);
        rows.observe(found, { childList: true });
      }
      schedule();
    }
    surroundings.disconnect();
    if (!container) surroundings.observe(document, { childList: true, subtree: true });
    for (let above = container?.parentNode; above; above = above.parentNode) {
      surroundings.observe(above, { childList: true });
    }
  };

  const surroundings = new MutationObserver(() => {
    search ??= setTimeout(settle, container?.isConnected === false ? 0 : searchPause);
  });

  settle();
  signal.addEventListener('abort', () => {
    rows.disconnect();
    surroundings.disconnect();
    clearTimeout(search);
    if (frame !== undefined) page.cancelAnimationFrame(frame);
  });
}

/** The lines in one row of the container: one as a rule, none in a status row. */
function linesIn(row: Node): readonly HTMLElement[] {
  if (!(row instanceof HTMLElement)) return [];
  if (row.matches(anySelector.line)) return [row];
  return [...row.querySelectorAll<HTMLElement>(anySelector.line)];
}
