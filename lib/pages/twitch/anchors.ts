/**
 * Every place in Twitch's page that Sidestage holds on to, and nothing else in the house knows a class name of Twitch.
 *
 * Selectors stand best first: test hooks (`data-a-target`) and block names (`chat-line__…`) have lived for years, hashed
 * classes change with every build and are never used, labels are translated.
 */

import { type Anchor, anySelectorOf, findBy, type Loss } from '../anchor.ts';

export type { Loss };

/** Lines in the chat of a recording: other markup, and nothing in it tells a message's id. */
const recordedLines = ['.video-chat__message', '[data-test-selector="comment-message-selector"]'] as const;

const table = {
  room: {
    selectors: [
      'section[data-test-selector="chat-room-component-layout"]',
      '.chat-room',
      '.chat-room__content',
      '.stream-chat',
    ],
    lastSeen: '2024-09',
    in: 'live',
    loss: 'lossRole',
  },
  container: {
    // 7TV hides Twitch's list and draws its own; where that stands, it is what people see.
    selectors: [
      '.seventv-chat-list',
      '.chat-scrollable-area__message-container',
      '[data-test-selector="chat-scrollable-area__message-container"]',
      '.chat-list--default [role="log"]',
      '.chat-list__list-container',
      '.video-chat__message-list-wrapper ul',
    ],
    lastSeen: '2026-10',
    in: 'chat',
    loss: 'lossTools',
  },
  scroller: {
    selectors: ['.simplebar-scroll-content', '.seventv-scroller', '[data-a-target="chat-scroller"]'],
    lastSeen: '2024-09',
    in: 'live',
    loss: 'lossHolding',
  },
  line: {
    selectors: [
      '.chat-line__message',
      '[data-a-target="chat-line-message"]',
      '.seventv-message',
      ...recordedLines,
    ],
    lastSeen: '2026-10',
    loss: 'lossTools',
  },
  recordedLine: {
    selectors: recordedLines,
    // The capture names the year alone.
    lastSeen: '2021-01',
    loss: 'lossTools',
  },
  heldLine: {
    selectors: ['.chat-line__message--special'],
    lastSeen: '2024-09',
    loss: 'lossHeld',
  },
  name: {
    selectors: [
      '[data-a-target="chat-message-username"]',
      '.chat-author__display-name',
      '.seventv-chat-user-username',
    ],
    lastSeen: '2026-10',
    in: 'line',
    loss: 'lossNames',
  },
  body: {
    selectors: ['[data-a-target="chat-line-message-body"]', '.seventv-message-body', 'span.message'],
    lastSeen: '2026-10',
    loss: 'lossWords',
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
    in: 'line',
    loss: 'lossWords',
  },
  emote: {
    selectors: [
      'img.chat-line__message--emote',
      '.chat-line__message--emote-button img',
      '.seventv-message-body img',
    ],
    lastSeen: '2026-10',
    loss: 'lossWords',
  },
  mention: {
    selectors: ['.mention-fragment', '[data-a-target="chat-message-mention"]'],
    lastSeen: '2026-10',
    loss: 'lossWords',
  },
  link: {
    selectors: ['a.link-fragment', '.seventv-message-body a[href]'],
    lastSeen: '2026-10',
    loss: 'lossWords',
  },
  badge: {
    selectors: ['img.chat-badge'],
    lastSeen: '2026-10',
    loss: 'lossModerators',
  },
  namedBadge: {
    selectors: ['.ffz-badge[data-provider="twitch"]'],
    lastSeen: '2026-06',
    loss: 'lossModerators',
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
    loss: 'lossDeleted',
  },
  action: {
    selectors: ['.chat-line__message-body--italicized'],
    lastSeen: '2026-10',
    loss: 'lossActions',
  },
  highlighted: {
    selectors: ['.chat-line__message-body--highlighted'],
    lastSeen: '2026-10',
    loss: 'lossKinds',
  },
  announcement: {
    selectors: ['.announcement-line'],
    lastSeen: '2026-10',
    loss: 'lossKinds',
  },
  dark: {
    selectors: ['html.tw-root--theme-dark', '[data-a-target="chat-theme-dark"]'],
    lastSeen: '2024-09',
    loss: 'lossTheme',
  },
  light: {
    selectors: ['html.tw-root--theme-light', '[data-a-target="chat-theme-light"]'],
    lastSeen: '2024-09',
    loss: 'lossTheme',
  },
} as const satisfies Record<string, Anchor>;

/** The name of an anchor. */
export type AnchorName = keyof typeof table;

/** The table of anchors. */
export const anchors: Readonly<Record<AnchorName, Anchor>> = table;

/** The names of all anchors. */
export const anchorNames = Object.keys(table) as readonly AnchorName[];

/** One selector that matches whatever any selector of the anchor matches. */
export const anySelector = anySelectorOf<AnchorName>(table);

/** The first element in `root` for the anchor, by its best selector that matches at all. */
export const findAnchor = (root: ParentNode, name: AnchorName): Element | undefined =>
  findBy(anchors[name], root);
