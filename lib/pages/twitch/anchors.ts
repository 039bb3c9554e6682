/**
 * Every place in Twitch's page that Sidestage holds on to, and nothing else in the house knows a class name of Twitch.
 *
 * Selectors stand best first: test hooks (`data-a-target`) and block names (`chat-line__…`) have lived for years, hashed
 * classes change with every build and are never used, labels are translated.
 */

/** One anchor. `lastSeen` is the month in which it was last found in a real page; `lostWithout` names what then fails. */
export interface Anchor {
  readonly selectors: readonly [string, ...string[]];
  readonly lastSeen: `${number}-${number}`;
  readonly lostWithout: string;
}

const table = {
  room: {
    selectors: [
      'section[data-test-selector="chat-room-component-layout"]',
      '.chat-room',
      '.chat-room__content',
      '.stream-chat',
    ],
    lastSeen: '2024-09',
    lostWithout: 'who the user is in this channel, before a line is seen',
  },
  container: {
    // 7TV hides Twitch's list and draws its own; where that stands, it is what people see.
    selectors: [
      '.seventv-chat-list',
      '.chat-scrollable-area__message-container',
      '[data-test-selector="chat-scrollable-area__message-container"]',
      '.chat-list--default [role="log"]',
      '.chat-list__list-container',
    ],
    lastSeen: '2026-10',
    lostWithout: 'every tool in the chat lines',
  },
  scroller: {
    selectors: ['.simplebar-scroll-content', '.seventv-scroller', '[data-a-target="chat-scroller"]'],
    lastSeen: '2024-09',
    lostWithout: 'holding chat still under the pointer',
  },
  line: {
    selectors: ['.chat-line__message', '[data-a-target="chat-line-message"]', '.seventv-message'],
    lastSeen: '2026-10',
    lostWithout: 'every tool in the chat lines',
  },
  heldLine: {
    selectors: ['.chat-line__message--special'],
    lastSeen: '2024-09',
    lostWithout: 'telling a message held by AutoMod from one that was said',
  },
  name: {
    selectors: [
      '[data-a-target="chat-message-username"]',
      '.chat-author__display-name',
      '.seventv-chat-user-username',
    ],
    lastSeen: '2026-10',
    lostWithout: 'display names, when the probe is silent too',
  },
  body: {
    selectors: ['[data-a-target="chat-line-message-body"]', '.seventv-message-body', 'span.message'],
    lastSeen: '2026-10',
    lostWithout: 'what was said, when the probe is silent too',
  },
  bodyPart: {
    selectors: [
      '.text-fragment',
      '.mention-fragment',
      '.link-fragment',
      'img.chat-line__message--emote',
      '[data-a-target="chat-message-text"]',
    ],
    lastSeen: '2026-10',
    lostWithout: 'what was said in lines without a body element',
  },
  badge: {
    selectors: ['img.chat-badge'],
    lastSeen: '2026-10',
    lostWithout: 'who is a moderator, when the probe is silent too',
  },
  deleted: {
    selectors: [
      '[data-a-target="chat-deleted-message-placeholder"]',
      '.chat-line__message--deleted-notice',
      '.chat-line__message--deleted-detailed',
      '.chat-line__message--censored-detailed',
      '.chat-line__message--deleted',
      '[data-test-selector="chat-deleted-message-attribution"]',
    ],
    lastSeen: '2026-10',
    lostWithout: 'which messages are deleted, when the probe is silent too',
  },
  action: {
    selectors: ['.chat-line__message-body--italicized'],
    lastSeen: '2026-10',
    lostWithout: 'which messages are /me, when the probe is silent too',
  },
  dark: {
    selectors: ['html.tw-root--theme-dark', '[data-a-target="chat-theme-dark"]'],
    lastSeen: '2024-09',
    lostWithout: 'the page’s theme; ours then follows the browser',
  },
  light: {
    selectors: ['html.tw-root--theme-light', '[data-a-target="chat-theme-light"]'],
    lastSeen: '2024-09',
    lostWithout: 'the page’s theme; ours then follows the browser',
  },
} as const satisfies Record<string, Anchor>;

/** The name of an anchor. */
export type AnchorName = keyof typeof table;

/** The table of anchors. */
export const anchors: Readonly<Record<AnchorName, Anchor>> = table;

/** One selector that matches whatever any selector of the anchor matches. */
export const anySelector: Readonly<Record<AnchorName, string>> = Object.fromEntries(
  Object.entries(table).map(([name, { selectors }]) => [name, selectors.join(',')]),
) as Record<AnchorName, string>;

/** The first element in `root` for the anchor, by its best selector that matches at all. */
export function findAnchor(root: ParentNode, name: AnchorName): Element | undefined {
  for (const selector of anchors[name].selectors) {
    const element = root.querySelector(selector);
    if (element) return element;
  }
  return undefined;
}
