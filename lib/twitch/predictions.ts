/** Predictions on Twitch. */
import type { Prediction, PredictionEnding } from '../channel/prediction.ts';
import type { RoundsPlatform } from '../channel/rounds.ts';
import { isEligible, withTwitchWords } from './eligible.ts';
import type { Helix } from './helix/client.ts';
import type { Item } from './helix/endpoint.ts';
import { createPrediction, endPrediction, getPredictions } from './helix/endpoints/predictions.ts';

/** Predictions on Twitch. @see https://dev.twitch.tv/docs/api/reference/#create-prediction */
export function twitchPredictions(helix: Helix): RoundsPlatform<Prediction, PredictionEnding> {
  return {
    eligible: (account) => isEligible(helix, account),
    list: ({ id, userId }) =>
      withTwitchWords(async () => {
        const answer = await helix.call(getPredictions, { broadcaster_id: userId, first: 25 }, { as: id });
        return answer.data.map(predictionFrom);
      }),
    start: ({ title, choices, seconds }, { id, userId }) =>
      withTwitchWords(async () => {
        const body = {
          broadcaster_id: userId,
          title,
          outcomes: choices.map((choice) => ({ title: choice })),
          prediction_window: seconds,
        };
        const answer = await helix.call(createPrediction, body, { as: id });
        return answer?.data.map(predictionFrom)[0];
      }),
    end: (prediction, ending, { id, userId }) =>
      withTwitchWords(async () => {
        const body = {
          broadcaster_id: userId,
          id: prediction,
          status: statuses[ending.how],
          ...(ending.how === 'resolve' && { winning_outcome_id: ending.winnerId }),
        };
        const answer = await helix.call(endPrediction, body, { as: id });
        return answer?.data.map(predictionFrom)[0];
      }),
  };
}

const statuses = { lock: 'LOCKED', cancel: 'CANCELED', resolve: 'RESOLVED' } as const;
const states = { ACTIVE: 'open', LOCKED: 'locked', RESOLVED: 'resolved', CANCELED: 'canceled' } as const;

const stateOf = (status: string): Prediction['state'] =>
  Object.hasOwn(states, status) ? states[status as keyof typeof states] : 'canceled';

function predictionFrom(row: Item<typeof getPredictions>): Prediction {
  const state = stateOf(row.status);
  return {
    id: row.id,
    title: row.title,
    outcomes: row.outcomes.map(({ id, title, users, channel_points, top_predictors }) => ({
      id,
      title,
      users,
      points: channel_points,
      top: (top_predictors ?? []).map((predictor) => ({
        name: predictor.user_name || predictor.user_login,
        staked: predictor.channel_points_used,
        won: predictor.channel_points_won,
      })),
    })),
    seconds: row.prediction_window,
    state,
    over: state === 'resolved' || state === 'canceled',
    startedAt: Date.parse(row.created_at),
    ...(row.winning_outcome_id ? { winnerId: row.winning_outcome_id } : {}),
    ...(row.locked_at === null ? {} : { lockedAt: Date.parse(row.locked_at) }),
    ...(row.ended_at === null ? {} : { endedAt: Date.parse(row.ended_at) }),
  };
}
