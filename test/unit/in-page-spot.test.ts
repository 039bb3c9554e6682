import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fitted } from '../../components/in-page/people/spot.ts';

const panel = { width: 440, height: 680 };

describe('the place of a panel', () => {
  it('stays where there is room', () => {
    expect(fitted({ x: 900, y: 70 }, panel, { width: 1_920, height: 1_080 })).toEqual({ x: 900, y: 70 });
  });

  it('comes into a window that is narrower than the one it was chosen in, and into one that is lower', () => {
    expect(fitted({ x: 1_800, y: 70 }, panel, { width: 900, height: 1_080 })).toEqual({ x: 460, y: 70 });
    expect(fitted({ x: 460, y: 70 }, panel, { width: 900, height: 720 })).toEqual({ x: 460, y: 40 });
  });

  it('shows its head, by which it is moved and closed, in any window', () => {
    const length = fc.nat(3_000);
    const size = fc.record({ width: length, height: length });
    const spot = fc.record({ x: fc.integer({ min: -240, max: 3_000 }), y: length });
    fc.assert(
      fc.property(spot, size, size, (at, own, window) => {
        const { x, y } = fitted(at, own, window);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        if (own.width <= window.width) expect(x + own.width).toBeLessThanOrEqual(window.width);
        else expect(x).toBe(0);
        if (own.height <= window.height) expect(y + own.height).toBeLessThanOrEqual(window.height);
        else expect(y).toBe(0);
      }),
    );
  });
});
