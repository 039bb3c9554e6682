/** CHZZK's chat as a {@link ChatPage}. */
import type { ChatPage } from '../chat-page.ts';
import { ask } from '../probe/ask.ts';
import { watchLines } from '../watch.ts';
import { anySelector, findAnchor, rowAt, rowsIn } from './anchors.ts';
import { parseFacts } from './facts.ts';
import { readLine } from './line.ts';
import { themeOf } from './theme.ts';
import { linePlace } from './watch.ts';

/** The chat of `channel` (its id) in `document`. */
export function chzzkChat(document: Document, channel: string): ChatPage {
  return {
    lineAt: (node) => rowAt(node instanceof Element ? node : node.parentElement),
    nameAt: (node) => node.closest(anySelector.nickname) ?? undefined,
    read: (line) => readLine(line, channel, ask(line, parseFacts) ?? { said: [] }),
    lines: () => {
      const log = findAnchor(document, 'log');
      const rows = log ? rowsIn(log) : [];
      const holder = rows[0]?.parentElement;
      return holder && isReversed(holder) ? rows.toReversed() : rows;
    },
    scrollerOf,
    watch: (listener, signal) => watchLines(linePlace(document), listener, signal),
    // What the page says about the user nobody has found yet.
    viewer: () => ({}),
    theme: () => themeOf(findAnchor(document, 'log')),
  };
}

/** Whether the newest line stands first in the document. */
const isReversed = (holder: Element): boolean => getComputedStyle(holder).flexDirection === 'column-reverse';

/** The nearest element around a row that scrolls; which one that is, is not called by any name. */
function scrollerOf(row: HTMLElement): HTMLElement | undefined {
  const log = row.closest(anySelector.log);
  for (let at = row.parentElement; at && log?.contains(at); at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return undefined;
}
