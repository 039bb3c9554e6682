import { describe, expect, it } from 'vitest';

import { fail, failureOf, type Failure } from '../../lib/failure.ts';
import type { ListItem, ListPage } from '../../lib/live/discover.ts';
import { mixed, searchBoth } from '../../lib/live/search.ts';

const channel = (platform: 'twitch' | 'chzzk', id: string): ListItem => ({
  kind: 'channel',
  platform,
  id,
  login: id,
  name: id,
  avatarUrl: '',
  live: false,
  title: '',
  category: '',
});
const game: ListItem = { kind: 'category', id: '1', name: 'Chess', imageUrl: '' };
const [a, b, x] = [channel('twitch', 'a'), channel('twitch', 'b'), channel('chzzk', 'x')];

const page: ListPage = { items: [game, a, b], next: 'more' };
const never = (): Promise<never> => new Promise(() => undefined);
const failing = (failure: Failure) => async (): Promise<never> => fail(await Promise.resolve(failure));
const down: Failure = { code: 'platform-down', status: 503 };

describe('a search over both platforms', () => {
  const twitch = (): Promise<ListPage> => Promise.resolve(page);
  const chzzk = (): Promise<readonly ListItem[]> => Promise.resolve([x]);

  it('has categories first and then the channels of both in turn', async () => {
    expect(await searchBoth({ twitch, chzzk, wait: never })).toEqual({
      items: [game, a, x, b],
      next: 'more',
    });
    expect(mixed([], [x])).toEqual([x]);
    const other: ListItem = { ...game, id: 'chzzk:ETC:talk' };
    expect(mixed([game, a], [other, x])).toEqual([game, other, a, x]);
    const live: ListItem = {
      kind: 'stream',
      id: 'y',
      stream: {
        platform: 'chzzk',
        channelId: 'y',
        login: 'y',
        name: 'y',
        title: '',
        category: '',
        viewers: 1,
        rerun: false,
      },
    };
    expect(mixed([game, a, b], [x, live])).toEqual([game, a, x, b, live]);
  });

  it('is Twitch’s alone where the other is not wanted', async () => {
    expect(await searchBoth({ twitch, chzzk: undefined, wait: never })).toBe(page);
  });

  it('shows what one has found when the other fails, and says why', async () => {
    expect(await searchBoth({ twitch, chzzk: failing(down), wait: never })).toEqual({
      ...page,
      missing: { platform: 'chzzk', failure: down },
    });
    const signedOut: Failure = { code: 'signed-out' };
    expect(await searchBoth({ twitch: failing(signedOut), chzzk, wait: never })).toEqual({
      items: [x],
      missing: { platform: 'twitch', failure: signedOut },
    });
  });

  it('does not wait for CHZZK for long', async () => {
    const found = await searchBoth({ twitch, chzzk: never, wait: () => Promise.resolve() });
    expect(found).toEqual({ ...page, missing: { platform: 'chzzk', failure: { code: 'timeout' } } });
  });

  it('fails as Twitch does where nothing of the other can stand for it', async () => {
    for (const other of [failing({ code: 'offline' }), () => Promise.resolve([])]) {
      const failed = searchBoth({ twitch: failing(down), chzzk: other, wait: never }).catch(failureOf);
      expect(await failed).toEqual(down);
    }
  });
});
