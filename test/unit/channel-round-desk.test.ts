import { beforeEach, describe, expect, it, vi } from 'vitest';

import {
  createRoundDesk,
  nextReadAt,
  presetsAtMost,
  type RoundDeskState,
} from '../../lib/channel/round-desk.ts';
import {
  emptyPoll,
  pollLimits,
  type KnownRounds,
  type Round,
  type RoundDraft,
} from '../../lib/channel/round.ts';
import { FailureError, type Failure } from '../../lib/failure.ts';
import { createRoundBook } from '../../lib/store/round-book.ts';
import { memoryArea } from './store-memory-area.ts';

type Ending = 'show' | 'archive';

const at = 1_000_000;
const round = (change: Partial<Round> = {}): Round => ({
  id: 'a',
  title: 'Next game?',
  startedAt: at,
  over: false,
  ...change,
});
const knownOf = (rounds: readonly Round[], readAt = at, accountId = 'ann'): KnownRounds<Round> => ({
  accountId,
  eligible: true,
  rounds,
  readAt,
});
const draft: RoundDraft = { ...emptyPoll, title: 'Next game?', choices: ['Chess', 'Go'] };
const rhythm = (): { changesAt: number; everyMs: number } => ({ changesAt: at + 60_000, everyMs: 4_000 });

describe('reading again', () => {
  it('follows what runs, and looks right after it ends by itself', () => {
    expect(nextReadAt(undefined, rhythm)).toBe(0);
    expect(nextReadAt(knownOf([round()]), rhythm)).toBe(at + 4_000);
    expect(nextReadAt(knownOf([round()], at + 58_000), rhythm)).toBe(at + 61_500);
    expect(nextReadAt(knownOf([round()], at + 70_000), rhythm)).toBe(at + 74_000);
  });

  it('is rare while nothing runs', () => {
    expect(nextReadAt(knownOf([round({ over: true })]), rhythm)).toBe(at + 60_000);
  });
});

describe('the desk', () => {
  let account: string | undefined;
  let online: boolean;
  let clock: number;
  let stored: { known?: KnownRounds<Round>; draft?: RoundDraft; presets: readonly RoundDraft[] };
  let state: RoundDeskState<Round, Ending> | undefined;
  const ask = { refresh: vi.fn(), start: vi.fn(), end: vi.fn(), allow: vi.fn() };

  const open = () =>
    createRoundDesk<Round, Ending>({
      limits: pollLimits,
      empty: emptyPoll,
      accountId: () => account,
      store: {
        read: () => Promise.resolve(stored.known),
        draft: () => Promise.resolve(stored.draft),
        keepDraft: (kept) => Promise.resolve((stored.draft = kept)),
        presets: () => Promise.resolve(stored.presets),
        changePresets: (change) => Promise.resolve((stored.presets = change(stored.presets))),
      },
      refresh: ask.refresh,
      start: ask.start,
      end: ask.end,
      allow: ask.allow,
      rhythm,
      isOnline: () => online,
      now: () => clock,
      show: (next) => (state = next),
    });
  const failing = (failure: Failure) => (): Promise<never> => Promise.reject(new FailureError(failure));

  beforeEach(() => {
    account = 'ann';
    online = true;
    clock = at;
    stored = { presets: [] };
    state = undefined;
    for (const mock of Object.values(ask)) mock.mockReset().mockResolvedValue({});
  });

  it('shows a running round from the store before anybody has answered', async () => {
    stored.known = knownOf([round()]);
    ask.refresh.mockReturnValue(new Promise(() => undefined));
    account = undefined;
    void open().open();
    await vi.waitFor(() => expect(state?.known?.rounds).toEqual([round()]));
  });

  it('does not show one account’s rounds as another’s', async () => {
    stored.known = knownOf([round()], at, 'bob');
    await open().open();
    expect(state?.known).toBeUndefined();
  });

  it('keeps every stroke, and gives it back', async () => {
    const desk = open();
    desk.type(draft);
    expect(stored.draft).toEqual(draft);
    const again = open();
    await again.open();
    expect(state?.draft).toEqual(draft);
  });

  it('does not put an old draft over what is being typed', async () => {
    stored.draft = { ...draft, title: 'Old' };
    const desk = open();
    const opening = desk.open();
    desk.type(draft);
    await opening;
    expect(state?.draft).toEqual(draft);
  });

  it('says what is missing instead of sending it', async () => {
    const desk = open();
    await desk.open();
    await desk.start();
    expect(ask.start).not.toHaveBeenCalled();
    expect(state?.checked).toBe(true);
  });

  it('starts what was typed, and empties the form', async () => {
    const desk = open();
    desk.type({ ...draft, title: ' Next game? ', choices: ['Chess', '', 'Go'] });
    await desk.start();
    expect(ask.start).toHaveBeenCalledExactlyOnceWith(draft, at);
    desk.type(draft);
    await desk.start();
    expect(state?.draft).toEqual(emptyPoll);
    expect(stored.draft).toEqual(emptyPoll);
  });

  it('keeps the draft when the start fails, and starts it again once it is allowed', async () => {
    ask.start.mockImplementationOnce(failing({ code: 'missing-scope', scopes: ['x'] }));
    const desk = open();
    desk.type(draft);
    await desk.start();
    expect(state).toMatchObject({
      draft,
      failed: { failure: { code: 'missing-scope' } },
      working: undefined,
    });
    await desk.allow();
    expect(ask.start).toHaveBeenCalledTimes(2);
    expect(state?.failed).toBeUndefined();
  });

  it('waits as long as a rate limit says', async () => {
    ask.refresh.mockImplementation(failing({ code: 'rate-limited', retryAfterMs: 30_000 }));
    const desk = open();
    await desk.open();
    clock += 29_000;
    await desk.tick();
    expect(ask.refresh).toHaveBeenCalledTimes(1);
    clock += 1_000;
    await desk.tick();
    expect(ask.refresh).toHaveBeenCalledTimes(2);
  });

  it('does not ask again and again for what was not allowed', async () => {
    ask.refresh.mockImplementation(failing({ code: 'missing-scope', scopes: ['x'] }));
    const desk = open();
    await desk.open();
    clock += 3_600_000;
    await desk.tick();
    expect(ask.refresh).toHaveBeenCalledTimes(1);
  });

  it('asks nothing while offline, and says so', async () => {
    online = false;
    const desk = open();
    desk.type(draft);
    await desk.open();
    await desk.start();
    expect(ask.refresh).not.toHaveBeenCalled();
    expect(ask.start).not.toHaveBeenCalled();
    expect(state?.failed).toEqual({ failure: { code: 'offline' }, work: { kind: 'start' } });
  });

  it('keeps each preset once, the newest first, and not without end', async () => {
    stored.presets = Array.from({ length: presetsAtMost }, (_, index) => ({ ...draft, title: `${index}` }));
    const desk = open();
    await desk.open();
    desk.type({ ...draft, title: '7 ' });
    await desk.keepPreset();
    expect(state?.presets.map(({ title }) => title).slice(0, 2)).toEqual(['7', '0']);
    expect(state?.presets).toHaveLength(presetsAtMost);
    desk.type(draft);
    await desk.keepPreset();
    expect(state?.presets).toHaveLength(presetsAtMost);
    await desk.dropPreset(draft);
    expect(state?.presets[0]?.title).toBe('7');
  });
});

describe('the book of rounds', () => {
  it('gives back what was written, and nothing that is damaged', async () => {
    const area = memoryArea();
    const { polls, predictions, forget } = createRoundBook(area);
    await polls.keepDraft(draft);
    await polls.changePresets(() => [draft]);
    expect(await polls.draft()).toEqual(draft);
    expect(await polls.presets()).toEqual([draft]);
    await area.set({ 'predictions.draft': { title: 3 }, 'predictions.presets': ['x', draft] });
    expect(await predictions.draft()).toBeUndefined();
    expect(await predictions.presets()).toEqual([draft]);
    await area.set({ 'polls.known': { ...knownOf([round()]), accountId: 'ann' } });
    expect(await polls.read()).toBeUndefined();
    const known = { accountId: 'ann', eligible: true, rounds: [], readAt: at };
    await polls.write(known);
    expect(await polls.read()).toEqual(known);
    await forget('bob');
    expect(await polls.read()).toEqual(known);
    await forget('ann');
    expect(await polls.read()).toBeUndefined();
    expect(await polls.draft()).toEqual(draft);
  });
});
