/** The browser's own menu on links to channels and on channels' pages, as data. */
import type { TextKey } from '../text.ts';
import type { ways } from './opening.ts';

/** What the menu offers, in order. */
export const pageMenu = [
  { id: 'chat', label: 'openChatAlone' },
  { id: 'player', label: 'openPlayer' },
  { id: 'moderator', label: 'openModerator' },
  { id: 'pin', label: 'menuPin' },
] as const satisfies readonly { readonly id: keyof typeof ways | 'pin'; readonly label: TextKey }[];

/** What a line of the menu does. */
export type PageDeed = (typeof pageMenu)[number]['id'];

/** Where the menu is: on a link, or on the page itself. */
export type MenuSpot = 'link' | 'page';

/** The id of a line, which outlives the background. */
export const lineId = (spot: MenuSpot, deed: PageDeed): string => `${spot}:${deed}`;

/** What the line `id` does; `undefined` when it is none of ours. */
export function deedOf(id: unknown): PageDeed | undefined {
  return pageMenu.find(({ id: deed }) => id === lineId('link', deed) || id === lineId('page', deed))?.id;
}
