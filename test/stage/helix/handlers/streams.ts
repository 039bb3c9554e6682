import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { byViewers, streamShape } from '../shapes.ts';

/** Category “Streams”. */
export const streams = {
  'get-stream-key': (call) => {
    const user = call.userIn('broadcaster_id', 'The ID in the broadcaster_id field is not valid.');
    return { data: [{ stream_key: `live_${user.id}_stage` }] };
  },

  'get-streams': (call) => {
    const { world } = call;
    const ids = new Set(call.texts('user_id'));
    for (const login of call.texts('user_login')) ids.add(world.find(login)?.id ?? '');
    const games = call.texts('game_id');
    const languages = call.texts('language');
    const rows = byViewers(world.streams.values()).filter((stream) => {
      const channel = world.channels.get(stream.channelId);
      return (
        (ids.size === 0 || ids.has(stream.channelId)) &&
        (games.length === 0 || games.includes(channel?.categoryId ?? '')) &&
        (languages.length === 0 || languages.includes(channel?.language ?? ''))
      );
    });
    const page = pageOf(call, rows);
    return { data: page.rows.map((stream) => streamShape(world, stream)), pagination: page.pagination };
  },

  'get-followed-streams': (call) => {
    const { world } = call;
    const userId = call.text('user_id');
    const rows = byViewers(world.streams.values()).filter((stream) =>
      world.followers.get(stream.channelId)?.has(userId),
    );
    const page = pageOf(call, rows);
    return { data: page.rows.map((stream) => streamShape(world, stream)), pagination: page.pagination };
  },
} as const satisfies Record<string, Handler>;
