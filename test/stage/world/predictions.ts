/** Predictions: viewers stake channel points on an outcome until the window closes. */
import { rfc3339 } from './clock.ts';
import type { User } from './records.ts';
import type { World } from './world.ts';

/** What may happen, and who staked on it. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly color: 'BLUE' | 'PINK';
  /** User id → points. */
  readonly stakes: Map<string, number>;
}

/** A prediction. `window` = seconds until it locks by itself. */
export interface Prediction {
  readonly id: string;
  readonly channelId: string;
  readonly title: string;
  readonly outcomes: readonly Outcome[];
  readonly window: number;
  readonly createdAt: number;
  status: 'ACTIVE' | 'LOCKED' | 'RESOLVED' | 'CANCELED';
  lockedAt: number | undefined;
  endedAt: number | undefined;
  winnerId: string | undefined;
}

/** How long a locked prediction waits for its result before it is cancelled, ms. */
const patience = 86_400_000;

/** The predictions of every channel. */
export class Predictions {
  readonly #world: World;
  #predictions: readonly Prediction[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** A channel's predictions, newest first. */
  of(channelId: string): readonly Prediction[] {
    return this.#predictions.filter((one) => one.channelId === channelId);
  }

  /** The one that is neither resolved nor cancelled. */
  running(channelId: string): Prediction | undefined {
    return this.of(channelId).find((one) => one.endedAt === undefined);
  }

  start(channelId: string, title: string, outcomes: readonly string[], window: number): Prediction {
    const createdAt = this.#world.clock.now();
    const prediction: Prediction = {
      id: crypto.randomUUID(),
      channelId,
      title,
      outcomes: outcomes.map((outcome, index) => ({
        id: crypto.randomUUID(),
        title: outcome,
        color: outcomes.length === 2 && index === 1 ? 'PINK' : 'BLUE',
        stakes: new Map(),
      })),
      window,
      createdAt,
      status: 'ACTIVE',
      lockedAt: undefined,
      endedAt: undefined,
      winnerId: undefined,
    };
    this.#predictions = [prediction, ...this.#predictions];
    this.#tell(prediction, 'begin');
    this.#world.clock.at(createdAt + window * 1000, () => this.lock(prediction));
    return prediction;
  }

  /** Somebody stakes points on the outcome at `index`. */
  stake(prediction: Prediction, who: string, index: number, points: number): void {
    const outcome = prediction.outcomes[index];
    if (!outcome || prediction.status !== 'ACTIVE') return;
    const { id } = this.#world.user(who);
    outcome.stakes.set(id, (outcome.stakes.get(id) ?? 0) + points);
    this.#tell(prediction, 'progress');
  }

  lock(prediction: Prediction): void {
    if (prediction.status !== 'ACTIVE') return;
    prediction.status = 'LOCKED';
    prediction.lockedAt = this.#world.clock.now();
    this.#tell(prediction, 'lock');
    this.#world.clock.at(prediction.lockedAt + patience, () => this.end(prediction, undefined));
  }

  /** Resolves with the winner's id, or cancels without. */
  end(prediction: Prediction, winnerId: string | undefined): void {
    if (prediction.endedAt !== undefined) return;
    prediction.status = winnerId === undefined ? 'CANCELED' : 'RESOLVED';
    prediction.winnerId = winnerId;
    prediction.endedAt = this.#world.clock.now();
    this.#tell(prediction, 'end');
  }

  /** The biggest stakes on an outcome, with what they won. */
  top(
    prediction: Prediction,
    outcome: Outcome,
  ): readonly { user: User; used: number; won: number | undefined }[] {
    const all = prediction.outcomes.reduce((sum, one) => sum + total(one), 0);
    return [...outcome.stakes]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 10)
      .map(([id, used]) => ({
        user: this.#world.user(id),
        used,
        won:
          prediction.winnerId === undefined
            ? undefined
            : prediction.winnerId === outcome.id
              ? Math.floor((used / total(outcome)) * all)
              : 0,
      }));
  }

  #tell(prediction: Prediction, what: 'begin' | 'progress' | 'lock' | 'end'): void {
    const channel = this.#world.user(prediction.channelId);
    this.#world.tell(
      `channel.prediction.${what}`,
      { broadcaster_user_id: channel.id },
      {
        id: prediction.id,
        broadcaster_user_id: channel.id,
        broadcaster_user_login: channel.login,
        broadcaster_user_name: channel.displayName,
        title: prediction.title,
        ...(what === 'end' && { winning_outcome_id: prediction.winnerId ?? '' }),
        outcomes: prediction.outcomes.map((outcome) => ({
          id: outcome.id,
          title: outcome.title,
          color: outcome.color.toLowerCase(),
          ...(what !== 'begin' && {
            users: outcome.stakes.size,
            channel_points: total(outcome),
            top_predictors: this.top(prediction, outcome).map(({ user, used, won }) => ({
              user_id: user.id,
              user_login: user.login,
              user_name: user.displayName,
              channel_points_won: won ?? null,
              channel_points_used: used,
            })),
          }),
        })),
        ...(what === 'end' && { status: prediction.status.toLowerCase() }),
        started_at: rfc3339(prediction.createdAt),
        ...(what === 'end'
          ? { ended_at: rfc3339(prediction.endedAt ?? 0) }
          : what === 'lock'
            ? { locked_at: rfc3339(prediction.lockedAt ?? 0) }
            : { locks_at: rfc3339(prediction.createdAt + prediction.window * 1000) }),
      },
    );
  }
}

/** All points that were staked on an outcome. */
export function total(outcome: Outcome): number {
  return [...outcome.stakes.values()].reduce((sum, points) => sum + points, 0);
}
