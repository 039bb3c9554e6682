import { either, endpoint } from '../endpoint.ts';
import { exactlyOne } from '../rules.ts';
import { aBroadcaster, aUser, data } from '../shapes.ts';
import { date, id, list, nullable, object, optional, string, text } from '../spec.ts';

const category = 'Teams';

const team = {
  background_image_url: nullable(string),
  banner: nullable(string),
  created_at: date,
  updated_at: date,
  info: string,
  thumbnail_url: string,
  team_name: string,
  team_display_name: string,
  id: string,
} as const;

/**
 * The teams of a broadcaster.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-teams
 */
export const getChannelTeams = endpoint('get-channel-teams', 'Get Channel Teams', 'GET', '/teams/channel', {
  category,
  tokens: either,
  query: { broadcaster_id: id },
  response: object({ data: nullable(list(object({ ...aBroadcaster, ...team }))) }),
});

/**
 * A team and who is in it.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-teams
 */
export const getTeams = endpoint('get-teams', 'Get Teams', 'GET', '/teams', {
  category,
  tokens: either,
  query: { name: optional(text({ minLength: 1 })), id: optional(id) },
  rules: [exactlyOne(['name'], ['id'])],
  response: data(object({ users: list(object(aUser)), ...team })),
});
