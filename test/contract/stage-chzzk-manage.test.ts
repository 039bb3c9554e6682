import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { Fetch } from '../../lib/chzzk/ask.ts';
import { toRequest } from '../../lib/chzzk/manage/call.ts';
import { manageCalls } from '../../lib/chzzk/manage/calls.ts';
import { createManageClient } from '../../lib/chzzk/manage/client.ts';
import { failureOf } from '../../lib/failure.ts';
import { ChzzkFollows } from '../stage/chzzk/follows.ts';
import { ChzzkManage, viewer } from '../stage/chzzk/manage/state.ts';
import { Naver } from '../stage/chzzk/naver.ts';
import { ask, cookieOf, fieldsOf } from './chzzk-stage.ts';

const examples = new URL('../../../shared/platforms/chzzk/examples/', import.meta.url);
const { words, restrictions, requests, roles, rule, people, videos, stream, chat } = manageCalls;
const site = 'https://chzzk.naver.com';
const studio = 'https://studio.chzzk.naver.com';

/** A stage with somebody logged in, and our client on it. */
function open() {
  const naver = new Naver();
  const manage = new ChzzkManage();
  const cookie = cookieOf(naver.logIn());
  const api = (path: string): string => `https://api.chzzk.naver.com/manage/v1/channels/${path}`;
  const asked = (path: string, how: Parameters<typeof ask>[2] = {}) =>
    ask(naver, api(path), { cookie, ...how }, new ChzzkFollows(), manage);
  const fetchFrom =
    (origin?: string): Fetch =>
    (url, { method = 'GET', body }) => {
      const how = { cookie, method, ...(origin && { origin }), ...(typeof body === 'string' && { body }) };
      const { status, body: answer } = ask(naver, url, how, new ChzzkFollows(), manage);
      return Promise.resolve(new Response(answer, { status }));
    };
  const client = createManageClient({
    read: fetchFrom(),
    write: (from) => fetchFrom(from === 'studio' ? studio : site),
    online: () => true,
    settle: () => Promise.resolve(),
  });
  return { naver, manage, asked, client, own: manage.of('방송인01'), helped: manage.of('달밤라디오') };
}

const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => failureOf(error));

describe('CHZZK’s management on the stage', () => {
  it('is for those who are logged in and have a role', () => {
    const { naver, manage, asked, own, helped } = open();
    const stranger = manage.of('한강게이머');
    expect(asked(`${own.channelId}/chats/prohibit-words`).status).toBe(200);
    expect(asked(`${helped.channelId}/chats/prohibit-words`).status).toBe(200);
    expect(asked(`${helped.channelId}/followers`).status).toBe(403);
    expect(asked(`${stranger.channelId}/chats/prohibit-words`).status).toBe(403);
    expect(asked(`${stranger.channelId}/my-role`).status).toBe(200);
    naver.logOut();
    expect(asked(`${own.channelId}/chats/prohibit-words`).status).toBe(401);
  });

  it('takes no change from a foreign page', () => {
    const { asked, own } = open();
    const add = (origin?: string): number =>
      asked(`${own.channelId}/chats/prohibit-words`, {
        method: 'POST',
        body: '{"prohibitWord":"x"}',
        ...(origin && { origin }),
      }).status;
    expect(add('chrome-extension://pgodmchpdgjnacadmfmnmpghacjkdjel')).toBe(403);
    expect(add('https://www.twitch.tv')).toBe(403);
    expect(add(site)).toBe(403);
    expect(add(studio)).toBe(200);
    expect(add()).toBe(200);
    const quieten = { chatChannelId: 'N2xxxx', targetId: viewer(5).userIdHash };
    expect(
      asked(`${own.channelId}/temporary-restrict-users`, {
        method: 'POST',
        origin: site,
        body: JSON.stringify(quieten),
      }).status,
    ).toBe(200);
  });

  it('lets pages of CHZZK’s ask beforehand whether they may', () => {
    const { asked, own } = open();
    const { status, headers } = asked(`${own.channelId}/restrict-users`, { method: 'OPTIONS', origin: site });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(headers.get('access-control-allow-headers')).toBe('content-type');
  });

  it('keeps what our client changes', async () => {
    const { client, own, helped } = open();
    const { channelId } = helped;
    await client.send(words.add, channelId, { body: { prohibitWord: '새말' } });
    const added = helped.words.at(-1);
    expect(added).toMatchObject({ prohibitWord: '새말', nickname: '방송인01' });
    const path = { prohibitWordNo: added?.prohibitWordNo ?? 0 };
    await client.send(words.edit, channelId, { path, body: { prohibitWord: '헌말' } });
    expect(added?.prohibitWord).toBe('헌말');
    await client.send(words.remove, channelId, { path });
    expect(helped.words).toHaveLength(3);
    await client.send(words.removeAll, channelId);
    expect(helped.words).toEqual([]);

    const targetId = viewer(5).userIdHash;
    await client.send(restrictions.add, channelId, {
      body: { targetId: '이용자05', restrictDays: 7, memo: '도배' },
    });
    expect(helped.restrictions[0]).toMatchObject({ user: { userIdHash: targetId }, memo: '도배' });
    await client.send(restrictions.edit, channelId, {
      path: { targetId },
      body: { restrictDays: null, memo: '' },
    });
    expect(helped.restrictions[0]).toMatchObject({ releaseDate: null, memo: '' });
    await client.send(restrictions.lift, channelId, { path: { targetId } });
    expect(helped.restrictions).toHaveLength(2);
    expect(await failing(client.send(restrictions.lift, channelId, { path: { targetId } }))).toMatchObject({
      code: 'platform-refused',
      status: 404,
    });

    await client.send(requests.reject, channelId, {
      path: { requestNo: 7 },
      body: { judgment: '안 됩니다.' },
    });
    expect(helped.requests).toEqual([]);
    await client.send(rule.write, channelId, { body: { rule: '반말 금지' } });
    expect((await client.send(rule.read, channelId)).rule).toBe('반말 금지');
    await client.send(roles.add, own.channelId, {
      body: { targetId: '이용자05', userRoleType: 'STREAMING_CHAT_MANAGER' },
    });
    expect(own.roles.get(targetId)).toBe('STREAMING_CHAT_MANAGER');
    const { data } = await client.send(roles.list, own.channelId);
    expect(data.map(({ managerChannelName, userRole }) => [managerChannelName, userRole])).toEqual([
      ['이용자05', 'STREAMING_CHAT_MANAGER'],
      ['방송인01', 'STREAMER'],
    ]);
    const quieten = client.send(chat.quieten, own.channelId, { body: { chatChannelId: 'N2xxxx', targetId } });
    expect(await failing(quieten)).toMatchObject({
      code: 'platform-refused',
      message: expect.stringContaining('임시제한') as string,
    });
    await client.send(roles.remove, own.channelId, { path: { targetId } });
    expect(own.roles.size).toBe(0);
  });

  it('finds, sorts and pages', async () => {
    const { client, own } = open();
    const paging = { page: 0, size: 50 };
    const found = await client.send(restrictions.list, own.channelId, {
      query: { ...paging, userNickname: '02' },
    });
    expect(found.data.map(({ nickname }) => nickname)).toEqual(['이용자02']);
    const second = await client.send(restrictions.list, own.channelId, { query: { page: 1, size: 1 } });
    expect(second).toMatchObject({ totalCount: 2, totalPages: 2, data: [{ nickname: '이용자02' }] });
    const followers = await client.send(people.followers, own.channelId, {
      query: { ...paging, sortType: 'LONGER' },
    });
    expect(followers.data[0]?.user?.nickname).toBe('이용자01');
    const subscribers = await client.send(people.subscribers, own.channelId, {
      query: { ...paging, sortType: 'RECENT', tier: 'TIER_2' },
    });
    expect(subscribers.data.map(({ nickname }) => nickname)).toEqual(['이용자04']);
  });

  it('tells the clips, and forgets those of its own that are removed', async () => {
    const { client, own } = open();
    const query = { page: 0, size: 50, dateFilter: 'ALL', orderFilter: 'LATEST' } as const;
    const others = await client.send(videos.clips, own.channelId, { query });
    expect(others.data.map(({ makeChannel }) => makeChannel?.channelName)).toEqual(['이용자03']);
    const [first] = (await client.send(videos.madeClips, own.channelId, { query })).data;
    const path = { clipUID: first?.clipUID ?? '' };
    await client.send(videos.removeClip, own.channelId, { path });
    expect(await client.send(videos.madeClips, own.channelId, { query })).toMatchObject({ totalCount: 1 });
    expect(await failing(client.send(videos.removeClip, own.channelId, { path }))).toMatchObject({
      status: 404,
    });
  });

  it('keeps how broadcasts are set up, and gives the key to whoever may broadcast', async () => {
    const { client, own, helped } = open();
    const body = {
      adult: true,
      defaultLiveTitle: '새 제목',
      categoryType: 'GAME',
      liveCategory: 'Minecraft',
      tags: ['게임'],
      clipActive: false,
      replayPublishType: 'PUBLIC',
    };
    await client.send(stream.setSettings, own.channelId, { body });
    expect(await client.send(stream.settings, own.channelId)).toMatchObject({
      defaultLiveTitle: '새 제목',
      category: { categoryValue: '마인크래프트' },
      adult: true,
      clipActive: false,
    });
    const nonsense = { body: { ...body, liveCategory: 'nonsense' } };
    expect(await failing(client.send(stream.setSettings, own.channelId, nonsense))).toMatchObject({
      status: 400,
    });
    const { results } = await client.send(stream.categories, own.channelId, {
      query: { keyword: '리턴', size: 10, offset: 0 },
    });
    expect(results.map(({ categoryId }) => categoryId)).toEqual(['Black_Survival_Eternal_Return']);
    const { streamKey } = await client.send(stream.keyNow, own.channelId);
    expect(streamKey).toBe(own.streamKey);
    expect((await client.send(stream.key, own.channelId)).streamKey).toBe(streamKey);
    expect(await failing(client.send(stream.keyNow, helped.channelId))).toEqual({ code: 'chzzk-no-role' });
  });

  it('tells a refusal for want of a role from one of a session that is cold', async () => {
    const { client, manage, own } = open();
    const add = (channelId: string) =>
      failing(client.send(words.add, channelId, { body: { prohibitWord: 'x' } }));
    expect(await add(manage.of('한강게이머').channelId)).toEqual({ code: 'chzzk-no-role' });
    manage.cold = true;
    expect(await add(own.channelId)).toBeNull();
    expect(own.words.at(-1)?.prohibitWord).toBe('x');
  });

  describe.skipIf(!existsSync(examples))('(the reference data stand beside this checkout)', () => {
    const paging = { page: 0, size: 50 };
    it.each([
      ['prohibit_words', words.list, {}],
      ['chat_rules', rule.read, {}],
      ['streams', stream.key, {}],
      ['restrict_users', restrictions.list, { query: paging }],
      ['release_requests', requests.list, { query: paging }],
      ['followers', people.followers, { query: { ...paging, sortType: 'RECENT' } }],
      ['subscribers', people.subscribers, { query: { ...paging, sortType: 'RECENT' } }],
      ['chat_activity_count', people.activity, { path: { targetId: viewer(1).userIdHash } }],
      ['videos', videos.replays, { query: { ...paging, videoType: 'REPLAY' } }],
      [
        'temporary_restrict',
        chat.quieten,
        { body: { chatChannelId: 'N2xxxx', targetId: viewer(1).userIdHash } },
      ],
    ] as const)('answers with the fields of constructed_manage_%s.json', (name, row, input) => {
      const { own, asked } = open();
      const { url, method, body } = toRequest(row, own.channelId, input);
      const path = url.split('/manage/v1/channels/')[1] ?? '';
      const answer = asked(path, { method, ...(body !== undefined && { body }) });
      const example = readFileSync(new URL(`constructed_manage_${name}.json`, examples), 'utf8');
      expect(fieldsOf(JSON.parse(answer.body))).toEqual(fieldsOf(JSON.parse(example)));
    });
  });
});
