import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { besideChat, fitted, grown, usual } from '../../components/in-page/people/spot.ts';

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

describe('a panel that opens', () => {
  const large = { innerWidth: 1_920, innerHeight: 1_080 };

  it('stands beside the chat, and beside those that were opened before', () => {
    const first = besideChat(usual, large);
    expect(first.x + usual.width).toBeLessThan(large.innerWidth - 320);
    const third = besideChat(usual, large, 2);
    expect(third.x).toBeLessThan(first.x);
    expect(third.y).toBeGreaterThan(first.y);
  });

  it('stands where it need not move when it becomes as high as it gets, unless all of it is there at once', () => {
    const low = { innerWidth: 900, innerHeight: 650 };
    const { x, y } = besideChat(usual, low);
    expect(grown({ x, y }, { ...usual, height: 200 }, usual, { width: 900, height: 650 })).toEqual({ x, y });
    expect(besideChat({ width: usual.width }, low).y).toBe(besideChat(usual, large).y);
  });

  it('begins inside a window of any size', () => {
    const length = fc.nat(3_000);
    fc.assert(
      fc.property(length, length, length, fc.nat(20), (innerWidth, innerHeight, width, before) => {
        const { x, y } = besideChat({ ...usual, width }, { innerWidth, innerHeight }, before);
        expect(Math.min(x, y)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a panel that changes its size', () => {
  const window = { width: 900, height: 720 };
  const low = { width: 320, height: 300 };
  const high = { width: 320, height: 600 };

  it('stays where it is while there is room', () => {
    expect(grown({ x: 40, y: 100 }, low, high, window)).toEqual({ x: 40, y: 100 });
  });

  it('moves up as far as it must, and stays there when it shrinks again', () => {
    const up = grown({ x: 40, y: 400 }, low, high, window);
    expect(up).toEqual({ x: 40, y: 120 });
    expect(grown(up, high, low, window)).toEqual(up);
  });

  it('stays where the user has moved it over the edge', () => {
    expect(grown({ x: 40, y: 600 }, low, high, window)).toEqual({ x: 40, y: 600 });
    expect(grown({ x: -100, y: 10 }, low, high, window)).toEqual({ x: -100, y: 10 });
  });
});
