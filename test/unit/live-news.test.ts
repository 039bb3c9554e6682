import { describe, expect, it } from 'vitest';

import { isQuiet, newsOf, type Seen } from '../../lib/live/news.ts';
import { noticeId, noticesOf, targetOf } from '../../lib/live/notice.ts';
import { minute, names, snapshot, start, stream, told } from './live-samples.ts';

describe('news', () => {
  const before: Seen = newsOf(undefined, snapshot(start, stream('ann')), told()).seen;
  const later = start + 2 * minute;

  it('are of those who went live since the last look', () => {
    const { tell, seen } = newsOf(before, snapshot(later, stream('ann'), stream('bob', later)), told());
    expect(names(tell)).toEqual(['bob']);
    expect(newsOf(seen, snapshot(later + minute, stream('bob', later)), told()).tell).toEqual([]);
  });

  it('are none at a start, after a sign-in, an update or a reload', () => {
    expect(newsOf(undefined, snapshot(later, stream('bob', later)), told()).tell).toEqual([]);
    const other = { ...snapshot(later, stream('bob', later)), accountId: 'twitch:2' };
    expect(newsOf(before, other, told()).tell).toEqual([]);
  });

  it('are none after a long silence, when the machine slept', () => {
    const woken = start + 9 * 60 * minute;
    expect(newsOf(before, snapshot(woken, stream('bob', woken)), told()).tell).toEqual([]);
  });

  it('are none of a channel that was live long before it was followed', () => {
    expect(newsOf(before, snapshot(later, stream('bob', start - 60 * minute)), told()).tell).toEqual([]);
  });

  it('tell once of a stream that breaks off and comes back', () => {
    const first = newsOf(before, snapshot(later, stream('bob', later)), told());
    const off = newsOf(first.seen, snapshot(later + minute), told());
    const back = newsOf(off.seen, snapshot(later + 2 * minute, stream('bob', later + 2 * minute)), told());
    expect(names(first.tell)).toEqual(['bob']);
    expect(back.tell).toEqual([]);
  });

  it('leave out muted channels and reruns', () => {
    const look = snapshot(later, stream('bob', later), stream('cat', later, { rerun: true }));
    expect(newsOf(before, look, told({ 'live.muted': ['twitch:bob'] })).tell).toEqual([]);
    expect(names(newsOf(before, look, told({ 'notifications.reruns': true })).tell)).toEqual(['bob', 'cat']);
  });

  it('are of chosen channels and categories where the user wants no others', () => {
    const look = snapshot(later, stream('bob', later), stream('cat', later, { category: 'Art' }));
    const chosen = { 'notifications.of': 'chosen', 'notifications.channels': ['twitch:bob'] } as const;
    expect(names(newsOf(before, look, told(chosen)).tell)).toEqual(['bob']);
    const both = { ...chosen, 'notifications.categories': ['art'] };
    expect(names(newsOf(before, look, told(both)).tell)).toEqual(['bob', 'cat']);
    const nobody = { ...chosen, 'notifications.of': 'nobody' } as const;
    expect(newsOf(before, look, told(nobody)).tell).toEqual([]);
    // A category that was typed is told of, whoever was chosen.
    expect(names(newsOf(before, look, told({ ...both, ...nobody })).tell)).toEqual(['cat']);
  });

  it('are of a new title or category of channels of which the user wants to hear that', () => {
    const wanted = told({
      'notifications.of': 'nobody',
      'notifications.changes': ['twitch:ann', 'twitch:bob'],
    });
    const at = (minutes: number) => start + minutes * minute;
    const first = newsOf(undefined, snapshot(at(0), stream('ann'), stream('cat')), wanted);
    expect(first.changed).toEqual([]);
    const art = { category: 'Art' };
    const then = newsOf(
      first.seen,
      snapshot(at(1), stream('ann', start, art), stream('cat', start, art)),
      wanted,
    );
    expect(names(then.changed)).toEqual(['ann']);
    const same = newsOf(then.seen, snapshot(at(2), stream('ann', start, art), stream('bob', at(2))), wanted);
    expect(same.changed).toEqual([]);
    const titles = snapshot(
      at(3),
      stream('ann', start, { ...art, title: 'New' }),
      stream('bob', at(2), { title: 'Too' }),
    );
    expect(names(newsOf(same.seen, titles, wanted).changed)).toEqual(['ann', 'bob']);
    const muted = { ...wanted, 'live.muted': ['twitch:ann'] };
    expect(names(newsOf(same.seen, titles, muted).changed)).toEqual(['bob']);
    const quiet = {
      ...wanted,
      'notifications.quiet': true,
      'notifications.quietFrom': 0,
      'notifications.quietTo': 1_439,
    };
    expect(newsOf(same.seen, titles, quiet).changed).toEqual([]);
    const slept = snapshot(at(600), stream('ann', start, { title: 'Later' }));
    expect(newsOf(same.seen, slept, wanted).changed).toEqual([]);
  });

  it('are told of to nobody in quiet hours, but channels still open', () => {
    const hour = new Date(later).getHours() * 60;
    const quiet = {
      'notifications.quiet': true,
      'notifications.quietFrom': hour,
      'notifications.quietTo': (hour + 120) % 1_440,
      'live.autoOpen': ['twitch:bob'],
    };
    const news = newsOf(before, snapshot(later, stream('bob', later)), told(quiet));
    expect(news.tell).toEqual([]);
    expect(names(news.open)).toEqual(['bob']);
  });

  it('know hours that go over midnight', () => {
    const hours = told({
      'notifications.quiet': true,
      'notifications.quietFrom': 1_380,
      'notifications.quietTo': 480,
    });
    const at = (hour: number) => isQuiet(hours, new Date(2026, 1, 1, hour, 30));
    expect([22, 23, 0, 7, 8].map(at)).toEqual([false, true, true, true, false]);
  });
});

describe('a notification', () => {
  it('carries its target in its id', () => {
    const target = { kind: 'channel', platform: 'twitch', channelId: '12', login: 'ann_1' } as const;
    expect(targetOf(noticeId(target))).toEqual(target);
    expect(targetOf(noticeId({ kind: 'list' }))).toEqual({ kind: 'list' });
    expect(targetOf(noticeId({ kind: 'watched' }))).toEqual({ kind: 'watched' });
    for (const id of ['', 'other', 'live:channel:twitch:1', 'live:channel:twitch:1:../evil'])
      expect(targetOf(id)).toBeUndefined();
  });

  it('stands for all where they are many', () => {
    const streams = ['a', 'b', 'c', 'd'].map((login) => stream(login));
    expect(noticesOf(streams, 4)).toHaveLength(4);
    expect(noticesOf(streams, 3)).toEqual([{ id: 'live:list', streams }]);
  });
});
