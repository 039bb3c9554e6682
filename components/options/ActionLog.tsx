import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import { unlockOf } from '../../lib/moderation/unlock.ts';
import { unlockWords } from '../../lib/moderation/unlock-words.ts';
import { isWhole, type LogFilter } from '../../lib/options/action-log.ts';
import type { LogForm } from '../../lib/options/log-file.ts';
import type { OptionsState } from '../../lib/options/options.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Page } from '../Section.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { EmptyState } from '../States.tsx';
import type { OptionsActions } from './actions.ts';
import { DayCounts } from './DayCounts.tsx';
import { LogFilters } from './LogFilters.tsx';
import { LogTable } from './LogTable.tsx';
import { Written } from './Written.tsx';

/** What the section is drawn from. */
export interface ActionLogProps {
  state: OptionsState;
  now: number;
  actions: OptionsActions;
}

/** Rows drawn at a time. */
const page = 50;

/** Everything that was done or tried through Sidestage, newest first. */
export function ActionLog({ state, now, actions }: ActionLogProps): VNode {
  const [drawn, setDrawn] = useState(page);
  const { log, people, peopleFailure, undoing, undoFailure } = state;
  const { filter, entries, found, facts, days, isReading } = log;
  const hasAny = facts !== undefined && facts.count > 0;
  const look = (next: LogFilter): void => {
    setDrawn(page);
    void actions.log.look(next);
  };
  const showMore = (): void => {
    setDrawn(drawn + page);
    if (drawn + page > (entries?.length ?? 0)) void actions.log.more();
  };
  const exporter = (form: LogForm, label: string): VNode => (
    <Button disabled={found === 0} busy={log.isExporting} onClick={() => void actions.log.export(form)}>
      {label}
    </Button>
  );

  return (
    <Page
      title={text('optionsLog')}
      lead={text('logLead')}
      actions={
        <>
          {exporter('csv', text('exportCsv'))}
          {exporter('json', text('exportJson'))}
        </>
      }
    >
      {log.failure && (
        <FailureNote
          failure={log.failure}
          action={
            <Button size="small" onClick={() => void actions.log.reload()}>
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
      {hasAny && (
        <div class="ss-log-bar">
          <LogFilters filter={filter} channels={facts.channels} busy={isReading} onChange={look} />
          <span role="status">
            {text(isReading && !isWhole(filter) ? 'logReading' : 'logCount', found, facts.count)}
          </span>
        </div>
      )}
      {found > 0 && <DayCounts days={days} />}
      {entries === undefined || (isReading && found === 0) ? (
        log.failure === undefined && <SkeletonRows count={6} label={text('logLoading')} />
      ) : found > 0 ? (
        <LogTable
          entries={entries.slice(0, drawn)}
          now={now}
          undoing={undoing}
          onUndo={actions.undo}
          onWhom={(whom) => look({ ...filter, whom })}
        />
      ) : hasAny ? (
        <EmptyState icon="search" title={text('searchNothing')} text={text('searchNothingHint')} />
      ) : (
        <EmptyState icon="list" title={text('logEmpty')} text={text('logEmptyHint')} />
      )}
      {found > drawn && (
        <div class="ss-more">
          <Button onClick={showMore}>{text('showMore', found - drawn)}</Button>
        </div>
      )}
      {peopleFailure && <FailureNote failure={peopleFailure} />}
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
        {text(unlockWords(unlock))}
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
