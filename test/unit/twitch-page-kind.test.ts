import { describe, expect, it } from 'vitest';

import { liveChannel, pageAt, recordingOn } from '../../lib/pages/twitch/page-kind.ts';

describe('which page an address is', () => {
  it.each([
    ['https://www.twitch.tv/Some_One', 'channel', 'some_one'],
    ['https://www.twitch.tv/someone/', 'channel', 'someone'],
    ['https://www.twitch.tv/someone/about?x=1#y', 'channel', 'someone'],
    ['https://www.twitch.tv/someone/videos/all', 'channel', 'someone'],
    ['https://twitch.tv/someone', 'channel', 'someone'],
    ['https://www.twitch.tv/popout/someone/chat?popout=', 'popout', 'someone'],
    ['https://www.twitch.tv/embed/someone/chat?parent=example.org', 'embed', 'someone'],
    ['https://www.twitch.tv/moderator/someone', 'moderator', 'someone'],
    ['https://www.twitch.tv/popout/moderator/someone/chat', 'moderator-popout', 'someone'],
    ['https://dashboard.twitch.tv/u/someone/stream-manager', 'dashboard', 'someone'],
    ['https://dashboard.twitch.tv/popout/u/someone/stream-manager/chat', 'dashboard-popout', 'someone'],
  ])('%s has a live chat', (address, kind, login) => {
    expect(pageAt(address)).toEqual({ kind, login });
    expect(liveChannel(pageAt(address))).toBe(login);
  });

  it.each([
    ['https://www.twitch.tv/videos/123', { kind: 'video', id: '123' }],
    ['https://www.twitch.tv/someone/video/123', { kind: 'video', id: '123' }],
    ['https://www.twitch.tv/someone/v/123', { kind: 'video', id: '123' }],
    ['https://www.twitch.tv/someone/clip/Funny-Slug_1', { kind: 'clip', id: 'Funny-Slug_1' }],
    ['https://clips.twitch.tv/FunnySlug', { kind: 'clip', id: 'FunnySlug' }],
    ['https://www.twitch.tv/', { kind: 'other' }],
    ['https://www.twitch.tv/directory/following/live', { kind: 'other' }],
    ['https://www.twitch.tv/Settings/profile', { kind: 'other' }],
    ['https://www.twitch.tv/popout/someone/viewercard/bob', { kind: 'other' }],
    ['https://www.twitch.tv/moderator/', { kind: 'other' }],
    ['https://www.twitch.tv/not-a-login', { kind: 'other' }],
    ['https://dashboard.twitch.tv/u/someone/content', { kind: 'other' }],
    ['https://www.twitch.tv.example.org/someone', { kind: 'other' }],
    ['https://eviltwitch.tv/someone', { kind: 'other' }],
  ])('%s has none', (address, page) => {
    expect(pageAt(address)).toEqual(page);
    expect(liveChannel(pageAt(address))).toBeUndefined();
    expect(recordingOn(pageAt(address))).toEqual(page.kind === 'other' ? undefined : page);
  });
});
