import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import { draftOfPoll, type Poll, type PollEnding } from '../../lib/channel/poll.ts';
import { isEnded, payoutOf, predictionEndsAt, type Prediction } from '../../lib/channel/prediction.ts';
import {
  emptyPoll,
  isSameDraft,
  pollLimits,
  predictionLimits,
  problemsOf,
  tidied,
  type KnownRounds,
  type RoundDraft,
} from '../../lib/channel/round.ts';
import { createRounds, type RoundsPlatform } from '../../lib/channel/rounds.ts';
import { FailureError, type Failure } from '../../lib/failure.ts';

const draft: RoundDraft = { ...emptyPoll, title: 'Next game?', choices: ['Chess', 'Go'] };

describe('a draft', () => {
  it('counts code points, not halves of emoji', () => {
    const hearts = (count: number): string => '💛'.repeat(count);
    expect(problemsOf({ ...draft, title: hearts(60) }, pollLimits)).toBeUndefined();
    expect(problemsOf({ ...draft, title: hearts(61) }, pollLimits)).toMatchObject({ title: 'long' });
    expect(problemsOf({ ...draft, choices: [hearts(25), 'b'] }, pollLimits)).toBeUndefined();
    expect(problemsOf({ ...draft, choices: ['a', hearts(26)] }, pollLimits)?.choices).toEqual([
      undefined,
      'long',
    ]);
    expect(problemsOf({ ...draft, title: 'x'.repeat(46) }, predictionLimits)).toMatchObject({
      title: 'long',
    });
  });

  it('needs a question and two choices, and no more than that', () => {
    expect(problemsOf({ ...draft, title: ' ' }, pollLimits)?.title).toBe('empty');
    expect(problemsOf({ ...draft, choices: ['Chess', ' '] }, pollLimits)?.choices).toEqual([
      undefined,
      'empty',
    ]);
    expect(problemsOf({ ...draft, choices: ['', 'Chess', '', 'Go'] }, pollLimits)).toBeUndefined();
    expect(tidied({ ...draft, title: ' Next? ', choices: ['', ' a', 'b '] })).toMatchObject({
      title: 'Next?',
      choices: ['a', 'b'],
    });
  });

  it.each([
    [14, 15, pollLimits],
    [29, 30, predictionLimits],
  ])('may not run %i seconds, but %i', (tooShort, least, limits) => {
    expect(problemsOf({ ...draft, seconds: tooShort }, limits)?.seconds).toBe('range');
    expect(problemsOf({ ...draft, seconds: least }, limits)).toBeUndefined();
    expect(problemsOf({ ...draft, seconds: 1800 }, limits)).toBeUndefined();
    expect(problemsOf({ ...draft, seconds: 1801 }, limits)?.seconds).toBe('range');
  });

  it('looks at the points only where they are on', () => {
    const points = (on: boolean, each: number | null): RoundDraft => ({ ...draft, points: { on, each } });
    expect(problemsOf(points(true, 0), pollLimits)?.points).toBe('range');
    expect(problemsOf(points(true, null), pollLimits)?.points).toBe('range');
    expect(problemsOf(points(true, 1_000_000), pollLimits)).toBeUndefined();
    expect(problemsOf(points(false, null), pollLimits)).toBeUndefined();
    expect(isSameDraft(points(false, 5), points(false, 7))).toBe(true);
    expect(isSameDraft(points(true, 5), points(true, 7))).toBe(false);
  });
});

describe('a prediction', () => {
  const prediction: Prediction = {
    id: 'p',
    title: 'Win?',
    outcomes: [
      {
        id: 'yes',
        title: 'Yes',
        users: 2,
        points: 300,
        top: [
          { name: 'Ann', staked: 200, won: 0 },
          { name: 'Bob', staked: 100, won: 0 },
        ],
      },
      { id: 'no', title: 'No', users: 1, points: 700, top: [{ name: 'Cid', staked: 700, won: 0 }] },
    ],
    seconds: 60,
    state: 'open',
    over: false,
    startedAt: 1_000_000,
  };

  it('pays all points to those who were right, by what they staked', () => {
    expect(payoutOf(prediction, 'yes')).toEqual({
      winners: 2,
      points: 1000,
      ratio: 1000 / 300,
      top: [
        { name: 'Ann', staked: 200, won: 666 },
        { name: 'Bob', staked: 100, won: 333 },
      ],
    });
    expect(payoutOf(prediction, 'maybe')).toBeUndefined();
  });

  it('waits a day for its result after the lock', () => {
    expect(predictionEndsAt(prediction)).toBe(1_060_000);
    const locked: Prediction = { ...prediction, state: 'locked', lockedAt: 1_030_000 };
    expect(predictionEndsAt(locked)).toBe(1_030_000 + 86_400_000);
  });

  it('is not resolved by another winner', () => {
    const resolved: Prediction = { ...prediction, state: 'resolved', over: true, winnerId: 'no' };
    expect(isEnded({ how: 'resolve', winnerId: 'no' }, resolved)).toBe(true);
    expect(isEnded({ how: 'resolve', winnerId: 'yes' }, resolved)).toBe(false);
    expect(isEnded({ how: 'cancel' }, resolved)).toBe(false);
  });
});

describe('the rounds of a channel', () => {
  const ann: Account = {
    id: 'twitch:1',
    platform: 'twitch',
    userId: '1',
    login: 'ann',
    name: 'Ann',
    scopes: [],
    state: 'ok',
  };
  const at = 50_000_000;
  const poll = (change: Partial<Poll> = {}): Poll => ({
    id: 'a',
    title: 'Next game?',
    choices: [
      { id: '1', title: 'Chess', votes: 0, pointsVotes: 0 },
      { id: '2', title: 'Go', votes: 0, pointsVotes: 0 },
    ],
    seconds: emptyPoll.seconds,
    pointsPerVote: 0,
    startedAt: at,
    over: false,
    shown: true,
    ...change,
  });
  const refusal = (failure: Failure) => (): Promise<never> => Promise.reject(new FailureError(failure));
  const refused = refusal({ code: 'platform-refused', status: 400, message: 'already has a poll' });

  let kept: KnownRounds<Poll> | undefined;
  let atTwitch: readonly Poll[];
  let clock: number;
  const platform = {
    eligible: vi.fn(() => Promise.resolve(true)),
    list: vi.fn(() => Promise.resolve(atTwitch)),
    start: vi.fn<RoundsPlatform<Poll, PollEnding>['start']>(),
    end: vi.fn<RoundsPlatform<Poll, PollEnding>['end']>(),
  };
  const rounds = createRounds<Poll, PollEnding>({
    what: 'poll',
    platform,
    acting: () => Promise.resolve(ann),
    known: {
      read: () => Promise.resolve(kept),
      write: (known) => {
        kept = known;
        return Promise.resolve();
      },
    },
    isFrom: (wanted, one) => isSameDraft(wanted, draftOfPoll(one)),
    isDone: (ending, one) => (ending === 'archive' ? one?.shown !== true : one?.over === true),
    changed: () => Promise.resolve(),
    now: () => clock,
  });

  beforeEach(() => {
    kept = undefined;
    atTwitch = [];
    clock = at;
    for (const mock of Object.values(platform)) mock.mockReset();
    platform.eligible.mockResolvedValue(true);
    platform.list.mockImplementation(() => Promise.resolve(atTwitch));
  });

  it('are kept as the platform tells them', async () => {
    atTwitch = [poll()];
    await rounds.refresh();
    expect(kept).toEqual({ accountId: ann.id, eligible: true, rounds: [poll()], readAt: at });
  });

  it('are not asked for where the channel has none, and the channel is asked about seldom', async () => {
    platform.eligible.mockResolvedValue(false);
    await rounds.refresh();
    clock += 60_000;
    await rounds.refresh();
    expect(platform.list).not.toHaveBeenCalled();
    expect(platform.eligible).toHaveBeenCalledTimes(1);
    clock += 3_600_000;
    await rounds.refresh();
    expect(platform.eligible).toHaveBeenCalledTimes(2);
  });

  it('begin with the one that was started', async () => {
    kept = { accountId: ann.id, eligible: true, rounds: [poll({ id: 'old', over: true })], readAt: 0 };
    platform.start.mockResolvedValue(poll());
    await rounds.start(draft, at);
    expect(kept.rounds.map(({ id }) => id)).toEqual(['a', 'old']);
  });

  it('hold one when the same wish comes twice', async () => {
    platform.start.mockImplementation(refused);
    atTwitch = [poll({ startedAt: at + 900 })];
    await expect(rounds.start(draft, at)).resolves.toBeUndefined();
    expect(kept?.rounds).toEqual(atTwitch);
  });

  it.each([
    ['another question', poll({ title: 'Lunch?' })],
    ['the same question, asked before', poll({ startedAt: at - 60_000 })],
  ])('refuse to start beside %s', async (_what, running) => {
    platform.start.mockImplementation(refused);
    atTwitch = [running];
    await expect(rounds.start(draft, at)).rejects.toMatchObject({
      failure: { code: 'already-running', what: 'poll' },
    });
    expect(kept?.rounds).toEqual([running]);
  });

  it('say what the platform says where nothing runs', async () => {
    platform.start.mockImplementation(refused);
    await expect(rounds.start(draft, at)).rejects.toMatchObject({ failure: { code: 'platform-refused' } });
  });

  it('ask nothing more where the reason is known', async () => {
    platform.start.mockImplementation(refusal({ code: 'missing-scope', scopes: ['x'] }));
    await expect(rounds.start(draft, at)).rejects.toMatchObject({ failure: { code: 'missing-scope' } });
    expect(platform.list).not.toHaveBeenCalled();
  });

  it('take an end that has happened already for done', async () => {
    platform.end.mockImplementation(refused);
    atTwitch = [poll({ over: true })];
    await expect(rounds.end('a', 'show')).resolves.toBeUndefined();
    await expect(rounds.end('a', 'archive')).rejects.toMatchObject({ failure: { code: 'platform-refused' } });
    atTwitch = [];
    await expect(rounds.end('a', 'archive')).resolves.toBeUndefined();
  });
});
