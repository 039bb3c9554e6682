import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { AccountsView } from '../../../lib/accounts/accounts.ts';
import type { Poll, PollEnding } from '../../../lib/channel/poll.ts';
import { draftOfPoll, leadersOf, pollEndsAt, votesOf } from '../../../lib/channel/poll.ts';
import type { Prediction, PredictionEnding } from '../../../lib/channel/prediction.ts';
import { draftOfPrediction, pointsOf, predictionEndsAt } from '../../../lib/channel/prediction.ts';
import type { RoundDeskState } from '../../../lib/channel/round-desk.ts';
import { pollLimits, predictionLimits } from '../../../lib/channel/round.ts';
import { text } from '../../../lib/text.ts';
import { PollCard } from './PollCard.tsx';
import { PredictionCard } from './PredictionCard.tsx';
import type { PastRound } from './RoundPast.tsx';
import { RoundRegion, type RoundRegionProps } from './RoundRegion.tsx';

/** What both regions are drawn from. `now` is Unix epoch milliseconds. */
export interface RoundsProps {
  polls: RoundDeskState<Poll, PollEnding>;
  predictions: RoundDeskState<Prediction, PredictionEnding>;
  now: number;
  signedIn: AccountsView | undefined;
  pollActions: RoundRegionProps<Poll, PollEnding>['actions'];
  predictionActions: RoundRegionProps<Prediction, PredictionEnding>['actions'];
}

/** Polls and predictions of the user's own channel. */
export function Rounds(props: RoundsProps): VNode {
  const { polls, predictions, now, signedIn, pollActions, predictionActions } = props;
  const [isPollThere, setPollThere] = useState(false);
  if (!isPollThere && (polls.known ?? polls.failed)) setPollThere(true);
  return (
    <>
      <RoundRegion
        kind="poll"
        state={polls}
        limits={pollLimits}
        now={now}
        actions={pollActions}
        signedIn={signedIn}
        card={(poll, ending) => (
          <PollCard
            key={poll.id}
            poll={poll}
            now={now}
            ending={ending}
            onEnd={(how) => pollActions.end(poll.id, how)}
          />
        )}
        past={pastPoll}
        endedAt={(poll) => (poll.shown ? (poll.endedAt ?? pollEndsAt(poll)) : 0)}
      />
      <RoundRegion
        kind="prediction"
        waits={!isPollThere}
        state={predictions}
        limits={predictionLimits}
        now={now}
        actions={predictionActions}
        signedIn={signedIn}
        card={(prediction, ending) => (
          <PredictionCard
            key={prediction.id}
            prediction={prediction}
            now={now}
            ending={ending}
            onEnd={(how) => predictionActions.end(prediction.id, how)}
          />
        )}
        past={pastPrediction}
        endedAt={(prediction) => prediction.endedAt ?? predictionEndsAt(prediction)}
      />
    </>
  );
}

function pastPoll(poll: Poll): PastRound {
  const leaders = leadersOf(poll.choices).map(({ title }) => title);
  const result =
    leaders.length === 0 ? text('pollNobodyVoted') : text('pollResult', leaders.join(', '), votesOf(poll));
  return { id: poll.id, draft: draftOfPoll(poll), result, at: poll.startedAt };
}

function pastPrediction(prediction: Prediction): PastRound {
  const winner = prediction.outcomes.find(({ id }) => id === prediction.winnerId);
  const result = winner
    ? text('predictionResult', winner.title, pointsOf(prediction))
    : text('predictionCanceled');
  return { id: prediction.id, draft: draftOfPrediction(prediction), result, at: prediction.startedAt };
}
