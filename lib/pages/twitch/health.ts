/** Which readers and which anchors hold on to the page now: plain data, without a word of what anybody said. */
import type { ChatPage } from '../chat-page.ts';
import { type AnchorName, anchorNames, anchors, type Loss } from './anchors.ts';
import { askProbe } from './ask.ts';

/** How a page stands. */
export interface PageHealth {
  /** Anchor → which of its selectors matches, the best being 0; -1: none. */
  readonly anchors: Readonly<Record<string, number>>;
  /** Whether the probe answers for a line; absent while no line stands. */
  readonly probe?: boolean;
  /** Whether the ids of messages are known, from whichever reader; absent while no line stands. */
  readonly ids?: boolean;
}

/** Looks every anchor up in `root`. Costs one query per selector, so it is for asking and not for watching. */
export function anchorsIn(root: ParentNode): Record<AnchorName, number> {
  const found = anchorNames.map((name) => [
    name,
    anchors[name].selectors.findIndex((selector) => root.querySelector(selector)),
  ]);
  return Object.fromEntries(found) as Record<AnchorName, number>;
}

/** How `chat`, which stands in `document`, holds. */
export function healthOf(document: Document, chat: Pick<ChatPage, 'lines' | 'read'>): PageHealth {
  const lines = chat
    .lines()
    .slice(-5)
    .filter((line) => chat.read(line));
  const found = anchorsIn(document);
  return {
    anchors: found,
    // In a recording nobody looks for ids.
    ...(lines.length > 0 &&
      found.recordedLine < 0 && {
        probe: lines.some((line) => askProbe(line).line),
        ids: lines.some((line) => chat.read(line)?.id !== undefined),
      }),
  };
}

/** What is off in a page that stands so. Where there is no chat at all, nothing is missed. */
export function lossesOf({ anchors: found, probe, ids }: PageHealth): readonly Loss[] {
  const has = (name: AnchorName): boolean => (found[name] ?? -1) >= 0;
  const chat = has('room') || has('container');
  const isRecorded = has('recordedLine');
  const isThere = {
    chat,
    live: chat && !isRecorded,
    line: has('line') && (isRecorded || probe === false),
  };
  const lost = anchorNames
    .filter((name) => {
      const place = anchors[name].in;
      return place && isThere[place] && !has(name);
    })
    .map((name) => anchors[name].loss);
  return [...new Set<Loss>([...lost, ...(ids === false ? (['lossIds'] as const) : [])])];
}
