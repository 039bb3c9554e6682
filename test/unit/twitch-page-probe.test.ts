import { describe, expect, it } from 'vitest';

import { factsAt } from '../../lib/pages/twitch/probe/facts.ts';

const message = (over: object = {}): object => ({
  id: '0f2a1b3c-0000-4000-8000-000000000001',
  user: { userID: '4711', userLogin: 'crest_glass', userDisplayName: 'Crest_Glass', color: '#DB4A3F' },
  badges: { moderator: '1', subscriber: '3016' },
  messageBody: 'banjo',
  messageType: 0,
  timestamp: 1_790_000_000_000,
  isFirstMsg: true,
  isReturningChatter: false,
  ...over,
});

const room = {
  channelID: '12',
  channelLogin: 'somewhere',
  isCurrentUserModerator: true,
  currentUserID: '99',
  currentUserLogin: 'me_myself',
};

/** A fiber `depth` steps below the component that has `props`. */
function fiber(props: object, depth = 2, more: object = {}): object {
  let found: object = { memoizedProps: props, pendingProps: props, return: null, ...more };
  for (let step = 0; step < depth; step++) {
    found = { memoizedProps: { className: 'x' }, pendingProps: { className: 'x' }, return: found };
  }
  return found;
}

const node = (key: string, value: unknown): object => ({ [key]: value });

describe('the rules of a channel', () => {
  const section = (chatRules: unknown): object =>
    node('__reactFiber$k', fiber({ ...room }, 0, { return: fiber({ chatRules }, 1) }));

  it('are told with the room, though another component has them', () => {
    expect(factsAt(section(['Be kind', 'English only'])).room).toMatchObject({
      channelLogin: 'somewhere',
      rules: ['Be kind', 'English only'],
    });
  });

  it.each([
    ['what is no list', 'Be kind', undefined],
    ['what is no text', [{ text: 'x' }, 7, '', null], []],
    ['one that is too long to be one', ['x'.repeat(501), 'Be kind'], ['Be kind']],
  ])('are not %s', (_what, chatRules, rules) => {
    expect(factsAt(section(chatRules)).room?.rules).toEqual(rules);
  });

  it('are no more than an answer can hold', () => {
    const many = factsAt(section(Array.from({ length: 90 }, (_, at) => `Rule ${at}`))).room?.rules;
    expect(many).toHaveLength(20);
    const long = factsAt(section(Array.from({ length: 20 }, () => '한'.repeat(490)))).room?.rules ?? [];
    expect(long.join('').length).toBeLessThanOrEqual(6_000);
    expect(long.length).toBeGreaterThan(0);
  });
});

describe('what the user is in a room', () => {
  const section = (own: object, above: object): object =>
    node('__reactFiber$k', fiber({ ...room, ...own }, 0, { return: fiber(above, 1) }));

  it('is told wherever a prop says so, and only then', () => {
    const lead = section({ isCurrentUserLeadModerator: true }, { isCurrentUserEditor: true });
    expect(factsAt(lead).room?.also).toEqual(['lead', 'editor']);
    const vip = section({ isCurrentUserLeadModerator: false }, { isCurrentUserVIP: true });
    expect(factsAt(vip).room?.also).toEqual(['vip']);
    expect(factsAt(section({ isCurrentUserVIP: 'yes' }, {})).room?.also).toBeUndefined();
  });
});

describe('climbing to the props of a chat line', () => {
  it.each(['__reactFiber$k3', '__reactInternalInstance$x9'])('knows the key %s', (key) => {
    expect(factsAt(node(key, fiber({ message: message(), ...room })))).toEqual({
      line: {
        id: '0f2a1b3c-0000-4000-8000-000000000001',
        userId: '4711',
        login: 'crest_glass',
        name: 'Crest_Glass',
        color: '#DB4A3F',
        badges: { moderator: '1', subscriber: '3016' },
        at: 1_790_000_000_000,
        text: 'banjo',
        first: true,
        returning: false,
      },
      room: {
        channelId: '12',
        channelLogin: 'somewhere',
        isCurrentUserModerator: true,
        currentUserId: '99',
        currentUserLogin: 'me_myself',
      },
    });
  });

  it('reads props that hang on the node itself, when there is no fiber', () => {
    expect(factsAt(node('__reactProps$a', { message: message() })).line?.userId).toBe('4711');
    // As React 16 calls them.
    expect(factsAt(node('__reactEventHandlers$a', { message: message() })).line?.userId).toBe('4711');
  });

  it('goes on to a second fiber when the first, of another React, knows nothing', () => {
    const both = { __reactFiber$old: fiber({}), __reactFiber$new: fiber({ message: message() }) };
    expect(factsAt(both).line?.id).toBe('0f2a1b3c-0000-4000-8000-000000000001');
  });

  it('falls back on pending props, and on the twin’s', () => {
    const pending = { memoizedProps: null, pendingProps: { message: message() }, return: null };
    const twin = { memoizedProps: null, pendingProps: null, alternate: pending, return: null };
    expect(factsAt(node('__reactFiber$a', pending)).line?.userId).toBe('4711');
    expect(
      factsAt(node('__reactFiber$a', { ...twin, alternate: { memoizedProps: { message: message() } } })).line
        ?.userId,
    ).toBe('4711');
  });

  it('says nothing about the line when twins disagree on the message', () => {
    const alternate = {
      memoizedProps: { message: message({ id: '0f2a1b3c-0000-4000-8000-00000000beef' }) },
    };
    const facts = factsAt(node('__reactFiber$a', fiber({ message: message(), ...room }, 1, { alternate })));
    expect(facts.line).toBeUndefined();
    expect(facts.room?.channelLogin).toBe('somewhere');
  });

  it('sees the deletion in whichever twin has it', () => {
    const alternate = { memoizedProps: { message: message(), isDeleted: true } };
    expect(
      factsAt(node('__reactFiber$a', fiber({ message: message() }, 1, { alternate }))).line?.deleted,
    ).toBe(true);
  });

  it('tells who deleted it and how, whichever twin knows that', () => {
    const gone = message({ modLogin: 'carol', modActionType: 'timeout', duration: 600 });
    const alternate = { memoizedProps: { message: gone, isDeleted: true } };
    expect(
      factsAt(node('__reactFiber$a', fiber({ message: message() }, 1, { alternate }))).line?.moderated,
    ).toEqual({ kind: 'timeout', by: 'carol', seconds: 600 });
    const odd = message({ modActionType: 'applause', badgeDynamicData: { subscriber: '16' } });
    expect(factsAt(node('__reactFiber$a', fiber({ message: odd }, 1))).line).toMatchObject({
      moderated: undefined,
      months: 16,
    });
  });

  it('stops after fifteen steps', () => {
    expect(factsAt(node('__reactFiber$a', fiber({ message: message() }, 14))).line).toBeDefined();
    expect(factsAt(node('__reactFiber$a', fiber({ message: message() }, 15)))).toEqual({});
  });

  it('takes no props for a message that lack an id or a user id', () => {
    expect(factsAt(node('__reactFiber$a', fiber({ message: message({ id: 7 }) })))).toEqual({});
    expect(factsAt(node('__reactFiber$a', fiber({ message: { id: 'a', user: {} } })))).toEqual({});
    expect(factsAt(node('__reactFiber$a', fiber({ message: 'hello' })))).toEqual({});
    expect(factsAt({})).toEqual({});
  });

  it('reads /me, replies and shared chat', () => {
    const props = {
      message: message({
        messageType: 1,
        sourceRoomID: '77',
        reply: { parentMsgId: '0f2a1b3c-0000-4000-8000-00000000aaaa', parentUserLogin: 'bob' },
      }),
    };
    expect(factsAt(node('__reactFiber$a', fiber(props))).line).toMatchObject({
      action: true,
      sourceRoomId: '77',
      reply: { id: '0f2a1b3c-0000-4000-8000-00000000aaaa', login: 'bob' },
    });
  });

  it('reads the room of the chat controller, which names the user differently', () => {
    const props = { channelID: '12', channelLogin: 'somewhere', userID: '99', userLogin: 'me_myself' };
    expect(factsAt(node('__reactFiber$a', fiber(props))).room).toEqual({
      channelId: '12',
      channelLogin: 'somewhere',
      currentUserId: '99',
      currentUserLogin: 'me_myself',
    });
  });

  it('survives a fiber that points at itself', () => {
    const loop: Record<string, unknown> = { memoizedProps: {}, pendingProps: {} };
    loop['return'] = loop;
    expect(factsAt(node('__reactFiber$a', loop))).toEqual({});
  });
});
