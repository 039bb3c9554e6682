import { describe, expect, it } from 'vitest';

import { addressFor, asMarkup, suggestionsFor } from '../../lib/live/omnibox.ts';
import { deedOf, lineId, pageMenu } from '../../lib/live/page-menu.ts';
import type { LiveStream } from '../../lib/live/stream.ts';

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
  it('knows its own lines by their ids, and no others', () => {
    for (const { id } of pageMenu) {
      expect(deedOf(lineId('link', id))).toBe(id);
      expect(deedOf(lineId('page', id))).toBe(id);
    }
    for (const other of ['', 'link:', 'link:__proto__', 'tab:chat', 7, undefined])
      expect(deedOf(other)).toBeUndefined();
  });
});
