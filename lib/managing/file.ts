/** A list of the panel as a file. */
import type { Found, ManageList, ManageLists } from '../chzzk/manage/wish.ts';
import { csvOf } from '../options/csv.ts';

/** How a list can be saved. */
export type FileFormat = 'csv' | 'json';

/** A file for the user. */
export interface ListFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** Lists that are lists of rows. */
export type RowsList = Exclude<ManageList, 'rule' | 'settings'>;

/** The row of a list. */
export type RowOf<List extends RowsList> = ManageLists[List] extends
  { readonly rows: readonly (infer Row)[] } | readonly (infer Row)[]
  ? Row
  : never;

const video = ['no', 'title', 'seconds', 'at', 'views', 'isHidden'] as const;
const clip = ['id', 'title', 'seconds', 'at', 'by'] as const;

/** What of each list goes into a table, in this order. */
const columns: { readonly [List in RowsList]: readonly (keyof RowOf<List> & string)[] } = {
  restrictions: ['id', 'name', 'at', 'until', 'memo', 'by'],
  requests: ['no', 'id', 'name', 'at', 'plea'],
  followers: ['id', 'name', 'at'],
  subscribers: ['id', 'name', 'at', 'tier', 'months', 'period'],
  words: ['no', 'word', 'by', 'at'],
  helpers: ['id', 'name', 'role', 'at'],
  replays: video,
  uploads: video,
  clips: clip,
  madeClips: clip,
};

/** Whether a list can be saved as a file. */
export const isRowsList = (list: ManageList): list is RowsList => Object.hasOwn(columns, list);

const times: ReadonlySet<string> = new Set(['at', 'until']);

/** Times as they are read everywhere. */
const plain = (row: object): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(row as Record<string, string | number | boolean>).map(([name, value]) => [
      name,
      times.has(name) && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  );

/** The rows of what was found. */
export const rowsOf = (found: Found['found']): readonly object[] =>
  typeof found === 'object' && 'rows' in found ? found.rows : Array.isArray(found) ? found : [];

/** The file. `now` is Unix epoch milliseconds. */
export function listFile(list: RowsList, rows: readonly object[], format: FileFormat, now: number): ListFile {
  const name = `sidestage-chzzk-${list}-${new Date(now).toISOString().slice(0, 10)}.${format}`;
  const all = rows.map(plain);
  return format === 'csv'
    ? { name, type: 'text/csv', content: csvOf<string>(columns[list], all) }
    : { name, type: 'application/json', content: `${JSON.stringify(all, undefined, 2)}\n` };
}
