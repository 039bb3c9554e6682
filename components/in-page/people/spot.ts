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
