import { describe, expect, it, vi } from 'vitest';

import { ask, type Fetch } from '../../lib/chzzk/ask.ts';
import { readDoor } from '../../lib/chzzk/chat/door.ts';
import { readChzzkFollows } from '../../lib/chzzk/follows.ts';
import { channelIn } from '../../lib/chzzk/site.ts';
import { publicCalls } from '../../lib/chzzk/public.ts';
import { readSession } from '../../lib/chzzk/session.ts';
import { failureOf } from '../../lib/failure.ts';

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const ok = (content: unknown): Response => json({ code: 200, message: null, content });
const failing = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work;
  } catch (error) {
    return failureOf(error);
  }
};

describe('a call', () => {
  const { followings } = publicCalls;

  it('goes out with the browser’s own login and its parameters, and takes nothing from a cache', async () => {
    const fetch = vi.fn<Fetch>(() => Promise.resolve(ok({ followingList: [] })));
    await ask(fetch, followings, { page: 2, size: 505, sortType: 'FOLLOW' });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(`${followings.url}?page=2&size=505&sortType=FOLLOW`);
    expect(init).toMatchObject({ credentials: 'include', cache: 'no-store' });
    expect(init).not.toHaveProperty('headers');
  });

  it('goes out without that login where what it brings must be nobody’s', async () => {
    const fetch = vi.fn<Fetch>((url) =>
      Promise.resolve(
        ok(url.includes('live-status') ? { chatChannelId: 'N2FOy2' } : { accessToken: 'pass' }),
      ),
    );
    expect(await readDoor(fetch, 'c'.repeat(32))).toEqual({ chat: 'N2FOy2', pass: 'pass' });
    const [url, init] = fetch.mock.calls[1] ?? [];
    expect(url).toBe(`${publicCalls.chatAccessToken.url}?channelId=N2FOy2&chatType=STREAMING`);
    expect(init).toMatchObject({ credentials: 'omit' });
    // Nobody who is in already needs another.
    expect(await readDoor(fetch, 'c'.repeat(32), 'N2FOy2')).toEqual({ chat: 'N2FOy2' });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['nobody is logged in', json({ code: 401, message: '로그인' }, 401), { code: 'chzzk-logged-out' }],
    ['the envelope knows better', json({ code: 401, message: '로그인' }), { code: 'chzzk-logged-out' }],
    ['it has trouble', new Response('<html>', { status: 503 }), { code: 'platform-down', status: 503 }],
    ['it has trouble and says so', json({ code: 500 }), { code: 'platform-down', status: 500 }],
    ['it is asked too often', json({}, 429), { code: 'rate-limited', retryAfterMs: 60_000 }],
    [
      'it refuses',
      json({ code: 403, message: '권한이 없습니다.' }, 403),
      { code: 'platform-refused', status: 403, message: '권한이 없습니다.' },
    ],
    ['it refuses without a word', json({}, 403), { code: 'platform-refused', status: 403, message: '403' }],
    [
      'its answer has changed',
      ok({ followingList: [{ channelId: 5 }] }),
      { code: 'upstream-changed', path: 'content.followingList.0.channelId' },
    ],
    ['its answer is empty', ok(null), { code: 'upstream-changed', path: 'content' }],
    ['its answer is no JSON', new Response('<html>'), { code: 'upstream-changed', path: 'content' }],
  ] as const)('says that %s', async (_what, answer, failure) => {
    expect(await failing(ask(() => Promise.resolve(answer), followings, {}))).toEqual(failure);
  });

  it('says that there is no network', async () => {
    const fetch: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await failing(ask(fetch, followings, {}))).toEqual({ code: 'offline' });
  });

  it('does not wait for ever', async () => {
    const over = AbortSignal.abort(new DOMException('over', 'TimeoutError'));
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(over);
    const fetch: Fetch = (_url, { signal }) => Promise.reject(signal?.reason as Error);
    expect(await failing(ask(fetch, followings, {}))).toEqual({ code: 'timeout' });
  });

  it('tries the second address where the first is gone, and only there', async () => {
    const { followingsLive } = publicCalls;
    const fetch = vi.fn<Fetch>((url) =>
      Promise.resolve(
        url === followingsLive.url ? json({ code: 404, message: '없음' }, 404) : ok({ followingList: [] }),
      ),
    );
    await ask(fetch, followingsLive, {});
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([followingsLive.url, followingsLive.elsewhere]);
    expect(await failing(ask(() => Promise.resolve(json({ code: 404 }, 404)), followings, {}))).toMatchObject(
      {
        code: 'platform-refused',
      },
    );
  });
});

describe('who is logged in', () => {
  const read = (content: unknown) => readSession(() => Promise.resolve(ok(content)));

  it('is read, or that nobody is', async () => {
    expect(await read({ loggedIn: true, userIdHash: 'c1', nickname: '방송인01' })).toEqual({
      loggedIn: true,
      id: 'c1',
      name: '방송인01',
    });
    expect(await read({ loggedIn: true })).toEqual({ loggedIn: true });
    expect(await read({ loggedIn: false, userIdHash: null, nickname: null })).toEqual({ loggedIn: false });
  });
});

describe('who is live of the followed', () => {
  const id = (number: number): string => `c${String(number).padStart(31, '0')}`;
  const row = (number: number, isLive = true, change: object = {}) => ({
    channelId: id(number),
    channel: {
      channelId: id(number),
      channelName: `방송인${number}`,
      channelImageUrl: 'https://nng-phinf.pstatic.net/a/b.png',
    },
    streamer: { openLive: isLive },
    liveInfo: { liveTitle: '방송 제목', concurrentUserCount: 10, liveCategoryValue: 'talk' },
    ...change,
  });
  const asked = (...answers: readonly unknown[]) => {
    const left = [...answers];
    const fetch = vi.fn<Fetch>(() => Promise.resolve(ok(left.shift())));
    return {
      fetch,
      urls: () => fetch.mock.calls.map(([url]) => new URL(url).pathname + new URL(url).search),
    };
  };

  it('is told in one request', async () => {
    const { fetch } = asked({ totalCount: 9, totalPage: 1, totalLiveCount: 1, followingList: [row(1)] });
    expect(await readChzzkFollows(fetch)).toEqual([
      {
        platform: 'chzzk',
        channelId: id(1),
        login: id(1),
        name: '방송인1',
        title: '방송 제목',
        category: 'talk',
        viewers: 10,
        avatarUrl: 'https://nng-phinf.pstatic.net/a/b.png?type=f120_120_na',
        rerun: false,
      },
    ]);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('is told of rows of which little is left, and of none that is gone or not live', async () => {
    const { fetch } = asked({
      followingList: [
        row(1, false),
        row(2, true, { channelId: null, channel: null }),
        row(3, true, { channelId: '../evil' }),
        { channelId: id(4), streamer: { openLive: true }, channel: null, liveInfo: null },
        row(5, true, { streamer: null }),
        row(6, true, { streamer: null, liveInfo: { liveTitle: null } }),
      ],
    });
    const live = await readChzzkFollows(fetch);
    expect(live.map(({ channelId }) => channelId)).toEqual([id(4), id(5)]);
    expect(live[0]).toEqual({
      platform: 'chzzk',
      channelId: id(4),
      login: id(4),
      name: id(4),
      title: '',
      category: '',
      viewers: 0,
      rerun: false,
    });
  });

  it('loads pictures from no host but the one that our pages allow', async () => {
    const pictures = ['https://evil.example/a.png', 'https://nng-phinf.pstatic.net.evil.example/a', null];
    const { fetch } = asked({
      followingList: pictures.map((channelImageUrl, index) =>
        row(index, true, { channel: { channelImageUrl } }),
      ),
    });
    for (const stream of await readChzzkFollows(fetch)) expect(stream).not.toHaveProperty('avatarUrl');
  });

  it('is asked of the whole list, page by page, where CHZZK’s own is not whole', async () => {
    const { fetch, urls } = asked(
      { totalPage: 1, totalLiveCount: 3, followingList: [row(1)] },
      { totalPage: 2, followingList: [row(1), row(2), row(3, false)] },
      { totalPage: 2, followingList: [row(4)] },
    );
    const live = await readChzzkFollows(fetch);
    expect(new Set(live.map(({ channelId }) => channelId))).toEqual(new Set([id(1), id(2), id(4)]));
    expect(urls().slice(1)).toEqual([
      '/service/v1/channels/followings?page=0&size=505&sortType=FOLLOW',
      '/service/v1/channels/followings?page=1&size=505&sortType=FOLLOW',
    ]);
  });
});

describe('the channel at an address', () => {
  const id = '0123456789abcdef0123456789abcdef';

  it.each([
    `https://chzzk.naver.com/${id}`,
    `https://chzzk.naver.com/live/${id}`,
    `https://chzzk.naver.com/live/${id}/chat`,
    `https://studio.chzzk.naver.com/${id}/live?tab=1`,
  ])('is known at %s', (address) => expect(channelIn(address)).toBe(id));

  it.each([
    'https://chzzk.naver.com/',
    `https://chzzk.naver.com/video/${id}`,
    `https://chzzk.naver.com/live/${id}0`,
    `https://chzzk.naver.com.example/live/${id}`,
    `https://example.com/?https://chzzk.naver.com/live/${id}`,
  ])('is nobody’s at %s', (address) => expect(channelIn(address)).toBeUndefined());
});
