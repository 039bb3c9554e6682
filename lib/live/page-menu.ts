/** The browser's own menu on links to channels and on channels' pages, as data. */
import type { Platform } from '../chat/message.ts';
import type { TextKey } from '../text.ts';
import type { Link } from './channel-list.ts';
import type { ways } from './opening.ts';

/** What the menu offers, in order; `only` on the pages of one platform where the other has no such thing. */
export const pageMenu = [
  { id: 'window', label: 'openWindow' },
  { id: 'chat', label: 'openChatAlone' },
  { id: 'player', label: 'openPlayer', only: 'twitch' },
  { id: 'moderator', label: 'openModerator', only: 'twitch' },
  { id: 'side', label: 'menuSide' },
  { id: 'pin', label: 'menuPin' },
] as const satisfies readonly {
  readonly id: keyof typeof ways | 'side' | 'pin';
  readonly label: TextKey;
  readonly only?: Platform;
}[];

/** What a line of the menu does. */
export type PageDeed = (typeof pageMenu)[number]['id'];

/** Where the menu is: on a link, or on the page itself. */
export type MenuSpot = 'link' | 'page';

const spots = ['link', 'page'] as const satisfies readonly MenuSpot[];

/** A line of the menu, as the browser keeps it. */
export interface MenuLine {
  /** It outlives the background. */
  readonly id: string;
  readonly spot: MenuSpot;
  readonly words: { readonly key: TextKey } | { readonly own: string };
  /** The pages, and the addresses of links, where it stands. */
  readonly patterns: readonly string[];
}

const pages: Readonly<Record<Platform, readonly string[]>> = {
  twitch: ['*://www.twitch.tv/*', '*://twitch.tv/*'],
  chzzk: ['*://chzzk.naver.com/*'],
};
const everywhere = [...pages.twitch, ...pages.chzzk];

/** The id of a line. */
export const lineId = (spot: MenuSpot, deed: string): string => `${spot}:${deed}`;

/** Before the name of one of the user's own actions. */
const own = 'own:';

/** All lines, with the user's own actions after ours. */
export function linesOf(links: readonly Link[]): readonly MenuLine[] {
  return spots.flatMap((spot) => [
    ...pageMenu.map((line): MenuLine => ({
      id: lineId(spot, line.id),
      spot,
      words: { key: line.label },
      patterns: 'only' in line ? pages[line.only] : everywhere,
    })),
    ...links.map(({ name }): MenuLine => ({
      id: lineId(spot, `${own}${name}`),
      spot,
      // The browser takes a single & for the mark of a key.
      words: { own: name.replaceAll('&', '&&') },
      patterns: everywhere,
    })),
  ]);
}

/** What the line `id` does: something of ours, or one of `links`; `undefined` when it is none of those. */
export function deedOf(id: unknown, links: readonly Link[] = []): PageDeed | Link | undefined {
  const isFor = (deed: string): boolean => spots.some((spot) => id === lineId(spot, deed));
  return pageMenu.find(({ id: deed }) => isFor(deed))?.id ?? links.find(({ name }) => isFor(`${own}${name}`));
}
