import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { SweepParts } from '../../components/in-page/sweep/sweep.tsx';
import type * as Page from '../../entrypoints/stream-page/sweep.ts';
import { protocol } from '../../lib/messages/protocol.ts';

const call = vi.hoisted(() => vi.fn<(name: string, request: object) => Promise<object>>());
vi.mock('../../lib/messages/call.ts', () => ({ call }));

// Handed on as they are.
const parts = {} as SweepParts;

describe('the panel of the sweep', () => {
  let page: typeof Page;
  const open = vi.fn();
  const script = { mount: () => Promise.resolve({ open }) };

  beforeEach(async () => {
    Reflect.deleteProperty(globalThis, Symbol.for('sidestage.sweep'));
    vi.resetModules();
    call.mockReset();
    open.mockReset();
    page = await import('../../entrypoints/stream-page/sweep.ts');
  });

  it('is brought when it is first opened, and no more', async () => {
    call.mockImplementation(() => {
      page.bringSweep(script);
      return Promise.resolve({});
    });
    const sweep = page.sweepOf(parts, new AbortController().signal);
    expect(call).not.toHaveBeenCalled();
    await sweep();
    await sweep();
    expect(call.mock.calls).toEqual([['tools.more', { what: 'sweep' }]]);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('is asked for again where it could not be had', async () => {
    call.mockRejectedValueOnce(new Error('nobody answers'));
    const sweep = page.sweepOf(parts, new AbortController().signal);
    await expect(sweep()).rejects.toThrow('nobody answers');
    call.mockImplementation(() => {
      page.bringSweep(script);
      return Promise.resolve({});
    });
    await sweep();
    expect(open).toHaveBeenCalledOnce();
  });
});

describe('what may be asked for', () => {
  const { request } = protocol['sweep.start'];
  const id = '00000000-0000-4000-8000-000000000000';
  const chzzk = 'a'.repeat(32);
  const onTwitch = { id, target: { login: 'noisy', name: 'Noisy' } };
  const onChzzk = { id, target: { login: '이용자', name: '이용자', id: chzzk } };
  const fits = (wish: object): boolean => request.safeParse({ id, ...wish }).success;

  it('is what each platform has, about people or about messages, with all that it needs', () => {
    expect(fits({ channel: 'stage', kind: 'ban', items: [onTwitch] })).toBe(true);
    expect(fits({ channel: 'stage', kind: 'delete', items: [{ ...onTwitch, messageId: id }] })).toBe(true);
    expect(fits({ channel: chzzk, kind: 'bar', seconds: 86_400, items: [onChzzk] })).toBe(true);
    expect(
      fits({
        channel: chzzk,
        kind: 'blind',
        items: [{ ...onChzzk, messageId: `1769585095674:${chzzk}`, quote: 'x' }],
      }),
    ).toBe(true);
  });

  it.each([
    ['nobody', { channel: 'stage', kind: 'ban', items: [] }],
    [
      'more than the most',
      { channel: 'stage', kind: 'ban', items: Array.from({ length: 301 }, () => onTwitch) },
    ],
    ['all of the chat', { channel: 'stage', kind: 'delete', items: [onTwitch] }],
    ['what only the other platform has', { channel: 'stage', kind: 'bar', items: [onTwitch] }],
    ['what only Twitch has', { channel: chzzk, kind: 'ban', items: [onChzzk] }],
    ['what no sweep does', { channel: 'stage', kind: 'mod', items: [onTwitch] }],
    [
      'a message without its words',
      { channel: chzzk, kind: 'blind', items: [{ ...onChzzk, messageId: `1769585095674:${chzzk}` }] },
    ],
    [
      'somebody on CHZZK whom a name alone tells',
      { channel: chzzk, kind: 'quiet', items: [{ id, target: { login: 'x', name: 'x' } }] },
    ],
  ])('is never %s', (_what, wish) => {
    expect(fits(wish)).toBe(false);
  });
});
