/**
 * Walking with the arrow keys through things of which one is in the tab order.
 */

/** The direction in which the things stand. */
export type Axis = 'horizontal' | 'vertical' | 'both';

/** How a walk behaves. */
export interface Walk {
  readonly axis: Axis;
  /** The line of writing runs from right to left. */
  readonly rtl?: boolean;
  /** Past the last comes the first; on unless told. */
  readonly wrap?: boolean;
}

/** The index that `key` leads to from `index` among `count` things, or `null` where the key is not for walking. */
export function walk(
  key: string,
  index: number,
  count: number,
  { axis, rtl = false, wrap = true }: Walk,
): number | null {
  if (count === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const stride = strideOf(key, axis, rtl);
  if (stride === 0) return null;
  if (index < 0) return stride > 0 ? 0 : count - 1;
  const next = index + stride;
  return wrap ? (next + count) % count : Math.min(Math.max(next, 0), count - 1);
}

function strideOf(key: string, axis: Axis, rtl: boolean): -1 | 0 | 1 {
  if (axis !== 'horizontal') {
    if (key === 'ArrowDown') return 1;
    if (key === 'ArrowUp') return -1;
  }
  if (axis !== 'vertical') {
    if (key === 'ArrowRight') return rtl ? -1 : 1;
    if (key === 'ArrowLeft') return rtl ? 1 : -1;
  }
  return 0;
}
