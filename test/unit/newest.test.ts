import { describe, expect, it, vi } from 'vitest';

import { readNewest, tellNewest } from '../../lib/newest.ts';

it('tells one at a time, and then the newest alone', async () => {
  const answers: (() => void)[] = [];
  const tell = vi.fn<(value: number) => Promise<void>>(() => new Promise((resolve) => answers.push(resolve)));
  const newest = tellNewest(tell);
  newest(1);
  newest(2);
  newest(3);
  expect(tell.mock.calls).toEqual([[1]]);
  answers.shift()?.();
  await vi.waitFor(() => expect(tell.mock.calls).toEqual([[1], [3]]));
  answers.shift()?.();
  await vi.waitFor(() => {
    newest(4);
    expect(tell).toHaveBeenCalledTimes(3);
  });
});

describe('reading what changes', () => {
  function begin() {
    const until = new AbortController();
    const answers: ((value: string) => void)[] = [];
    const read = vi.fn(() => new Promise<string>((resolve) => answers.push(resolve)));
    const changed = vi.fn<(value: string) => void>();
    const reading = readNewest(read, changed, until.signal);
    const heard = () => changed.mock.calls.flat();
    const asked = (times: number) => vi.waitFor(() => expect(read).toHaveBeenCalledTimes(times));
    return { until, answers, reading, heard, asked };
  }

  it('asks again after the first answer for what changed before it', async () => {
    const { answers, reading, heard, asked } = begin();
    reading.again();
    reading.again();
    await asked(1);
    answers[0]?.('old');
    expect(await reading.first).toBe('old');
    await asked(2);
    answers[1]?.('new');
    await vi.waitFor(() => expect(heard()).toEqual(['new']));
  });

  it('ends with the newest, however long an older answer takes', async () => {
    const { answers, reading, heard, asked } = begin();
    answers[0]?.('first');
    reading.again();
    await asked(2);
    reading.again();
    reading.again();
    answers[1]?.('older');
    await asked(3);
    answers[2]?.('newest');
    await vi.waitFor(() => expect(heard()).toEqual(['older', 'newest']));
  });

  it('tells nothing any more once it is over', async () => {
    const { until, answers, reading, heard, asked } = begin();
    answers[0]?.('first');
    reading.again();
    await asked(2);
    until.abort();
    answers[1]?.('late');
    await reading.first;
    await Promise.resolve();
    expect(heard()).toEqual([]);
  });
});
