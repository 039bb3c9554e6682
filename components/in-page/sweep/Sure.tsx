import type { VNode } from 'preact';

import type { Platform } from '../../../lib/chat/message.ts';
import type { Failure } from '../../../lib/failure.ts';
import { hasUndo, sweepAtMost } from '../../../lib/moderation/sweep/sweep.ts';
import type { SweepAsked } from '../../../lib/pages/sweep-desk.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { FailureNote } from '../../FailureNote.tsx';
import { allText } from './words.ts';

/** What the question is drawn from. */
export interface SureProps {
  asked: SweepAsked;
  /** How many more there would have been. */
  over: number;
  platform: Platform;
  isBusy: boolean;
  failure: Failure | undefined;
  onBack: () => void;
  onStart: () => void;
}

/** Says what will be done, to how many, and whether that can be taken back, before any of it is done. */
export function Sure({ asked, over, platform, isBusy, failure, onBack, onStart }: SureProps): VNode {
  const { kind, seconds, items, reason } = asked;
  const words = allText(kind, items.length, seconds);
  return (
    <div class="ss-sweep-form">
      <p class="ss-sweep-count">{text('sweepSure', words)}</p>
      {over > 0 && <p class="ss-sweep-over">{text('sweepMost', sweepAtMost, over)}</p>}
      {reason !== undefined && (
        <p>
          {text('reason')}: <bdi>{reason}</bdi>
        </p>
      )}
      <p class="ss-quiet">{text(hasUndo(kind) ? 'sweepCanUndo' : 'sweepNoUndo')}</p>
      <p class="ss-quiet">{text(platform === 'chzzk' ? 'sweepPaceChzzk' : 'sweepPaceTwitch')}</p>
      {failure && <FailureNote failure={failure} platform={platform} />}
      {/* The other way round than before: a second press of what led here does nothing. */}
      <div class="ss-sweep-steps" data-turned>
        <Button kind="quiet" onClick={onBack}>
          {text('sweepBack')}
        </Button>
        <Button kind="danger" icon="broom" busy={isBusy} onClick={onStart}>
          {words}
        </Button>
      </div>
    </div>
  );
}
