import { beforeEach, describe, expect, it, vi } from 'vitest';

import type * as Scripts from '../../entrypoints/stream-page/scripts.ts';
import type * as LatePanel from '../../entrypoints/stream-page/late-panel.ts';
import type { PutUpParts } from '../../entrypoints/sweep.content/put-up.ts';

const call = vi.hoisted(() => vi.fn<(name: string, request: object) => Promise<object>>());
vi.mock('../../lib/messages/call.ts', () => ({ call }));

// Handed on as they are.
const parts = {} as PutUpParts;

describe('a script of its own', () => {
  let scripts: typeof Scripts;
  let openerOf: typeof LatePanel.openerOf;
  const open = vi.fn();
  const mount = vi.fn(() => ({ open }));
  const come = (): Promise<object> => {
    scripts.bringScript('sweep', mount);
    return Promise.resolve({});
  };

  beforeEach(async () => {
    Reflect.deleteProperty(globalThis, Symbol.for('sidestage.scripts'));
    vi.resetModules();
    vi.resetAllMocks();
    mount.mockReturnValue({ open });
    scripts = await import('../../entrypoints/stream-page/scripts.ts');
    ({ openerOf } = await import('../../entrypoints/stream-page/late-panel.ts'));
  });

  it('is brought when it is first wanted, and no more', async () => {
    call.mockImplementation(come);
    const sweep = openerOf(scripts.laterScript('sweep'), parts, new AbortController().signal);
    expect(call).not.toHaveBeenCalled();
    await sweep();
    await sweep();
    expect(call.mock.calls).toEqual([['tools.more', { what: 'sweep' }]]);
    expect(mount).toHaveBeenCalledOnce();
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('is asked for once by two who want it at the same time', async () => {
    call.mockImplementation(come);
    const later = scripts.laterScript('sweep');
    expect(await Promise.all([later.get(), later.get()])).toEqual([mount, mount]);
    expect(call).toHaveBeenCalledOnce();
    expect(later.now()).toBe(mount);
  });

  it('is asked for again where it could not be had', async () => {
    call.mockRejectedValueOnce(new Error('nobody answers'));
    const sweep = openerOf(scripts.laterScript('sweep'), parts, new AbortController().signal);
    await expect(sweep()).rejects.toThrow('nobody answers');
    call.mockImplementation(come);
    await sweep();
    expect(open).toHaveBeenCalledOnce();
  });

  it('is there when only the answer was lost, and missing when it says nothing', async () => {
    const later = scripts.laterScript('sweep');
    call.mockResolvedValueOnce({});
    await expect(later.get()).rejects.toThrow('did not say');
    call.mockImplementation(async () => {
      await come();
      throw new Error('the worker died');
    });
    expect(await later.get()).toBe(mount);
  });

  it('is not opened in a visit that is over when it comes', async () => {
    const visit = new AbortController();
    call.mockImplementation(() => {
      visit.abort();
      return come();
    });
    await openerOf(scripts.laterScript('sweep'), parts, visit.signal)();
    expect(mount).not.toHaveBeenCalled();
  });

  it('is asked for anew by tools that begin where others have ended', async () => {
    call.mockImplementation(come);
    await scripts.laterScript('sweep').get();
    scripts.forgetScripts();
    const later = scripts.laterScript('sweep');
    expect(later.now()).toBeUndefined();
    expect(await later.get()).toBe(mount);
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('that may be wanted in a moment is brought in a quiet one, and its absence is not said', async () => {
    const quiet: (() => void)[] = [];
    vi.stubGlobal('requestIdleCallback', (act: () => void) => quiet.push(act));
    const later = scripts.laterScript('sweep');
    call.mockRejectedValueOnce(new Error('nobody answers'));
    later.soon();
    expect(call).not.toHaveBeenCalled();
    quiet[0]?.();
    await vi.waitFor(() => expect(call).toHaveBeenCalledOnce());
    call.mockImplementation(come);
    later.soon();
    quiet[1]?.();
    await vi.waitFor(() => expect(later.now()).toBe(mount));
    later.soon();
    expect(quiet).toHaveLength(2);
    vi.unstubAllGlobals();
  });
});
