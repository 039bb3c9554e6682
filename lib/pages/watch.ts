/**
 * Finding the element that holds the lines, and telling which lines come in it.
 *
 * While the container stands, one observer looks at it. A second one looks at the direct children of its ancestors, which
 * hardly ever change: it hears that the container was replaced. The whole document is observed only while there is no
 * container.
 */
import type { LineListener } from './chat-page.ts';
import { beforePicture } from './picture.ts';

/** Where lines come, and how they are told in the page. */
export interface LinePlace {
  readonly document: Document;
  /** The element that holds the rows now. */
  readonly container: () => Element | undefined;
  /** What happens in it that may bring or change a line; its direct children alone, if nothing else is said. */
  readonly observed?: MutationObserverInit;
  /** The rows in the container that a record brought or changed; `undefined`: it is none of the page's own doing. */
  readonly rowsOf: (record: MutationRecord) => Iterable<Node> | undefined;
  /** The lines in one of those rows. */
  readonly linesIn: (row: Node) => readonly HTMLElement[];
}

/** Lines are read once in so long, in ms: a batch costs less than its lines one by one. */
const gathering = 100;

/** How much longer they wait for a change of the page's own, to be read with its picture, in ms. */
const grace = 100;

/** Time given to one batch, in ms: a burst of hundreds of lines is spread over several. */
const batchTime = 8;

/** How long the page may go on building before it is searched again for a container, in ms. */
const searchPause = 100;

/** Tells `listener` about the lines at `place`, those already there first, until `signal` aborts. */
export function watchLines(place: LinePlace, listener: LineListener, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { document, observed = { childList: true }, rowsOf, linesIn } = place;
  let container: Element | undefined;
  let search: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let takeBack: (() => void) | undefined;
  let readAt = -Infinity;

  // Only rows that stand in the container are held: a hidden tab, which is read seldom, does not pile them up.
  const arrived = new Set<Node>();

  const flush = (): void => {
    takeBack = undefined;
    readAt = performance.now();
    const end = readAt + batchTime;
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
    if (arrived.size > 0) begin();
  };
  const begin = (): void => {
    clearTimeout(rest);
    rest = undefined;
    takeBack ??= beforePicture(flush);
  };
  const schedule = (): void => {
    const left = readAt + gathering - performance.now();
    if (left <= 0) begin();
    else rest ??= setTimeout(begin, left + grace);
  };

  const rows = new MutationObserver((records) => {
    let isTheirs = false;
    for (const record of records) {
      const changed = rowsOf(record);
      if (!changed) continue;
      isTheirs = true;
      for (const row of record.removedNodes) arrived.delete(row);
      for (const row of changed) arrived.add(row);
    }
    if (!isTheirs) return;
    listener.moved();
    if (arrived.size > 0) schedule();
  });

  const settle = (): void => {
    search = undefined;
    const found = place.container();
    if (found !== container) {
      container = found;
      rows.disconnect();
      arrived.clear();
      listener.moved();
      if (found) {
        for (const row of found.childNodes) arrived.add(row);
        rows.observe(found, observed);
        schedule();
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
    clearTimeout(rest);
    takeBack?.();
  });
}
