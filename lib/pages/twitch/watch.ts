/**
 * Finding the message container, and telling which lines come in it.
 *
 * While the container stands, one observer looks at its direct children. A second one looks at the direct children of
 * its ancestors, which hardly ever change: it hears that the container was replaced. The whole document is observed only
 * while there is no container.
 */
import type { LineListener } from '../chat-page.ts';
import { anchors, anySelector, findAnchor } from './anchors.ts';

/** How long new lines are gathered, in ms: a batch costs less than its lines one by one. */
const gathering = 100;

/** Time given to one batch, in ms: a burst of hundreds of lines is spread over several. */
const batchTime = 8;

/** How long the page may go on building before it is searched again for a container, in ms. */
const searchPause = 100;

/** Tells `listener` about the lines in `document`, those already there first, until `signal` aborts. */
export function watchLines(document: Document, listener: LineListener, signal: AbortSignal): void {
  if (signal.aborted) return;
  let container: Element | undefined;
  let search: ReturnType<typeof setTimeout> | undefined;
  let batch: ReturnType<typeof setTimeout> | undefined;

  // Only rows that stand in the container are held: a hidden tab, whose timers are slow, does not pile them up.
  const arrived = new Set<Node>();

  const flush = (): void => {
    batch = undefined;
    const end = performance.now() + batchTime;
    const lines: HTMLElement[] = [];
    for (const row of arrived) {
      arrived.delete(row);
      lines.push(...linesIn(row));
      // Reading the lines is the listener's work and costs more than finding them.
      if (lines.length >= 16) {
        listener.added(lines.splice(0));
        if (performance.now() > end) break;
      }
    }
    if (lines.length > 0) listener.added(lines);
    if (arrived.size > 0) schedule(0);
  };
  const schedule = (wait: number): void => {
    batch ??= setTimeout(flush, wait);
  };

  const rows = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      for (const row of removedNodes) arrived.delete(row);
      for (const row of addedNodes) arrived.add(row);
    }
    listener.moved();
    if (arrived.size > 0) schedule(gathering);
  });

  const settle = (): void => {
    search = undefined;
    const found = findAnchor(document, 'container');
    if (found !== container) {
      container = found;
      rows.disconnect();
      arrived.clear();
      listener.moved();
      if (found) {
        for (const row of found.childNodes) arrived.add(row);
        rows.observe(found, { childList: true });
        schedule(0);
      }
    }
    surroundings.disconnect();
    if (!container) surroundings.observe(document, { childList: true, subtree: true });
    for (let above = container?.parentNode; above; above = above.parentNode) {
      surroundings.observe(above, { childList: true });
    }
  };

  const surroundings = new MutationObserver(() => {
    if (container?.isConnected === false) settle();
    else search ??= setTimeout(settle, searchPause);
  });

  settle();
  signal.addEventListener('abort', () => {
    rows.disconnect();
    surroundings.disconnect();
    clearTimeout(search);
    clearTimeout(batch);
  });
}

/** The lines in one row of the container: one as a rule, none in a status row. */
function linesIn(row: Node): readonly HTMLElement[] {
  if (!(row instanceof HTMLElement)) return [];
  // One class alone is what browsers find fastest.
  const [usual] = anchors.line.selectors;
  const lines = row.querySelectorAll<HTMLElement>(usual);
  if (lines.length > 0) return [...lines];
  return row.matches(anySelector.line) ? [row] : [...row.querySelectorAll<HTMLElement>(anySelector.line)];
}
