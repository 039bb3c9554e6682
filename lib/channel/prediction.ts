/** A prediction of the user's own channel: viewers stake channel points on what will happen. */
import type { Round, RoundDraft } from './round.ts';

/** One of those who staked most. `won` is known after it was resolved. */
export interface Predictor {
  readonly name: string;
  readonly staked: number;
  readonly won: number;
}

/** What may happen, and what was staked on it. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly users: number;
  readonly points: number;
  /** The biggest stakes, the biggest first. */
  readonly top: readonly Predictor[];
}

/** A prediction. Times are Unix epoch milliseconds. */
export interface Prediction extends Round {
  readonly outcomes: readonly Outcome[];
  /** How long it can be entered. */
  readonly seconds: number;
  readonly state: 'open' | 'locked' | 'resolved' | 'canceled';
  readonly winnerId?: string;
  readonly lockedAt?: number;
  readonly endedAt?: number;
}

/** What can be done to a prediction that is not over. */
export type PredictionEnding =
  | { readonly how: 'lock' }
  | { readonly how: 'cancel' }
  | { readonly how: 'resolve'; readonly winnerId: string };

/** The platform cancels a locked prediction that has no result after so long, ms. */
const patienceMs = 24 * 60 * 60 * 1000;

/** When an open prediction locks, or a locked one is cancelled, by itself. */
export function predictionEndsAt({ state, startedAt, seconds, lockedAt }: Prediction): number {
  const locks = startedAt + seconds * 1000;
  return state === 'locked' ? (lockedAt ?? locks) + patienceMs : locks;
}

/** All points that were staked. */
export const pointsOf = ({ outcomes }: Prediction): number =>
  outcomes.reduce((sum, { points }) => sum + points, 0);

/** Everybody who takes part. */
export const usersOf = ({ outcomes }: Prediction): number =>
  outcomes.reduce((sum, { users }) => sum + users, 0);

/** Who would win what. */
export interface Payout {
  /** How many share the points. */
  readonly winners: number;
  readonly points: number;
  /** Points for each point that was staked. */
  readonly ratio: number;
  readonly top: readonly Predictor[];
}

/** What would be paid if `outcomeId` were the result: all points, shared by what each has staked. */
export function payoutOf(prediction: Prediction, outcomeId: string): Payout | undefined {
  const outcome = prediction.outcomes.find(({ id }) => id === outcomeId);
  if (!outcome) return undefined;
  const points = pointsOf(prediction);
  const ratio = outcome.points === 0 ? 0 : points / outcome.points;
  const top = outcome.top.map(({ name, staked }) => ({ name, staked, won: Math.floor(staked * ratio) }));
  return { winners: outcome.users, points, ratio, top };
}

/** A draft that asks the same again. */
export function draftOfPrediction({ title, outcomes, seconds }: Prediction): RoundDraft {
  return { title, choices: outcomes.map((outcome) => outcome.title), seconds };
}

/** Whether `ending` has happened to `prediction`. */
export function isEnded(ending: PredictionEnding, prediction: Prediction | undefined): boolean {
  switch (ending.how) {
    case 'lock':
      return prediction?.state === 'locked';
    case 'cancel':
      return prediction?.state === 'canceled';
    case 'resolve':
      return prediction?.state === 'resolved' && prediction.winnerId === ending.winnerId;
  }
}
