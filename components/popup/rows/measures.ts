/** The measures of the rows: only those in view are drawn, so they must be known beforehand. */
import { scaleOf } from '../../../lib/options/appearance.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';

/** How much a row shows: what the user chose, or two lines (`brief`). */
export type RowLook = Settings['live.rows'] | 'brief';

/** Heights at the normal font size, px; the CSS has the same figures. */
const heights: Readonly<Record<RowLook, number>> = { compact: 32, brief: 46, normal: 62, thumbnail: 92 };

/** Rows drawn beyond what is seen, so that a quick scroll does not meet emptiness. */
export const spare = 4;

/** The height of a row, px. */
export function rowHeight(look: RowLook, settings: Pick<Settings, 'appearance.fontSize'>): number {
  return Math.round(heights[look] * scaleOf[settings['appearance.fontSize']]);
}

/** A part of the list: from the row `from` up to, but without, the row `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The rows to draw at `scrollTop` in a view of `viewHeight`, both px, out of `count`; `beyond`: as many more to each side. */
export function stretchAt(
  scrollTop: number,
  viewHeight: number,
  height: number,
  count: number,
  beyond = spare,
): Stretch {
  const top = Math.max(0, scrollTop);
  const first = Math.floor(top / height);
  // The first may be seen in part only, and the last as well.
  const seen = Math.ceil((top - first * height + viewHeight) / height);
  // A list that has become shorter is scrolled back by the browser only after it is drawn.
  const from = Math.max(0, Math.min(first - beyond, count - seen - beyond));
  return { from, to: Math.min(count, Math.max(first, from) + seen + beyond) };
}

/** Where to scroll so that the row at `index` is seen whole; `undefined` when it is. */
export function scrollFor(
  index: number,
  scrollTop: number,
  viewHeight: number,
  height: number,
): number | undefined {
  const top = index * height;
  if (top < scrollTop) return top;
  const bottom = top + height;
  return bottom > scrollTop + viewHeight ? bottom - viewHeight : undefined;
}
