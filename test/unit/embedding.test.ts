import { describe, expect, it } from 'vitest';

import { isSite, siteOf } from '../../lib/moderation/embed-site.ts';
import { sitesAround } from '../../lib/pages/embedding.ts';

describe('the site that somebody means', () => {
  it.each([
    ['chat.example.com', 'chat.example.com'],
    [' Chat.Example.com ', 'chat.example.com'],
    ['https://chat.example.com/wall?x=1', 'chat.example.com'],
    ['https://chat.example.com:8443', 'chat.example.com'],
  ])('%s', (words, site) => {
    expect(siteOf(words)).toBe(site);
    expect(isSite(siteOf(words))).toBe(true);
  });

  it.each(['', 'null', 'localhost', 'http://chat.example.com', 'file:///a/b.html', 'two words.com', 'a..b'])(
    'is none in “%s”',
    (words) => {
      expect(siteOf(words)).toBeUndefined();
    },
  );
});

describe('the sites around a frame', () => {
  it('are told by the browser, the nearest first', () => {
    expect(sitesAround({ ancestorOrigins: ['https://inner.example', 'https://outer.example'] })).toEqual([
      'inner.example',
      'outer.example',
    ]);
  });

  it('are unknown where the browser does not say, or where one of them may be anybody', () => {
    expect(sitesAround({})).toBeUndefined();
    expect(sitesAround({ ancestorOrigins: ['https://inner.example', 'null'] })).toBeUndefined();
    expect(sitesAround({ ancestorOrigins: ['http://inner.example'] })).toBeUndefined();
  });
});
