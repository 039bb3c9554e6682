import { describe, expect, it } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { RecentMessages } from '../../lib/chat/recent.ts';
import { features } from '../../lib/features.ts';
import { FailureError } from '../../lib/failure.ts';
import type { Action, LoggedAction } from '../../lib/moderation/action.ts';
import { type Act, Acts } from '../../lib/pages/acts.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { PressGuard } from '../../lib/pages/press-guard.ts';
import { protectedAs } from '../../lib/pages/standing.ts';

const say = (
  id: string | undefined,
  login = 'bob',
  over: Partial<ChatMessage['author']> = {},
): ChatMessage => ({
  channel: { platform: 'twitch', login: 'somewhere' },
  ...(id !== undefined && { id }),
  author: { login, name: login, ...over },
  text: 'hi',
  deleted: false,
});

describe('the newest messages', () => {
  it('forgets the oldest, also in both indexes', () => {
    const recent = new RecentMessages(3);
    for (const [id, login] of ['a bob', 'b ann', 'c bob', 'd ann'].map((pair) => pair.split(' '))) {
      recent.add(say(id, login));
    }
    expect(recent.size).toBe(3);
    expect(recent.byId('a')).toBeUndefined();
    expect(recent.byAuthor('bob').map(({ id }) => id)).toEqual(['c']);
    expect(recent.byAuthor('ann').map(({ id }) => id)).toEqual(['b', 'd']);
  });

  it('knows a message that is mounted again', () => {
    const recent = new RecentMessages(3);
    recent.add(say('a'));
    recent.add(say('a'));
    expect(recent.size).toBe(1);
    expect(recent.byAuthor('bob')).toHaveLength(1);
  });

  it('keeps no chatter whose messages are gone', () => {
    const recent = new RecentMessages(10);
    for (let index = 0; index < 1000; index++) recent.add(say(undefined, `chatter${index}`));
    expect(recent.byAuthor('chatter989')).toHaveLength(0);
    expect(recent.byAuthor('chatter990')).toHaveLength(1);
    recent.clear();
    expect(recent.size).toBe(0);
    expect(recent.byAuthor('chatter999')).toHaveLength(0);
  });
});

describe('whose line a press belongs to', () => {
  const guarded = (run: (guard: PressGuard) => void): boolean => {
    const guard = new PressGuard();
    run(guard);
    return guard.clicked();
  };

  it('counts when the tools have stood at the line for a moment, in moving chat too', () => {
    const press = (at: number) =>
      guarded((guard) => {
        guard.bound(1000);
        guard.shifted(1010);
        guard.pressed(at, 'tool');
      });
    expect(press(1149)).toBe(false);
    expect(press(1150)).toBe(true);
  });

  it('counts at once when chat stood still', () => {
    const press = (shiftedAt: number) =>
      guarded((guard) => {
        guard.shifted(shiftedAt);
        guard.bound(1000);
        guard.pressed(1020, 'tool');
      });
    expect(press(870)).toBe(true);
    expect(press(990)).toBe(false);
  });

  it('does not count when the line changed between press and click', () => {
    expect(
      guarded((guard) => {
        guard.bound(0);
        guard.pressed(1000, 'tool');
        guard.bound(1050);
      }),
    ).toBe(false);
  });

  it('does not count on a tool that has just come there, but on the mark beside it', () => {
    const press = (at: number, on: 'tool' | 'mark') =>
      guarded((guard) => {
        guard.bound(0);
        guard.redrawn(1000);
        guard.pressed(at, on);
      });
    expect(press(1149, 'tool')).toBe(false);
    expect(press(1150, 'tool')).toBe(true);
    expect(press(1001, 'mark')).toBe(true);
    expect(
      guarded((guard) => {
        guard.redrawn(1000);
        guard.bound(1010);
        guard.pressed(1020, 'tool');
      }),
    ).toBe(true);
  });

  it('counts for the keyboard, whatever the pointer did before', () => {
    expect(
      guarded((guard) => {
        guard.shifted(990);
        guard.bound(1000);
        guard.pressed(1001, 'tool');
        guard.keyed();
      }),
    ).toBe(true);
    expect(guarded((guard) => guard.bound(1000))).toBe(true);
  });

  it('forgets a refused press after its click', () => {
    const guard = new PressGuard();
    guard.shifted(990);
    guard.bound(1000);
    guard.pressed(1001, 'tool');
    expect(guard.clicked()).toBe(false);
    guard.pressed(1300, 'tool');
    expect(guard.clicked()).toBe(true);
  });
});

describe('who must not be hit by mistake', () => {
  it.each([
    ['oneself, on the page or in Sidestage', say('a', 'me'), 'self'],
    ['the broadcaster by login', say('a', 'somewhere'), 'broadcaster'],
    ['the broadcaster by badge', say('a', 'bob', { badges: { broadcaster: '1' } }), 'broadcaster'],
    ['a moderator', say('a', 'bob', { badges: { moderator: '1', vip: '1' } }), 'moderator'],
    ['a lead moderator', say('a', 'bob', { badges: { lead_moderator: '1' } }), 'moderator'],
    ['nobody else', say('a', 'bob', { badges: { vip: '1', constructor: '1' } }), undefined],
    ['somebody without badges', say('a', 'bob'), undefined],
  ] as const)('%s', (_who, message, standing) => {
    expect(protectedAs(message, [undefined, 'me'])).toBe(standing);
  });
});

/** A background whose answers the test gives. */
function deskInHand() {
  const asked: { id: string; action?: Action; answer: (value: LoggedAction | FailureError) => void }[] = [];
  const wait = (id: string, action?: Action): Promise<LoggedAction> =>
    new Promise((resolve, reject) => {
      asked.push({
        id,
        ...(action && { action }),
        answer: (value) => (value instanceof FailureError ? reject(value) : resolve(value)),
      });
    });
  const desk: Desk = {
    act: wait,
    undo: (id) => wait(id),
    allow: (feature, channel, undoes) => wait(['allow', feature, channel, undoes ?? ''].join(' ').trim()),
    signInAgain: (channel, undoes) => wait(['sign in for', channel, undoes ?? ''].join(' ').trim()),
    nextStep: () => Promise.resolve({ days: 30 }),
  };
  return { desk, asked };
}

describe('acts', () => {
  const message = say('0f2a1b3c-0000-4000-8000-000000000001', 'bob', { id: '4711' });
  const entryOf = (id: string): LoggedAction => ({
    id,
    action: {
      platform: 'twitch',
      channel: 'somewhere',
      kind: 'timeout',
      target: { login: 'bob', name: 'bob' },
    },
    by: { id: 'twitch:1', login: 'me' },
    at: 0,
    undoUntil: 600_000,
  });

  function acting(reason = '', now = () => 1_000, isOver: (act: Act) => boolean = () => false) {
    const { desk, asked } = deskInHand();
    const seen: Act[] = [];
    let told: (() => void) | undefined;
    const acts = new Acts(
      desk,
      (act) => {
        seen.push(act);
        told?.();
      },
      () => reason,
      now,
      isOver,
    );
    const next = (): Promise<void> =>
      new Promise((resolve) => {
        told = resolve;
      });
    return { acts, asked, next, states: () => seen.map(({ state }) => state.status) };
  }

  it('takes nothing back that somebody else has undone by now', async () => {
    let isOver = false;
    const { acts, asked, next, states } = acting(
      '',
      () => 1_000,
      () => isOver,
    );
    const act = acts.start(message, { kind: 'timeout', seconds: 600 });
    asked[0]?.answer(entryOf(act.id));
    await next();
    const done = acts.about(message);
    expect(done && acts.undoLeft(done)).toBe(599_000);
    isOver = true;
    expect(done && acts.undoLeft(done)).toBeUndefined();
    expect(acts.undo(act.id)).toBe(false);
    expect(states()).toEqual(['pending', 'done']);
  });

  it('goes from pending to done to undone', async () => {
    const { acts, asked, next, states } = acting('spam');
    const act = acts.start(message, { kind: 'timeout', seconds: 600 });
    expect(asked[0]?.action).toEqual({
      platform: 'twitch',
      channel: 'somewhere',
      kind: 'timeout',
      target: { login: 'bob', name: 'bob', id: '4711' },
      seconds: 600,
      reason: 'spam',
    });
    asked[0]?.answer(entryOf(act.id));
    await next();
    acts.undo(act.id);
    asked[1]?.answer({ ...entryOf(act.id), undoneAt: 5 });
    await next();
    expect(states()).toEqual(['pending', 'done', 'undoing', 'undone']);
    expect(asked[1]?.id).toBe(act.id);
  });

  it('can be taken back until its time is over, and not after', async () => {
    let now = 0;
    const { acts, asked, next } = acting('', () => now);
    const { id } = acts.start(message, { kind: 'timeout', seconds: 600 });
    asked[0]?.answer(entryOf(id));
    await next();
    const act = acts.about(message) ?? expect.fail('no act');
    expect(acts.undoLeft(act)).toBe(600_000);
    expect(acts.runningOut(60_000)).toEqual([]);
    now = 599_999;
    expect(acts.undoLeft(act)).toBe(1);
    expect(acts.runningOut(60_000)).toEqual([act]);
    now = 600_000;
    expect(acts.undoLeft(act)).toBeUndefined();
    // Its mark is drawn once more, without the button.
    expect(acts.runningOut(60_000)).toEqual([act]);
    acts.undo(id);
    expect(asked).toHaveLength(1);
    now = 610_000;
    expect(acts.runningOut(60_000)).toEqual([]);
  });

  it('asks again under the same id, so that nothing is done twice', async () => {
    const { acts, asked, next, states } = acting();
    const act = acts.start(message, { kind: 'ban' });
    asked[0]?.answer(new FailureError({ code: 'offline' }));
    await next();
    acts.retry(act.id);
    expect(asked.map(({ id }) => id)).toEqual([act.id, act.id]);
    expect(states()).toEqual(['pending', 'failed', 'pending']);
  });

  it('goes on under the same id once the account has signed in again, and says so when it has not', async () => {
    const { acts, asked, next, states } = acting();
    const act = acts.start(message, { kind: 'ban' });
    asked[0]?.answer(new FailureError({ code: 'login-expired', login: 'me' }));
    await next();
    acts.unlock(act.id);
    asked[1]?.answer(new FailureError({ code: 'sign-in-denied' }));
    await next();
    expect(acts.about(message)?.state).toMatchObject({ failure: { code: 'sign-in-denied' } });
    expect(states()).toEqual(['pending', 'failed', 'pending', 'failed']);
    acts.unlock(act.id);
    asked[2]?.answer(entryOf(act.id));
    await next();
    expect(asked.map(({ id }) => id)).toEqual([
      act.id,
      'sign in for somewhere',
      'sign in for somewhere',
      act.id,
    ]);
  });

  it.each([
    ['must sign in again', { why: 'expired' }, 'sign in for somewhere'],
    ['has signed out', { why: 'signed-out' }, 'sign in for somewhere'],
    ['may not', { why: 'not-allowed', scopes: features.bans.scopes }, 'allow bans somewhere'],
  ] as const)(
    'asks for the account that did what is taken back, and goes on: it %s',
    async (_, away, ask) => {
      const { acts, asked, next, states } = acting();
      const { id } = acts.start(message, { kind: 'ban' });
      asked[0]?.answer(entryOf(id));
      await next();
      acts.undo(id);
      asked[1]?.answer(new FailureError({ code: 'actor-away', login: 'other', ...away }));
      await next();
      acts.unlock(id);
      asked[2]?.answer(entryOf(id));
      await next();
      asked[3]?.answer({ ...entryOf(id), undoneAt: 5 });
      await next();
      expect(asked.map((question) => question.id)).toEqual([id, id, `${ask} ${id}`, id]);
      expect(states()).toEqual(['pending', 'done', 'undoing', 'failed', 'undoing', 'undoing', 'undone']);
    },
  );

  it('retries the undoing when that is what failed', async () => {
    const { acts, asked, next, states } = acting();
    const act = acts.start(message, { kind: 'ban' });
    asked[0]?.answer(entryOf(act.id));
    await next();
    acts.undo(act.id);
    asked[1]?.answer(new FailureError({ code: 'timeout' }));
    await next();
    acts.retry(act.id);
    expect(states()).toEqual(['pending', 'done', 'undoing', 'failed', 'undoing']);
    expect(asked).toHaveLength(3);
    expect(asked[2]).not.toHaveProperty('action');
  });

  it('sends a double press once, and another length as another act', () => {
    const { acts, asked } = acting();
    acts.start(message, { kind: 'timeout', seconds: 600 });
    acts.start(message, { kind: 'timeout', seconds: 600 });
    acts.start(message, { kind: 'timeout', seconds: 60 });
    expect(asked.map(({ action }) => action?.seconds)).toEqual([600, 60]);
  });

  it('knows what was done about a message without an id by who wrote what', () => {
    const { acts, asked } = acting();
    const act = acts.start(say(undefined), { kind: 'ban' });
    acts.start(say(undefined), { kind: 'ban' });
    expect(asked).toHaveLength(1);
    expect(acts.about(say(undefined))).toEqual(act);
    expect(acts.about(say(undefined, 'ann'))).toBeUndefined();
    expect(acts.about({ ...say(undefined), text: 'other words' })).toBeUndefined();
  });

  it('sends the message id and no reason with a deletion, and the reverse otherwise', () => {
    const { acts, asked } = acting('spam');
    acts.start(message, { kind: 'delete' });
    acts.start(message, { kind: 'ban' });
    expect(asked[0]?.action).toMatchObject({ kind: 'delete', messageId: message.id });
    expect(asked[0]?.action).not.toHaveProperty('reason');
    expect(asked[1]?.action).toMatchObject({ kind: 'ban', reason: 'spam' });
    expect(asked[1]?.action).not.toHaveProperty('messageId');
  });

  it('does the next step of a press only when the one before is done, and takes all of it back', async () => {
    const { acts, asked, next, states } = acting();
    acts.start(message, { kind: 'timeout', seconds: 60 }, [{ kind: 'delete' }, { kind: 'say', text: 'bye' }]);
    expect(asked).toHaveLength(1);
    asked[0]?.answer(entryOf('first'));
    await next();
    asked[1]?.answer(new FailureError({ code: 'offline' }));
    await next();
    expect(asked.map(({ action }) => action?.kind)).toEqual(['timeout', 'delete']);
    const failed = acts.about(message);
    acts.retry(failed?.id ?? '');
    const { id, action, by, at } = entryOf('second');
    const deletion = { id, action, by, at };
    asked[2]?.answer(deletion);
    await next();
    expect(asked[3]?.action).toMatchObject({ kind: 'say', text: 'bye' });
    asked[3]?.answer(deletion);
    await next();
    const last = acts.about(message);
    expect(last && acts.undoLeft(last)).toBe(599_000);
    acts.undo(last?.id ?? '');
    expect(asked[4]?.id).toBe('first');
    expect(states().at(-1)).toBe('undoing');
  });

  it('hears that somebody took it back elsewhere', async () => {
    const { acts, asked, next } = acting();
    const act = acts.start(message, { kind: 'ban' });
    asked[0]?.answer(entryOf(act.id));
    await next();
    acts.undoneElsewhere(act.id, 7);
    expect(acts.about(message)?.state).toMatchObject({ status: 'undone', entry: { undoneAt: 7 } });
  });

  it('remembers no more than it must', () => {
    const { acts } = acting();
    for (let index = 0; index < 500; index++) acts.start(say(`id-${index}`), { kind: 'ban' });
    expect(acts.about(say('id-0'))).toBeUndefined();
    expect(acts.about(say('id-299'))).toBeUndefined();
    expect(acts.about(say('id-300'))).toBeDefined();
  });
});
