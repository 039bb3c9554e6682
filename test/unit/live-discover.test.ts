import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createDiscoverDesk, type DiscoverState } from '../../lib/live/discover-desk.ts';
import {
  categoryView,
  channelView,
  joined,
  wishOf,
  type ChannelPage,
  type ListItem,
  type ListPage,
  type ListWish,
} from '../../lib/live/discover.ts';
import { createDiscoverBook } from '../../lib/store/discover-book.ts';
import { secondsOf } from '../../lib/twitch/discovery.ts';
import { holdNext } from './hold.ts';
import { memoryArea } from './store-memory-area.ts';

const game = (id: string): ListItem => ({ kind: 'category', id, name: `Game ${id}`, imageUrl: '' });
const idsOf = (state: DiscoverState | undefined): string[] => state?.items.map(({ id }) => id) ?? [];
const page: ChannelPage = {
  platform: 'twitch',
  id: '7',
  login: 'mainstage',
  name: 'MainStage',
  about: '',
  avatarUrl: '',
  title: '',
  category: '',
  tags: [],
  schedule: [],
  teams: [],
};

it('keeps one of each, also where an id means two things', () => {
  const channel: ListItem = {
    kind: 'channel',
    platform: 'twitch',
    id: '1',
    login: 'a',
    name: 'A',
    avatarUrl: '',
    live: false,
    title: '',
    category: '',
  };
  expect(joined([game('1')], [game('1'), channel, game('2'), game('2')])).toEqual([
    game('1'),
    channel,
    game('2'),
  ]);
});

it('asks for what is seen', () => {
  expect(wishOf({ kind: 'top', of: 'streams' }, 'ko', undefined)).toEqual({
    kind: 'streams',
    language: 'ko',
  });
  expect(wishOf(categoryView('5', 'x'), '', undefined)).toEqual({
    kind: 'streams',
    categoryId: '5',
  });
  const channel = channelView('twitch', 'mainstage', 'MainStage');
  expect(wishOf(channel, '', page)).toBeUndefined();
  expect(wishOf({ ...channel, tab: 'clips', period: 'week' } as typeof channel, '', page)).toEqual({
    kind: 'clips',
    of: { channelId: '7' },
    period: 'week',
  });
  const category = categoryView('5', 'x');
  expect(wishOf({ ...category, tab: 'videos' } as typeof category, 'ko', undefined)).toEqual({
    kind: 'videos',
    of: { categoryId: '5' },
    type: 'all',
    period: 'week',
    sort: 'views',
  });
});

it.each([
  ['3h8m33s', 11_313],
  ['45s', 45],
  ['1m0s', 60],
  ['soon', 0],
])('reads the length %s', (said, seconds) => expect(secondsOf(said)).toBe(seconds));

describe('the desk of discovery', () => {
  let state: DiscoverState | undefined;
  let waiting: (() => void)[];
  let now: number;
  const list = vi.fn<(wish: ListWish, after: string | undefined) => Promise<ListPage>>();
  const channel = vi.fn<(login: string) => Promise<ChannelPage>>();
  const write = vi.fn(() => Promise.resolve());

  const open = () =>
    createDiscoverDesk({
      list,
      channel,
      kept: { read: () => Promise.resolve({ recents: ['chess'], language: '' }), write },
      isOnline: () => true,
      now: () => now,
      wait: () => new Promise((resolve) => waiting.push(resolve)),
      show: (next) => (state = next),
    });
  const pause = (): void => waiting.splice(0).forEach((go) => go());

  beforeEach(() => {
    state = undefined;
    waiting = [];
    now = 1000;
    write.mockClear();
    channel.mockReset().mockResolvedValue(page);
    list.mockReset().mockResolvedValue({ items: [game('1'), game('2')], next: 'c1' });
  });

  it('goes on at the cursor, without doubles, until it leads nowhere', async () => {
    const desk = open();
    await desk.start();
    list.mockResolvedValueOnce({ items: [game('2'), game('3')], next: 'c2' });
    await desk.more();
    expect(list).toHaveBeenLastCalledWith({ kind: 'streams' }, 'c1');
    expect(idsOf(state)).toEqual(['1', '2', '3']);
    list.mockResolvedValueOnce({ items: [], next: 'c2' });
    await desk.more();
    expect(state?.next).toBeUndefined();
    await desk.more();
    expect(list).toHaveBeenCalledTimes(3);
  });

  it('knows how old each place is, and asks for all of it anew', async () => {
    const desk = open();
    await desk.start();
    now = 2000;
    await desk.more();
    expect(state?.updatedAt, 'what came first is the oldest').toBe(1000);
    await desk.open(channelView('twitch', 'mainstage', 'MainStage'));
    now = 3000;
    channel.mockResolvedValue({ ...page, title: 'Another' });
    await desk.refresh();
    expect(state).toMatchObject({ updatedAt: 3000, page: { title: 'Another' } });
    const about = channelView('twitch', 'mainstage', 'MainStage');
    now = 4000;
    await desk.change({ ...about, tab: 'videos' } as typeof about);
    expect(state?.updatedAt).toBe(4000);
    await desk.change(about);
    expect(state?.updatedAt, 'the page was not asked for again').toBe(3000);
    desk.back();
    expect(state?.updatedAt).toBe(1000);
  });

  it('searches when the typing pauses, for what was typed last', async () => {
    const desk = open();
    await desk.start();
    const typing = Promise.all([desk.type('c'), desk.type('ch'), desk.type('che ')]);
    pause();
    await typing;
    expect(list.mock.calls.slice(1)).toEqual([[{ kind: 'search', query: 'che' }, undefined]]);
    expect(state?.query).toBe('che ');
  });

  it('does not show an earlier search’s results', async () => {
    const desk = open();
    await desk.start();
    const answer = holdNext(list);
    const first = desk.type('a');
    pause();
    await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2));
    list.mockResolvedValueOnce({ items: [game('new')] });
    const second = desk.type('ab');
    pause();
    await second;
    answer({ items: [game('old')] });
    await first;
    expect(idsOf(state)).toEqual(['new']);
  });

  it('leads back to what was there, when it is emptied', async () => {
    const desk = open();
    await desk.start();
    const typing = desk.type('a');
    pause();
    await typing;
    list.mockClear();
    await desk.type('');
    expect(state).toMatchObject({ view: { kind: 'top' }, query: '', canGoBack: false });
    expect(idsOf(state)).toEqual(['1', '2']);
    expect(list).not.toHaveBeenCalled();
  });

  it('asks for a channel once, however one looks at it', async () => {
    const desk = open();
    await desk.start();
    const view = channelView('twitch', 'mainstage', 'MainStage');
    await desk.open(view);
    expect(state).toMatchObject({ page: { id: '7' }, items: [], loaded: true });
    if (view.kind === 'channel') await desk.change({ ...view, tab: 'videos', sort: 'views' });
    expect(list).toHaveBeenLastCalledWith(
      { kind: 'videos', of: { channelId: '7' }, type: 'all', period: 'all', sort: 'views' },
      undefined,
    );
    expect(channel).toHaveBeenCalledTimes(1);
  });

  it('remembers the searches that led somewhere', async () => {
    const desk = open();
    await desk.start();
    const typing = desk.type('Chess');
    pause();
    await typing;
    expect(write).not.toHaveBeenCalled();
    desk.remember();
    expect(write).toHaveBeenCalledExactlyOnceWith({ recents: ['Chess'], language: '' });
  });
});

it('does not believe a damaged memory', async () => {
  const area = memoryArea({ discover: { recents: [1, 'a'], language: 'javascript:' } });
  expect(await createDiscoverBook(area).read()).toEqual({ recents: ['a'], language: '' });
});
