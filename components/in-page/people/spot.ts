/** Where a panel of ours stands in the window. */

/** A place in the window, px from its upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Width and height, px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How wide the chat is, and how far a panel opens from it, from the window's edge and from its top, px. */
const aside = { chat: 340, gap: 12, edge: 6, top: 70 };

/** How far a panel opens from the one that was opened before it, px. */
const cascade = 28;

/**
 * Where a panel opens: beside the chat, and beside `before` others. With `height`, what comes late makes it as high as that, and
 * then it must not move: in a low window it opens further up.
 */
export function besideChat(
  { width, height = 0 }: Pick<Size, 'width'> & Partial<Size>,
  { innerWidth, innerHeight }: Pick<Window, 'innerWidth' | 'innerHeight'>,
  before = 0,
): Spot {
  const shift = before * cascade;
  const free = innerWidth - aside.chat - aside.gap - width;
  const low = Math.max(aside.edge, innerHeight - height - aside.edge);
  return { x: Math.max(aside.edge, free - shift), y: Math.min(aside.top + shift, low) };
}

/** How wide a panel is where nothing else is said, and how high panels get (see panel.css), px. */
export const usual: Size = { width: 320, height: 620 };

/** Of a panel with forms and lists, px. */
export const wide: Size = { ...usual, width: 380 };

/** The nearest place to `spot` at which a panel of that size is wholly in `window`, or at least its upper left corner. */
export const fitted = ({ x, y }: Spot, panel: Size, window: Size): Spot => ({
  x: Math.max(0, Math.min(x, window.width - panel.width)),
  y: Math.max(0, Math.min(y, window.height - panel.height)),
});

/** Where a panel at `spot` goes when it changes its size: it stays where it is, unless what was wholly in `window` no longer would be. */
export function grown(spot: Spot, before: Size, after: Size, window: Size): Spot {
  const fits = ({ x, y }: Spot): boolean => x === spot.x && y === spot.y;
  return fits(fitted(spot, before, window)) ? fitted(spot, after, window) : spot;
}
