/** What CHZZK's lists do not say of a channel: since when it streams, how that looks, and what it did last. */
import { describe, expect, it, vi } from 'vitest';

import type { Fetch } from '../../lib/chzzk/ask.ts';
import { type ChzzkDetail, readChzzkDetail } from '../../lib/chzzk/detail.ts';
import { createChzzkDetails } from '../../lib/chzzk/details.ts';
import { momentInKorea } from '../../lib/chzzk/korea.ts';
import { chzzkOfflineFacts, readChzzkFollowed } from '../../lib/chzzk/offline.ts';
import { FailureError } from '../../lib/failure.ts';
import { createDetailAsking } from '../../lib/live/detail-asking.ts';
import { followedOnBoth } from '../../lib/live/followed.ts';
import type { FollowedList } from '../../lib/live/offline.ts';
import type { LiveStream } from '../../lib/live/stream.ts';

const id = (number: number): string => `c${String(number).padStart(31, '0')}`;
const stream = (number: number, platform: LiveStream['platform'] = 'chzzk'): LiveStream => ({
  platform,
  channelId: id(number),
  login: id(number),
  name: `방송인${number}`,
  title: '',
  category: '',
  viewers: 1,
  rerun: false,
});
const minute = 60_000;
const picture = 'https://livecloud-thumb.akamaized.net/chzzk/image_{type}.jpg';

/** CHZZK, which answers by the last part of the path; what it does not know it refuses. */
const chzzk = (answers: Readonly<Record<string, unknown>>) => {
  const fetch = vi.fn<Fetch>((url) => {
    const last = new URL(url).pathname.split('/').at(-1) ?? '';
    const isKnown = Object.hasOwn(answers, last);
    const body = isKnown ? { code: 200, message: null, content: answers[last] } : { code: 404 };
    return Promise.resolve(new Response(JSON.stringify(body), { status: isKnown ? 200 : 404 }));
  });
  return { fetch, urls: () => fetch.mock.calls.map(([url]) => url) };
};

describe('what a channel streams on CHZZK', () => {
  it('is read with times of Korea, and a picture from the one host that is allowed', async () => {
    const { fetch } = chzzk({
      'live-detail': {
        status: 'OPEN',
        liveTitle: '방송 제목',
        liveCategoryValue: 'talk',
        liveImageUrl: picture,
        openDate: '2026-07-24 19:31:33',
        closeDate: null,
      },
    });
    expect(await readChzzkDetail(fetch, id(1))).toEqual({
      live: true,
      title: '방송 제목',
      category: 'talk',
      viewers: 0,
      startedAt: Date.UTC(2026, 6, 24, 10, 31, 33),
      previewUrl: 'https://livecloud-thumb.akamaized.net/chzzk/image_270.jpg',
    });
    const evil = chzzk({ 'live-detail': { liveImageUrl: 'https://evil.example/a_{type}.jpg' } });
    expect(await readChzzkDetail(evil.fetch, id(1))).toEqual({
      live: false,
      title: '',
      category: '',
      viewers: 0,
    });
    expect(await readChzzkDetail(chzzk({ 'live-detail': null }).fetch, id(1))).toBeUndefined();
  });

  it('has no time where CHZZK writes none', () => {
    expect(momentInKorea('2026-01-01 00:00:00')).toBe(Date.UTC(2025, 11, 31, 15));
    expect(momentInKorea('soon')).toBeUndefined();
    expect(momentInKorea(null)).toBeUndefined();
  });
});

describe('the details of the live list', () => {
  const service = () => {
    let now = 0;
    let kept: Parameters<Parameters<typeof createChzzkDetails>[0]['kept']['update']>[0] extends (
      old: infer Kept,
    ) => unknown
      ? Kept
      : never;
    const read = vi.fn<(channelId: string) => Promise<ChzzkDetail | undefined>>((channelId) =>
      Promise.resolve({
        live: true,
        title: '',
        category: '',
        viewers: 1,
        startedAt: Number(channelId.slice(-3)),
      }),
    );
    const details = createChzzkDetails({
      read,
      kept: { get: () => Promise.resolve(kept), update: (change) => Promise.resolve((kept = change(kept))) },
      now: () => now,
    });
    return { details, read, pass: (ms: number) => void (now += ms) };
  };

  it('are asked for once in half an hour, and put beside what the list says', async () => {
    const { details, read, pass } = service();
    expect(await details.look([id(7), id(7), id(8)])).toBe(true);
    expect(await details.look([id(7)])).toBe(false);
    expect(read).toHaveBeenCalledTimes(2);
    expect(await details.added([stream(7), stream(9)])).toEqual([{ ...stream(7), startedAt: 7 }, stream(9)]);
    pass(30 * minute);
    await details.look([id(7)]);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('are forgotten with the stream: the next one began at another time', async () => {
    const { details } = service();
    await details.look([id(7), id(8)]);
    await details.keepOnly([stream(8)]);
    expect(await details.added([stream(7)])).toEqual([stream(7)]);
    expect((await details.added([stream(8)]))[0]?.startedAt).toBe(8);
  });

  it('are left out where CHZZK says none, or that the stream is over', async () => {
    const { details, read } = service();
    read.mockRejectedValueOnce(new FailureError({ code: 'timeout' }));
    read.mockResolvedValueOnce({ live: false, title: '', category: '', viewers: 1, startedAt: 5 });
    expect(await details.look([id(7), id(8)])).toBe(false);
    expect(await details.added([stream(7), stream(8)])).toEqual([stream(7), stream(8)]);
  });
});

describe('the popup', () => {
  const asking = () => {
    const ask = vi.fn<(ids: readonly string[]) => Promise<unknown>>().mockResolvedValue(undefined);
    const waits: (() => void)[] = [];
    const look = createDetailAsking({
      ask,
      isOnline: () => true,
      wait: () => new Promise((resolve) => waits.push(resolve)),
    });
    return { ask, look, rest: () => waits.splice(0).forEach((go) => go()) };
  };

  it('asks about what rests in sight, once, and about nobody of another platform', async () => {
    const { ask, look, rest } = asking();
    const passing = look([stream(1), stream(2)]);
    const resting = look([stream(2), stream(3), stream(4, 'twitch')]);
    rest();
    await Promise.all([passing, resting]);
    expect(ask).toHaveBeenCalledExactlyOnceWith([id(2), id(3)]);
    await look([stream(2), stream(3)]);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('asks again where it was in vain, and never about too many at once', async () => {
    const { ask, look, rest } = asking();
    ask.mockRejectedValueOnce(new FailureError({ code: 'offline' }));
    const many = Array.from({ length: 40 }, (_none, index) => stream(index));
    for (const streams of [[stream(1)], [stream(1)], many]) {
      const glance = look(streams);
      rest();
      await glance;
    }
    expect(ask.mock.calls.map(([ids]) => ids.length)).toEqual([1, 1, 30]);
  });
});

describe('whom one follows on CHZZK', () => {
  it('is listed live or not, without those who are gone', async () => {
    const row = (number: number, name: string | null) => ({
      channelId: id(number),
      channel: {
        channelId: id(number),
        channelName: name,
        channelImageUrl: 'https://nng-phinf.pstatic.net/a.png',
      },
    });
    const { fetch, urls } = chzzk({
      followings: { totalPage: 1, followingList: [row(1, '방송인1'), row(2, null), { channelId: null }] },
    });
    expect(await readChzzkFollowed(fetch)).toEqual([
      {
        platform: 'chzzk',
        channelId: id(1),
        login: id(1),
        name: '방송인1',
        avatarUrl: 'https://nng-phinf.pstatic.net/a.png?type=f120_120_na',
      },
    ]);
    expect(urls()).toHaveLength(1);
  });

  it('is told of with the last stream and its recording', async () => {
    const { fetch, urls } = chzzk({
      'live-detail': {
        status: 'CLOSE',
        liveTitle: '지난 방송',
        liveCategoryValue: 'talk',
        openDate: '2026-07-24 19:00:00',
        closeDate: '2026-07-24 21:00:00',
      },
      videos: { data: [{ videoNo: 12, videoTitle: '다시 보기', publishDateAt: 5, duration: 7_200 }] },
    });
    expect(await chzzkOfflineFacts(fetch, () => 9)([id(1)])).toEqual([
      {
        channelId: id(1),
        title: '지난 방송',
        category: 'talk',
        lastLive: Date.UTC(2026, 6, 24, 12),
        video: { url: 'https://chzzk.naver.com/video/12', title: '다시 보기', seconds: 7_200 },
        readAt: 9,
      },
    ]);
    expect(urls()).toHaveLength(2);
  });

  it('is told of as little as CHZZK shows, and not at all while CHZZK is down', async () => {
    const bare = { channelId: id(1), title: '', category: '', readAt: 9 };
    expect(await chzzkOfflineFacts(chzzk({}).fetch, () => 9)([id(1)])).toEqual([bare]);
    const down: Fetch = () => Promise.resolve(new Response('', { status: 503 }));
    await expect(chzzkOfflineFacts(down, () => 9)([id(1)])).rejects.toMatchObject({
      failure: { code: 'platform-down' },
    });
  });
});

describe('whom one follows on both platforms', () => {
  const list = (platform: 'twitch' | 'chzzk', updatedAt: number, count = 1): FollowedList => ({
    accountId: `${platform}:1`,
    channels: Array.from({ length: count }, (_none, index) => ({
      platform,
      channelId: String(index),
      login: '',
      name: '',
    })),
    updatedAt,
  });
  const failing = (code: 'signed-out' | 'timeout') => () => Promise.reject(new FailureError({ code }));
  const twitch = list('twitch', 7);
  const there = list('chzzk', 5);

  it('is one list, as old as its older part', async () => {
    expect(
      await followedOnBoth({ twitch: () => Promise.resolve(twitch), chzzk: () => Promise.resolve(there) }),
    ).toEqual({ accountId: 'twitch:1', channels: [...twitch.channels, ...there.channels], updatedAt: 5 });
    expect(await followedOnBoth({ twitch: () => Promise.resolve(twitch), chzzk: undefined })).toBe(twitch);
  });

  it('fails alone on each, and says so', async () => {
    expect(
      await followedOnBoth({ twitch: () => Promise.resolve(twitch), chzzk: failing('timeout') }),
    ).toEqual({ ...twitch, missing: { platform: 'chzzk', failure: { code: 'timeout' } } });
    expect(await followedOnBoth({ twitch: failing('timeout'), chzzk: () => Promise.resolve(there) })).toEqual(
      { ...there, missing: { platform: 'twitch', failure: { code: 'timeout' } } },
    );
  });

  it('is CHZZK’s alone for whoever has no account on Twitch', async () => {
    const out = failing('signed-out');
    expect(await followedOnBoth({ twitch: out, chzzk: () => Promise.resolve(there) })).toEqual(there);
    await expect(followedOnBoth({ twitch: out, chzzk: failing('timeout') })).rejects.toMatchObject({
      failure: { code: 'timeout' },
    });
    const nobody = list('chzzk', 5, 0);
    await expect(
      followedOnBoth({ twitch: failing('timeout'), chzzk: () => Promise.resolve(nobody) }),
    ).rejects.toMatchObject({ failure: { code: 'timeout' } });
  });
});
