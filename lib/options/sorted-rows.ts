/** Rows of a table in the order of one of its columns. */
import { spoken } from '../text.ts';

/** What a row is sorted by; without one it comes last, whichever way. */
export type SortKey = string | number | undefined;

/** The rows by their keys, or the other way round; rows with the same stay as they stood. */
export function sortedRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  isDown: boolean,
): readonly Row[] {
  const words = new Intl.Collator(spoken(), { numeric: true, sensitivity: 'base' });
  return rows.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
    return isDown ? -order : order;
  });
}
