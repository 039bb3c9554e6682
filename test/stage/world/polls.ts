/** Polls: they count votes and end by themselves. */
import { rfc3339 } from './clock.ts';
import type { World } from './world.ts';

/** A poll. `endsAt` is when it ends by itself. */
export interface Poll {
  readonly id: string;
  readonly channelId: string;
  readonly title: string;
  readonly choices: readonly {
    readonly id: string;
    readonly title: string;
    votes: number;
    pointsVotes: number;
  }[];
  readonly duration: number;
  /** Channel points for another vote; 0 = one vote each. */
  readonly pointsPerVote: number;
  readonly startedAt: number;
  status: 'ACTIVE' | 'COMPLETED' | 'TERMINATED' | 'ARCHIVED' | 'MODERATED' | 'INVALID';
  endedAt: number | undefined;
}

/** How long an ended poll is kept, ms. */
const kept = 90 * 86_400_000;

/** The polls of every channel. */
export class Polls {
  readonly #world: World;
  #polls: readonly Poll[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** A channel's polls, newest first. */
  of(channelId: string): readonly Poll[] {
    const oldest = this.#world.clock.now() - kept;
    return this.#polls.filter((poll) => poll.channelId === channelId && poll.startedAt > oldest);
  }

  running(channelId: string): Poll | undefined {
    return this.of(channelId).find((poll) => poll.status === 'ACTIVE');
  }

  /** Starts a poll that ends after `duration` seconds. */
  start(
    channelId: string,
    title: string,
    choices: readonly string[],
    duration: number,
    pointsPerVote = 0,
  ): Poll {
    const startedAt = this.#world.clock.now();
    const poll: Poll = {
      id: crypto.randomUUID(),
      channelId,
      title,
      choices: choices.map((choice) => ({
        id: crypto.randomUUID(),
        title: choice,
        votes: 0,
        pointsVotes: 0,
      })),
      duration,
      pointsPerVote,
      startedAt,
      status: 'ACTIVE',
      endedAt: undefined,
    };
    this.#polls = [poll, ...this.#polls];
    this.#tell(poll, 'channel.poll.begin');
    this.#world.clock.at(startedAt + duration * 1000, () => this.end(poll, 'COMPLETED'));
    return poll;
  }

  /** Counts votes for the choice at `index`. */
  vote(poll: Poll, index: number, votes = 1): void {
    const choice = poll.choices[index];
    if (!choice || poll.status !== 'ACTIVE') return;
    choice.votes += votes;
    this.#tell(poll, 'channel.poll.progress');
  }

  /** Ends a poll that runs; one that is over stays as it is. */
  end(poll: Poll, status: 'COMPLETED' | 'TERMINATED' | 'ARCHIVED'): void {
    if (poll.status !== 'ACTIVE') return;
    poll.status = status;
    poll.endedAt = this.#world.clock.now();
    this.#tell(poll, 'channel.poll.end');
  }

  #tell(poll: Poll, type: string): void {
    const channel = this.#world.user(poll.channelId);
    const off = { is_enabled: false, amount_per_vote: 0 };
    const over = type === 'channel.poll.end';
    this.#world.tell(
      type,
      { broadcaster_user_id: channel.id },
      {
        id: poll.id,
        broadcaster_user_id: channel.id,
        broadcaster_user_login: channel.login,
        broadcaster_user_name: channel.displayName,
        title: poll.title,
        choices: poll.choices.map((choice) => ({
          id: choice.id,
          title: choice.title,
          ...(type !== 'channel.poll.begin' && {
            bits_votes: 0,
            channel_points_votes: choice.pointsVotes,
            votes: choice.votes,
          }),
        })),
        bits_voting: off,
        channel_points_voting: { is_enabled: poll.pointsPerVote > 0, amount_per_vote: poll.pointsPerVote },
        ...(over && { status: poll.status.toLowerCase() }),
        started_at: rfc3339(poll.startedAt),
        [over ? 'ended_at' : 'ends_at']: rfc3339(
          over ? (poll.endedAt ?? 0) : poll.startedAt + poll.duration * 1000,
        ),
      },
    );
  }
}
