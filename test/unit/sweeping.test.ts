import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { FailureError } from '../../lib/failure.ts';
import type { Said, Spared } from '../../lib/moderation/sweep/rule.ts';
import { sweepAtMost, type SweepChange, type SweepNews } from '../../lib/moderation/sweep/sweep.ts';
import { sparedAs } from '../../lib/pages/spared.ts';
import type { SweepAsked, SweepDesk } from '../../lib/pages/sweep-desk.ts';
import { Sweeping } from '../../lib/pages/sweeping.ts';

const now = 10_000_000;
let said: Said[];
let kept: SweepNews | undefined;
const start = vi.fn<SweepDesk['start']>();

const message = (login: string, text: string, badges?: Record<string, string>): ChatMessage => ({
  channel: { platform: 'twitch', login: 'stage' },
  id: `${login}-${text}`,
  author: { login, name: login.toUpperCase(), id: `id-${login}`, ...(badges && { badges }) },
  text,
  deleted: false,
});
const say = (login: string, text: string, badges?: Record<string, string>): ChatMessage => {
  const one = message(login, text, badges);
  said.push({ message: one, at: now - 1_000 });
  return one;
};
const newsOf = ({ id, kind, items }: SweepAsked): SweepNews => ({
  id,
  kind,
  does: 'act',
  isStopped: false,
  total: items.length,
  done: 0,
  undone: 0,
  left: items.length,
  undoable: 0,
  failed: 0,
  failures: [],
});

const sweeping = (spare: (one: ChatMessage) => Spared | undefined = (one) => sparedAs(one, ['me'])) =>
  new Sweeping({
    desk: {
      start,
      read: () => Promise.resolve(kept),
      change: (_id: string, change: SweepChange) => {
        kept = change === 'close' ? undefined : kept && { ...kept, isStopped: change === 'stop' };
        return Promise.resolve(kept);
      },
    },
    said: () => said,
    spare,
    isKnown: ({ author }) => author.login === 'friend',
    kinds: ['delete', 'timeout', 'ban'],
    changed: () => undefined,
    now: () => now,
  });

beforeEach(() => {
  said = [];
  kept = undefined;
  start.mockReset();
  start.mockImplementation((asked) => Promise.resolve((kept = newsOf(asked))));
});

describe('a sweep in the page', () => {
  it('begins with lines like the one it was opened at, and leaves the protected and the known out', async () => {
    const line = say('bot', 'free skins here');
    say('bot2', 'FREE SKINS HERE');
    say('friend', 'free skins here');
    say('modesty', 'free skins here', { moderator: '1' });
    say('vip', 'free skins here', { vip: '1' });
    say('star', 'free skins here', { partner: '1' });
    say('me', 'free skins here');
    say('stage', 'free skins here');
    say('other', 'what a day');
    const face = sweeping();
    await face.open(line);
    expect(face.step).toBe('preview');
    expect(face.hits.map(({ key, spared }) => [key, spared])).toEqual([
      ['bot', undefined],
      ['bot2', undefined],
      ['friend', undefined],
      ['modesty', 'moderator'],
      ['vip', 'vip'],
      ['star', 'verified'],
      ['me', 'self'],
      ['stage', 'broadcaster'],
    ]);
    expect([...face.out]).toEqual(['friend']);
    face.take('friend', true);
    face.take('bot2', false);
    face.take('vip', true);
    expect(face.aims.map(({ author }) => author.login)).toEqual(['bot', 'friend']);
  });

  it('keeps its choice while chat goes on, and takes what came since only when it is told to', async () => {
    const line = say('bot', 'free skins here');
    const face = sweeping();
    await face.open(line);
    say('late', 'free skins here');
    say('friend', 'free skins here');
    face.count();
    expect(face.since).toBe(2);
    expect(face.aims.map(({ author }) => author.login)).toEqual(['bot']);
    face.takeMore();
    expect(face.since).toBe(0);
    expect(face.aims.map(({ author }) => author.login)).toEqual(['bot', 'late']);
  });

  it('does what was before the user’s eyes when they were asked, under ids that stay', async () => {
    const line = say('bot', 'free skins here');
    const face = sweeping();
    await face.open(line);
    face.set({ kind: 'timeout', length: 60, reason: ' spam ' });
    face.ask();
    say('late', 'free skins here');
    face.count();
    start.mockRejectedValueOnce(new FailureError({ code: 'unreachable', reloaded: false }));
    await face.start();
    expect([face.step, face.failure?.code]).toEqual(['sure', 'unreachable']);
    await face.start();
    expect(face.step).toBe('news');
    const [first, second] = start.mock.calls;
    expect(second).toEqual(first);
    expect(first?.[0]).toMatchObject({
      kind: 'timeout',
      seconds: 60,
      reason: 'spam',
      items: [{ target: { login: 'bot', name: 'BOT', id: 'id-bot' } }],
    });
  });

  it('names messages only where they are what is done something about', async () => {
    const line = say('bot', 'free skins here');
    say('bot', 'free  skins here!');
    const face = sweeping();
    await face.open(line);
    face.ask();
    expect(face.asked?.items.map(({ messageId }) => messageId)).toEqual([
      'bot-free skins here',
      'bot-free  skins here!',
    ]);
    face.back();
    face.set({ kind: 'ban' });
    face.ask();
    expect(face.asked?.items).toHaveLength(1);
    expect(face.asked?.items[0]).not.toHaveProperty('messageId');
  });

  it('does no more than so many at once, and says how many are left', async () => {
    const line = say('bot', 'free skins here');
    for (let place = 0; place < sweepAtMost + 4; place++) say(`bot${place}`, 'free skins here');
    const face = sweeping();
    await face.open(line);
    face.ask();
    expect([face.asked?.items.length, face.over]).toEqual([sweepAtMost, 5]);
  });

  it('shows the sweep that is under way, whoever opens it, until that is let go', async () => {
    const line = say('bot', 'free skins here');
    const face = sweeping();
    await face.open(line);
    face.ask();
    await face.start();
    const other = sweeping();
    await other.open(line);
    expect([other.step, other.isRunning]).toEqual(['news', true]);
    await other.change('stop');
    expect(other.isRunning).toBe(false);
    await other.change('close');
    expect([other.step, other.news]).toEqual(['rule', undefined]);
  });

  it('shows whom a line finds where the last sweep is over, and that sweep without a line', async () => {
    const line = say('bot', 'free skins here');
    const face = sweeping();
    await face.open(line);
    face.ask();
    await face.start();
    if (kept) kept = { ...kept, left: 0, done: kept.total };
    const next = say('thief', 'cheap coins over there');
    await face.open(next);
    expect([face.step, face.hits.map(({ key }) => key)]).toEqual(['preview', ['thief']]);
    await face.open();
    expect(face.step).toBe('news');
  });

  it('means no message again that it has had, and every one that it was stopped before', async () => {
    const line = say('bot', 'free skins here');
    for (const login of ['two', 'three']) say(login, 'free skins here');
    const face = sweeping();
    await face.open(line);
    face.ask();
    await face.start();
    if (kept) kept = { ...kept, left: 2, done: 1 };
    await face.change('stop');
    await face.change('close');
    await face.open(line);
    expect(face.aims.map(({ author }) => author.login)).toEqual(['two', 'three']);
    face.ask();
    await face.start();
    if (kept) kept = { ...kept, left: 0, done: 2 };
    await face.watch();
    await face.open(line);
    expect(face.aims).toEqual([]);
  });

  it('hears why it could not begin, also from another script of the page', async () => {
    const line = say('bot', 'free skins here');
    const face = sweeping();
    await face.open(line);
    face.ask();
    vi.resetModules();
    const theirs = await import('../../lib/failure.ts');
    expect(theirs.FailureError).not.toBe(FailureError);
    start.mockRejectedValueOnce(new theirs.FailureError({ code: 'unreachable', reloaded: true }));
    await face.start();
    expect(face.failure).toEqual({ code: 'unreachable', reloaded: true });
    start.mockRejectedValueOnce(Object.assign(new Error('no'), { name: 'FailureError', failure: 'no' }));
    await face.start();
    expect(face.failure).toEqual({ code: 'internal', reference: '' });
  });

  it('finds whom the user chooses in chat', async () => {
    const face = sweeping();
    const one = say('one', 'hello');
    say('two', 'hello there');
    await face.open();
    face.set({ by: 'hand' });
    expect([face.isChoosing, face.isWhole]).toEqual([true, false]);
    face.choose(one);
    face.look();
    expect(face.hits.map(({ key }) => key)).toEqual(['one']);
    face.back();
    face.choose(one);
    expect(face.isWhole).toBe(false);
  });
});
