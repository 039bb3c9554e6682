import { endpoint } from '../endpoint.ts';
import { aUser, data } from '../shapes.ts';
import { boolean, date, id, integer, known, list, nullable, object, optional, string } from '../spec.ts';

const category = 'Hype Train';

const participant = {
  broadcaster_user_id: string,
  broadcaster_user_login: string,
  broadcaster_user_name: string,
} as const;

/** The reference lists what comes after the contributions inside them, and shows it beside them. */
const train = object({
  id: string,
  ...participant,
  level: integer,
  total: integer,
  progress: integer,
  goal: integer,
  top_contributions: list(object({ ...aUser, type: known('bits', 'subscription', 'other'), total: integer })),
  shared_train_participants: optional(nullable(list(object(participant)))),
  started_at: optional(date),
  expires_at: optional(date),
  type: optional(known('regular', 'golden_kappa', 'treasure')),
  is_shared_train: optional(boolean),
});

/** The reference lists the records beside the list and shows them inside it. */
const record = object({ level: integer, total: integer, achieved_at: date });

/**
 * The running hype train of a channel, and its records.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-hype-train-status
 */
export const getHypeTrainStatus = endpoint(
  'get-hype-train-status',
  'Get Hype Train Status',
  'GET',
  '/hypetrain/status',
  {
    category,
    scopes: [['channel:read:hype_train']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    response: data(
      object({
        current: nullable(train),
        all_time_high: optional(nullable(record)),
        shared_all_time_high: optional(nullable(record)),
      }),
      { all_time_high: optional(nullable(record)), shared_all_time_high: optional(nullable(record)) },
    ),
  },
);
