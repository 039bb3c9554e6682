/**
 * Every place in CHZZK's page that Sidestage holds on to, and nothing else in the house knows a class name of CHZZK.
 *
 * Two generations of class names are about: `live_chatting_list_item__0SGhw` until June 2026, `_item_sg7hy_7` since. What stands
 * around the role's name changes with every build, so it is matched inside what is not hashed: ids, roles of ARIA.
 */
import { type Anchor, anySelectorOf, findBy } from '../anchor.ts';

const table = {
  log: {
    selectors: [
      'aside#aside-chatting [role="log"]',
      'aside#vod-aside [role="log"]',
      'aside#aside-chatting',
      'aside#vod-aside',
    ],
    lastSeen: '2026-08',
    in: 'chat',
    loss: 'lossTools',
  },
  /** Rankings, missions and what is pinned are called so too: see {@link rowAt}. */
  item: {
    selectors: ['[class*="_item_"]', '[class*="live_chatting_list_item__"]'],
    lastSeen: '2026-08',
    in: 'line',
    loss: 'lossTools',
  },
  message: {
    selectors: ['[class*="_chatting_message_"]', '[class*="live_chatting_message_"]'],
    lastSeen: '2026-08',
    loss: 'lossTools',
  },
  /** Stands above the lines; what it holds was said long ago. */
  pinned: {
    selectors: ['[class*="_fixed_"]'],
    lastSeen: '2026-08',
    loss: 'lossKinds',
  },
  nickname: {
    selectors: ['[class*="_nickname_"]', '[class*="_username_"]', 'button[class*="nickname"]'],
    lastSeen: '2026-08',
    in: 'line',
    loss: 'lossNames',
  },
  text: {
    selectors: ['[class*="_text_"]', '[class*="live_chatting_message_text__"]'],
    lastSeen: '2026-08',
    in: 'line',
    loss: 'lossWords',
  },
  hidden: {
    selectors: ['[class*="_is_hidden_"]'],
    lastSeen: '2026-08',
    loss: 'lossDeleted',
  },
} as const satisfies Record<string, Anchor>;

/** The name of an anchor. */
export type AnchorName = keyof typeof table;

/** The table of anchors. */
export const anchors: Readonly<Record<AnchorName, Anchor>> = table;

/** One selector that matches whatever any selector of the anchor matches. */
export const anySelector = anySelectorOf<AnchorName>(table);

/** What stands in a line instead of words that are hidden, in CHZZK's own. */
export const hiddenWords: ReadonlySet<string> = new Set([
  '메시지가 블라인드 처리되었습니다.',
  '클린봇이 부적절한 표현을 감지했습니다.',
]);

/** The first element in `root` for the anchor, by its best selector that matches at all. */
export const findAnchor = (root: ParentNode, name: AnchorName): Element | undefined =>
  findBy(anchors[name], root);

/** The row of chat that `element` is (in): an item of the log that holds what a chatter said, and is not pinned. */
export const rowAt = (element: Element | null): HTMLElement | undefined =>
  isPinned(element) ? undefined : itemAt(element);

/** The pinned message that `element` is (in). */
export const pinnedAt = (element: Element | null): HTMLElement | undefined =>
  isPinned(element) ? itemAt(element) : undefined;

/** Whether `element` is in that part of the log where what is pinned stands. */
function isPinned(element: Element | null): boolean {
  const log = element?.closest(anySelector.log);
  const place = element?.closest(anySelector.pinned);
  return place != null && place !== log && log?.contains(place) === true;
}

function itemAt(element: Element | null): HTMLElement | undefined {
  const log = element?.closest(anySelector.log);
  if (!log) return undefined;
  let row = element?.closest<HTMLElement>(anySelector.item);
  while (row && log.contains(row) && !row.querySelector(anySelector.message))
    row = row.parentElement?.closest<HTMLElement>(anySelector.item);
  return row && row !== log && log.contains(row) ? row : undefined;
}

/** The rows in `root`, which is (in) the log, as they follow each other in the document. */
export function rowsIn(root: Element): readonly HTMLElement[] {
  const rows = [...root.querySelectorAll(anySelector.message)].map(rowAt);
  return [...new Set(rows.filter((row) => row !== undefined))];
}

/** `rows`, which follow each other in the document, with the oldest first: the newest may stand first there. */
export function inOrder(rows: readonly HTMLElement[]): readonly HTMLElement[] {
  const holder = rows[0]?.parentElement;
  const isReversed = holder != null && getComputedStyle(holder).flexDirection === 'column-reverse';
  return isReversed ? rows.toReversed() : rows;
}
