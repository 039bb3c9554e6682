import { afterEach, expect, it, vi } from 'vitest';

import { call } from '../../lib/messages/call.ts';
import { afterChoices, writeSetting } from '../../lib/options/write-setting.ts';

vi.mock('../../lib/messages/call.ts', () => ({ call: vi.fn() }));

afterEach(() => vi.resetAllMocks());

it('brings choices to the store in the order in which they were made, whatever becomes of each', async () => {
  const asked = vi.mocked(call);
  let fail: (error: Error) => void = () => undefined;
  asked.mockReturnValueOnce(new Promise<never>((_resolve, reject) => (fail = reject)));
  asked.mockResolvedValue({});
  const first = writeSetting('live.rows', 'compact');
  const second = writeSetting('live.rows', 'normal');
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  fail(new Error('lost'));
  await expect(first).rejects.toThrow('lost');
  await second;
  expect(asked.mock.calls.map(([, request]) => request)).toEqual([
    { key: 'live.rows', value: 'compact' },
    { key: 'live.rows', value: 'normal' },
  ]);
});

it('reads when what was chosen before is stored, and not sooner', async () => {
  let store: () => void = () => undefined;
  vi.mocked(call).mockReturnValueOnce(new Promise<never>((resolve) => (store = () => resolve({} as never))));
  const written = writeSetting('live.rows', 'compact');
  const read = vi.fn(() => Promise.resolve('read'));
  const reading = afterChoices(read);
  await vi.waitFor(() => expect(call).toHaveBeenCalled());
  expect(read).not.toHaveBeenCalled();
  store();
  await written;
  expect(await reading).toBe('read');
});
