import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readSession } from '../../lib/chzzk/session.ts';
import { chzzkStreamsIn, createCategorySearch, readChzzkStreams } from '../../lib/chzzk/categories.ts';
import { readChzzkChannel } from '../../lib/chzzk/channel-page.ts';
import { readChzzkDetail } from '../../lib/chzzk/detail.ts';
import { momentInKorea } from '../../lib/chzzk/korea.ts';
import { chzzkOfflineFacts } from '../../lib/chzzk/offline.ts';
import { readChzzkFollows } from '../../lib/chzzk/follows.ts';
import { readChzzkRecordings } from '../../lib/chzzk/recordings.ts';
import { searchChzzk } from '../../lib/chzzk/search.ts';
import { ChzzkFollows, inKorea } from '../stage/chzzk/follows.ts';
import { Naver } from '../stage/chzzk/naver.ts';
import { ask, cookieOf, fieldsOf } from './chzzk-stage.ts';

const examples = new URL('../../../shared/platforms/chzzk/examples/', import.meta.url);
const example = (name: string): string => readFileSync(new URL(name, examples), 'utf8');

const badges = 'content.followingList[].channel.activatedChannelBadgeIds[]';

const status = 'https://comm-api.game.naver.com/nng_main/v1/user/getUserStatus';

describe('CHZZK on the stage', () => {
  it('says who is logged in, by both cookies', () => {
    const naver = new Naver();
    const set = naver.logIn();
    expect(set.every((cookie) => /; Domain=\.naver\.com;.*HttpOnly/.test(cookie))).toBe(true);
    const loggedIn = (cookie?: string): unknown => {
      const { content } = JSON.parse(ask(naver, status, { ...(cookie && { cookie }) }).body) as {
        content: { loggedIn: unknown };
      };
      return content.loggedIn;
    };
    expect(loggedIn(cookieOf(set))).toBe(true);
    expect(loggedIn(cookieOf(set.slice(1)))).toBe(false);
    expect(loggedIn()).toBe(false);
    naver.logOut();
    expect(loggedIn(cookieOf(set))).toBe(false);
  });

  it('lets only Naver’s own pages read it', () => {
    const allowed = (origin: string): unknown =>
      ask(new Naver(), status, { origin }).headers.get('access-control-allow-origin');
    expect(allowed('https://chzzk.naver.com')).toBe('https://chzzk.naver.com');
    expect(allowed('https://www.twitch.tv')).toBeUndefined();
    expect(ask(new Naver(), status, { method: 'POST' }).status).toBe(404);
  });

  it('is searched by our client, also by somebody who is not logged in', async () => {
    const fetch = (url: string): Promise<Response> => {
      const { status, body } = ask(new Naver(), url);
      return Promise.resolve(new Response(body, { status }));
    };
    const found = await searchChzzk(fetch, '게이머');
    expect(found).toMatchObject([
      { kind: 'channel', platform: 'chzzk', name: '한강게이머', live: true, title: '랭크 올리는 날' },
    ]);
    expect(await searchChzzk(fetch, '참새')).toMatchObject([{ name: '부엌의참새', live: false, title: '' }]);
    expect(await searchChzzk(fetch, 'nobody')).toEqual([]);
    expect(await searchChzzk(fetch, '랭크')).toMatchObject([
      { kind: 'stream', stream: { platform: 'chzzk', name: '한강게이머', title: '랭크 올리는 날' } },
    ]);
  });

  it('shows a channel, its recordings and its clips to anybody, as our client reads them', async () => {
    const asked: string[] = [];
    const fetch = (url: string): Promise<Response> => {
      asked.push(url);
      const { status, body } = ask(new Naver(), url);
      return Promise.resolve(new Response(body, { status }));
    };
    const follows = new ChzzkFollows();
    const of = { channelId: follows.named('부엌의참새').channelId };
    expect(await readChzzkChannel(fetch, of.channelId)).toMatchObject({
      platform: 'chzzk',
      name: '부엌의참새',
      about: '부엌에서 천천히 끓입니다.',
      title: '국수 삶는 저녁',
    });
    const live = await readChzzkChannel(fetch, follows.named('한강게이머').channelId);
    expect(live.live).toMatchObject({ viewers: 8_930, title: '랭크 올리는 날' });
    expect(live).not.toHaveProperty('schedule');
    await expect(readChzzkChannel(fetch, 'f'.repeat(32))).rejects.toMatchObject({
      failure: { code: 'no-such-user' },
    });

    const videos = { kind: 'videos', of, period: 'all', sort: 'time' } as const;
    const [video] = (await readChzzkRecordings(fetch, { ...videos, type: 'archive' })).items;
    expect(video).toMatchObject({ url: 'https://chzzk.naver.com/video/1401', seconds: 7_200, views: 12 });
    expect(asked.at(-1)).toMatch(/sortType=LATEST&.*page=0&.*videoType=REPLAY$/);
    expect((await readChzzkRecordings(fetch, { ...videos, type: 'upload' })).items).toEqual([]);

    const clips = async (period: 'all' | 'week'): Promise<unknown> => {
      const { items } = await readChzzkRecordings(fetch, { kind: 'clips', of, period });
      return items.map((item) => item.kind === 'clip' && item.title);
    };
    expect(await clips('all')).toEqual(['숨은 비법', '면이 끓어 넘친 순간']);
    expect(await clips('week')).toEqual(['면이 끓어 넘친 순간']);
    expect(asked.at(-1)).toContain('filterType=WITHIN_SEVEN_DAYS&orderType=POPULAR');
  });

  it('tells anybody since when a channel streams, and what the last one was, as our client reads it', async () => {
    const follows = new ChzzkFollows();
    const fetch = (url: string): Promise<Response> => {
      const { status, body } = ask(new Naver(), url, {}, follows);
      return Promise.resolve(new Response(body, { status }));
    };
    const live = follows.named('한강게이머');
    const detail = await readChzzkDetail(fetch, live.channelId);
    expect(detail?.previewUrl).toMatch(/^https:\/\/livecloud-thumb\.akamaized\.net\/.+_270\.jpg$/);
    expect(detail).toMatchObject({
      live: true,
      title: live.live?.title,
      startedAt: momentInKorea(live.live?.openedAt),
    });
    const { channelId, replay } = follows.named('부엌의참새');
    const never = follows.named('골목기타').channelId;
    const facts = await chzzkOfflineFacts(fetch, () => 1)([channelId, never]);
    expect(facts).toMatchObject([
      {
        lastLive: momentInKorea(replay?.closedAt),
        video: { title: replay?.title, seconds: replay?.seconds },
        category: replay?.category,
      },
      { channelId: never, title: '' },
    ]);
    expect(facts[1]).not.toHaveProperty('video');
  });

  it('has categories and who is live in them, as our client reads it', async () => {
    const follows = new ChzzkFollows();
    const talk = follows.named('달밤라디오');
    follows.named('골목기타').live = { title: '기타', viewers: 9, category: '토크', openedAt: inKorea(2) };
    const fetch = (url: string): Promise<Response> => {
      const { status, body } = ask(new Naver(), url, {}, follows);
      return Promise.resolve(new Response(body, { status }));
    };
    const search = createCategorySearch(fetch, () => 0);
    expect(await search('토')).toMatchObject([{ kind: 'category', id: 'chzzk:ETC:talk', name: '토크' }]);
    expect(await search('먹방')).toEqual([]);
    const { items, next } = await readChzzkStreams(fetch, 'chzzk:ETC:talk');
    expect(items).toMatchObject([
      { kind: 'stream', stream: { name: '달밤라디오', startedAt: momentInKorea(talk.live?.openedAt) } },
      { kind: 'stream', stream: { name: '골목기타' } },
    ]);
    expect(next).toBeUndefined();
    const pages = await chzzkStreamsIn(fetch)(undefined, ['chzzk:ETC:talk', 'chzzk:GAME:League_of_Legends']);
    expect(pages.streams.map(({ categoryId, stream }) => `${categoryId} ${stream.name}`)).toEqual([
      'chzzk:ETC:talk 달밤라디오',
      'chzzk:ETC:talk 골목기타',
      'chzzk:GAME:League_of_Legends 한강게이머',
    ]);
    // Page by page, from where the one before ended.
    const one = (path: string): unknown =>
      JSON.parse(
        ask(new Naver(), `https://api.chzzk.naver.com/service/v2/categories/${path}`, {}, follows).body,
      );
    const first = one('ETC/talk/lives?size=1') as { content: { page: { next: Record<string, number> } } };
    const { concurrentUserCount = 0, liveId = 0 } = first.content.page.next;
    expect(
      one(`ETC/talk/lives?size=1&concurrentUserCount=${concurrentUserCount}&liveId=${liveId}`),
    ).toMatchObject({ content: { data: [{ channel: { channelName: '골목기타' } }], page: { next: null } } });
  });

  describe('and whom the user follows there', () => {
    const lives = 'https://api.chzzk.naver.com/service/v1/channels/followings/live';

    it('is told to nobody who is not logged in', () => {
      const naver = new Naver();
      const refused = ask(naver, lives);
      expect(refused.status).toBe(401);
      expect(JSON.parse(refused.body)).toMatchObject({ code: 401 });
      expect(ask(naver, lives, { cookie: cookieOf(naver.logIn()) }).status).toBe(200);
    });

    it('is read by our client, also page by page and by the other path', async () => {
      const naver = new Naver();
      const follows = new ChzzkFollows();
      const cookie = cookieOf(naver.logIn());
      const paths: string[] = [];
      const fetchWith =
        (spoil: (body: string, path: string) => string) =>
        (url: string): Promise<Response> => {
          paths.push(new URL(url).pathname);
          const { status, body } = ask(naver, url, { cookie }, follows);
          return Promise.resolve(new Response(spoil(body, new URL(url).pathname), { status }));
        };
      const names = async (spoil: (body: string, path: string) => string): Promise<readonly string[]> => [
        ...new Set((await readChzzkFollows(fetchWith(spoil))).map(({ name }) => name)),
      ];
      const live = follows.live().map(({ name }) => name);
      expect(live.length).toBeGreaterThan(1);
      expect(await names((body) => body)).toEqual(live);
      expect(await names((body) => body.replace(/"totalLiveCount":\d+/, '"totalLiveCount":99'))).toEqual(
        live,
      );
      expect(paths.at(-1)).toBe('/service/v1/channels/followings');
      const gone = JSON.stringify({ code: 404, message: '…' });
      expect(await names((body, path) => (path.endsWith('/live') ? gone : body))).toEqual(live);
      expect(paths.at(-1)).toBe('/service/v1/channels/following-lives');
    });
  });

  describe.skipIf(!existsSync(examples))('(the reference data stand beside this checkout)', () => {
    it.each([
      ['constructed_user_status_logged_in.json', true],
      ['constructed_user_status_logged_out.json', false],
    ] as const)('answers as %s, which our client reads', async (name, isIn) => {
      const naver = new Naver();
      const cookie = cookieOf(naver.logIn());
      const { body } = ask(naver, status, isIn ? { cookie } : {});
      expect(JSON.parse(body)).toEqual(JSON.parse(example(name)));
      const session = await readSession(() => Promise.resolve(new Response(example(name))));
      expect(session.loggedIn).toBe(isIn);
    });

    it.each([
      ['live-detail', 'v3.3', 'live-detail'],
      ['videos', 'v1', 'videos'],
      ['clips', 'v1', 'clips?size=1'],
    ] as const)('answers %s with the fields of the reference', (id, version, last) => {
      const { endpoints } = JSON.parse(readFileSync(new URL('../public.json', examples), 'utf8')) as {
        endpoints: readonly { id: string; response_content: object }[];
      };
      const { channelId } = new ChzzkFollows().named('부엌의참새');
      const address = `https://api.chzzk.naver.com/service/${version}/channels/${channelId}/${last}`;
      const { content } = JSON.parse(ask(new Naver(), address).body) as { content: object };
      expect(fieldsOf(content)).toEqual(
        fieldsOf(endpoints.find((one) => one.id === id)?.response_content).map((field) =>
          // Lists, which the reference writes as words.
          /(?:Ids|tags|Quality)$/.test(field) ? `${field}[]` : field,
        ),
      );
    });

    it('lists followed channels with the fields of constructed_followings.json', () => {
      const naver = new Naver();
      const cookie = cookieOf(naver.logIn());
      const { body } = ask(naver, 'https://api.chzzk.naver.com/service/v1/channels/followings', { cookie });
      expect(fieldsOf(JSON.parse(body))).toEqual(
        // A badge list, which the reference has and the example has not.
        [...fieldsOf(JSON.parse(example('constructed_followings.json'))), badges].toSorted(),
      );
    });
  });
});
