import type { ComponentChildren, VNode } from 'preact';

import { text, type TextKey } from '../../../lib/text.ts';

/** What the table of a list is drawn from. */
export interface ManageTableProps {
  /** Their heads; what can be done with a row comes last, without one. */
  columns: readonly TextKey[];
  /** The rows. */
  children: ComponentChildren;
}

/** A list of the section's as a table, which scrolls by itself where it is too wide. */
export function ManageTable({ columns, children }: ManageTableProps): VNode {
  return (
    <div class="ss-table-frame" tabIndex={0} role="region" aria-label={text('manageList')}>
      <table class="ss-table ss-manage-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {text(column)}
              </th>
            ))}
            <th scope="col">
              <span class="ss-aloud">{text('manageChange')}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
