import { describe, expect, it, vi } from 'vitest';

import type { ManageClient } from '../../lib/chzzk/manage/client.ts';
import { createManageDesk } from '../../lib/chzzk/manage/desk.ts';
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
    expect(await desk.restrictions(id(1), 2, '이')).toEqual({
      users: [
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
    expect(await desk.requests(id(1), 0, '')).toEqual({
      users: [
        { no: 7, id: 'a1', name: '이용자01', plea: '죄송합니다.', at: Date.UTC(2026, 6, 3, 3) },
        { no: 8, plea: '' },
        { no: 9, plea: '' },
      ],
      total: 9,
    });
    expect(send.mock.calls[0]?.slice(1)).toEqual([id(1), { query: { page: 0, size: 50 } }]);
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
    expect(await desk.helpers(id(1))).toEqual([
      { id: id(1), name: id(1), role: 'STREAMER' },
      { id: id(2), name: '매니저01', role: 'STREAMING_CHAT_MANAGER' },
    ]);
  });

  it('have an empty rule where there is none', async () => {
    expect(await open({ 'rule.read': () => ({ rule: '반말 금지' }) }).desk.rule(id(1))).toBe('반말 금지');
    expect(await open({ 'rule.read': () => ({ rule: null }) }).desk.rule(id(1))).toBe('');
  });

  it('know both names of the list of words', async () => {
    const words = [{ prohibitWordNo: 7, prohibitWord: '바보', nickname: null, createdDate: '…' }];
    for (const answer of [{ prohibitWordList: words }, { prohibitWords: words }]) {
      const { desk } = open({ 'words.list': () => answer });
      expect(await desk.words(id(1))).toEqual([{ no: 7, word: '바보' }]);
    }
  });
});

describe('a change', () => {
  it.each([
    [{ what: 'accept', no: 7, id: id(2) }, 'restrictions.lift', { path: { targetId: id(2) } }],
    [
      { what: 'reject', no: 7, judgment: '안 됩니다.' },
      'requests.reject',
      { path: { requestNo: 7 }, body: { judgment: '안 됩니다.' } },
    ],
    [
      { what: 'give-role', whom: '이용자01', role: 'STREAMING_CHAT_MANAGER' },
      'roles.add',
      { body: { targetId: '이용자01', userRoleType: 'STREAMING_CHAT_MANAGER' } },
    ],
    [{ what: 'take-role', id: id(2) }, 'roles.remove', { path: { targetId: id(2) } }],
    [{ what: 'set-rule', rule: '' }, 'rule.write', { body: { rule: '' } }],
  ] as const)('%o is the call %s', async (doing, call, input) => {
    const { desk, send } = open({});
    await desk.act(id(1), doing);
    expect(send).toHaveBeenCalledOnce();
    const [row, ...rest] = send.mock.calls[0] ?? [];
    expect(row?.id).toBe(call);
    expect(rest).toEqual([id(1), input]);
  });
});
