import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { connectFrame, historyFrame, pingFrame, pongFrame, readFrame } from '../../lib/chzzk/chat/frame.ts';
import type { Room } from '../../lib/chzzk/chat/said.ts';

const channel = `c${'0'.repeat(30)}1`;
const author = `a${'0'.repeat(30)}1`;
const other = `a${'0'.repeat(30)}2`;
const at = 1_769_585_095_674;
const room: Room = { channel, chat: 'N2FOy2' };
const secret = 'nobody else may know';

const profile = (more: object = {}): string =>
  JSON.stringify({ userIdHash: author, nickname: '이용자01', userRoleCode: 'common_user', ...more });
const extras = (more: object = {}): string =>
  JSON.stringify({ osType: 'PC', chatType: 'STREAMING', emojis: {}, extraToken: secret, ...more });

/** A message in the spelling of what comes live. */
const live = (more: object = {}): Record<string, unknown> => ({
  svcid: 'game',
  cid: room.chat,
  mbrCnt: 2,
  uid: author,
  profile: profile(),
  msg: '안녕하세요',
  msgTypeCode: 1,
  msgStatusType: 'NORMAL',
  extras: extras(),
  ctime: at,
  utime: at,
  msgTime: at,
  ...more,
});

const spelling: Readonly<Record<string, string>> = {
  svcid: 'serviceId',
  cid: 'channelId',
  mbrCnt: 'memberCount',
  uid: 'userId',
  msg: 'content',
  msgTypeCode: 'messageTypeCode',
  msgStatusType: 'messageStatusType',
  ctime: 'createTime',
  utime: 'updateTime',
  msgTime: 'messageTime',
};

/** The same in the spelling of the history. */
const recent = (message: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(message).map(([name, value]) => [spelling[name] ?? name, value]));

const frame = (cmd: number, bdy: unknown, more: object = {}): string =>
  JSON.stringify({ svcid: 'game', ver: '1', cmd, bdy, tid: null, cid: room.chat, ...more });
const newsIn = (cmd: number, bdy: unknown) => {
  const heard = readFrame(frame(cmd, bdy), room);
  return 'news' in heard ? heard.news : [];
};
const messageIn = (message: object) => {
  const [news] = newsIn(93_101, [message]);
  return news?.what === 'message' ? news.message : undefined;
};

describe('frames that go out', () => {
  it('say that we read, and are nobody', () => {
    expect(JSON.parse(connectFrame('N2FOy2', 'pass'))).toEqual({
      ver: '3',
      cmd: 100,
      svcid: 'game',
      cid: 'N2FOy2',
      tid: 1,
      bdy: { uid: null, devType: 2001, accTkn: 'pass', auth: 'READ' },
    });
    expect(JSON.parse(historyFrame('N2FOy2', 'the sid'))).toMatchObject({
      cmd: 5_101,
      sid: 'the sid',
      bdy: { recentMessageCount: 50 },
    });
    expect([pingFrame, pongFrame].map((text) => JSON.parse(text) as unknown)).toEqual([
      { ver: '3', cmd: 0 },
      { ver: '3', cmd: 10_000 },
    ]);
  });
});

describe('what a frame is', () => {
  it('is told by its number', () => {
    expect(readFrame('{"ver":"1","cmd":0}', room)).toEqual({ is: 'ping' });
    expect(readFrame('{"ver":"1","cmd":10000}', room)).toEqual({ is: 'pong' });
    expect(readFrame(frame(10_100, { sid: 's' }, { retCode: 0 }), room)).toEqual({
      is: 'connected',
      sid: 's',
    });
    for (const [cmd, what] of [
      [94_005, 'kick'],
      [94_006, 'block'],
      [94_015, 'penalty'],
      [93_006, 'event'],
      [4_711, 'unknown'],
    ] as const)
      expect(readFrame(frame(cmd, {}), room)).toEqual({ is: 'other', what });
  });

  it('is a refusal where the code is not 0, or nobody is given a session', () => {
    expect(readFrame(frame(10_100, { sid: 's' }, { retCode: 7 }), room)).toEqual({ is: 'refused', code: 7 });
    expect(readFrame(frame(10_100, {}, { retCode: 0 }), room)).toMatchObject({ is: 'refused' });
  });

  it('never matters when it cannot be read, whatever comes', () => {
    for (const text of [undefined, null, 7, '', '{', '[]', 'null', new ArrayBuffer(3)])
      expect(readFrame(text, room)).toEqual({ is: 'other', what: 'unknown' });
    fc.assert(
      fc.property(
        fc.constantFrom(10_100, 15_101, 93_101, 93_102, 93_006, 94_008, 94_010, 0, 1),
        fc.jsonValue(),
        (cmd, body) => {
          expect(() => readFrame(frame(cmd, body), room)).not.toThrow();
        },
      ),
    );
  });
});

describe('a message', () => {
  it('is read into the common form, and known by its time and author', () => {
    expect(messageIn(live())).toEqual({
      channel: { platform: 'chzzk', login: channel, id: channel },
      id: `${at}:${author}`,
      author: { login: '이용자01', name: '이용자01', id: author, badges: {} },
      text: '안녕하세요',
      at,
      deleted: false,
    });
  });

  it('is the same in both spellings', () => {
    const field = fc.record(
      {
        uid: fc.constantFrom(author, 'anonymous', 'SYSTEM_MESSAGE', undefined),
        profile: fc.constantFrom(profile(), null, undefined, '{}', '{', 'null', '7'),
        msg: fc.string(),
        msgTypeCode: fc.constantFrom(1, 2, 10, 11, 12, 30, 121),
        msgStatusType: fc.constantFrom('NORMAL', 'HIDDEN', 'BLIND'),
        extras: fc.constantFrom(extras(), null, undefined, '', '{}', '[]', extras({ emojis: '' })),
        msgTime: fc.constantFrom(at, undefined, 0, 'soon'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
        const messages = fields.map((more) => live(more));
        expect(newsIn(15_101, { messageList: messages.map(recent).toReversed() })).toEqual(
          newsIn(93_101, messages),
        );
      }),
    );
  });

  it('that is broken takes none of its neighbours with it', () => {
    const whole = fc.nat(1000).map((number) => live({ msg: `whole ${number}`, msgTime: at + number }));
    const parts = fc.array(
      fc.oneof(
        whole,
        fc.jsonValue().map((value) => ({ broken: value })),
        fc.jsonValue(),
      ),
    );
    fc.assert(
      fc.property(parts, (batch) => {
        const sent = batch.filter(
          (one) => typeof one === 'object' && one !== null && !Array.isArray(one) && 'svcid' in one,
        );
        const read = newsIn(93_101, batch).flatMap((news) =>
          news.what === 'message' && news.message.text.startsWith('whole') ? news.message.text : [],
        );
        expect(read).toEqual(sent.map((one) => (one as { msg: string }).msg));
      }),
    );
  });

  it('never brings its extras along: they hold a secret of the author’s', () => {
    const bodies = [
      live(),
      live({ msgTypeCode: 10, extras: extras({ payAmount: 5 }) }),
      live({ msgTypeCode: 30, extras: extras({ description: 'so it is', params: { extraToken: secret } }) }),
      live({ extras: extras({ registerProfile: { nickname: 'm', extraToken: secret } }) }),
    ];
    for (const message of bodies) {
      for (const [cmd, body] of [
        [93_101, [message]],
        [15_101, { messageList: [recent(message)], notice: recent(message) }],
        [94_010, message],
      ] as const)
        expect(JSON.stringify(readFrame(frame(cmd, body), room))).not.toContain(secret);
    }
  });

  it('by somebody who did not want to be named has no id', () => {
    for (const nothing of [null, undefined, '{}']) {
      const message = messageIn(live({ uid: 'anonymous', profile: nothing, msgTypeCode: 10 }));
      expect(message?.author).toEqual({ login: '', name: '', badges: {} });
      expect(message?.id).toBeUndefined();
    }
  });

  it('whose id and profile speak of two people is nobody’s', () => {
    expect(messageIn(live({ uid: other }))).toBeUndefined();
    expect(messageIn(live({ uid: undefined }))).toBeUndefined();
  });

  it('of another chat is left out', () => {
    expect(messageIn(live({ cid: 'N99999' }))).toBeUndefined();
    expect(newsIn(94_008, { messageTime: at, userId: author, channelId: 'N99999' })).toEqual([]);
  });

  it('is hidden in whatever state is not the usual one', () => {
    for (const [state, deleted] of [
      ['NORMAL', false],
      ['HIDDEN', true],
      ['BLIND', true],
    ] as const)
      expect(messageIn(live({ msgStatusType: state }))?.deleted).toBe(deleted);
  });

  it('says who must not be hit, and who subscribes', () => {
    const badges = (more: object, uid = author) =>
      messageIn(live({ uid, profile: profile({ userIdHash: uid, ...more }) }))?.author.badges;
    expect(badges({ userRoleCode: 'streamer' })).toEqual({ broadcaster: '1' });
    expect(badges({}, channel)).toEqual({ broadcaster: '1' });
    expect(badges({ userRoleCode: 'streaming_chat_manager' })).toEqual({ moderator: '1' });
    expect(badges({ userRoleCode: 'manager' })).toEqual({ staff: '1' });
    expect(badges({ streamingProperty: { subscription: { accumulativeMonth: 3, tier: 1 } } })).toEqual({
      subscriber: '3',
    });
  });

  it('comes in pieces where there are pictures', () => {
    const emojis = { d_47: 'https://example.test/d_47.gif' };
    expect(messageIn(live({ msg: 'hi {:d_47:}{:not_one:}!', extras: extras({ emojis }) }))?.parts).toEqual([
      { kind: 'text', text: 'hi ' },
      { kind: 'emote', text: '{:d_47:}', id: 'd_47' },
      { kind: 'text', text: '{:not_one:}' },
      { kind: 'text', text: '!' },
    ]);
    for (const none of [{}, '', null])
      expect(messageIn(live({ extras: extras({ emojis: none }) }))?.parts).toBeUndefined();
  });

  it('that was paid for says so, and cannot be taken for one that was only said', () => {
    const paid = (msgTypeCode: number, more: object) => {
      const message = messageIn(live({ msgTypeCode, extras: extras(more) }));
      expect(message?.id).toBeUndefined();
      expect(message?.author.id).toBe(author);
      return message?.paid;
    };
    expect(paid(10, { payAmount: 1000, donationType: 'CHAT' })).toEqual({ for: 'donation', amount: 1000 });
    expect(paid(10, { payAmount: -1 })).toEqual({ for: 'donation' });
    expect(paid(11, { month: 3, tierName: '1티어', tierNo: 1 })).toEqual({
      for: 'subscription',
      months: 3,
      tier: '1티어',
    });
    expect(paid(12, { quantity: 5, giftTierName: '1티어', receiverNickname: '이용자02' })).toEqual({
      for: 'gift',
      count: 5,
      tier: '1티어',
      to: '이용자02',
    });
  });
});

describe('what moderators did', () => {
  const blind = { serviceId: 'game', channelId: room.chat, messageTime: at, userId: author, message: null };

  it('hides a message, or shows it again', () => {
    expect(newsIn(94_008, { ...blind, blindType: 'HIDDEN', blindUserId: other })).toEqual([
      { what: 'hidden', id: `${at}:${author}`, author, by: { id: other } },
    ]);
    expect(newsIn(94_008, { ...blind, blindType: 'CANCEL', blindUserId: null })).toEqual([
      { what: 'shown', id: `${at}:${author}`, author },
    ]);
    expect(newsIn(94_008, { ...blind, userId: 'anonymous' })).toEqual([]);
  });

  it('pins a message, and takes it down', () => {
    const registerProfile = { userIdHash: channel, nickname: '방송인01' };
    const [pinned] = newsIn(94_010, live({ extras: extras({ registerProfile }) }));
    expect(pinned).toMatchObject({
      what: 'pinned',
      message: { id: `${at}:${author}` },
      by: { id: channel, name: '방송인01' },
    });
    expect(newsIn(94_010, {})).toEqual([{ what: 'unpinned' }]);
    expect(newsIn(94_010, null)).toEqual([]);
    const history = newsIn(15_101, { messageList: [], notice: recent(live()) });
    expect(history).toMatchObject([{ what: 'pinned' }]);
  });

  it('is said in the chat', () => {
    const line = live({
      uid: 'SYSTEM_MESSAGE',
      profile: '{}',
      msg: '',
      msgTypeCode: 30,
      extras: extras({
        description: '방송인01 님이 이용자01 님을 활동 제한했습니다.',
        visibleRoles: ['streamer', 7],
        params: {
          registerNickname: '방송인01',
          targetNickname: '이용자01',
          registerChatProfileJson: JSON.stringify({ userIdHash: channel, nickname: '방송인01' }),
          targetChatProfileJson: null,
        },
      }),
    });
    expect(newsIn(93_102, [line])).toEqual([
      {
        what: 'notice',
        text: '방송인01 님이 이용자01 님을 활동 제한했습니다.',
        at,
        for: ['streamer'],
        by: { id: channel, name: '방송인01' },
        about: { name: '이용자01' },
      },
    ]);
  });

  it('may come as a list of histories too', () => {
    const one = { messageList: [recent(live({ msg: 'b' })), recent(live({ msg: 'a' }))] };
    expect(newsIn(15_101, [one, 7]).map((news) => news.what === 'message' && news.message.text)).toEqual([
      'a',
      'b',
    ]);
  });
});
