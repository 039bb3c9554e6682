import { endpoint, looking } from '../endpoint.ts';
import { isSince } from '../looks.ts';
import { needs } from '../rules.ts';
import { aBroadcaster, byCursor, cursor, data, paged, pageSize } from '../shapes.ts';
import {
  boolean,
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

const category = 'Polls';

const poll = object({
  ...aBroadcaster,
  id: string,
  title: string,
  choices: list(
    object({ id: string, title: string, votes: integer, channel_points_votes: integer, bits_votes: integer }),
  ),
  bits_voting_enabled: boolean,
  bits_per_vote: integer,
  channel_points_voting_enabled: boolean,
  channel_points_per_vote: integer,
  status: known('ACTIVE', 'COMPLETED', 'TERMINATED', 'ARCHIVED', 'MODERATED', 'INVALID'),
  duration: integer,
  started_at: date,
  ended_at: nullable(date),
});

/**
 * The polls of the user’s channel, the latest first, 90 days back.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-polls
 */
export const getPolls = endpoint('get-polls', 'Get Polls', 'GET', '/polls', {
  category,
  scopes: [['channel:read:polls', 'channel:manage:polls']],
  self: 'broadcaster_id',
  query: { broadcaster_id: id, id: optional(list(id, { maxItems: 20 })), first: pageSize(20), after: cursor },
  response: paged(poll),
  page: byCursor,
});

/**
 * Starts a poll. `duration` in seconds. A channel has one at a time.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-poll
 */
export const createPoll = looking(
  endpoint('create-poll', 'Create Poll', 'POST', '/polls', {
    category,
    scopes: [['channel:manage:polls']],
    self: 'broadcaster_id',
    body: {
      broadcaster_id: id,
      title: text({ minLength: 1, maxLength: 60 }),
      choices: list(object({ title: text({ minLength: 1, maxLength: 25 }) }), { minItems: 2, maxItems: 5 }),
      duration: whole({ min: 15, max: 1800, unit: 's' }),
      channel_points_voting_enabled: optional(boolean),
      channel_points_per_vote: optional(whole({ min: 1, max: 1_000_000 })),
    },
    rules: [needs('channel_points_per_vote', 'channel_points_voting_enabled')],
    response: data(poll),
  }),
  async ({ broadcaster_id, title }, { read, sentAtMs }) => {
    const answer = await read(getPolls, { broadcaster_id, first: 1 });
    const [latest] = answer.data;
    if (latest?.title !== title || !isSince(latest.started_at, sentAtMs)) return { done: false };
    return { done: true, answer };
  },
);

/**
 * Ends a poll early, and shows its result or hides it (`ARCHIVED`).
 *
 * @see https://dev.twitch.tv/docs/api/reference/#end-poll
 */
export const endPoll = looking(
  endpoint('end-poll', 'End Poll', 'PATCH', '/polls', {
    category,
    scopes: [['channel:manage:polls']],
    self: 'broadcaster_id',
    body: { broadcaster_id: id, id, status: oneOf('TERMINATED', 'ARCHIVED') },
    response: data(poll),
  }),
  async ({ broadcaster_id, id: poll }, { read }) => {
    const answer = await read(getPolls, { broadcaster_id, id: [poll] });
    return answer.data[0]?.status === 'ACTIVE' ? { done: false } : { done: true, answer };
  },
);
