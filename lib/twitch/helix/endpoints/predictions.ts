import { endpoint, looking } from '../endpoint.ts';
import { isSince } from '../looks.ts';
import { callsFor } from '../rules.ts';
import { aBroadcaster, aUser, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import {
  date,
  id,
  integer,
  known,
  list,
  nullable,
  object,
  oneOf,
  optional,
  string,
  text,
  whole,
} from '../spec.ts';

const category = 'Predictions';

const prediction = object({
  ...aBroadcaster,
  id: string,
  title: string,
  winning_outcome_id: nullable(string),
  outcomes: list(
    object({
      id: string,
      title: string,
      users: integer,
      channel_points: integer,
      top_predictors: nullable(
        list(object({ ...aUser, channel_points_used: integer, channel_points_won: integer })),
      ),
      color: known('BLUE', 'PINK'),
    }),
  ),
  prediction_window: integer,
  status: known('CANCELED', 'ACTIVE', 'LOCKED', 'RESOLVED'),
  created_at: date,
  ended_at: nullable(date),
  locked_at: nullable(date),
});

/**
 * The predictions of the user’s channel, the latest first.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-predictions
 */
export const getPredictions = endpoint('get-predictions', 'Get Predictions', 'GET', '/predictions', {
  category,
  scopes: [['channel:read:predictions', 'channel:manage:predictions']],
  self: 'broadcaster_id',
  query: { broadcaster_id: id, id: optional(list(id, { maxItems: 25 })), first: pageSize(25), after: cursor },
  response: paged(prediction),
  page: byCursor,
});

/**
 * Starts a prediction that can be entered for `prediction_window` seconds. A channel has one at a time.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-prediction
 */
export const createPrediction = looking(
  endpoint('create-prediction', 'Create Prediction', 'POST', '/predictions', {
    category,
    scopes: [['channel:manage:predictions']],
    self: 'broadcaster_id',
    body: {
      broadcaster_id: id,
      title: text({ minLength: 1, maxLength: 45 }),
      outcomes: list(object({ title: text({ minLength: 1, maxLength: 25 }) }), { minItems: 2, maxItems: 10 }),
      prediction_window: whole({ min: 30, max: 1800, unit: 's' }),
    },
    response: data(prediction),
  }),
  async ({ broadcaster_id, title }, { read, sentAtMs }) => {
    const answer = await read(getPredictions, { broadcaster_id, first: 1 });
    const [latest] = answer.data;
    if (latest?.title !== title || !isSince(latest.created_at, sentAtMs)) return { done: false };
    return { done: true, answer };
  },
);

/**
 * Locks a prediction, pays it out, or gives everybody their points back.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#end-prediction
 */
export const endPrediction = looking(
  endpoint('end-prediction', 'End Prediction', 'PATCH', '/predictions', {
    category,
    scopes: [['channel:manage:predictions']],
    self: 'broadcaster_id',
    body: {
      broadcaster_id: id,
      id,
      status: oneOf('RESOLVED', 'CANCELED', 'LOCKED'),
      winning_outcome_id: optional(id),
    },
    rules: [callsFor('winning_outcome_id', 'status', 'RESOLVED')],
    response: data(prediction),
  }),
  async ({ broadcaster_id, id: prediction, status }, { read }) => {
    const answer = await read(getPredictions, { broadcaster_id, id: [prediction] });
    return answer.data[0]?.status === status ? { done: true, answer } : { done: false };
  },
);
