import { describe, expect, it } from 'vitest';
import { getFollowedChannels } from '../../lib/twitch/helix/endpoints/channels.ts';
import { getUserEmotes } from '../../lib/twitch/helix/endpoints/emotes.ts';
import { getChannelStreamSchedule } from '../../lib/twitch/helix/endpoints/schedule.ts';
import { getStreams } from '../../lib/twitch/helix/endpoints/streams.ts';
import { getUsers } from '../../lib/twitch/helix/endpoints/users.ts';
import { aUser, listed, stage, type SentRequest } from './helix-script.ts';

const follow = (id: number): object => ({
  broadcaster_id: String(id),
  broadcaster_login: `login${id}`,
  broadcaster_name: `Name${id}`,
  followed_at: '2026-01-01T00:00:00Z',
});

/** Answers a list of `count` follows, page by page. */
function follows(count: number) {
  return ({ url }: SentRequest): Response => {
    const query = new URL(url).searchParams;
    const from = Number(query.get('after') ?? 0);
    const to = Math.min(count, from + Number(query.get('first') ?? 20));
    const items = Array.from({ length: to - from }, (_, at) => follow(from + at));
    return listed(items, { total: count, pagination: to < count ? { cursor: String(to) } : {} });
  };
}

describe('pages', () => {
  it('reads 1,000 follows with ten requests', async () => {
    const { helix, sent } = stage(follows(1_000));
    const ids = await Array.fromAsync(helix.pages(getFollowedChannels, {}), (item) => item.broadcaster_id);
    expect(new Set(ids).size).toBe(1_000);
    expect(sent).toHaveLength(10);
  });

  it('stops at the limit, and asks for no more than that', async () => {
    const { helix, sent } = stage(follows(1_000));
    const all = await Array.fromAsync(helix.pages(getFollowedChannels, {}, { limit: 5 }));
    expect(all).toHaveLength(5);
    expect(sent.map(({ url }) => new URL(url).searchParams.get('first'))).toEqual(['5']);
  });

  it('takes pages of the size that is asked for', async () => {
    const { helix, sent } = stage(follows(50));
    await Array.fromAsync(helix.pages(getFollowedChannels, {}, { first: 20 }));
    expect(sent).toHaveLength(3);
  });

  it('asks for no more once the reader has enough', async () => {
    const { helix, sent } = stage(follows(1_000));
    for await (const item of helix.pages(getFollowedChannels, {})) if (item.broadcaster_id === '150') break;
    expect(sent).toHaveLength(2);
  });

  it('does not run in a circle', async () => {
    const { helix, sent } = stage(() => listed([follow(1)], { total: 1, pagination: { cursor: 'same' } }));
    await expect(Array.fromAsync(helix.pages(getFollowedChannels, {}))).rejects.toMatchObject({
      failure: { code: 'upstream-changed', path: 'pagination.cursor' },
    });
    expect(sent).toHaveLength(2);
  });

  it('ends where an empty page repeats its cursor', async () => {
    const { helix } = stage((_, number) =>
      listed(number === 1 ? [follow(1)] : [], { total: 1, pagination: { cursor: 'same' } }),
    );
    await expect(Array.fromAsync(helix.pages(getFollowedChannels, {}))).resolves.toHaveLength(1);
  });

  it('stops when the caller gives up', async () => {
    const { helix, sent } = stage(follows(1_000));
    const ending = new AbortController();
    const reading = async (): Promise<void> => {
      for await (const item of helix.pages(getFollowedChannels, {}, { signal: ending.signal })) {
        if (item.broadcaster_id === '99') ending.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ failure: { code: 'aborted' } });
    expect(sent).toHaveLength(1);
  });

  it('sends no page size where the endpoint has none', async () => {
    const { helix, sent } = stage(() => listed([], { template: '' }), {
      token: () =>
        Promise.resolve({
          kind: 'user',
          accessToken: 't',
          clientId: 'c',
          userId: '7',
          scopes: ['user:read:emotes'],
        }),
    });
    await Array.fromAsync(helix.pages(getUserEmotes, {}, { limit: 3 }));
    expect(sent[0]?.url).toBe('https://api.twitch.tv/helix/chat/emotes/user?user_id=7');
  });

  it('finds the segments of a schedule', async () => {
    const segment = (id: string): object => ({
      id,
      start_time: '2026-11-21T20:00:00Z',
      end_time: '2026-11-21T21:00:00Z',
      title: '',
      canceled_until: null,
      category: null,
      is_recurring: false,
    });
    const page = (id: string, cursor: object): Response =>
      Response.json({
        data: {
          broadcaster_id: '1',
          broadcaster_login: 'a',
          broadcaster_name: 'A',
          segments: [segment(id)],
          vacation: null,
          pagination: cursor,
        },
      });
    const { helix } = stage((_, number) => (number === 1 ? page('a', { cursor: 'next' }) : page('b', {})));
    const schedule = helix.pages(getChannelStreamSchedule, { broadcaster_id: '1' });
    await expect(Array.fromAsync(schedule, ({ id }) => id)).resolves.toEqual(['a', 'b']);
  });
});

describe('batched', () => {
  const users = ({ url }: SentRequest): Response => listed(new URL(url).searchParams.getAll('id').map(aUser));

  it('splits any number of ids by what the endpoint takes, each id once', async () => {
    const { helix, sent } = stage(users);
    const ids = Array.from({ length: 250 }, (_, at) => String(at + 1));
    const found = await helix.batched(getUsers, 'id', [...ids, '1', '2'], {});
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(sent).toHaveLength(3);
  });

  it('asks nothing for nobody', async () => {
    const { helix, sent } = stage(users);
    await expect(helix.batched(getUsers, 'id', [], {})).resolves.toEqual([]);
    expect(sent).toEqual([]);
  });

  it('asks for pages that hold a whole batch', async () => {
    const { helix, sent } = stage(() => listed([]));
    await helix.batched(getStreams, 'user_id', ['1', '2'], {});
    expect(sent[0]?.url).toBe('https://api.twitch.tv/helix/streams?user_id=1&user_id=2&first=100');
  });
});
