import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createFirstFrame, type FirstFrame } from '../../entrypoints/popup/first-frame.ts';

describe('the popup’s first frame', () => {
  let frames: (() => void)[];
  let first: FirstFrame;
  const stood = vi.fn();
  const frame = async (): Promise<void> => {
    for (const draw of frames.splice(0)) draw();
    await Promise.resolve();
  };

  beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
    stood.mockClear();
    first = createFirstFrame();
    void first.stands.then(stood);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('stands when the frame after it begins: then it is painted', async () => {
    await frame();
    expect(stood).not.toHaveBeenCalled();
    first.drawn();
    await frame();
    expect([stood.mock.calls.length, first.isThere()]).toEqual([0, false]);
    await frame();
    expect([stood.mock.calls.length, first.isThere()]).toEqual([1, true]);
  });

  it('is not waited for where nobody sees the page, or there is nothing to draw', async () => {
    first.drawn();
    await vi.advanceTimersByTimeAsync(300);
    expect(stood).toHaveBeenCalledOnce();
    const other = createFirstFrame();
    other.skip();
    await expect(other.stands).resolves.toBeUndefined();
  });
});
