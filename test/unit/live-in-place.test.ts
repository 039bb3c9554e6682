import { describe, expect, it } from 'vitest';

import { channelKey } from '../../lib/live/arrange.ts';
import { inPlace as put, isSameOrder as isSame } from '../../lib/live/in-place.ts';

const row = (channelId: string, viewers = 0, platform: 'twitch' | 'chzzk' = 'twitch') => ({
  platform,
  channelId,
  viewers,
});
const ids = (rows: readonly { readonly channelId: string }[]): string =>
  rows.map(({ channelId }) => channelId).join(' ');

type Row = ReturnType<typeof row>;
const inPlace = (drawn: readonly Row[], next: readonly Row[], newcomers: 'last' | 'wait' = 'last') =>
  put(drawn, next, { keyOf: channelKey, newcomers });
const isSameOrder = (one: readonly Row[], other: readonly Row[]): boolean => isSame(one, other, channelKey);

describe('a list that somebody aims at', () => {
  const drawn = [row('a', 9), row('b', 5), row('c', 1)];

  it('keeps everybody’s place, with what is new of them', () => {
    const rows = inPlace(drawn, [row('c', 20), row('a', 8), row('b', 7)]);
    expect(rows).toEqual([row('a', 8), row('b', 7), row('c', 20)]);
  });

  it('keeps the place of who is gone, and lets who is new stand at the end', () => {
    const rows = inPlace(drawn, [row('d', 99), row('c', 2), row('a', 8)]);
    expect(rows).toEqual([row('a', 8), row('b', 5), row('c', 2), row('d', 99)]);
    expect(ids(inPlace(rows, [row('b', 3), row('e', 1)]))).toBe('a b c d e');
  });

  it('lets who is new wait where something comes after the rows', () => {
    const rows = inPlace(drawn, [row('d', 99), row('c', 2), row('a', 8)], 'wait');
    expect(rows).toEqual([row('a', 8), row('b', 5), row('c', 2)]);
  });

  it('tells channels of two platforms apart, and makes of nothing what is there', () => {
    expect(inPlace([row('a')], [row('a', 4, 'chzzk')])).toEqual([row('a'), row('a', 4, 'chzzk')]);
    expect(inPlace([], drawn)).toEqual(drawn);
  });

  it('is told from one that stands otherwise', () => {
    expect(isSameOrder(drawn, [row('a', 1), row('b', 2), row('c', 3)])).toBe(true);
    expect(isSameOrder(drawn, [row('b'), row('a'), row('c')])).toBe(false);
    expect(isSameOrder(drawn, drawn.slice(1))).toBe(false);
    expect(isSameOrder([row('a')], [row('a', 0, 'chzzk')])).toBe(false);
  });
});
