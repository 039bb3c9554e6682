import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { elementsAt } from '../../lib/pages/probe/path.ts';
import { askEvent, factEvent } from '../../lib/pages/probe/wire.ts';
import { parseFacts as factsOf } from '../../lib/pages/twitch/facts.ts';
import { alsoIn } from '../../lib/pages/twitch/viewer.ts';
import { answered, askablePage } from './answered.ts';

const id = '0f2a1b3c-0000-4000-8000-000000000001';
const line = (over: object = {}): string => JSON.stringify({ line: { id, userId: '4711', ...over } });

const parseFacts = (json: unknown) => answered(factsOf, json);

afterEach(() => vi.unstubAllGlobals());

describe('reading an answer that any script of the page could have sent', () => {
  it('takes what has the right shape', () => {
    expect(
      parseFacts(
        line({
          login: 'bob',
          name: 'Bob',
          color: '#ABCDEF',
          badges: { vip: '1' },
          at: 1_790_000_000_000,
          text: 'hi',
        }),
      ),
    ).toEqual({
      line: {
        id,
        userId: '4711',
        login: 'bob',
        name: 'Bob',
        color: '#abcdef',
        badges: { vip: '1' },
        at: 1_790_000_000_000,
        text: 'hi',
      },
    });
  });

  it.each([
    ['no text', { line: { id, userId: '4711' } }],
    ['no JSON', '{'],
    ['no object', '"x"'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['far too much', `{"x":"${'y'.repeat(20_000)}"}`],
  ])('is no answer: %s', (_what, detail) => {
    expect(parseFacts(detail)).toBeUndefined();
  });

  it.each([
    ['message id', { id: 'x' }],
    ['message id with a path', { id: '../../users' }],
    ['user id', { userId: '47 11' }],
    ['user id as a number', { userId: 4711 }],
  ])('drops a line with a bad %s', (_what, over) => {
    expect(parseFacts(line(over))).toEqual({});
  });

  it.each([
    ['login', { login: 'Bob<b>' }],
    ['name', { name: 'x'.repeat(101) }],
    ['color', { color: 'red;background:url(//x)' }],
    ['at', { at: 1e99 }],
    ['deleted', { deleted: 'yes' }],
    ['months', { months: -1 }],
    ['deed of a moderator', { moderated: { kind: 'applause', by: 'carol' } }],
    ['reply', { reply: { id: 'x', login: 'bob' } }],
    ['sourceRoomId', { sourceRoomId: 'abc' }],
  ])('drops a bad %s and keeps the rest', (_what, over) => {
    expect(parseFacts(line(over))).toEqual({ line: { id, userId: '4711' } });
  });

  it('takes of a moderator’s deed what has the right shape', () => {
    const moderated = { kind: 'timeout', by: 'Carol <b>', seconds: 1e9 };
    expect(parseFacts(line({ moderated, months: 16 }))?.line).toEqual({
      id,
      userId: '4711',
      months: 16,
      moderated: { kind: 'timeout' },
    });
    expect(
      parseFacts(line({ moderated: { ...moderated, by: 'carol', seconds: 60 } }))?.line?.moderated,
    ).toEqual({
      kind: 'timeout',
      by: 'carol',
      seconds: 60,
    });
  });

  it('is not fooled by names of prototypes', () => {
    const detail =
      `{"__proto__":{"line":{"id":"${id}","userId":"1"}},` +
      `"line":{"id":"${id}","userId":"4711","__proto__":{"deleted":true},` +
      `"badges":{"__proto__":"1","constructor":"1","vip":"1"}}}`;
    const facts = parseFacts(detail);
    expect(facts?.line?.deleted).toBeUndefined();
    expect(Object.getPrototypeOf(facts?.line?.badges)).toBe(Object.prototype);
    expect(Object.keys(facts?.line?.badges ?? {})).toEqual(['constructor', 'vip']);
    expect(({} as { line?: unknown }).line).toBeUndefined();
  });

  it('bounds the number of badges', () => {
    const badges = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`set${index}`, '1']));
    expect(Object.keys(parseFacts(line({ badges }))?.line?.badges ?? {})).toHaveLength(32);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.json(),
          fc.json().map((json) => `{"line":${json},"room":${json}}`),
        ),
        (detail) => {
          const facts = parseFacts(detail);
          if (facts?.line) expect(facts.line.id).toMatch(/^[0-9a-f-]{36}$/i);
          if (facts?.room) expect(facts.room.channelLogin).toMatch(/^[a-z0-9_]+$/);
        },
      ),
    );
  });

  it('reads the room', () => {
    const room = { channelId: '12', channelLogin: 'somewhere', isCurrentUserModerator: true };
    expect(parseFacts(JSON.stringify({ room }))).toEqual({ room });
    expect(parseFacts(JSON.stringify({ room: { ...room, channelLogin: 'SOME where' } }))).toEqual({});
    const also = (said: unknown) => parseFacts(JSON.stringify({ room: { ...room, also: said } }))?.room?.also;
    expect(also(['editor', 'vip', 'owner', 7])).toEqual(['vip', 'editor']);
    expect(also('vip')).toBeUndefined();
  });

  it('hears what else the user is from the chat, its lines and the badges of their own', () => {
    const { document, window } = askablePage(
      `<section class="chat-room"><div class="chat-scrollable-area__message-container">${['me', 'ann']
        .map((login) => `<div class="chat-line__message" data-a-user="${login}"></div>`)
        .join('')}</div></section>`,
    );
    const here = { channelId: '12', channelLogin: 'somewhere', currentUserLogin: 'me' };
    const line = { id: '0f2a1b3c-0000-4000-8000-000000000001', userId: '1', login: 'me' };
    const answers: Record<string, object> = {};
    window.addEventListener(askEvent, (event) => {
      const about = elementsAt(event.target as Element, (event as InputEvent).data ?? '');
      const data = JSON.stringify(
        about.map((element) => answers[element?.getAttribute('data-a-user') ?? 'room'] ?? {}),
      );
      window.dispatchEvent(new InputEvent(factEvent, { data }));
    });
    const heard = () => alsoIn(document, 'somewhere', 'me');
    expect(heard()).toEqual([]);
    answers['room'] = { room: { ...here, also: ['editor'] } };
    answers['ann'] = { room: { ...here, also: ['lead'] } };
    answers['me'] = { room: here, line: { ...line, badges: { vip: '1', subscriber: '3' } } };
    expect(heard()).toEqual(['lead', 'vip', 'editor']);
    // Written in another channel of a shared chat; the badges are those of there.
    answers['me'] = { room: here, line: { ...line, badges: { vip: '1' }, sourceRoomId: '13' } };
    expect(heard()).toEqual(['lead', 'editor']);
    // The page's user is somebody else than the account that acts.
    expect(alsoIn(document, 'somewhere', 'ann')).toEqual([]);
    expect(alsoIn(document, 'elsewhere', 'me')).toEqual([]);
  });
});

describe('reading the rules of a channel', () => {
  const room = (rules: unknown) =>
    parseFacts(JSON.stringify({ room: { channelId: '12', channelLogin: 'somewhere', rules } }))?.room?.rules;

  it('takes them as words on one line, each once', () => {
    expect(room([' Be\nkind ', 'Be kind', 'No\u202espoilers', '\u200b'])).toEqual(['Be kind', 'No spoilers']);
  });

  it('takes no more than there may be, and nothing else', () => {
    expect(room(Array.from({ length: 50 }, (_, at) => `Rule ${at}`))).toHaveLength(20);
    expect(room(['x'.repeat(501), { text: 'x' }, 7, null])).toEqual([]);
    expect(room('Be kind')).toBeUndefined();
    expect(room(undefined)).toBeUndefined();
  });
});
