import { beforeEach, describe, expect, it, vi } from 'vitest';

import type * as Page from '../../entrypoints/twitch.content/bring.ts';

const call = vi.hoisted(() => vi.fn<(name: string, request: object) => Promise<object>>());
vi.mock('../../lib/messages/call.ts', () => ({ call }));

/** A copy of the tools, as a script brings it. */
const copy = () => ({ moderate: () => Promise.resolve(), offer: () => Promise.resolve() });

describe('the tools of a stream page', () => {
  let page: typeof Page;

  beforeEach(async () => {
    Reflect.deleteProperty(globalThis, Symbol.for('sidestage.tools'));
    vi.resetModules();
    call.mockReset();
    page = await import('../../entrypoints/twitch.content/bring.ts');
  });

  it('are asked for when they are first wanted, and no more', async () => {
    const tools = copy();
    call.mockImplementation(() => {
      page.bring(tools);
      return Promise.resolve({});
    });
    expect(await page.theTools()).toBe(tools);
    expect(await page.theTools()).toBe(tools);
    expect(call.mock.calls).toEqual([['tools.bring', {}]]);
  });

  it('stay the first copy, whoever brings another', async () => {
    const tools = copy();
    expect(page.bring(tools)).toBe(true);
    expect(page.bring(copy()), 'what it hands on to other scripts is not of those that draw').toBe(false);
    expect(await page.theTools()).toBe(tools);
  });

  it('are asked for again where they could not be had', async () => {
    call.mockRejectedValueOnce(new Error('nobody answers')).mockResolvedValueOnce({});
    expect(await page.theTools()).toBeUndefined();
    expect(await page.theTools()).toBeUndefined();
    expect(call).toHaveBeenCalledTimes(2);
  });
});
