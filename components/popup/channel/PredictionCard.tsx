import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Prediction, PredictionEnding } from '../../../lib/channel/prediction.ts';
import { payoutOf, pointsOf, predictionEndsAt, usersOf } from '../../../lib/channel/prediction.ts';
import { percent } from '../../../lib/channel/poll.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Choice } from '../../Choice.tsx';
import { ProgressBar } from '../../ProgressBar.tsx';
import { RoundHead } from './RoundHead.tsx';

/** What a prediction is drawn from. `now` is Unix epoch milliseconds. */
export interface PredictionCardProps {
  prediction: Prediction;
  now: number;
  /** What is being done to it just now. */
  ending: PredictionEnding | undefined;
  onEnd: (ending: PredictionEnding) => void;
}

const states = {
  open: 'predictionOpen',
  locked: 'predictionLocked',
  resolved: 'predictionResolved',
  canceled: 'predictionCanceled',
} as const;

/** A prediction that runs, or that has just ended: who has staked what on which outcome. */
export function PredictionCard({ prediction, now, ending, onEnd }: PredictionCardProps): VNode {
  const [step, setStep] = useState<'resolve' | 'cancel' | undefined>();
  const { state, over, outcomes, winnerId } = prediction;
  const points = pointsOf(prediction);
  const left = {
    until: predictionEndsAt(prediction),
    now,
    label: text(state === 'locked' ? 'predictionTimeToResolve' : 'roundTimeLeft'),
  };
  return (
    <div class="ss-round">
      <RoundHead
        title={prediction.title}
        state={text(states[state])}
        running={state === 'open'}
        left={over ? undefined : left}
      />
      <ul class="ss-round-bars" role="list" aria-label={text('predictionOutcomes')}>
        {outcomes.map((outcome) => (
          <li key={outcome.id} data-won={outcome.id === winnerId || undefined}>
            <ProgressBar
              label={outcome.title}
              value={outcome.points}
              max={Math.max(1, points)}
              valueText={text(
                'predictionOutcomePoints',
                percent(outcome.points, points),
                outcome.points,
                outcome.users,
              )}
            />
          </li>
        ))}
      </ul>
      <p class="ss-round-sum">
        {text('predictionPoints', points, usersOf(prediction))}
        {state === 'locked' && ` · ${text('predictionPatience')}`}
      </p>
      {state === 'resolved' && winnerId !== undefined && (
        <Winners prediction={prediction} outcomeId={winnerId} />
      )}
      {!over && step === undefined && (
        <div class="ss-round-actions">
          {state === 'open' && (
            <Button icon="lock" busy={ending?.how === 'lock'} onClick={() => onEnd({ how: 'lock' })}>
              {text('predictionLock')}
            </Button>
          )}
          <Button
            kind={state === 'locked' ? 'primary' : 'plain'}
            busy={ending?.how === 'resolve'}
            onClick={() => setStep('resolve')}
          >
            {text('predictionResolve')}
          </Button>
          <Button kind="quiet" busy={ending?.how === 'cancel'} onClick={() => setStep('cancel')}>
            {text('predictionCancel')}
          </Button>
        </div>
      )}
      {!over && step === 'resolve' && (
        <ResolveStep
          prediction={prediction}
          busy={ending !== undefined}
          onBack={() => setStep(undefined)}
          onPay={(outcomeId) => onEnd({ how: 'resolve', winnerId: outcomeId })}
        />
      )}
      {!over && step === 'cancel' && (
        <div class="ss-round-step" role="group" aria-label={text('predictionCancel')}>
          <p>{text('predictionCancelSure', points, usersOf(prediction))}</p>
          <div class="ss-round-actions">
            <Button autoFocus onClick={() => setStep(undefined)}>
              {text('back')}
            </Button>
            <Button kind="danger" busy={ending?.how === 'cancel'} onClick={() => onEnd({ how: 'cancel' })}>
              {text('predictionCancelDo')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

interface ResolveStepProps {
  prediction: Prediction;
  busy: boolean;
  onBack: () => void;
  onPay: (outcomeId: string) => void;
}

/** Which outcome it was, and what that would mean: nobody should pay out thousands of points by one press. */
function ResolveStep({ prediction, busy, onBack, onPay }: ResolveStepProps): VNode {
  const [chosen, setChosen] = useState('');
  const outcome = prediction.outcomes.find(({ id }) => id === chosen);
  return (
    <div class="ss-round-step" role="group" aria-label={text('predictionResolve')}>
      <Choice
        look="list"
        label={text('predictionWhich')}
        options={prediction.outcomes.map(({ id, title }) => ({ value: id, label: title }))}
        value={chosen}
        onChange={setChosen}
      />
      <div aria-live="polite">{outcome && <Winners prediction={prediction} outcomeId={outcome.id} />}</div>
      <div class="ss-round-actions">
        <Button onClick={onBack}>{text('back')}</Button>
        <Button kind="primary" busy={busy} disabled={!outcome} onClick={() => outcome && onPay(outcome.id)}>
          {outcome ? text('predictionPay', outcome.title) : text('predictionPayNothing')}
        </Button>
      </div>
    </div>
  );
}

/** Who wins what, if `outcomeId` is the result. */
function Winners({ prediction, outcomeId }: { prediction: Prediction; outcomeId: string }): VNode {
  const payout = payoutOf(prediction, outcomeId);
  if (!payout || payout.winners === 0) return <p class="ss-round-sum">{text('predictionNobodyWins')}</p>;
  return (
    <div class="ss-round-winners">
      <p>
        {text('predictionWinners', payout.winners, payout.points)} {text('predictionRatio', payout.ratio)}
      </p>
      <ul role="list" aria-label={text('predictionTop')}>
        {payout.top.slice(0, 5).map(({ name, staked, won }) => (
          <li key={name}>
            <bdi class="ss-cut">{name}</bdi>
            <span>{text('predictionWins', staked, won)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
