import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import type { LoggedAction } from '../../lib/moderation/action.ts';
import { unlockOf } from '../../lib/moderation/unlock.ts';
import { canUndo, countsPerDay, csvOf, jsonOf, searchLog, whatText } from '../../lib/options/action-log.ts';
import type { OptionsState } from '../../lib/options/options.ts';
import { text } from '../../lib/text.ts';
import { Badge } from '../Badge.tsx';
import { Button } from '../Button.tsx';
import { RelativeTime } from '../RelativeTime.tsx';
import { SearchInput } from '../SearchInput.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { EmptyState } from '../States.tsx';
import type { OptionsActions } from './actions.ts';
import { DayCounts } from './DayCounts.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Page } from '../Section.tsx';
import { Written } from './Written.tsx';

/** What the section is drawn from. */
export interface ActionLogProps {
  state: OptionsState;
  now: number;
  actions: OptionsActions;
}

/** Rows drawn at a time. */
const page = 50;

/** Everything that was done through Sidestage, newest first. */
export function ActionLog({ state, now, actions }: ActionLogProps): VNode {
  const [query, setQuery] = useState('');
  const [drawn, setDrawn] = useState(page);
  const { log, logFailure, people, undoing, undoFailure } = state;
  const found = searchLog(log ?? [], query);
  const day = new Date(now).toISOString().slice(0, 10);

  return (
    <Page
      title={text('optionsLog')}
      lead={text('logLead')}
      actions={
        <>
          <Button
            disabled={found.length === 0}
            onClick={() => actions.save(`sidestage-log-${day}.csv`, 'text/csv', csvOf(found))}
          >
            {text('exportCsv')}
          </Button>
          <Button
            disabled={found.length === 0}
            onClick={() => actions.save(`sidestage-log-${day}.json`, 'application/json', jsonOf(found))}
          >
            {text('exportJson')}
          </Button>
        </>
      }
    >
      {logFailure && (
        <FailureNote
          failure={logFailure}
          action={
            <Button size="small" onClick={actions.reloadLog}>
              {text('tryAgain')}
            </Button>
          }
        />
      )}
      {undoFailure && (
        <FailureNote
          failure={undoFailure.failure}
          action={undoStep(undoFailure.failure, {
            again: () => actions.undo(undoFailure.id),
            unlock: actions.unlock,
          })}
        />
      )}
      {log !== undefined && log.length > 0 && (
        <div class="ss-log-bar">
          <SearchInput
            label={text('logSearch')}
            clearLabel={text('clearSearch')}
            value={query}
            onChange={(value) => {
              setQuery(value);
              setDrawn(page);
            }}
          />
          <span role="status">{text('logCount', found.length, log.length)}</span>
        </div>
      )}
      {found.length > 0 && <DayCounts days={countsPerDay(found, now)} />}
      <LogBody
        log={log}
        found={found.slice(0, drawn)}
        failed={logFailure !== undefined}
        now={now}
        undoing={undoing}
        onUndo={actions.undo}
        onWhom={(login) => {
          setQuery(login);
          setDrawn(page);
        }}
      />
      {found.length > drawn && (
        <div class="ss-more">
          <Button onClick={() => setDrawn(drawn + page)}>{text('showMore', found.length - drawn)}</Button>
        </div>
      )}
      {people && <Written people={people} now={now} onForget={actions.forget} />}
    </Page>
  );
}

/** The button that goes on with an undoing that failed, where one can. */
function undoStep(failure: Failure, how: { again: () => void; unlock: () => void }): VNode | undefined {
  const unlock = unlockOf(failure);
  if (unlock) {
    return (
      <Button size="small" kind="primary" onClick={how.unlock}>
        {text(unlock === 'sign-in' ? 'accountSignInAgain' : 'allowAndContinue')}
      </Button>
    );
  }
  const { remedy } = describeFailure(failure);
  // Who signed in as somebody else may try again as whom was meant.
  if (remedy !== 'retry' && failure.code !== 'other-account') return undefined;
  return (
    <Button size="small" onClick={how.again}>
      {text('tryAgain')}
    </Button>
  );
}

interface LogBodyProps {
  log: readonly LoggedAction[] | undefined;
  found: readonly LoggedAction[];
  failed: boolean;
  now: number;
  undoing: string | undefined;
  onUndo: (id: string) => void;
  /** Shows what happened to one person. */
  onWhom: (login: string) => void;
}

function LogBody({ log, found, failed, now, undoing, onUndo, onWhom }: LogBodyProps): VNode | null {
  if (log === undefined) return failed ? null : <SkeletonRows count={6} label={text('logLoading')} />;
  if (log.length === 0)
    return <EmptyState icon="list" title={text('logEmpty')} text={text('logEmptyHint')} />;
  if (found.length === 0) {
    return <EmptyState icon="search" title={text('searchNothing')} text={text('searchNothingHint')} />;
  }
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
          {found.map((entry) => (
            <LogRow
              key={entry.id}
              entry={entry}
              now={now}
              undoing={undoing}
              onUndo={onUndo}
              onWhom={onWhom}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LogRowProps {
  entry: LoggedAction;
  now: number;
  undoing: string | undefined;
  onUndo: (id: string) => void;
  onWhom: (login: string) => void;
}

function LogRow({ entry, now, undoing, onUndo, onWhom }: LogRowProps): VNode {
  const { id, action, by, at, undoneAt } = entry;
  const { target, channel, channelName = channel, reason = '' } = action;
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
          onClick={() => onWhom(target.login)}
        >
          <bdi>{target.name}</bdi>
        </button>
        {target.name.toLowerCase() !== target.login && <span class="ss-quiet"> ({target.login})</span>}
      </th>
      <td>{channelName}</td>
      <td class="ss-log-reason">
        <bdi>{reason}</bdi>
      </td>
      <td>{by.login}</td>
      <td class="ss-log-result">
        {undoneAt !== undefined ? (
          <Badge icon="undo">{text('lineUndone')}</Badge>
        ) : canUndo(entry, now) ? (
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
          <Badge kind="success" icon="check">
            {text('logDone')}
          </Badge>
        )}
      </td>
    </tr>
  );
}
