import { rfc3339 } from '../../world/clock.ts';
import { mapUnder } from '../../world/tables.ts';
import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

/** Category “Channels”. */
export const channels = {
  'get-channel-information': (call) => {
    const { world } = call;
    const data = call.texts('broadcaster_id').flatMap((id) => {
      const channel = world.channels.get(id);
      if (!channel) return [];
      const category = world.categories.get(channel.categoryId);
      return {
        ...named('broadcaster', world.user(id)),
        broadcaster_language: channel.language,
        game_name: category?.name ?? '',
        game_id: category?.id ?? '',
        title: channel.title,
        delay: call.user?.id === id ? channel.delay : 0,
        tags: channel.tags,
        content_classification_labels: channel.labels,
        is_branded_content: channel.brandedContent,
      };
    });
    return { data };
  },

  'modify-channel-information': (call) => {
    const { world } = call;
    const user = call.userIn('broadcaster_id');
    const channel =
      world.channels.get(user.id) ??
      refuse(400, 'The ID in the broadcaster_id query parameter is not valid.');
    const named_ = [
      'game_id',
      'broadcaster_language',
      'title',
      'delay',
      'tags',
      'content_classification_labels',
      'is_branded_content',
    ];
    if (!named_.some((name) => call.has(name))) refuse(400, 'The request must update at least one property.');
    const title = call.maybe('title');
    if (title === '') refuse(400, 'The title field may not contain an empty string.');
    if (title !== undefined && Array.from(title).length > 140)
      refuse(400, 'The length of the string in the title field is too long.');
    const gameId = call.maybe('game_id');
    if (gameId !== undefined && !['', '0'].includes(gameId) && !world.categories.has(gameId))
      refuse(400, 'The ID in game_id is not valid.');
    const delay = call.number('delay');
    if (delay !== undefined && user.broadcasterType !== 'partner')
      refuse(400, 'To update the delay field, the broadcaster must have partner status.');
    for (const tag of call.texts('tags')) {
      if (tag === '') refuse(400, 'A tag in the tags field is empty.');
      if (Array.from(tag).length > 25)
        refuse(400, 'A tag in the tags field exceeds the maximum length allowed.');
      if (!/^[\p{L}\p{N}]+$/u.test(tag))
        refuse(400, 'A tag in the tags field contains special characters or spaces.');
    }
    const labels = new Set(channel.labels);
    for (const label of call.objects('content_classification_labels')) {
      if (label['is_enabled'] === true) labels.add(String(label['id']));
      else labels.delete(String(label['id']));
    }
    channel.title = title ?? channel.title;
    if (gameId !== undefined) channel.categoryId = gameId === '0' ? '' : gameId;
    channel.language = call.maybe('broadcaster_language') ?? channel.language;
    channel.delay = delay ?? channel.delay;
    if (call.has('tags')) channel.tags = call.texts('tags');
    channel.labels = [...labels];
    channel.brandedContent = call.flag('is_branded_content') ?? channel.brandedContent;
    world.events.emit('channel', { channelId: user.id });
    return undefined;
  },

  'get-channel-editors': (call) => ({
    data: [...mapUnder(call.world.editors, call.text('broadcaster_id'))].map(([id, since]) => ({
      user_id: id,
      user_name: call.world.user(id).displayName,
      created_at: rfc3339(since),
    })),
  }),

  'get-followed-channels': (call) => {
    const { world } = call;
    const userId = call.text('user_id');
    const only = call.maybe('broadcaster_id');
    const rows = [...world.followers]
      .flatMap(([channelId, followers]) => {
        const at = followers.get(userId);
        return at === undefined || (only !== undefined && only !== channelId) ? [] : { channelId, at };
      })
      .sort((a, b) => b.at - a.at || a.channelId.localeCompare(b.channelId));
    const page = pageOf(call, rows);
    return {
      total: rows.length,
      data: page.rows.map(({ channelId, at }) => ({
        ...named('broadcaster', world.users.get(channelId)),
        followed_at: rfc3339(at),
      })),
      pagination: page.pagination,
    };
  },

  'get-channel-followers': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const rows = [...mapUnder(world.followers, channelId)].sort(([, a], [, b]) => b - a);
    const only = call.maybe('user_id');
    const may =
      call.hasScope('moderator:read:followers') && call.user && world.isModerator(channelId, call.user.id);
    if (!may) {
      if (only !== undefined) {
        refuse(
          401,
          'The user_id parameter was specified but either the user access token is missing the moderator:read:followers scope or the user is not the broadcaster or moderator for the specified channel',
        );
      }
      return { total: rows.length, data: [], pagination: {} };
    }
    const page = pageOf(call, only === undefined ? rows : rows.filter(([id]) => id === only));
    return {
      total: rows.length,
      data: page.rows.map(([id, at]) => ({
        ...named('user', world.users.get(id)),
        followed_at: rfc3339(at),
      })),
      pagination: page.pagination,
    };
  },
} as const satisfies Record<string, Handler>;
