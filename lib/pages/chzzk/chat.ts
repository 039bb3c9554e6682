/** CHZZK's chat as a {@link ChatPage}. */
import type { Happenings } from '../../chat/happenings.ts';
import type { ChatMessage } from '../../chat/message.ts';
import type { ChatPage } from '../chat-page.ts';
import { askAll } from '../probe/ask.ts';
import { watchLines } from '../watch.ts';
import { anySelector, findAnchor, inOrder, pinnedAt, rowAt, rowsIn } from './anchors.ts';
import { parseFacts } from './facts.ts';
import { readLine, readPinned } from './line.ts';
import type { Facts } from './probe/wire.ts';
import type { SecondReader } from './second-reader.ts';
import { themeOf } from './theme.ts';
import { linePlace } from './watch.ts';

/** The theme of the chat in `document`. */
export const themeIn = (document: Document): 'dark' | 'light' | undefined =>
  themeOf(findAnchor(document, 'log'));

/** What else is known of a chat than what its page shows. */
export interface ChzzkTold {
  /** Knows what the page does not tell of a line. */
  readonly second: SecondReader;
  readonly happenings: Happenings;
}

/** The chat of `channel` (its id) in `document`; of a chat that nobody reads, or that is long over, nothing else is `told`. */
export function chzzkChat(document: Document, channel: string, told?: ChzzkTold): ChatPage {
  const second = told?.second;
  function readKnowing(line: HTMLElement, facts: Facts | undefined): ChatMessage | undefined {
    if (pinnedAt(line)) return readPinned(line, channel);
    const message = readLine(line, channel, facts ?? { said: [] });
    return message && second ? second.read(line, message, facts) : message;
  }
  const readAll: ChatPage['readAll'] = (lines) => {
    const facts = askAll(lines, parseFacts);
    return lines.map((line, place) => readKnowing(line, facts[place]));
  };

  return {
    ...(told && { happenings: told.happenings }),
    lineAt: (node) => {
      const element = node instanceof Element ? node : node.parentElement;
      return rowAt(element) ?? pinnedAt(element);
    },
    nameAt: (node) => node.closest(anySelector.nickname) ?? undefined,
    read: (line) => readAll([line])[0],
    readAll,
    lines: () => {
      const log = findAnchor(document, 'log');
      return log ? inOrder(rowsIn(log)) : [];
    },
    scrollerOf,
    watch: (listener, signal) =>
      watchLines(linePlace(document), second?.alongside(listener) ?? listener, signal),
    // What the page says about the user nobody has found yet.
    viewer: () => ({}),
    theme: () => themeIn(document),
  };
}

/** The nearest element around a row that scrolls; which one that is, is not called by any name. */
function scrollerOf(row: HTMLElement): HTMLElement | undefined {
  const log = row.closest(anySelector.log);
  for (let at = row.parentElement; at && log?.contains(at); at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return undefined;
}
