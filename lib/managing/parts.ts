/** Lists that come in parts. */
import type { ManageLists, ManageList, Part } from '../chzzk/manage/wish.ts';

/** What a row is known by; of whoever has left, CHZZK tells nothing. */
const keyOf = (row: object): unknown => ('no' in row ? row.no : 'id' in row ? row.id : undefined);

/** A list with its next part; whoever stands in both is there once. */
export function joined<Row extends object>(before: Part<Row>, next: Part<Row>): Part<Row> {
  const known = new Set(before.rows.map(keyOf));
  const rows = next.rows.filter((row) => keyOf(row) === undefined || !known.has(keyOf(row)));
  return { rows: [...before.rows, ...rows], total: next.total };
}

/** Whether a list comes in parts. */
export const isPart = (found: ManageLists[ManageList]): found is Part<object> =>
  typeof found === 'object' && 'rows' in found;
