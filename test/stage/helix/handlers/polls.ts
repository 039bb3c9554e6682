import { rfc3339 } from '../../world/clock.ts';
import type { Poll } from '../../world/polls.ts';
import type { World } from '../../world/world.ts';
import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

function pollShape(world: World, poll: Poll): object {
  return {
    id: poll.id,
    ...named('broadcaster', world.users.get(poll.channelId)),
    title: poll.title,
    choices: poll.choices.map((choice) => ({
      id: choice.id,
      title: choice.title,
      votes: choice.votes,
      channel_points_votes: choice.pointsVotes,
      bits_votes: 0,
    })),
    bits_voting_enabled: false,
    bits_per_vote: 0,
    channel_points_voting_enabled: poll.pointsPerVote > 0,
    channel_points_per_vote: poll.pointsPerVote,
    status: poll.status,
    duration: poll.duration,
    started_at: rfc3339(poll.startedAt),
    ended_at: poll.endedAt === undefined ? null : rfc3339(poll.endedAt),
  };
}

/** Category “Polls”. */
export const polls = {
  'get-polls': (call) => {
    const { world } = call;
    const ids = call.texts('id');
    const rows = world.polls
      .of(call.text('broadcaster_id'))
      .filter((poll) => (ids.length === 0 ? poll.status !== 'ARCHIVED' : ids.includes(poll.id)));
    if (ids.length > 0 && rows.length === 0)
      refuse(404, 'None of the IDs in the id query parameters were found.');
    const page = pageOf(call, rows);
    return { data: page.rows.map((poll) => pollShape(world, poll)), pagination: page.pagination };
  },

  'create-poll': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    if (world.polls.running(channelId)) {
      refuse(
        400,
        "The broadcaster already has a poll that's running; you may not create another poll until the current poll completes.",
      );
    }
    const points =
      call.flag('channel_points_voting_enabled') === true ? (call.number('channel_points_per_vote') ?? 1) : 0;
    const poll = world.polls.start(
      channelId,
      call.text('title'),
      call.objects('choices').map((choice) => String(choice['title'])),
      call.number('duration') ?? 0,
      points,
    );
    return { data: [pollShape(world, poll)] };
  },

  'end-poll': (call) => {
    const { world } = call;
    const poll = world.polls.of(call.text('broadcaster_id')).find((one) => one.id === call.text('id'));
    if (poll?.status !== 'ACTIVE') return refuse(400, 'The poll must be active to terminate or archive it.');
    world.polls.end(poll, call.text('status') === 'ARCHIVED' ? 'ARCHIVED' : 'TERMINATED');
    return { data: [pollShape(world, poll)] };
  },
} as const satisfies Record<string, Handler>;
