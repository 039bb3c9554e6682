import { expect, it, vi } from 'vitest';

import { tellNewest } from '../../lib/newest.ts';

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
