import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { type SortKey, sortedRows } from '../../lib/options/sorted-rows.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Checkbox } from '../Checkbox.tsx';
import { Icon } from '../Icon.tsx';

/** A column's head; with `by`, a press on it sorts. */
export type Column<Row> = TextKey | { readonly head: TextKey; readonly by: (row: Row) => SortKey };

/** Rows that can be chosen, for what is done with many at once. */
export interface Choosing<Row> {
  readonly chosen: ReadonlySet<string>;
  /** What a row is known by; without it, it cannot be chosen. */
  readonly keyOf: (row: Row) => string | undefined;
  readonly nameOf: (row: Row) => string;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** What the table of a list is drawn from. */
export interface ManageTableProps<Row> {
  /** What can be done with a row comes last, without a head. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  choosing?: Choosing<Row> | undefined;
  /** Draws a row; `lead` is its first cell, where rows can be chosen. */
  children: (row: Row, index: number, lead: VNode | undefined) => VNode;
}

/** A list of the section's as a table, which scrolls by itself where it is too wide. */
export function ManageTable<Row>({ columns, rows, choosing, children }: ManageTableProps<Row>): VNode {
  const [sort, setSort] = useState<{ head: TextKey; isDown: boolean }>();
  const sorted = columns.find((column) => typeof column === 'object' && column.head === sort?.head);
  const shown = sort && typeof sorted === 'object' ? sortedRows(rows, sorted.by, sort.isDown) : rows;

  /** Up, down, and as it came. */
  const press = (head: TextKey): void => {
    if (sort?.head !== head) setSort({ head, isDown: false });
    else setSort(sort.isDown ? undefined : { head, isDown: true });
  };

  return (
    <div class="ss-table-frame" tabIndex={0} role="region" aria-label={text('manageList')}>
      <table class="ss-table ss-manage-table">
        <thead>
          <tr>
            {choosing && (
              <th scope="col" class="ss-manage-choose">
                <ChooseAll rows={rows} choosing={choosing} />
              </th>
            )}
            {columns.map((column) =>
              typeof column === 'string' ? (
                <th key={column} scope="col">
                  {text(column)}
                </th>
              ) : (
                <th
                  key={column.head}
                  scope="col"
                  aria-sort={
                    sort?.head !== column.head ? undefined : sort.isDown ? 'descending' : 'ascending'
                  }
                >
                  <button type="button" class="ss-manage-sort" onClick={() => press(column.head)}>
                    {text(column.head)}
                    <Icon
                      name={sort?.head === column.head && sort.isDown ? 'chevron-down' : 'chevron-up'}
                      size={14}
                    />
                  </button>
                </th>
              ),
            )}
            <th scope="col">
              <span class="ss-aloud">{text('manageChange')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) =>
            children(row, index, choosing && <ChooseCell row={row} choosing={choosing} />),
          )}
        </tbody>
      </table>
    </div>
  );
}

function ChooseAll<Row>({ rows, choosing }: { rows: readonly Row[]; choosing: Choosing<Row> }): VNode {
  const { chosen, keyOf, onChoose } = choosing;
  const all = rows.map(keyOf).filter((key) => key !== undefined);
  const count = all.filter((key) => chosen.has(key)).length;
  return (
    <Checkbox
      label={text('chooseAll')}
      hideLabel
      checked={count > 0 && count === all.length}
      mixed={count > 0 && count < all.length}
      onChange={(isOn) => onChoose(new Set(isOn ? all : []))}
    />
  );
}

function ChooseCell<Row>({ row, choosing }: { row: Row; choosing: Choosing<Row> }): VNode {
  const { chosen, keyOf, nameOf, onChoose } = choosing;
  const key = keyOf(row);
  return (
    <td class="ss-manage-choose">
      {key !== undefined && (
        <Checkbox
          label={text('chooseOne', nameOf(row))}
          hideLabel
          checked={chosen.has(key)}
          onChange={(isOn) => {
            const next = new Set(chosen);
            if (isOn) next.add(key);
            else next.delete(key);
            onChoose(next);
          }}
        />
      )}
    </td>
  );
}
