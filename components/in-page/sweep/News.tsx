import type { VNode } from 'preact';

import type { Platform } from '../../../lib/chat/message.ts';
import { describeFailure } from '../../../lib/failure-text.ts';
import type { Failure } from '../../../lib/failure.ts';
import type { SweepChange, SweepNews } from '../../../lib/moderation/sweep/sweep.ts';
import { unlockOf } from '../../../lib/moderation/unlock.ts';
import { unlockWords } from '../../../lib/moderation/unlock-words.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { FailureNote } from '../../FailureNote.tsx';
import { ProgressBar } from '../../ProgressBar.tsx';
import { allText, stateText } from './words.ts';

/** What the news of a sweep are drawn from. */
export interface NewsProps {
  news: SweepNews;
  platform: Platform;
  isBusy: boolean;
  failure: Failure | undefined;
  onChange: (change: SweepChange) => void;
  /** Lets the user do what it waits for; absent where there is no such thing. */
  onUnlock: (() => void) | undefined;
}

/** How a sweep goes, and what can be done about it. */
export function News({ news, platform, isBusy, failure, onChange, onUnlock }: NewsProps): VNode {
  const { kind, seconds, total, left, does, isStopped, why, failed, failures, undoable } = news;
  const isRunning = left > 0 && !isStopped;
  const unlock = why && onUnlock ? unlockOf(why) : undefined;
  const press = (change: SweepChange) => () => {
    if (!isBusy) onChange(change);
  };
  return (
    <div class="ss-sweep-form">
      <ProgressBar
        label={allText(kind, total, seconds)}
        value={total - left}
        max={total}
        valueText={text('sweepOf', total - left, total)}
      />
      <p class="ss-sweep-count" role="status">
        {stateText(news)}
        {failed > 0 && ` · ${text('sweepFailed', failed)}`}
      </p>
      {/* Stop stays where it is when all is done: a press that comes too late must not be another one. */}
      <div class="ss-sweep-steps" data-apart>
        <Button
          icon="close"
          aria-disabled={!isRunning || undefined}
          onClick={isRunning ? press('stop') : undefined}
        >
          {text('manyStop')}
        </Button>
        {!isRunning && (
          <Button kind="quiet" onClick={press('close')}>
            {text('sweepNew')}
          </Button>
        )}
      </div>
      <div class="ss-sweep-steps">
        {!isRunning && left > 0 && (
          <Button kind="primary" onClick={press('goOn')}>
            {text('sweepGoOn')}
          </Button>
        )}
        {!isRunning && failed > 0 && (
          <Button icon="refresh" onClick={press('retry')}>
            {text('sweepRetry')}
          </Button>
        )}
        {!isRunning && does === 'act' && undoable > 0 && (
          <Button icon="undo" onClick={press('undo')}>
            {text('sweepUndo')}
          </Button>
        )}
      </div>
      {why && (
        <FailureNote
          failure={why}
          platform={platform}
          action={
            unlock && (
              <Button size="small" onClick={onUnlock}>
                {text(unlockWords(unlock))}
              </Button>
            )
          }
        />
      )}
      {failure && <FailureNote failure={failure} platform={platform} />}
      {failures.length > 0 && (
        <ul class="ss-sweep-hits" aria-label={text('sweepFailed', failed)} tabIndex={0}>
          {failures.map(({ name, failure: one }, place) => {
            const { title, hint } = describeFailure(one, platform);
            return (
              <li key={place}>
                <span class="ss-sweep-name">
                  <bdi>{name}</bdi>
                </span>
                <span class="ss-sweep-said">{`${title}. ${hint}`}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
