import { describe, expect, it, vi } from 'vitest';

import type { ManageClient } from '../../lib/chzzk/manage/client.ts';
import { createManageDesk } from '../../lib/chzzk/manage/desk.ts';
import { everything } from '../../lib/chzzk/manage/wish.ts';
import { FailureError } from '../../lib/failure.ts';

const id = (number: number): string => `c${String(number).padStart(31, '0')}`;

/** A desk over answers by the call's id. */
function open(
  answers: Readonly<Record<string, (channelId: string) => unknown>>,
  openChannels: string[] = [],
) {
  const send = vi.fn((row: { id: string }, channelId: string) =>
    Promise.resolve().then(() => answers[row.id]?.(channelId)),
  );
  const session = vi.fn(() => Promise.resolve({ loggedIn: true, id: id(1), name: '방송인01' } as const));
  const desk = createManageDesk({
    client: { send: send as unknown as ManageClient['send'] },
    fetch: (url) =>
      Promise.resolve(
        new Response(JSON.stringify({ code: 200, content: { channelName: `name of ${url.slice(-2)}` } })),
      ),
    session,
    openChannels: () => Promise.resolve(openChannels),
  });
  return { desk, send };
}

describe('the channels that one manages', () => {
  it('are one’s own and those of open tabs in which one has a role', async () => {
    const { desk } = open(
      { 'roles.mine': (channelId) => ({ permissions: channelId === id(3) ? [] : ['CHAT_MANAGE'] }) },
      [id(2), id(3), id(1)],
    );
    expect(await desk.channels()).toEqual([
      { id: id(1), name: 'name of 01', isOwn: true },
      { id: id(2), name: 'name of 02', isOwn: false },
    ]);
  });

  it('are those that are asked about, too, under the same condition', async () => {
    const { desk } = open({
      'roles.mine': (channelId) => ({ permissions: channelId === id(3) ? [] : ['CHAT_MANAGE'] }),
    });
    expect((await desk.channels(id(2)))?.map((one) => one.id)).toEqual([id(1), id(2)]);
    expect((await desk.channels(id(3)))?.map((one) => one.id)).toEqual([id(1)]);
    expect(await desk.channels(id(1))).toHaveLength(1);
  });

  it('are told as far as CHZZK answers', async () => {
    const refuse = (): never => {
      throw new FailureError({ code: 'platform-down', status: 503 });
    };
    const some = open(
      { 'roles.mine': (channelId) => (channelId === id(2) ? refuse() : { permissions: ['CHAT_MANAGE'] }) },
      [id(2)],
    );
    expect(await some.desk.channels()).toHaveLength(1);
    await expect(open({ 'roles.mine': refuse }).desk.channels()).rejects.toThrow('platform-down');
    // The one in sight would give way to another, under the hand.
    await expect(some.desk.channels(id(2))).rejects.toThrow('platform-down');
  });
});

describe('the lists of a channel', () => {
  it('read CHZZK’s times as Korea’s, and live with what is missing', async () => {
    const { desk, send } = open({
      'restrictions.list': () => ({
        totalCount: null,
        data: [
          {
            userIdHash: 'a1',
            nickname: '이용자01',
            createdDate: '2026-07-01 12:00:00',
            releaseDate: '2026-07-08 12:00:00',
            memo: '도배',
          },
          { userIdHash: 'a2', nickname: null, releaseDate: null, memo: null },
        ],
      }),
    });
    expect((await desk.read(id(1), 'restrictions', 2, { ...everything, name: '이' })).found).toEqual({
      rows: [
        {
          id: 'a1',
          name: '이용자01',
          memo: '도배',
          at: Date.UTC(2026, 6, 1, 3),
          until: Date.UTC(2026, 6, 8, 3),
        },
        { id: 'a2', name: 'a2', memo: '' },
      ],
      total: 2,
    });
    expect(send.mock.calls[0]?.slice(1)).toEqual([
      id(1),
      { query: { page: 2, size: 50, userNickname: '이' } },
    ]);
  });

  it('tell who asks to be let in again, also of whoever has left', async () => {
    const { desk, send } = open({
      'requests.list': () => ({
        totalCount: 9,
        data: [
          {
            requestNo: 7,
            userResponse: { userIdHash: 'a1', nickname: '이용자01' },
            vindication: '죄송합니다.',
            createdDate: '2026-07-03 12:00:00',
          },
          { requestNo: 8, userResponse: { userIdHash: null, nickname: null }, vindication: null },
          { requestNo: 9, userResponse: null },
        ],
      }),
    });
    expect((await desk.read(id(1), 'requests', 0, everything)).found).toEqual({
      rows: [
        { no: 7, id: 'a1', name: '이용자01', plea: '죄송합니다.', at: Date.UTC(2026, 6, 3, 3) },
        { no: 8, plea: '' },
        { no: 9, plea: '' },
      ],
      total: 9,
    });
    expect(send.mock.calls[0]?.slice(1)).toEqual([id(1), { query: { page: 0, size: 50 } }]);
  });

  it('tell who follows, by whichever date there is', async () => {
    const { desk, send } = open({
      'people.followers': () => ({
        totalCount: 3,
        data: [
          {
            user: { userIdHash: 'a1', nickname: '이용자01' },
            following: { followDate: '2026-06-13 21:40:02' },
            channelFollowing: { followDate: null },
          },
          {
            user: { userIdHash: 'a2', nickname: '이용자02' },
            channelFollowing: { followDate: '2026-06-14' },
          },
          { user: null, following: null },
        ],
      }),
    });
    expect((await desk.read(id(1), 'followers', 1, { name: '이', sort: 'LONGER' })).found).toEqual({
      rows: [
        { id: 'a1', name: '이용자01', at: Date.UTC(2026, 5, 13, 12, 40, 2) },
        { id: 'a2', name: '이용자02' },
        {},
      ],
      total: 3,
    });
    expect(send.mock.calls[0]?.slice(1)).toEqual([
      id(1),
      { query: { page: 1, size: 50, userNickname: '이', sortType: 'LONGER' } },
    ]);
  });

  it('tell who subscribes, and ask for no more than is looked for', async () => {
    const { desk, send } = open({
      'people.subscribers': () => ({
        totalCount: 1,
        data: [
          {
            userIdHash: 'a1',
            nickname: '이용자01',
            tier: 'TIER_2',
            totalMonth: 14,
            publishPeriod: 6,
            twitchMonth: null,
            createdDate: '2026-05-25 17:27:42',
          },
        ],
      }),
    });
    const { found } = await desk.read(id(1), 'subscribers', 0, everything);
    expect(found).toEqual({
      rows: [
        {
          id: 'a1',
          name: '이용자01',
          tier: 'TIER_2',
          months: 14,
          period: 6,
          at: Date.UTC(2026, 4, 25, 8, 27, 42),
        },
      ],
      total: 1,
    });
    await desk.read(id(1), 'subscribers', 0, { name: '이', sort: 'LONGER', period: 3, tier: 'TIER_1' });
    expect(send.mock.calls.map((call) => (call as unknown[])[2])).toEqual([
      { query: { page: 0, size: 50, sortType: 'RECENT' } },
      {
        query: {
          page: 0,
          size: 50,
          sortType: 'LONGER',
          publishPeriod: 3,
          tier: 'TIER_1',
          nickname: '이',
        },
      },
    ]);
  });

  it('tell what somebody did in the chat; what CHZZK does not count is nothing', async () => {
    const { desk, send } = open({
      'people.activity': () => ({ chatMessageCount: 42, restrictCount: 1, temporaryRestrictCount: null }),
    });
    expect(await desk.activity(id(1), id(2))).toEqual({ messages: 42, restricted: 1, quietened: 0 });
    expect(send.mock.calls[0]?.slice(1)).toEqual([id(1), { path: { targetId: id(2) } }]);
  });

  it('tell the videos, with what others do not see, and the clips', async () => {
    const { desk, send } = open({
      'videos.replays': () => ({
        totalCount: 2,
        data: [
          {
            videoNo: 1,
            videoTitle: '다시보기',
            duration: 60,
            publishDate: null,
            createdDate: '2026-07-01 12:00:00+09',
            readCount: 7,
            publish: false,
          },
          { videoNo: 2, videoTitle: null, publish: true, exposure: true },
        ],
      }),
      'videos.madeClips': () => ({
        totalCount: 1,
        data: [{ clipUID: 'clip1', clipTitle: '장면', makeChannel: { channelName: '방송인01' } }],
      }),
    });
    expect((await desk.read(id(1), 'replays', 0, everything)).found).toEqual({
      rows: [
        { no: 1, title: '다시보기', seconds: 60, at: Date.UTC(2026, 6, 1, 3), views: 7, isHidden: true },
        { no: 2, title: '', isHidden: false },
      ],
      total: 2,
    });
    expect((await desk.read(id(1), 'madeClips', 1, everything)).found).toEqual({
      rows: [{ id: 'clip1', title: '장면', by: '방송인01' }],
      total: 1,
    });
    expect(send.mock.calls.map((call) => (call as unknown[])[2])).toEqual([
      { query: { page: 0, size: 50, videoType: 'REPLAY' } },
      { query: { page: 1, size: 50, dateFilter: 'ALL', orderFilter: 'LATEST' } },
    ]);
  });

  it('tell how broadcasts are set up; a category without its id is none', async () => {
    const settingsOf = (category: object | null) =>
      open({
        'stream.settings': () => ({
          defaultLiveTitle: '오늘도',
          category,
          adult: true,
          tags: ['소통'],
          clipActive: null,
          replayPublishType: 'PUBLIC',
        }),
      }).desk.read(id(1), 'settings', 0, everything);
    const rest = { title: '오늘도', tags: ['소통'], adult: true, clips: false, replays: 'PUBLIC' };
    expect(
      (await settingsOf({ categoryType: 'ETC', categoryId: 'talk', categoryValue: null })).found,
    ).toEqual({
      ...rest,
      category: { type: 'ETC', id: 'talk', name: 'talk' },
    });
    expect((await settingsOf({ categoryType: null, categoryId: '' })).found).toEqual(rest);
  });

  it('tell who has a role, the owner first', async () => {
    const { desk } = open({
      'roles.list': () => ({
        data: [
          { managerChannelId: id(2), managerChannelName: '매니저01', userRole: 'STREAMING_CHAT_MANAGER' },
          { managerChannelId: id(1), managerChannelName: null, userRole: 'STREAMER' },
        ],
      }),
    });
    expect((await desk.read(id(1), 'helpers', 0, everything)).found).toEqual([
      { id: id(1), name: id(1), role: 'STREAMER' },
      { id: id(2), name: '매니저01', role: 'STREAMING_CHAT_MANAGER' },
    ]);
  });

  it('have an empty rule where there is none', async () => {
    const ruleOf = (rule: string | null) =>
      open({ 'rule.read': () => ({ rule }) }).desk.read(id(1), 'rule', 0, everything);
    expect(await ruleOf('반말 금지')).toEqual({ list: 'rule', found: '반말 금지' });
    expect((await ruleOf(null)).found).toBe('');
  });

  it('know both names of the list of words', async () => {
    const words = [{ prohibitWordNo: 7, prohibitWord: '바보', nickname: null, createdDate: '…' }];
    for (const answer of [{ prohibitWordList: words }, { prohibitWords: words }]) {
      const { desk } = open({ 'words.list': () => answer });
      expect((await desk.read(id(1), 'words', 0, everything)).found).toEqual([{ no: 7, word: '바보' }]);
    }
  });
});

describe('the stream key', () => {
  const info = { streamKey: 'now', streamUrl: 'rtmp://x' };
  const gone = (): never => {
    throw new FailureError({ code: 'platform-refused', status: 404, message: '…' });
  };
  const refused = (): never => {
    throw new FailureError({ code: 'chzzk-no-role' });
  };

  it('is asked for as the studio does now, and as it did where that is gone', async () => {
    expect(await open({ 'stream.keyNow': () => info }).desk.streamKey(id(1))).toEqual({
      key: 'now',
      url: 'rtmp://x',
    });
    const older = open({
      'stream.keyNow': gone,
      'stream.key': () => ({ streamKey: 'then', streamUrl: null }),
    });
    expect(await older.desk.streamKey(id(1))).toEqual({ key: 'then' });
    const none = open({ 'stream.keyNow': refused });
    await expect(none.desk.streamKey(id(1))).rejects.toThrow('chzzk-no-role');
    expect(none.send).toHaveBeenCalledOnce();
  });
});

describe('a search for categories', () => {
  it('offers those that can be chosen', async () => {
    const { desk, send } = open({
      'stream.categories': () => ({
        results: [
          { categoryType: 'GAME', categoryId: 'Minecraft', categoryValue: '마인크래프트' },
          { categoryType: 'GAME', categoryId: null, categoryValue: '…' },
        ],
      }),
    });
    expect(await desk.categories(id(1), '마인')).toEqual([
      { type: 'GAME', id: 'Minecraft', name: '마인크래프트' },
    ]);
    expect(send.mock.calls[0]?.slice(1)).toEqual([
      id(1),
      { query: { keyword: '마인', size: 10, offset: 0 } },
    ]);
  });
});

describe('a change', () => {
  it.each([
    [
      { what: 'give-role', whom: '이용자01', role: 'STREAMING_CHAT_MANAGER' },
      'roles.add',
      { body: { targetId: '이용자01', userRoleType: 'STREAMING_CHAT_MANAGER' } },
    ],
    [{ what: 'take-role', id: id(2) }, 'roles.remove', { path: { targetId: id(2) } }],
    [{ what: 'set-rule', rule: '' }, 'rule.write', { body: { rule: '' } }],
    [{ what: 'remove-clip', id: 'clip1' }, 'videos.removeClip', { path: { clipUID: 'clip1' } }],
    [
      {
        what: 'set-settings',
        settings: {
          title: '오늘도',
          category: { type: 'ETC', id: 'talk', name: 'talk' },
          tags: ['소통'],
          adult: true,
          clips: false,
          replays: 'PUBLIC',
        },
      },
      'stream.setSettings',
      {
        body: {
          adult: true,
          defaultLiveTitle: '오늘도',
          categoryType: 'ETC',
          liveCategory: 'talk',
          tags: ['소통'],
          clipActive: false,
          replayPublishType: 'PUBLIC',
        },
      },
    ],
  ] as const)('%o is the call %s', async (doing, call, input) => {
    const { desk, send } = open({});
    await desk.act(id(1), doing);
    expect(send).toHaveBeenCalledOnce();
    const [row, ...rest] = send.mock.calls[0] ?? [];
    expect(row?.id).toBe(call);
    expect(rest).toEqual([id(1), input]);
  });
});
