import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { inOrder, pinnedAt, rowAt, rowsIn } from '../../lib/pages/chzzk/anchors.ts';
import { parseFacts as factsIn } from '../../lib/pages/chzzk/facts.ts';
import { readLine, readPinned } from '../../lib/pages/chzzk/line.ts';
import { chatAt, replayAt } from '../../lib/pages/chzzk/page-kind.ts';
import { factsAt } from '../../lib/pages/chzzk/probe/facts.ts';
import { quietPlace } from '../../lib/pages/chzzk/quiet-place.ts';
import type { SaidFacts } from '../../lib/pages/chzzk/probe/wire.ts';
import { answered } from './answered.ts';

const channel = `c${'0'.repeat(30)}1`;
const author = `a${'0'.repeat(30)}1`;
const another = `a${'0'.repeat(30)}2`;
const at = 1_769_585_095_674;

describe('which page of CHZZK’s an address is', () => {
  it.each([
    [`https://chzzk.naver.com/live/${channel}`, 'live'],
    [`https://chzzk.naver.com/live/${channel.toUpperCase()}/?a=1#b`, 'live'],
    [`https://chzzk.naver.com/live/${channel}/chat`, 'chat'],
  ])('%s has a chat', (address, kind) => {
    expect(chatAt(address)).toEqual({ kind, channel });
  });

  it.each([
    `https://chzzk.naver.com/${channel}`,
    `https://chzzk.naver.com/live/${channel}/chat/more`,
    'https://chzzk.naver.com/live/short',
    `https://chzzk.naver.com/chat/${channel}`,
    `https://studio.chzzk.naver.com/live/${channel}`,
    `https://chzzk.naver.com.example.org/live/${channel}`,
    'https://chzzk.naver.com/video/1',
  ])('%s has none', (address) => expect(chatAt(address)).toBeUndefined());
});

describe('a replay', () => {
  it('is known by its number', () => {
    expect(replayAt('https://chzzk.naver.com/video/123?a=1')).toBe('123');
    expect(replayAt('https://chzzk.naver.com/video/123/')).toBe('123');
  });

  it.each([
    'https://chzzk.naver.com/video/abc',
    'https://chzzk.naver.com/videos/1',
    'https://www.twitch.tv/video/1',
  ])('%s is none', (address) => expect(replayAt(address)).toBeUndefined());
});

/** A row in either generation of class names. */
const rows = {
  short: (name: string, text: string) =>
    `<div class="_item_8lqsk_7"><div class="_container_1_1"><div class="_chatting_message_1_9"><button class="_nickname_m_3"><span class="_text_m_12">${name}</span></button><span class="_text_d_2">${text}</span></div></div></div>`,
  long: (name: string, text: string) =>
    `<div class="live_chatting_list_item__0SGhw"><div class="live_chatting_message_container__v"><button><span class="live_chatting_username_nickname__d"><span class="name_text__y">${name}</span></span><span class="live_chatting_message_text__D">${text}</span></button></div></div>`,
} as const;
const around = {
  short: (inside: string) =>
    `<aside id="aside-chatting"><div role="log" class="_container_8"><div class="_fixed_8">${rows.short('방송인01', 'pinned')}<div class="_item_q_4"><span class="_nickname_q_1"><span class="_text_q_2">이용자09</span></span><span class="_text_q_3">1위</span></div></div><div class="_wrapper_8"><div class="_list_bottom_8"></div>${inside}<div class="_item_8lqsk_7"><p class="_title_c_1">관리자 전용 채팅이 활성화 되었습니다.</p></div></div></div></aside>`,
  long: (inside: string) =>
    `<aside id="aside-chatting"><div role="log"><div class="live_chatting_list_fixed__W">${rows.long('방송인01', 'pinned')}<div class="live_chatting_mission_item__K"><span class="live_chatting_username_nickname__d"><span class="name_text__y">이용자09</span></span><span class="live_chatting_mission_text__D">세 판 연속 이기기</span></div></div><div class="live_chatting_list_wrapper__a">${inside}<div class="live_chatting_list_item__0SGhw"><p class="live_chatting_notice_title__p">관리자 전용 채팅이 활성화 되었습니다.</p></div></div></div></aside>`,
} as const;

function page(names: 'short' | 'long', inside: string): Document {
  return parseHTML(`<html><body>${around[names](inside)}<div class="_item_1"></div></body></html>`).document;
}

const said = (more: Partial<SaidFacts> = {}): SaidFacts => ({
  userId: author,
  at,
  name: '이용자01',
  text: '안녕하세요',
  role: 'common_user',
  type: 1,
  channelId: channel,
  ...more,
});

describe.each(['short', 'long'] as const)('rows with %s names', (names) => {
  const row = rows[names];
  const only = (inside: string): HTMLElement => {
    const [found, ...others] = rowsIn(page(names, inside).body);
    if (!found || others.length > 0) throw new Error('not one row');
    return found;
  };
  const read = (inside: string, ...facts: SaidFacts[]) => readLine(only(inside), channel, { said: facts });

  it('are told from what is pinned, from rankings, and from what stands elsewhere', () => {
    const { body } = page(names, row('이용자01', 'one') + row('이용자02', 'two'));
    expect(rowsIn(body).map((found) => readLine(found, channel, { said: [] })?.text)).toEqual(['one', 'two']);
    for (const item of body.querySelectorAll('[class*="_item_"]')) {
      const isSaid = item.querySelector('[class*="_message_"]') !== null;
      expect(rowAt(item) !== undefined).toBe(isSaid && item.closest('[class*="_wrapper_"]') !== null);
    }
    const others = [...body.querySelectorAll('p, [class*="_item_q_4"] *, [class*="_mission_item_"] *')];
    expect(others.length).toBeGreaterThan(1);
    for (const element of others) {
      expect(rowAt(element)).toBeUndefined();
      expect(pinnedAt(element)).toBeUndefined();
    }
    const text = body.querySelector('[class*="_wrapper_"] span');
    expect(text && rowAt(text)).toBe(rowsIn(body)[0]);
  });

  it('are read where they are pinned too, as nobody’s in particular', () => {
    const { body } = page(names, row('이용자01', 'one'));
    const span = [...body.querySelectorAll('span')].find(({ textContent }) => textContent === 'pinned');
    const item = pinnedAt(span ?? null);
    expect(item && readPinned(item, channel)).toEqual({
      channel: { platform: 'chzzk', login: channel, id: channel },
      author: { login: '방송인01', name: '방송인01' },
      text: 'pinned',
      deleted: false,
      pinned: true,
    });
    expect(pinnedAt(rowsIn(body)[0] ?? null)).toBeUndefined();
    expect(pinnedAt(body.querySelector('[class*="_item_q_4"]'))).toBeUndefined();
  });

  it('take ids from the probe when it speaks of the same words under the same name', () => {
    expect(read(row('이용자01', '안녕하세요'), said({ userId: another, text: 'before' }), said())).toEqual({
      channel: { platform: 'chzzk', login: channel, id: channel },
      id: `${at}:${author}`,
      author: { login: '이용자01', name: '이용자01', id: author },
      text: '안녕하세요',
      at,
      deleted: false,
    });
  });

  it('keep the words as they were sent, pictures and all', () => {
    const sent = 'hi {:d_47:} there';
    expect(read(row('이용자01', 'hi <img alt="x"> there'), said({ text: sent }))?.text).toBe(sent);
  });

  it('believe no id where the probe speaks of somebody or something else', () => {
    const message = read(row('이용자01', '안녕하세요'), said({ name: '이용자02', userId: another }));
    expect(message).toMatchObject({ author: { name: '이용자01' }, doubt: 'contradicted' });
    expect(message?.id).toBeUndefined();
    expect(message?.author.id).toBeUndefined();
    expect(read(row('이용자01', '안녕하세요'), said({ text: 'before' }))?.doubt).toBe('contradicted');
    expect(read(row('이용자01', '안녕하세요'))).toMatchObject({ author: { name: '이용자01' } });
  });

  it('know who said the same thing twice, but not which of the two it is', () => {
    const message = read(row('이용자01', 'ㅋㅋ'), said({ text: 'ㅋㅋ' }), said({ text: 'ㅋㅋ', at: at + 5 }));
    expect(message?.author.id).toBe(author);
    expect(message?.id).toBeUndefined();
    expect(message?.doubt).toBeUndefined();
  });

  it('of two people of the same name, take neither', () => {
    expect(
      read(row('이용자01', 'ㅋㅋ'), said({ text: 'ㅋㅋ' }), said({ text: 'ㅋㅋ', userId: another })),
    ).toMatchObject({
      doubt: 'contradicted',
    });
  });

  it.each(['메시지가 블라인드 처리되었습니다.', '클린봇이 부적절한 표현을 감지했습니다.'])(
    'in which stands “%s” are hidden, and nobody’s message where the probe says nothing',
    (words) => {
      const message = read(row('이용자01', words));
      expect(message).toMatchObject({ deleted: true, author: { name: '이용자01' } });
      expect(message?.id).toBeUndefined();
    },
  );

  it('are hidden by their class, too, whatever stands there', () => {
    const hidden = row('이용자01', '안녕하세요').replace('<button', '<i class="_is_hidden_x_1"></i><button');
    expect(read(hidden, said())).toMatchObject({
      deleted: true,
      author: { id: author },
      id: `${at}:${author}`,
    });
    expect(read(hidden, said(), said({ at: at + 5 }))?.id).toBeUndefined();
  });

  it('that are hidden say so, and still whose they are', () => {
    const message = read(row('이용자01', '메시지가 블라인드 처리되었습니다.'), said({ text: '' }));
    expect(message).toMatchObject({ deleted: true, author: { id: author }, id: `${at}:${author}` });
  });

  it('of another channel, which may stand for a moment yet, are nobody’s', () => {
    expect(read(row('이용자01', '안녕하세요'), said({ channelId: `c${'0'.repeat(31)}` }))).toBeUndefined();
  });

  it('say who must not be hit', () => {
    const badges = (more: Partial<SaidFacts>) =>
      read(row('이용자01', '안녕하세요'), said(more))?.author.badges;
    expect(badges({})).toBeUndefined();
    expect(badges({ role: 'streamer' })).toEqual({ broadcaster: '1' });
    expect(badges({ userId: channel })).toEqual({ broadcaster: '1' });
    expect(badges({ role: 'streaming_chat_manager' })).toEqual({ moderator: '1' });
    expect(badges({ role: 'manager' })).toEqual({ staff: '1' });
  });

  it('with money in them can be answered for, and not be blinded', () => {
    const message = read(row('이용자01', '안녕하세요'), said({ type: 10 }));
    expect(message?.author.id).toBe(author);
    expect(message?.id).toBeUndefined();
  });
});

describe('the probe on a row of CHZZK’s', () => {
  const message = (more: object = {}): object => ({
    time: at,
    user: author,
    type: 1,
    content: '안녕하세요',
    extras: JSON.stringify({ streamingChannelId: channel, extraToken: 'secret' }),
    profile: JSON.stringify({ userIdHash: author, nickname: '이용자01', userRoleCode: 'common_user' }),
    ...more,
  });
  const drawing = (chatMessage: object): object => ({ children: { props: { chatMessage } } });
  const fiber = (props: object, more: object = {}): object => ({
    memoizedProps: props,
    pendingProps: props,
    ...more,
  });

  it('finds the message in what the row draws', () => {
    expect(factsAt({ __reactProps$x: drawing(message()) })).toEqual({ said: [said()] });
  });

  it.each(['__reactFiber$x', '__reactInternalInstance$x'])('finds it below the row, by %s', (key) => {
    const deep = fiber(
      { className: 'a' },
      { child: fiber({}, { child: fiber({ chatMessage: message() }) }) },
    );
    expect(factsAt({ [key]: deep })).toEqual({ said: [said()] });
  });

  it('tells what the row showed before as well, once each', () => {
    const before = message({
      user: another,
      profile: { userIdHash: another, nickname: '이용자02' },
      content: 'b',
    });
    const row = {
      __reactProps$x: drawing(before),
      __reactFiber$x: fiber(drawing(message()), { alternate: fiber(drawing(before)) }),
    };
    const { said: found } = factsAt(row);
    expect(found.map(({ userId }) => userId).toSorted()).toEqual([author, another]);
  });

  it('takes the author’s id under each name that it was seen under, and none where two differ', () => {
    for (const name of ['userId', 'uid', 'userIdHash'])
      expect(
        factsAt({ __reactProps$x: drawing(message({ user: undefined, [name]: author })) }).said,
      ).toHaveLength(1);
    expect(factsAt({ __reactProps$x: drawing(message({ uid: another })) }).said).toEqual([]);
    expect(factsAt({ __reactProps$x: drawing(message({ user: 'anonymous', profile: null })) }).said).toEqual(
      [],
    );
  });

  it('tells nothing of what is secret, and does without what is broken', () => {
    expect(JSON.stringify(factsAt({ __reactProps$x: drawing(message()) }))).not.toContain('secret');
    const broken = message({ profile: '{', extras: '[', content: { type: 'node' } });
    expect(factsAt({ __reactProps$x: drawing(broken) })).toEqual({ said: [{ userId: author, at, type: 1 }] });
  });
});

describe('the probe’s answer', () => {
  const parseFacts = (json: unknown) => answered(factsIn, json);

  it('is cut down to what has the right shape', () => {
    const good = said();
    expect(
      parseFacts(JSON.stringify({ said: [good, { ...good, userId: 'x' }, { ...good, at: '1' }, 7] })),
    ).toEqual({
      said: [good],
    });
    expect(parseFacts(JSON.stringify({ said: [{ ...good, channelId: 'x', role: 9, name: '' }] }))).toEqual({
      said: [{ userId: author, at, text: '안녕하세요', type: 1 }],
    });
  });

  it.each([undefined, 7, '', '{', '[]', '{}', '{"said":1}', 'x'.repeat(20_000)])('%j is none', (detail) => {
    expect(parseFacts(detail)).toBeUndefined();
  });
});

describe('the place for something of ours in the chat', () => {
  const { document } = parseHTML(
    '<aside id="aside-chatting"><div role="log"><div class="_fixed_1_2"></div></div></aside>',
  );
  /** linkedom lays nothing out. */
  const lies = (selector: string, left: number, top: number, width: number, height: number): void => {
    const box = { left, top, width, height, bottom: top + height };
    Object.assign(document.querySelector(selector) ?? {}, { getBoundingClientRect: () => box });
  };
  it.each([
    ['at the upper edge', [0, 0, 0, 0], { x: 1_100, y: 60 }],
    ['under what is pinned', [1_000, 60, 200, 48], { x: 1_100, y: 108 }],
    ['at the upper edge where something else is called so', [1_000, 60, 200, 600], { x: 1_100, y: 60 }],
  ] as const)('is %s', (_where, [left, top, width, height], place) => {
    lies('[role=log]', 1_000, 60, 200, 600);
    lies('[class*=_fixed_]', left, top, width, height);
    expect(quietPlace(document)).toEqual(place);
  });

  it('is nowhere while no chat is in sight', () => {
    lies('[role=log]', 0, 0, 0, 0);
    expect(quietPlace(document)).toBeUndefined();
    expect(quietPlace(parseHTML('<p></p>').document)).toBeUndefined();
  });
});

describe('the order of rows', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['column', ['one', 'two', 'three']],
    ['column-reverse', ['three', 'two', 'one']],
  ])('in a %s is that in which they were said', (flexDirection, order) => {
    vi.stubGlobal('getComputedStyle', () => ({ flexDirection }));
    const inside = ['one', 'two', 'three'].map((text) => rows.short('이용자01', text)).join('');
    const found = inOrder(rowsIn(page('short', inside).body));
    expect(found.map((row) => readLine(row, channel, { said: [] })?.text)).toEqual(order);
  });

  it('of none is none', () => expect(inOrder([])).toEqual([]));
});
