import { describe, expect, it } from 'vitest';

import { senderOf } from '../../lib/messages/sender.ts';

const self = { id: 'abc', origin: 'chrome-extension://abc' };
const fromTwitch = {
  id: 'abc',
  origin: 'https://www.twitch.tv',
  url: 'https://www.twitch.tv/mainstage',
  frameId: 0,
  tab: { id: 7 },
};

describe('senderOf', () => {
  it('knows the popup, with or without a tab', () => {
    const popup = { id: 'abc', origin: self.origin, url: `${self.origin}/popup.html` };
    expect(senderOf(popup, self)).toEqual({ name: 'popup' });
    expect(senderOf({ ...popup, tab: { id: 3 }, frameId: 0 }, self)).toEqual({ name: 'popup' });
  });

  it('knows a page of ours without a stamped origin by its address', () => {
    expect(senderOf({ id: 'abc', url: `${self.origin}/options.html#api` }, self)).toEqual({
      name: 'options',
    });
  });

  it('knows the content script on Twitch, with the tab and address that the browser stamped', () => {
    expect(senderOf(fromTwitch, self)).toEqual({
      name: 'twitch',
      platform: 'twitch',
      tabId: 7,
      frameId: 0,
      url: 'https://www.twitch.tv/mainstage',
    });
  });

  it('knows the content script on CHZZK, but not in a private window, whose login is another', () => {
    const url = `https://chzzk.naver.com/live/${'c'.repeat(32)}`;
    const stamp = { id: 'abc', origin: 'https://chzzk.naver.com', url, frameId: 0 };
    const sender = { name: 'chzzk', platform: 'chzzk', tabId: 7, frameId: 0, url };
    expect(senderOf({ ...stamp, tab: { id: 7, incognito: false } }, self)).toEqual(sender);
    expect(senderOf({ ...stamp, tab: { id: 7, incognito: true } }, self)).toBeUndefined();
    const studio = 'https://studio.chzzk.naver.com';
    expect(senderOf({ ...stamp, origin: studio, url: `${studio}/`, tab: { id: 7 } }, self)).toBeUndefined();
    expect(senderOf({ ...fromTwitch, tab: { id: 7, incognito: true } }, self)).toMatchObject({
      name: 'twitch',
    });
  });

  it('follows a page that went on without loading, by its tab', () => {
    const wentOn = { ...fromTwitch, tab: { id: 7, url: 'https://www.twitch.tv/orlathebard' } };
    expect(senderOf(wentOn, self)).toMatchObject({ url: 'https://www.twitch.tv/orlathebard' });
  });

  it('knows chat inside another site, by the address of its frame: that of its tab is not told', () => {
    const url = 'https://www.twitch.tv/embed/mainstage/chat?parent=chat.example.com';
    const embedded = { ...fromTwitch, url, frameId: 4 };
    expect(senderOf(embedded, self)).toMatchObject({ name: 'twitch', frameId: 4, url });
    const told = { ...embedded, tab: { id: 7, url: 'https://chat.example.com/' } };
    expect(senderOf(told, self)).toMatchObject({ name: 'twitch', frameId: 4, url });
  });

  it.each([
    [
      'a page whose tab is at another site by now',
      { ...fromTwitch, tab: { id: 7, url: 'https://evil.example/' } },
    ],
    ['another extension', { ...fromTwitch, id: 'xyz' }],
    ['a page without a tab', { ...fromTwitch, tab: undefined }],
    ['a frame that is not made for other sites', { ...fromTwitch, frameId: 4 }],
    ['another site', { ...fromTwitch, origin: 'https://evil.example', url: 'https://evil.example/' }],
    [
      'a look-alike host',
      {
        ...fromTwitch,
        origin: 'https://www.twitch.tv.evil.example',
        url: 'https://www.twitch.tv.evil.example/',
      },
    ],
    ['an address that contradicts the origin', { ...fromTwitch, url: 'https://evil.example/mainstage' }],
    [
      'a page of ours that asks for nothing',
      { id: 'abc', origin: self.origin, url: `${self.origin}/gallery.html` },
    ],
    [
      'a path that is a property of every object',
      { id: 'abc', origin: self.origin, url: `${self.origin}/constructor` },
    ],
    ['no address', { id: 'abc', origin: self.origin }],
    ['an address that is none', { id: 'abc', origin: self.origin, url: 'not an address' }],
  ])('refuses %s', (_what, stamp) => {
    expect(senderOf(stamp, self)).toBeUndefined();
  });
});
