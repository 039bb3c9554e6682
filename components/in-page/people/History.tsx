import type { VNode } from 'preact';

import { durationText } from '../../../lib/moderation/duration.ts';
import type { LoggedAction } from '../../../lib/moderation/action.ts';
import { whatText } from '../../../lib/options/action-log.ts';
import { ofOthers, type SeenAct } from '../../../lib/pages/seen-moderation.ts';
import { text } from '../../../lib/text.ts';
import { Icon } from '../../Icon.tsx';
import { When } from './When.tsx';

/** What the list is drawn from. */
export interface HistoryProps {
  /** What the user did, newest first. */
  entries: readonly LoggedAction[];
  /** What the page showed to be done, oldest first. */
  seen: readonly SeenAct[];
}

/** What happened to somebody here: by the user, and by others as far as the page showed it; newest first. */
export function History({ entries, seen }: HistoryProps): VNode {
  const rows = [
    ...entries.map((entry) => ({ at: entry.at, row: <Own key={entry.id} {...entry} /> })),
    ...ofOthers(seen, entries).map((act) => ({ at: act.at, row: <Others key={act.messages[0]} {...act} /> })),
  ].toSorted((one, other) => other.at - one.at);
  if (rows.length === 0) return <p class="ss-quiet">{text('cardHistoryEmpty')}</p>;
  return <ul class="ss-card-list">{rows.map(({ row }) => row)}</ul>;
}

function Own({ action, at, by, undoneAt }: LoggedAction): VNode {
  return (
    <li data-undone={undoneAt !== undefined || undefined}>
      <span class="ss-card-when">
        <When at={at} withTime />
      </span>
      <span>
        {whatText(action)}
        {action.reason !== undefined && (
          <>
            {': '}
            <bdi>{action.reason}</bdi>
          </>
        )}
        <span class="ss-quiet">
          {' '}
          {by.login}
          {undoneAt !== undefined && `, ${text('lineUndone')}`}
        </span>
      </span>
    </li>
  );
}

function Others({ kind, by, seconds, at, isEarlier, messages }: SeenAct): VNode {
  const what =
    kind === 'timeout'
      ? text('lineDoneTimeout', durationText(seconds ?? 0))
      : kind === 'ban'
        ? text('lineDoneBan')
        : messages.length > 1
          ? text('seenDeletions', messages.length)
          : text('seenDeletion');
  return (
    <li>
      <span class="ss-card-when">
        {isEarlier && <span aria-label={text('seenBefore')}>&lt; </span>}
        <When at={at} withTime />
      </span>
      <span>
        <Icon name="eye" size={14} /> {what}
        <span class="ss-quiet">
          {' '}
          {by !== undefined && `${by}, `}
          {text('seenHere')}
        </span>
      </span>
    </li>
  );
}
