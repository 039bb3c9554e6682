import type { VNode } from 'preact';

import { describeFailure } from '../../lib/failure-text.ts';
import type { Act } from '../../lib/pages/acts.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { Spinner } from '../Spinner.tsx';
import { doneText, pendingText, remedyOf } from './words.ts';

/** What a mark is drawn from. */
export interface ActMarkProps {
  act: Act;
  /** Whether it, or what the same press did before, can be taken back. */
  canUndo: boolean;
  onUndo: () => void;
  onRetry: () => void;
  /** Lets the user allow what was missing, or sign in again. */
  onUnlock: () => void;
}

/** In the line: what was done to it, how far that is, and the next step. What it says is also said aloud by a toast. */
export function ActMark({ act, canUndo, onUndo, onRetry, onUnlock }: ActMarkProps): VNode {
  const { what, state } = act;
  switch (state.status) {
    case 'pending':
    case 'undoing':
      return (
        <span class="ss-mark" data-status={state.status}>
          <Spinner size={14} />
          <span class="ss-cut">
            {state.status === 'pending' ? pendingText(what) : text('linePendingUndo')}
          </span>
        </span>
      );
    case 'done':
      return (
        <span class="ss-mark" data-status="done">
          <Icon name="check" size={14} />
          <span class="ss-cut">{doneText(what)}</span>
          {canUndo && (
            <Button size="small" kind="quiet" onClick={onUndo}>
              {text('undo')}
            </Button>
          )}
        </span>
      );
    case 'undone':
      return (
        <span class="ss-mark" data-status="undone">
          <Icon name="undo" size={14} />
          <span class="ss-cut">{text('lineUndone')}</span>
        </span>
      );
    case 'failed': {
      const { title, hint } = describeFailure(state.failure, act.message.channel.platform);
      const remedy = remedyOf(state.failure);
      return (
        <span class="ss-mark" data-status="failed" data-tip={hint}>
          <Icon name="warning" size={14} />
          <span class="ss-cut">{title}</span>
          {remedy === 'retry' && (
            <Button size="small" kind="quiet" onClick={onRetry}>
              {text('retry')}
            </Button>
          )}
          {(remedy === 'allow' || remedy === 'sign-in') && (
            <Button size="small" kind="quiet" onClick={onUnlock}>
              {text(remedy === 'allow' ? 'allowAndContinue' : 'accountSignInAgain')}
            </Button>
          )}
        </span>
      );
    }
  }
}
