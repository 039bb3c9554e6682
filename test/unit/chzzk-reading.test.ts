import { describe, expect, it, vi } from 'vitest';

import { createReading } from '../../entrypoints/chzzk.content/reading.ts';

function begin() {
  const visit = new AbortController();
  const signals: AbortSignal[] = [];
  const ended = vi.fn();
  const { want } = createReading({ begin: (signal) => void signals.push(signal), ended }, visit.signal);
  return { visit, signals, ended, want };
}

describe('the reading of a chat', () => {
  it('ends when the user switches it off, and begins anew', () => {
    const { signals, ended, want } = begin();
    want('user', false);
    expect(signals).toHaveLength(0);
    want('user', true);
    want('user', true);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    want('user', false);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(ended).toHaveBeenCalledTimes(1);
    want('user', true);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('goes on for the second reader', () => {
    const { signals, ended, want } = begin();
    want('user', true);
    want('reader', true);
    want('user', false);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    expect(ended).not.toHaveBeenCalled();
  });

  it('ends with the visit, and does not begin after it', () => {
    const { visit, signals, want } = begin();
    want('user', true);
    visit.abort();
    expect(signals[0]?.aborted).toBe(true);
    want('user', false);
    want('user', true);
    expect(signals).toHaveLength(1);
  });
});
