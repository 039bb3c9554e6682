import {
  channelBadges,
  channelEmotes,
  type Emote,
  globalBadges,
  globalEmotes,
} from '../../world/catalogue.ts';
import type { World } from '../../world/world.ts';
import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';

const template = 'https://static-cdn.jtvnw.net/emoticons/v2/{{id}}/{{format}}/{{theme_mode}}/{{scale}}';

/** How an emote can be had, without its pictures. */
function formsOf(emote: Emote): object {
  return {
    format: emote.animated ? ['static', 'animated'] : ['static'],
    scale: ['1.0', '2.0', '3.0'],
    theme_mode: ['light', 'dark'],
  };
}

function emoteShape(emote: Emote): object {
  const url = (scale: string): string =>
    `https://static-cdn.jtvnw.net/emoticons/v2/${emote.id}/static/light/${scale}`;
  return {
    id: emote.id,
    name: emote.name,
    images: { url_1x: url('1.0'), url_2x: url('2.0'), url_4x: url('3.0') },
    ...formsOf(emote),
  };
}

function ownEmotes(world: World, channelId: string): readonly Emote[] {
  const user = world.users.get(channelId);
  return user ? channelEmotes(user.id, user.login) : [];
}

function badgeShapes(table: typeof globalBadges): object[] {
  return Object.entries(table).map(([setId, versions]) => ({
    set_id: setId,
    versions: versions.map(([id, title, description]) => {
      const url = `https://static-cdn.jtvnw.net/badges/v1/${setId}-${id}`;
      return {
        id,
        image_url_1x: `${url}/1`,
        image_url_2x: `${url}/2`,
        image_url_4x: `${url}/3`,
        title,
        description,
        click_action: null,
        click_url: null,
      };
    }),
  }));
}

/** Category “Chat”: emotes and badges. */
export const emotes = {
  'get-channel-emotes': (call) => ({
    data: ownEmotes(call.world, call.text('broadcaster_id')).map((emote) => ({
      ...emoteShape(emote),
      tier: emote.tier,
      emote_type: emote.kind,
      emote_set_id: emote.setId,
    })),
    template,
  }),

  'get-global-emotes': () => ({ data: globalEmotes.map(emoteShape), template }),

  'get-emote-sets': (call) => {
    const wanted = call.texts('emote_set_id');
    const all = [...globalEmotes, ...[...call.world.users.keys()].flatMap((id) => ownEmotes(call.world, id))];
    return {
      data: all
        .filter((emote) => wanted.includes(emote.setId))
        .map((emote) => ({
          ...emoteShape(emote),
          emote_type: emote.kind,
          emote_set_id: emote.setId,
          owner_id: emote.owner,
        })),
      template,
    };
  },

  'get-user-emotes': (call) => {
    const { world } = call;
    const userId = call.text('user_id');
    if (!world.users.has(userId)) refuse(400, 'The ID in the user_id query parameter is not valid.');
    const channelIds = new Set(
      [...world.subscribers].flatMap(([id, tiers]) => (tiers.has(userId) ? id : [])),
    );
    const followed = call.maybe('broadcaster_id');
    const rows = [
      ...globalEmotes,
      ...[...channelIds].flatMap((id) =>
        ownEmotes(world, id).filter((emote) => emote.kind === 'subscriptions'),
      ),
      ...(followed !== undefined && world.followers.get(followed)?.has(userId) === true
        ? ownEmotes(world, followed).filter((emote) => emote.kind === 'follower')
        : []),
    ];
    const page = pageOf(call, rows);
    return {
      data: page.rows.map((emote) => ({
        id: emote.id,
        name: emote.name,
        ...formsOf(emote),
        emote_type: emote.kind,
        emote_set_id: emote.setId,
        owner_id: emote.owner,
      })),
      template,
      pagination: page.pagination,
    };
  },

  'get-channel-chat-badges': () => ({ data: badgeShapes(channelBadges) }),

  'get-global-chat-badges': () => ({ data: badgeShapes(globalBadges) }),
} as const satisfies Record<string, Handler>;
