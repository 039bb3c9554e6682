import { describe, expect, it } from 'vitest';

import { addressFor, asMarkup, suggestionsFor } from '../../lib/live/omnibox.ts';
import { isFilledBy } from '../../lib/live/opening.ts';
import { deedOf, lineId, linesOf, pageMenu } from '../../lib/live/page-menu.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import { channelAt } from '../../lib/pages/channel-at.ts';

const stream = (login: string, change: Partial<LiveStream> = {}): LiveStream => ({
  platform: 'twitch',
  channelId: login,
  login,
  name: login.toUpperCase(),
  title: 'A title',
  category: 'Chess',
  viewers: 1,
  startedAt: 0,
  rerun: false,
  ...change,
});

describe('the address bar', () => {
  const streams = [stream('moth'), stream('lamp', { category: 'Go' }), stream('mothling', { title: '<b>&' })];

  it('suggests who is live and fits', () => {
    expect(suggestionsFor('moth', streams)).toEqual([
      { content: 'https://www.twitch.tv/moth', description: 'MOTH · Chess · A title' },
      { content: 'https://www.twitch.tv/mothling', description: 'MOTHLING · Chess · <b>&' },
    ]);
    expect(suggestionsFor('go', streams).map(({ content }) => content)).toEqual([
      'https://www.twitch.tv/lamp',
    ]);
    expect(
      suggestionsFor(
        '',
        Array.from({ length: 20 }, (_, index) => stream(`c${index}`)),
      ),
    ).toHaveLength(6);
  });

  it.each([
    ['https://www.twitch.tv/moth', 'https://www.twitch.tv/moth'],
    [' Moth ', 'https://www.twitch.tv/moth'],
    ['somebody_else', 'https://www.twitch.tv/somebody_else'],
    ['two words', 'https://www.twitch.tv/search?term=two%20words'],
    ['javascript:alert(1)', 'https://www.twitch.tv/search?term=javascript%3Aalert(1)'],
    ['../evil?a=b', 'https://www.twitch.tv/search?term=..%2Fevil%3Fa%3Db'],
    ['https://example.org/', 'https://www.twitch.tv/search?term=https%3A%2F%2Fexample.org%2F'],
  ])('leads from %j to %s', (typed, url) => {
    expect(addressFor(typed, streams)).toBe(url);
  });

  it('shows foreign words as words where the browser reads markup', () => {
    expect(asMarkup('<url>a</url> & "b" \'c\' \u0001\uD800')).toBe(
      '&lt;url&gt;a&lt;/url&gt; &amp; &quot;b&quot; &apos;c&apos;   ',
    );
  });
});

describe('the menu on links and pages', () => {
  const links = [{ name: 'Stats & more', url: 'https://example.org/{login}' }];

  it('knows its own lines by their ids, and no others', () => {
    for (const { id } of pageMenu) {
      expect(deedOf(lineId('link', id))).toBe(id);
      expect(deedOf(lineId('page', id))).toBe(id);
    }
    for (const other of ['', 'link:', 'link:__proto__', 'tab:chat', 'link:own:Stats & more', 7, undefined])
      expect(deedOf(other)).toBeUndefined();
    expect(deedOf('link:own:Stats & more', links)).toBe(links[0]);
  });

  it('stands on both platforms, where the platform has such a thing', () => {
    const isOn = (id: string, page: string): boolean =>
      linesOf(links).some((line) => line.id === id && line.patterns.includes(page));
    for (const { id } of pageMenu) expect(isOn(`link:${id}`, '*://www.twitch.tv/*')).toBe(true);
    expect(isOn('page:chat', '*://chzzk.naver.com/*')).toBe(true);
    expect(isOn('page:player', '*://chzzk.naver.com/*')).toBe(false);
    expect(isOn('link:own:Stats & more', '*://chzzk.naver.com/*')).toBe(true);
  });

  it('has the user’s own actions, and every id once', () => {
    const lines = linesOf(links);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines.flatMap(({ words }) => ('own' in words ? [words.own] : []))).toEqual([
      'Stats && more',
      'Stats && more',
    ]);
  });
});

describe('an own action', () => {
  it.each([
    ['https://example.org/{login}?on={platform}', true, true],
    ['https://example.org/{id}', false, true],
    ['https://example.org/{login}/{name}', false, false],
    ['https://example.org/', true, true],
  ])('%s asks nobody where the address tells enough: on Twitch %s, on CHZZK %s', (url, twitch, chzzk) => {
    const link = { name: 'Stats', url };
    expect([isFilledBy(link, 'twitch'), isFilledBy(link, 'chzzk')]).toEqual([twitch, chzzk]);
  });
});

describe('the channel of an address', () => {
  const id = '0123456789abcdef0123456789abcdef';
  it.each([
    ['https://www.twitch.tv/Moth', { platform: 'twitch', login: 'moth' }],
    ['https://www.twitch.tv/moth/videos', { platform: 'twitch', login: 'moth' }],
    ['https://www.twitch.tv/directory', undefined],
    [`https://chzzk.naver.com/live/${id}`, { platform: 'chzzk', login: id }],
    [`https://chzzk.naver.com/live/${id}/chat`, { platform: 'chzzk', login: id }],
    [`https://chzzk.naver.com/${id.toUpperCase()}/videos?sort=new`, { platform: 'chzzk', login: id }],
    ['https://chzzk.naver.com/lives', undefined],
    [`https://example.org/live/${id}`, undefined],
    ['no address', undefined],
  ])('%s', (address, channel) => {
    expect(channelAt(address)).toEqual(channel);
  });
});
