import { beforeEach, describe, expect, it, vi } from 'vitest';

import { tell } from '../../lib/messages/tell.ts';

const sendMessage = vi.hoisted(() => vi.fn<(message: unknown) => Promise<unknown>>());
const toTab = vi.hoisted(() => vi.fn<(tabId: number, message: unknown) => Promise<unknown>>());
vi.mock('../../lib/browser.ts', () => ({
  browser: { runtime: { sendMessage }, tabs: { sendMessage: toTab } },
}));

describe('telling open pages', () => {
  const forget = vi.fn<(tabId: number) => Promise<void>>();
  const message = { news: 'accounts', value: {} };

  beforeEach(() => {
    sendMessage.mockReset().mockRejectedValue(new Error('Receiving end does not exist.'));
    toTab.mockReset().mockResolvedValue(undefined);
    forget.mockReset().mockResolvedValue();
  });

  it('reaches pages of ours and stream pages, and forgets a tab that is gone', async () => {
    toTab.mockRejectedValueOnce(new Error('No tab with id: 7.'));
    await tell('accounts', {}, { read: () => Promise.resolve([7, 8]), forget });
    expect(sendMessage).toHaveBeenCalledWith(message);
    expect(toTab.mock.calls).toEqual([
      [7, message],
      [8, message],
    ]);
    expect(forget.mock.calls).toEqual([[7]]);
  });

  it('leaves stream pages alone with what is not for them', async () => {
    const read = vi.fn(() => Promise.resolve([7]));
    await tell('place', { tabId: 7 }, { read, forget });
    expect(read).not.toHaveBeenCalled();
    expect(toTab).not.toHaveBeenCalled();
  });

  it('never fails, also where the storage says no: the worker is ended amid it', async () => {
    toTab.mockRejectedValueOnce(new Error('No tab with id: 7.'));
    forget.mockRejectedValueOnce(new Error('No SW'));
    await tell('accounts', {}, { read: () => Promise.resolve([7]), forget });
    await tell('accounts', {}, { read: () => Promise.reject(new Error('No SW')), forget });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });
});
