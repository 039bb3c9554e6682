import { beforeEach, describe, expect, it, vi } from 'vitest';

import type * as Notices from '../../entrypoints/background/notices.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import { isOpenAt, streamAt } from '../../lib/pages/stream-at.ts';

const query = vi.fn<(wanted: object) => Promise<readonly { readonly url?: string }[]>>();
const create = vi.fn(() => Promise.resolve());
vi.mock('../../lib/browser.ts', () => ({ browser: { tabs: { query, create } } }));
vi.mock('../../entrypoints/background/ground.ts', () => ({ settings: {} }));

const kim = '0123456789abcdef0123456789abcdef';
const lee = 'fedcba9876543210fedcba9876543210';
const stream = (platform: LiveStream['platform'], login: string): LiveStream => ({
  platform,
  channelId: login,
  login,
  name: login,
  title: '',
  category: '',
  viewers: 1,
  rerun: false,
});

describe('an address', () => {
  const ann = { platform: 'twitch', login: 'ann' } as const;
  const onChzzk = { platform: 'chzzk', login: kim } as const;

  it.each([
    ['https://www.twitch.tv/ann', ann],
    ['https://www.twitch.tv/Ann/?referrer=raid#top', ann],
    ['https://www.twitch.tv/ann/about', ann],
    ['https://www.twitch.tv/moderator/ann', ann],
    ['https://www.twitch.tv/popout/ann/chat?popout=', undefined],
    ['https://dashboard.twitch.tv/u/ann/stream-manager', undefined],
    ['https://www.twitch.tv/ann/clip/Funny', undefined],
    ['https://www.twitch.tv/videos/1', undefined],
    ['https://www.twitch.tv/directory/following', undefined],
    [`https://chzzk.naver.com/live/${kim}`, onChzzk],
    [`https://chzzk.naver.com/live/${kim}?from=list`, onChzzk],
    [`https://chzzk.naver.com/live/${kim}/chat`, undefined],
    [`https://chzzk.naver.com/${kim}`, undefined],
    [`https://studio.chzzk.naver.com/${kim}/live`, undefined],
    ['https://example.org/ann', undefined],
    ['about:blank', undefined],
    ['', undefined],
  ])('%s plays the stream of %j', (address, channel) => {
    expect(streamAt(address)).toEqual(channel);
  });

  it('is of one platform’s channel alone', () => {
    const addresses = ['', 'https://www.twitch.tv/anna', `https://chzzk.naver.com/live/${kim}`];
    expect(isOpenAt(addresses, ann)).toBe(false);
    expect(isOpenAt([...addresses, 'https://www.twitch.tv/ann'], ann)).toBe(true);
    expect(isOpenAt(addresses, onChzzk)).toBe(true);
    expect(isOpenAt(addresses, { ...onChzzk, platform: 'twitch' })).toBe(false);
  });
});

describe('a channel that opens by itself', () => {
  let open: typeof Notices.open;
  let tabs: readonly { readonly url?: string }[];

  beforeEach(async () => {
    // As the browser answers; addresses that may not be read are not there, and match no pattern.
    query.mockImplementation((wanted) => {
      const { url } = wanted as { readonly url?: string };
      const start = url?.replace('*', '');
      return Promise.resolve(tabs.filter((tab) => start === undefined || tab.url?.startsWith(start)));
    });
    create.mockClear();
    ({ open } = await import('../../entrypoints/background/notices.ts'));
  });

  type Row = readonly [where: string, channel: LiveStream, addresses: readonly (string | undefined)[]];
  it.each<Row>([
    ['beside one whose name begins alike', stream('twitch', 'ann'), ['https://www.twitch.tv/anna']],
    ['beside its chat alone', stream('twitch', 'ann'), ['https://www.twitch.tv/popout/ann/chat']],
    ['beside another on CHZZK', stream('chzzk', kim), [`https://chzzk.naver.com/live/${lee}`]],
    ['where no address may be read', stream('chzzk', kim), [undefined]],
    ['where no tab is', stream('twitch', 'ann'), []],
  ])('opens behind the tab in front, %s', async (_where, channel, addresses) => {
    tabs = addresses.map((url) => (url === undefined ? {} : { url }));
    await open(channel);
    const url =
      channel.platform === 'twitch' ? 'https://www.twitch.tv/ann' : `https://chzzk.naver.com/live/${kim}`;
    expect(create).toHaveBeenCalledExactlyOnceWith({ url, active: false });
  });

  it.each([
    ['https://www.twitch.tv/Ann?referrer=raid', stream('twitch', 'ann')],
    ['https://www.twitch.tv/moderator/ann', stream('twitch', 'ann')],
    [`https://chzzk.naver.com/live/${kim}`, stream('chzzk', kim)],
  ])('does not open beside %s, which plays it', async (url, channel) => {
    tabs = [{}, { url }];
    await open(channel);
    expect(create).not.toHaveBeenCalled();
  });
});
