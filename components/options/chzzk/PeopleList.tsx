import type { VNode } from 'preact';

import type { Part } from '../../../lib/chzzk/manage/wish.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import type { IconName } from '../../icons.ts';
import { SearchInput } from '../../SearchInput.tsx';
import { EmptyState } from '../../States.tsx';
import { Arrival } from './Arrival.tsx';
import type { ManageProps } from './Manage.tsx';
import { ManageTable } from './Table.tsx';

/** What a list of people is drawn from. */
export interface PeopleListProps<Row> extends Pick<ManageProps, 'state' | 'actions'> {
  part: Part<Row> | undefined;
  icon: IconName;
  /** How many there are, and what stands there when there is nobody. */
  words: Readonly<Record<'count' | 'none' | 'hint', TextKey>>;
  columns: readonly TextKey[];
  /** Draws a row. */
  children: (row: Row) => VNode;
}

/** People whom CHZZK lists part by part, and finds by their names. */
export function PeopleList<Row>({
  part,
  state,
  actions,
  icon,
  words,
  columns,
  children,
}: PeopleListProps<Row>): VNode {
  const left = part ? part.total - part.users.length : 0;
  return (
    <>
      <div class="ss-log-bar">
        <SearchInput
          label={text('restrictionsSearch')}
          clearLabel={text('clearSearch')}
          value={state.name}
          onChange={actions.search}
        />
        {part && <span role="status">{text(words.count, part.total)}</span>}
      </div>
      <Arrival isHere={part !== undefined} state={state} actions={actions} />
      {part?.users.length === 0 &&
        (state.name === '' ? (
          <EmptyState icon={icon} title={text(words.none)} text={text(words.hint)} />
        ) : (
          <p class="ss-quiet">{text('searchNothing')}</p>
        ))}
      {part && part.users.length > 0 && (
        <ManageTable columns={columns}>{part.users.map(children)}</ManageTable>
      )}
      {left > 0 && (
        <div class="ss-more">
          <Button onClick={actions.more}>{text('showMore', left)}</Button>
        </div>
      )}
    </>
  );
}
