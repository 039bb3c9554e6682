import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  askOnce,
  askUntilAnswered,
  doubtMs,
  type SendMessage,
  silenceMs,
} from '../../lib/messages/asking.ts';

const never = new Promise<never>(() => undefined);
const answer = { ok: true, result: 1 };

describe('a question', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is answered', async () => {
    const send = vi.fn<SendMessage>(() => Promise.resolve(answer));
    expect(await askOnce(send, 'a', {})).toEqual(answer);
    expect(vi.getTimerCount()).toBe(0);
    expect(send).toHaveBeenCalledOnce();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['nobody hears it', () => Promise.reject(new Error('no receiving end'))],
    ['something else answers', () => Promise.resolve(undefined)],
  ])('is lost when %s', async (_how, send) => {
    expect(await askOnce(send, 'a', {})).toBeUndefined();
  });

  it('may take long, as long as it is being worked on', async () => {
    let end: (value: unknown) => void = () => undefined;
    const send = vi.fn<SendMessage>((message) =>
      'doubt' in message ? Promise.resolve(true) : new Promise((resolve) => (end = resolve)),
    );
    const asked = askOnce(send, 'a', {});
    await vi.advanceTimersByTimeAsync(10 * doubtMs);
    const [question, doubt] = send.mock.calls.map(([message]) => message);
    expect(doubt).toEqual({ doubt: (question as { id: string }).id });
    end(answer);
    expect(await asked).toEqual(answer);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves nothing running when its answer comes before that to the doubt', async () => {
    const ends: ((value: unknown) => void)[] = [];
    const asked = askOnce(() => new Promise((resolve) => ends.push(resolve)), 'a', {});
    await vi.advanceTimersByTimeAsync(doubtMs);
    ends[0]?.(answer);
    expect(await asked).toEqual(answer);
    ends[1]?.(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['does not know it', () => Promise.resolve(false)],
    ['is not there', () => Promise.reject(new Error('no receiving end'))],
    ['says nothing to that either', () => never],
  ])('is lost without a word, and the background %s', async (_how, say) => {
    const asked = askOnce((message) => ('doubt' in message ? say() : never), 'a', {});
    await vi.advanceTimersByTimeAsync(2 * doubtMs);
    expect(await asked).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('asking until there is an answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const lost = (): Promise<never> => Promise.reject(new Error('no receiving end'));
  const stays = (): boolean => false;

  it('outlasts a background that takes seconds to end', async () => {
    let isBack = false;
    const asked = askUntilAnswered(() => (isBack ? Promise.resolve(answer) : lost()), 'a', {}, stays);
    await vi.advanceTimersByTimeAsync(silenceMs * 0.8);
    isBack = true;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await asked).toEqual(answer);
  });

  it('does not press a background that is being started', async () => {
    const send = vi.fn<SendMessage>(lost);
    const asked = askUntilAnswered(send, 'a', {}, stays);
    await vi.advanceTimersByTimeAsync(2 * silenceMs);
    expect(await asked).toBeUndefined();
    expect(send.mock.calls.length).toBeLessThan(15);
  });

  it('ends at once when the extension is gone', async () => {
    const send = vi.fn<SendMessage>(lost);
    expect(await askUntilAnswered(send, 'a', {}, () => true)).toBeUndefined();
    expect(send).toHaveBeenCalledOnce();
  });
});
