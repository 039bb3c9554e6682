import type { ComponentChildren, VNode } from 'preact';

import { isNarrow, type Part } from '../../lib/chzzk/manage/wish.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import type { IconName } from '../icons.ts';
import { SearchInput } from '../SearchInput.tsx';
import { EmptyState } from '../States.tsx';
import { Arrival } from './Arrival.tsx';
import type { ManageProps } from './props.ts';
import { type NarrowingKind, Narrowing } from './Narrowing.tsx';
import { type Column, ManageTable } from './Table.tsx';
import { type Many, useMany } from './use-many.ts';

/** What a list that comes in parts is drawn from. */
export interface PartListProps<Row> extends Pick<ManageProps, 'state' | 'actions'> {
  part: Part<Row> | undefined;
  icon: IconName;
  /** How many there are, and what stands there when there is nothing. */
  words: Readonly<Record<'count' | 'none' | 'hint', TextKey>>;
  columns: readonly Column<Row>[];
  /** CHZZK finds its rows by people's names. */
  hasNames?: boolean | undefined;
  /** In which ways else it can be narrowed down. */
  narrowing?: readonly NarrowingKind[] | undefined;
  /** What else stands above it. */
  bar?: ComponentChildren;
  /** What can be done with those that are chosen; without it, none can be. */
  many?: Many<Row> | undefined;
  /** Draws a row, as {@link ManageTable} does. */
  children: (row: Row, index: number, lead: VNode | undefined) => VNode;
}

/** What CHZZK lists part by part, and finds by names. */
export function PartList<Row>({
  part,
  state,
  actions,
  icon,
  words,
  columns,
  hasNames = true,
  narrowing = [],
  bar,
  many,
  children,
}: PartListProps<Row>): VNode {
  const { search } = state;
  const { choosing, drawMany } = useMany(many);
  const left = part ? part.total - part.rows.length : 0;
  return (
    <>
      <div class="ss-log-bar">
        {hasNames && (
          <SearchInput
            label={text('restrictionsSearch')}
            clearLabel={text('clearSearch')}
            value={search.name}
            onChange={(name) => actions.search({ ...search, name })}
          />
        )}
        <Narrowing by={narrowing} search={search} onSearch={actions.search} />
        {bar}
        {part && <span role="status">{text(words.count, part.total)}</span>}
        {drawMany(part?.rows ?? [])}
      </div>
      <Arrival isHere={part !== undefined} state={state} actions={actions} />
      {part?.rows.length === 0 &&
        (isNarrow(search) ? (
          <p class="ss-quiet">{text('searchNothing')}</p>
        ) : (
          <EmptyState icon={icon} title={text(words.none)} text={text(words.hint)} />
        ))}
      {part && part.rows.length > 0 && (
        <ManageTable columns={columns} rows={part.rows} choosing={choosing}>
          {children}
        </ManageTable>
      )}
      {left > 0 && (
        <div class="ss-more">
          <Button onClick={actions.more}>{text('showMore', left)}</Button>
        </div>
      )}
    </>
  );
}
