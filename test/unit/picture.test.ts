import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { beforePicture } from '../../lib/pages/picture.ts';

describe('what is done before the next picture of a page', () => {
  const pictures = new Map<number, () => void>();
  let last = 0;

  beforeEach(() => {
    vi.useFakeTimers();
    pictures.clear();
    vi.stubGlobal('requestAnimationFrame', (act: () => void) => {
      pictures.set(++last, act);
      return last;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => pictures.delete(id));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const picture = (): void => {
    const due = [...pictures.values()];
    pictures.clear();
    for (const act of due) act();
  };

  it('is done with the picture, and once', () => {
    const act = vi.fn();
    beforePicture(act);
    expect(act).not.toHaveBeenCalled();
    picture();
    vi.runAllTimers();
    picture();
    expect(act).toHaveBeenCalledOnce();
  });

  it('is done where no picture comes, as in a tab in the background, and not again with the next one', () => {
    const act = vi.fn();
    beforePicture(act);
    vi.runAllTimers();
    picture();
    expect(act).toHaveBeenCalledOnce();
  });

  it('is not done once it was taken back', () => {
    const act = vi.fn();
    beforePicture(act)();
    picture();
    vi.runAllTimers();
    expect(act).not.toHaveBeenCalled();
  });
});
