/** Numbers about numbers. */

/** The value below which the share `q` (0 to 1) of `values` lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

/** The middle value. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `value` with `digits` digits after the point. */
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
