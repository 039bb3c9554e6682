/**
 * Where a floating box goes beside what it belongs to. All lengths are px of the viewport.
 */

/** A box on the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A width and a height. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a box likes to stand. */
export interface Placing {
  /** The side it takes if there is room; the other side otherwise. */
  readonly side: 'above' | 'below';
  /** Which edges are in line. */
  readonly align: 'start' | 'centre' | 'end';
  readonly rtl?: boolean;
  /** Space between the two; 4 unless told. */
  readonly gap?: number;
}

/** Least space to the edge of the viewport. */
const margin = 6;

/** The left and top at which a box of `size` stands beside `anchor`, whole inside `viewport` if it fits at all. */
export function place(
  anchor: Box,
  size: Size,
  viewport: Size,
  { side, align, rtl = false, gap = 4 }: Placing,
): { readonly left: number; readonly top: number } {
  const above = anchor.top - gap - size.height;
  const below = anchor.top + anchor.height + gap;
  const fitsAbove = above >= margin;
  const fitsBelow = below + size.height <= viewport.height - margin;
  const goesAbove = side === 'above' ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove;

  const atLeft = anchor.left;
  const atRight = anchor.left + anchor.width - size.width;
  const left = align === 'centre' ? (atLeft + atRight) / 2 : (align === 'start') === rtl ? atRight : atLeft;

  return {
    left: within(left, viewport.width - size.width),
    top: within(goesAbove ? above : below, viewport.height - size.height),
  };
}

function within(position: number, room: number): number {
  return Math.round(Math.max(margin, Math.min(position, room - margin)));
}
