import { describe, expect, it, vi } from 'vitest';

import { createChzzkAsking } from '../../lib/chzzk/asking.ts';
import { FailureError } from '../../lib/failure.ts';
import type { ChzzkSession, ChzzkView } from '../../lib/chzzk/session.ts';

function asking() {
  const shown: (ChzzkView | undefined)[] = [];
  const read = vi.fn<() => Promise<ChzzkSession | undefined>>();
  const permit = vi.fn<() => Promise<boolean>>();
  const isPermitted = vi.fn(() => Promise.resolve(true));
  const page = createChzzkAsking({ isPermitted, read, permit, show: (view) => shown.push(view) });
  return { shown, isPermitted, read, permit, page };
}

describe('asking CHZZK', () => {
  it('does not ask without the user’s yes', async () => {
    const { shown, read, permit, page } = asking();
    permit.mockResolvedValue(false);
    await page.permit();
    permit.mockRejectedValue(new Error('not during a press'));
    await page.permit();
    expect(read).not.toHaveBeenCalled();
    expect(shown).toEqual([]);
  });

  it('asks after it, once for two looks at a time', async () => {
    const { shown, read, permit, page } = asking();
    permit.mockResolvedValue(true);
    read.mockResolvedValue({ loggedIn: false });
    await Promise.all([page.permit(), page.permit()]);
    expect(read).toHaveBeenCalledOnce();
    expect(shown.at(-1)).toEqual({ loggedIn: false });
  });

  it('keeps what was known in sight while it asks again, and says when it could not', async () => {
    const { shown, read, page } = asking();
    read.mockResolvedValueOnce({ loggedIn: true, name: 'a' });
    await page.look();
    read.mockRejectedValueOnce(new FailureError({ code: 'offline' }));
    await page.look();
    read.mockRejectedValueOnce(new FailureError({ code: 'upstream-changed', path: 'content' }));
    await page.look();
    read.mockResolvedValueOnce({ loggedIn: false });
    await page.look();
    const known = [{ loggedIn: true, name: 'a' }, { loggedIn: false }];
    expect(shown).toEqual(['asking', known[0], 'offline', 'asking', 'failed', 'asking', known[1]]);
  });

  it('does not claim to ask while it is not permitted', async () => {
    const { shown, isPermitted, read, page } = asking();
    isPermitted.mockResolvedValue(false);
    read.mockResolvedValue(undefined);
    await page.look();
    expect(shown).toEqual([undefined]);
  });
});
