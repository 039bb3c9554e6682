import type { VNode } from 'preact';

import { describeFailure } from '../../lib/failure-text.ts';
import type { LogEntry } from '../../lib/moderation/action.ts';
import {
  canUndo,
  type LogFilter,
  type Result,
  resultOf,
  resultTexts,
  whatText,
  whyText,
} from '../../lib/options/action-log.ts';
import { text } from '../../lib/text.ts';
import { Badge, type BadgeKind } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import type { IconName } from '../icons.ts';
import { RelativeTime } from '../RelativeTime.tsx';

/** What the table is drawn from. */
export interface LogTableProps {
  entries: readonly LogEntry[];
  now: number;
  /** The entry that is being taken back now. */
  undoing: string | undefined;
  onUndo: (id: string) => void;
  /** Shows what happened to one person. */
  onWhom: (whom: NonNullable<LogFilter['whom']>) => void;
}

/** Actions with what became of them. */
export function LogTable({ entries, ...row }: LogTableProps): VNode {
  return (
    <div class="ss-table-frame" tabIndex={0} role="region" aria-label={text('optionsLog')}>
      <table class="ss-table ss-log">
        <thead>
          <tr>
            <th scope="col">{text('logWhen')}</th>
            <th scope="col">{text('logWhat')}</th>
            <th scope="col">{text('logWhom')}</th>
            <th scope="col">{text('logWhere')}</th>
            <th scope="col">{text('reason')}</th>
            <th scope="col">{text('logBy')}</th>
            <th scope="col">{text('logResult')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <LogRow key={entry.id} entry={entry} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type LogRowProps = Omit<LogTableProps, 'entries'> & { entry: LogEntry };

function LogRow({ entry, now, undoing, onUndo, onWhom }: LogRowProps): VNode {
  const { id, action, by, at } = entry;
  const { platform, target, channel, channelName = channel, reason, text: said } = action;
  return (
    <tr>
      <td class="ss-log-when">
        <RelativeTime at={at} now={now} />
      </td>
      <td>{whatText(action)}</td>
      <th scope="row">
        <button
          type="button"
          class="ss-log-whom"
          title={text('logWhomTip', target.name)}
          onClick={() => onWhom({ platform, login: target.login })}
        >
          <bdi>{target.name}</bdi>
        </button>
        {target.name.toLowerCase() !== target.login && <span class="ss-quiet"> ({target.login})</span>}
      </th>
      <td>{channelName}</td>
      <td class="ss-log-reason">
        <bdi>{reason ?? said}</bdi>
      </td>
      <td>{by.login}</td>
      <td class="ss-log-result">
        {canUndo(entry, now) ? (
          <Button
            size="small"
            icon="undo"
            busy={undoing === id}
            aria-label={`${text('undo')}: ${whatText(action)}, ${target.login}`}
            onClick={() => onUndo(id)}
          >
            {text('undo')}
          </Button>
        ) : (
          <ResultMark entry={entry} />
        )}
      </td>
    </tr>
  );
}

const marks: Readonly<Record<Result, { readonly kind: BadgeKind; readonly icon: IconName }>> = {
  done: { kind: 'success', icon: 'check' },
  undone: { kind: 'neutral', icon: 'undo' },
  started: { kind: 'neutral', icon: 'clock' },
  failed: { kind: 'danger', icon: 'warning' },
  unknown: { kind: 'warning', icon: 'info' },
};

/** What became of an action, and why where it failed. */
function ResultMark({ entry }: { entry: LogEntry }): VNode {
  const result = resultOf(entry);
  const why = whyText(entry);
  return (
    <>
      <Badge {...marks[result]} title={tipOf(entry)}>
        {text(resultTexts[result])}
      </Badge>
      {why !== '' && (
        <span class="ss-log-why">
          <bdi>{why}</bdi>
        </span>
      )}
    </>
  );
}

function tipOf({ result, action }: LogEntry): string | undefined {
  if (result?.state === 'unknown') return text('logUnknownTip');
  if (result?.state !== 'failed' || result.failure === undefined) return undefined;
  const { title, hint } = describeFailure(result.failure, action.platform);
  return `${title}\n${hint}`;
}
