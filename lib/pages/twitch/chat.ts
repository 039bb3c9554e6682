/** Twitch's chat as a {@link ChatPage}. */
import type { ChatMessage } from '../../chat/message.ts';
import type { ChatPage } from '../chat-page.ts';
import { watchLines } from '../watch.ts';
import { anchors, anySelector, findAnchor } from './anchors.ts';
import { askProbe } from './ask.ts';
import type { EventReader } from './event-reader.ts';
import { readLine, readRecordedLine } from './line.ts';
import type { Facts } from './probe/wire.ts';
import { roomOf, viewerIn } from './viewer.ts';
import { linePlace } from './watch.ts';

/** The chat of `channel` (its login) in `document`; what the page does not tell of a live line, `events` may know. */
export function twitchChat(
  document: Document,
  channel: string,
  events?: Pick<EventReader, 'read'>,
): ChatPage {
  function readKnowing(line: HTMLElement, facts: Facts): ChatMessage | undefined {
    const isRecorded = line.matches(anySelector.recordedLine);
    const message = isRecorded ? readRecordedLine(line, channel) : readLine(line, channel, facts);
    // For a moment after a change of channel the old chat is still on the screen.
    if (message?.channel.login !== channel) return undefined;
    return isRecorded || !events ? message : events.read(line, message);
  }
  const readAll: ChatPage['readAll'] = (lines) => {
    const facts = askProbe(lines);
    return lines.map((line, place) => readKnowing(line, facts[place] ?? {}));
  };

  return {
    lineAt: (node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const line = element?.closest<HTMLElement>(anySelector.line) ?? undefined;
      return line?.closest(anySelector.container) ? line : undefined;
    },
    nameAt: (node) => node.closest(anySelector.name) ?? undefined,
    read: (line) => readAll([line])[0],
    readAll,
    lines: () => {
      const container = findAnchor(document, 'container');
      return container ? [...container.querySelectorAll<HTMLElement>(anySelector.line)] : [];
    },
    deletedLines: () => {
      const container = findAnchor(document, 'container');
      // Asked one by one: all of them at once keep a browser from what it finds by class, and cost six times as much.
      const marks = anchors.deleted.selectors.flatMap((mark) => [
        ...(container?.querySelectorAll(mark) ?? []),
      ]);
      const lines = marks.map((mark) => mark.closest<HTMLElement>(anySelector.line));
      return [...new Set(lines)].filter((line) => line !== null);
    },
    scrollerOf: (line) => line.closest<HTMLElement>(anySelector.scroller) ?? undefined,
    watch: (listener, signal) => watchLines(linePlace(document), listener, signal),
    viewer: () => viewerIn(document, channel),
    rules: () => roomOf(document, channel)?.rules ?? [],
    theme: () =>
      document.querySelector(anySelector.dark)
        ? 'dark'
        : document.querySelector(anySelector.light)
          ? 'light'
          : undefined,
  };
}
