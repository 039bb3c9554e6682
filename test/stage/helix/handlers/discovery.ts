import type { Category } from '../../world/records.ts';
import { rfc3339 } from '../../world/clock.ts';
import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

function boxArt(category: Category, size = '{width}x{height}'): string {
  return `https://static-cdn.jtvnw.net/ttv-boxart/${category.id}-${size}.jpg`;
}

function gameShape(category: Category): object {
  return { id: category.id, name: category.name, box_art_url: boxArt(category), igdb_id: category.igdbId };
}

/** Labels that a channel may wear: id, name, description. */
const labels = [
  [
    'DebatedSocialIssuesAndPolitics',
    'Politics and Sensitive Social Issues',
    'Debates about politics or social issues.',
  ],
  [
    'DrugsIntoxication',
    'Drugs, Intoxication, or Excessive Tobacco Use',
    'Excessive use of drugs, alcohol or tobacco.',
  ],
  ['Gambling', 'Gambling', 'Gambling for money.'],
  ['MatureGame', 'Mature-rated game', 'A game that is rated for adults.'],
  ['ProfanityVulgarity', 'Significant Profanity or Vulgarity', 'Long and repeated coarse language.'],
  ['SexualThemes', 'Sexual Themes', 'Content about sex.'],
  ['ViolentGraphic', 'Violent and Graphic Depictions', 'Realistic violence and gore.'],
] as const;

function teamShape(team: Call['world']['office']['teams'][number]): Record<string, unknown> {
  return {
    background_image_url: null,
    banner: null,
    created_at: rfc3339(team.createdAt),
    updated_at: rfc3339(team.createdAt),
    info: team.info,
    thumbnail_url: `https://static-cdn.jtvnw.net/jtv_user_pictures/team-${team.name}-600x600.png`,
    team_name: team.name,
    team_display_name: team.displayName,
    id: team.id,
  };
}

/** Categories “Games”, “Search”, “Tags”, “Teams” and “CCLs”. */
export const discovery = {
  'get-top-games': (call) => {
    const { world } = call;
    const viewers = new Map<string, number>();
    for (const stream of world.streams.values()) {
      const id = world.channels.get(stream.channelId)?.categoryId ?? '';
      viewers.set(id, (viewers.get(id) ?? 0) + stream.viewers);
    }
    const rows = [...world.categories.values()].sort(
      (a, b) => (viewers.get(b.id) ?? 0) - (viewers.get(a.id) ?? 0) || a.id.localeCompare(b.id),
    );
    const page = pageOf(call, rows);
    return { data: page.rows.map(gameShape), pagination: page.pagination };
  },

  'get-games': (call) => {
    const [ids, names, igdb] = [call.texts('id'), call.texts('name'), call.texts('igdb_id')];
    const count = ids.length + names.length + igdb.length;
    if (count === 0) refuse(400, 'The request must specify the id or name or igdb_id query parameter.');
    if (count > 100) {
      refuse(
        400,
        'The combined number of game IDs (id and igdb_id) and game names that you specify in the request must not exceed 100.',
      );
    }
    const found = [...call.world.categories.values()].filter(
      (one) =>
        ids.includes(one.id) || names.includes(one.name) || (one.igdbId !== '0' && igdb.includes(one.igdbId)),
    );
    return { data: found.map(gameShape) };
  },

  'search-categories': (call) => {
    const words = call.text('query').toLowerCase();
    const rows = [...call.world.categories.values()].filter((one) => one.name.toLowerCase().includes(words));
    const page = pageOf(call, rows);
    return {
      data: page.rows.map((one) => ({ box_art_url: boxArt(one, '52x72'), name: one.name, id: one.id })),
      pagination: page.pagination,
    };
  },

  'search-channels': (call) => {
    const { world } = call;
    const words = call.text('query').toLowerCase();
    const rows = [...world.users.values()].filter(
      (user) =>
        (user.login.includes(words) || user.displayName.toLowerCase().includes(words)) &&
        (call.flag('live_only') !== true || world.streams.has(user.id)),
    );
    const page = pageOf(call, rows);
    return {
      data: page.rows.map((user) => {
        const channel = world.channels.get(user.id);
        const stream = world.streams.get(user.id);
        return {
          broadcaster_language: channel?.language ?? 'en',
          broadcaster_login: user.login,
          display_name: user.displayName,
          game_id: channel?.categoryId ?? '',
          game_name: world.categories.get(channel?.categoryId ?? '')?.name ?? '',
          id: user.id,
          is_live: stream !== undefined,
          tag_ids: [],
          tags: channel?.tags ?? [],
          thumbnail_url: user.profileImageUrl,
          title: channel?.title ?? '',
          started_at: stream ? rfc3339(stream.startedAt) : '',
        };
      }),
      pagination: page.pagination,
    };
  },

  'get-all-stream-tags': () => refuse(410, 'This API is not available.'),

  'get-stream-tags': () => refuse(410, 'This API is not available.'),

  'get-channel-teams': (call) => {
    const channel = call.userIn('broadcaster_id', 'The broadcaster was not found.', 404);
    const teams = call.world.office.teams.filter((team) => team.memberIds.includes(channel.id));
    return { data: teams.map((team) => ({ ...named('broadcaster', channel), ...teamShape(team) })) };
  },

  'get-teams': (call) => {
    const { world } = call;
    const [name, id] = [call.maybe('name'), call.maybe('id')];
    if (name === undefined && id === undefined) refuse(400, 'The name or id query parameter is required.');
    if (name !== undefined && id !== undefined) {
      refuse(400, 'Specify either the name or id query parameter but not both.');
    }
    const team = world.office.teams.find((one) => one.name === name || one.id === id);
    if (!team) return refuse(404, 'The specified team was not found.');
    const users = team.memberIds.flatMap((member) => world.users.get(member) ?? []);
    return { data: [{ users: users.map((user) => named('user', user)), ...teamShape(team) }] };
  },

  'get-content-classification-labels': () => ({
    data: labels.map(([id, name, description]) => ({ id, description, name })),
  }),
} as const satisfies Record<string, Handler>;
