/** Polls on Twitch. */
import type { Poll, PollEnding } from '../channel/poll.ts';
import type { RoundsPlatform } from '../channel/rounds.ts';
import { isEligible, withTwitchWords } from './eligible.ts';
import type { Helix } from './helix/client.ts';
import type { Item } from './helix/endpoint.ts';
import { createPoll, endPoll, getPolls } from './helix/endpoints/polls.ts';

/** Polls on Twitch. @see https://dev.twitch.tv/docs/api/reference/#create-poll */
export function twitchPolls(helix: Helix): RoundsPlatform<Poll, PollEnding> {
  return {
    eligible: (account) => isEligible(helix, account),
    list: ({ id, userId }) =>
      withTwitchWords(async () => {
        const answer = await helix.call(getPolls, { broadcaster_id: userId, first: 20 }, { as: id });
        return answer.data.map(pollFrom);
      }),
    start: ({ title, choices, seconds, points }, { id, userId }) =>
      withTwitchWords(async () => {
        const each = points?.on === true ? points.each : null;
        const body = {
          broadcaster_id: userId,
          title,
          choices: choices.map((choice) => ({ title: choice })),
          duration: seconds,
          ...(each !== null && { channel_points_voting_enabled: true, channel_points_per_vote: each }),
        };
        const answer = await helix.call(createPoll, body, { as: id });
        return answer?.data.map(pollFrom)[0];
      }),
    end: (poll, ending, { id, userId }) =>
      withTwitchWords(async () => {
        const status = ending === 'show' ? 'TERMINATED' : 'ARCHIVED';
        const body = { broadcaster_id: userId, id: poll, status } as const;
        const answer = await helix.call(endPoll, body, { as: id });
        return answer?.data.map(pollFrom)[0];
      }),
  };
}

function pollFrom(poll: Item<typeof getPolls>): Poll {
  return {
    id: poll.id,
    title: poll.title,
    choices: poll.choices.map(({ id, title, votes, channel_points_votes }) => ({
      id,
      title,
      votes,
      pointsVotes: channel_points_votes,
    })),
    seconds: poll.duration,
    pointsPerVote: poll.channel_points_voting_enabled ? poll.channel_points_per_vote : 0,
    startedAt: Date.parse(poll.started_at),
    over: poll.status !== 'ACTIVE',
    shown: poll.status === 'ACTIVE' || poll.status === 'COMPLETED' || poll.status === 'TERMINATED',
    ...(poll.ended_at === null ? {} : { endedAt: Date.parse(poll.ended_at) }),
  };
}
