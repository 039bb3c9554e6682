import type { VNode } from 'preact';

import type { Poll, PollEnding } from '../../../lib/channel/poll.ts';
import { leadersOf, percent, pollEndsAt, votesOf } from '../../../lib/channel/poll.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { ProgressBar } from '../../ProgressBar.tsx';
import { RoundHead } from './RoundHead.tsx';

/** What a poll is drawn from. `now` is Unix epoch milliseconds. */
export interface PollCardProps {
  poll: Poll;
  now: number;
  /** How it is being ended just now. */
  ending: PollEnding | undefined;
  onEnd: (ending: PollEnding) => void;
}

/** A poll that runs, or that has just ended: how many have voted for what. */
export function PollCard({ poll, now, ending, onEnd }: PollCardProps): VNode {
  const votes = votesOf(poll);
  const bought = poll.choices.reduce((sum, { pointsVotes }) => sum + pointsVotes, 0);
  const leaders = poll.over ? leadersOf(poll.choices) : [];
  return (
    <div class="ss-round">
      <RoundHead
        title={poll.title}
        state={text(poll.over ? 'roundOver' : 'roundRuns')}
        running={!poll.over}
        left={poll.over ? undefined : { until: pollEndsAt(poll), now, label: text('roundTimeLeft') }}
      />
      <ul class="ss-round-bars" role="list" aria-label={text('pollChoices')}>
        {poll.choices.map((choice) => (
          <li key={choice.id} data-won={leaders.includes(choice) || undefined}>
            <ProgressBar
              label={choice.title}
              value={choice.votes}
              max={Math.max(1, votes)}
              valueText={text('pollChoiceVotes', percent(choice.votes, votes), choice.votes)}
            />
          </li>
        ))}
      </ul>
      <p class="ss-round-sum">
        {text('pollVotes', votes)}
        {bought > 0 && ` · ${text('pollVotesBought', bought, bought * poll.pointsPerVote)}`}
      </p>
      {!poll.over && (
        <div class="ss-round-actions">
          <Button busy={ending === 'show'} onClick={() => onEnd('show')}>
            {text('pollEndShow')}
          </Button>
          <Button kind="quiet" busy={ending === 'archive'} onClick={() => onEnd('archive')}>
            {text('pollEndArchive')}
          </Button>
        </div>
      )}
    </div>
  );
}
