import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

import { text, type TextKey } from '../../lib/text.ts';
import type { IconName } from '../icons.ts';
import { SearchInput } from '../SearchInput.tsx';
import { EmptyState } from '../States.tsx';
import { Arrival } from './Arrival.tsx';
import type { ManageProps } from './props.ts';
import { type Column, ManageTable } from './Table.tsx';
import { type Many, useMany } from './use-many.ts';

/** What a list that comes as a whole is drawn from. */
export interface WholeListProps<Row> extends Pick<ManageProps, 'state' | 'actions'> {
  rows: readonly Row[] | undefined;
  icon: IconName;
  /** The name of its search, and what stands there when there is nothing. */
  words: Readonly<Record<'search' | 'none' | 'hint', TextKey>>;
  columns: readonly Column<Row>[];
  /** By which of its words a row is found. */
  foundBy: (row: Row) => readonly string[];
  /** What else stands above it, last. */
  bar?: ComponentChildren;
  /** What can be done with those that are chosen; without it, none can be. */
  many?: Many<Row> | undefined;
  /** Draws a row, as {@link ManageTable} does. */
  children: (row: Row, index: number, lead: VNode | undefined) => VNode;
}

/** What CHZZK lists as a whole; it is searched here. */
export function WholeList<Row>({
  rows,
  state,
  actions,
  icon,
  words,
  columns,
  foundBy,
  bar,
  many,
  children,
}: WholeListProps<Row>): VNode {
  const [query, setQuery] = useState('');
  const { choosing, drawMany } = useMany(many);
  const wanted = query.trim().toLocaleLowerCase();
  const found = (rows ?? []).filter((row) =>
    foundBy(row).some((word) => word.toLocaleLowerCase().includes(wanted)),
  );
  return (
    <>
      <Arrival isHere={rows !== undefined} state={state} actions={actions} />
      {rows?.length === 0 && <EmptyState icon={icon} title={text(words.none)} text={text(words.hint)} />}
      {rows && rows.length > 0 && (
        <>
          <div class="ss-log-bar">
            <SearchInput
              label={text(words.search)}
              clearLabel={text('clearSearch')}
              value={query}
              onChange={setQuery}
            />
            <span role="status">{text('manageCount', found.length, rows.length)}</span>
            {drawMany(found)}
            {bar}
          </div>
          {found.length === 0 ? (
            <p class="ss-quiet">{text('searchNothing')}</p>
          ) : (
            <ManageTable columns={columns} rows={found} choosing={choosing}>
              {children}
            </ManageTable>
          )}
        </>
      )}
    </>
  );
}
