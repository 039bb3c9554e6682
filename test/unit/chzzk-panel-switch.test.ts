import { expect, it, vi } from 'vitest';

import { bring, type MakePanel, panelSwitch } from '../../entrypoints/chzzk.content/panel.ts';
import { FailureError } from '../../lib/failure.ts';

// The background says that it brought the script.
vi.mock('../../lib/messages/call.ts', () => ({ call: () => Promise.resolve({}) }));

it('the button of the managers’ panel says that it did not come, and brings it with the next press', async () => {
  const { signal } = new AbortController();
  const press = panelSwitch({
    channel: `c${'0'.repeat(31)}`,
    theme: () => undefined,
    complain: () => undefined,
    life: { goesOn: () => true, signal },
    signal,
  });
  const mark = {} as HTMLElement;
  await expect(press(mark)).rejects.toThrow(FailureError);
  const open = vi.fn();
  const make: MakePanel = () => Promise.resolve({ open, close: () => undefined, isOpen: () => false });
  bring(make);
  await press(mark);
  expect(open).toHaveBeenCalledTimes(1);
});
