import { expect, it, vi } from 'vitest';

import { call } from '../../lib/messages/call.ts';
import { writeSetting } from '../../lib/options/write-setting.ts';

vi.mock('../../lib/messages/call.ts', () => ({ call: vi.fn() }));

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
