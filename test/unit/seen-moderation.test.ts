import { beforeEach, describe, expect, it } from 'vitest';

import type { ChatMessage, Moderated } from '../../lib/chat/message.ts';
import type { LoggedAction } from '../../lib/moderation/action.ts';
import { saidOf } from '../../lib/pages/said.ts';
import { ofOthers, type SeenAct, SeenModeration } from '../../lib/pages/seen-moderation.ts';

const deleted = (id: string, moderated?: Moderated, login = 'bob'): ChatMessage => ({
  channel: { platform: 'twitch', login: 'mainstage' },
  id,
  author: { login, id: '2', name: login },
  text: 'hi',
  deleted: true,
  ...(moderated && { moderated }),
});

describe('what others did, as the page shows it', () => {
  let now: number;
  let seen: SeenModeration;

  beforeEach(() => {
    now = 1_000;
    seen = new SeenModeration(() => now);
  });

  it('is one act, however many messages it took away', () => {
    const timeout = { kind: 'timeout', by: 'carol', seconds: 600 } as const;
    expect(['a', 'b', 'a'].map((id) => seen.add(deleted(id, timeout), false))).toEqual([true, true, false]);
    expect(seen.of('bob')).toEqual([{ ...timeout, at: 1_000, isEarlier: false, messages: ['a', 'b'] }]);
    expect([seen.has('a'), seen.has('c')]).toEqual([true, false]);
  });

  it('is another act by somebody else, of another length, or later', () => {
    const timeout = { kind: 'timeout', by: 'carol', seconds: 600 } as const;
    seen.add(deleted('a', timeout), false);
    seen.add(deleted('b', { ...timeout, by: 'dave' }), false);
    seen.add(deleted('c', { ...timeout, by: 'dave', seconds: 60 }), false);
    now += 60_000;
    seen.add(deleted('d', { ...timeout, by: 'dave', seconds: 60 }), false);
    expect(seen.of('bob')).toHaveLength(4);
  });

  it('is an act for each message that was deleted by itself', () => {
    seen.add(deleted('a', { kind: 'delete', by: 'carol' }), false);
    seen.add(deleted('b', { kind: 'delete', by: 'carol' }), false);
    expect(seen.of('bob').map(({ messages }) => messages)).toEqual([['a'], ['b']]);
  });

  it('is bounded, and forgets those to whom nothing happened for longest', () => {
    for (let index = 0; index < 1_500; index++) seen.add(deleted(`m${index}`, undefined, `u${index}`), false);
    expect([seen.of('u0'), seen.of('u1499').length, seen.has('m0')]).toEqual([[], 1, false]);
  });
});

describe('telling it from what the user did', () => {
  const act: SeenAct = {
    kind: 'timeout',
    by: 'me',
    seconds: 600,
    at: 50_000,
    isEarlier: false,
    messages: ['a'],
  };
  const own = (change: Partial<LoggedAction['action']>, at = 49_000): LoggedAction => ({
    id: 'x',
    action: {
      platform: 'twitch',
      channel: 'mainstage',
      kind: 'timeout',
      target: { login: 'bob', name: 'Bob' },
      ...change,
    },
    by: { id: 'twitch:1', login: 'me' },
    at,
  });

  it.each<[string, SeenAct, LoggedAction]>([
    ['the same a moment ago', act, own({})],
    ['the deletion of that message', { ...act, kind: 'delete' }, own({ kind: 'delete', messageId: 'a' }, 1)],
    [
      'a ban, where the page tells no more than that it is gone',
      { at: 50_000, isEarlier: false, messages: ['a'] },
      own({ kind: 'ban' }),
    ],
    ['the same before the page was opened', { ...act, isEarlier: true }, own({ seconds: 600 }, 1)],
  ])('knows %s', (_what, shown, entry) => {
    expect(ofOthers([shown], [entry])).toEqual([]);
  });

  it.each<[string, SeenAct, LoggedAction]>([
    ['another moderator', { ...act, by: 'carol' }, own({})],
    ['another kind', { ...act, kind: 'ban' }, own({})],
    ['long ago', act, own({}, 1)],
    ['the deletion of another message', { ...act, kind: 'delete' }, own({ kind: 'delete', messageId: 'b' })],
    [
      'something that takes nothing away',
      { at: 50_000, isEarlier: false, messages: ['a'] },
      own({ kind: 'warn' }),
    ],
  ])('does not take for it: %s', (_what, shown, entry) => {
    expect(ofOthers([shown], [entry])).toEqual([shown]);
  });
});

describe('what somebody said', () => {
  const said = (id: string, at: number): ChatMessage => ({ ...deleted(id), at, deleted: false });

  it('is what is remembered and what is kept, each once and in order', () => {
    const kept = [
      { id: 'a', at: 1, text: 'old' },
      { id: 'b', at: 2, text: 'both' },
      { id: 'd', at: 4, text: 'of another tab' },
    ];
    const all = saidOf(said('b', 2), [said('b', 2), said('c', 3)], kept, (id) => id === 'a');
    expect(
      all.map(({ message: { id, deleted: isDeleted }, isRemembered }) => [id, isDeleted, isRemembered]),
    ).toEqual([
      ['a', true, false],
      ['b', false, true],
      ['c', false, true],
      ['d', false, false],
    ]);
    expect(all[0]?.message).toMatchObject({ text: 'old', author: { login: 'bob', id: '2' } });
  });
});
