import { rfc3339 } from '../../world/clock.ts';
import { type Prediction, total } from '../../world/predictions.ts';
import type { World } from '../../world/world.ts';
import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

function predictionShape(world: World, prediction: Prediction): object {
  const time = (ms: number | undefined): string | null => (ms === undefined ? null : rfc3339(ms));
  return {
    id: prediction.id,
    ...named('broadcaster', world.users.get(prediction.channelId)),
    title: prediction.title,
    winning_outcome_id: prediction.winnerId ?? null,
    outcomes: prediction.outcomes.map((outcome) => ({
      id: outcome.id,
      title: outcome.title,
      users: outcome.stakes.size,
      channel_points: total(outcome),
      top_predictors:
        outcome.stakes.size === 0
          ? null
          : world.predictions.top(prediction, outcome).map(({ user, used, won }) => ({
              ...named('user', user),
              channel_points_used: used,
              channel_points_won: won ?? 0,
            })),
      color: outcome.color,
    })),
    prediction_window: prediction.window,
    status: prediction.status,
    created_at: rfc3339(prediction.createdAt),
    ended_at: time(prediction.endedAt),
    locked_at: time(prediction.lockedAt),
  };
}

/** Category “Predictions”. */
export const predictions = {
  'get-predictions': (call) => {
    const { world } = call;
    const ids = call.texts('id');
    const rows = world.predictions
      .of(call.text('broadcaster_id'))
      .filter((one) => ids.length === 0 || ids.includes(one.id));
    const page = pageOf(call, rows);
    return { data: page.rows.map((one) => predictionShape(world, one)), pagination: page.pagination };
  },

  'create-prediction': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    if (world.predictions.running(channelId)) {
      refuse(
        400,
        "The broadcaster already has a prediction that's running; you may not create another prediction until the current prediction is resolved or canceled.",
      );
    }
    const prediction = world.predictions.start(
      channelId,
      call.text('title'),
      call.objects('outcomes').map((outcome) => String(outcome['title'])),
      call.number('prediction_window') ?? 0,
    );
    return { data: [predictionShape(world, prediction)] };
  },

  'end-prediction': (call) => {
    const { world } = call;
    const prediction = world.predictions
      .of(call.text('broadcaster_id'))
      .find((one) => one.id === call.text('id'));
    if (!prediction) return refuse(404, 'The prediction in the id field was not found.');
    const status = call.text('status');
    if (status === 'LOCKED') {
      if (prediction.status !== 'ACTIVE') {
        refuse(400, "To update the prediction's status to LOCKED, its current status must be ACTIVE.");
      }
      world.predictions.lock(prediction);
      return { data: [predictionShape(world, prediction)] };
    }
    if (prediction.endedAt !== undefined) {
      refuse(
        400,
        "To update the prediction's status to RESOLVED or CANCELED, its current status must be ACTIVE or LOCKED.",
      );
    }
    if (status === 'CANCELED') {
      world.predictions.end(prediction, undefined);
      return { data: [predictionShape(world, prediction)] };
    }
    const winnerId = call.maybe('winning_outcome_id');
    if (winnerId === undefined)
      refuse(400, 'The winning_outcome_id field is required if status is RESOLVED.');
    if (!prediction.outcomes.some((outcome) => outcome.id === winnerId)) {
      refuse(404, 'The outcome in the winning_outcome_id field was not found.');
    }
    world.predictions.end(prediction, winnerId);
    return { data: [predictionShape(world, prediction)] };
  },
} as const satisfies Record<string, Handler>;
