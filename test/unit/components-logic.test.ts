/**
 * What the components decide before they draw.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatDuration, nextDuration, parseDuration } from '../../components/duration.ts';
import {
  calendarAge,
  compactNumber,
  elapsedTime,
  hueOf,
  initialOf,
  plannedTime,
  relativeTime,
} from '../../components/formats.ts';
import { icons } from '../../components/icons.ts';
import { pageIcons } from '../../components/page-icons.ts';
import { place } from '../../components/place.ts';
import { walk } from '../../components/roving.ts';
import { seek } from '../../components/seek.ts';

describe('walking with keys', () => {
  it('goes along its axis only', () => {
    expect(walk('ArrowDown', 0, 3, { axis: 'vertical' })).toBe(1);
    expect(walk('ArrowRight', 0, 3, { axis: 'vertical' })).toBeNull();
    expect(walk('ArrowRight', 0, 3, { axis: 'both' })).toBe(1);
  });

  it('turns round with the line of writing', () => {
    expect(walk('ArrowLeft', 0, 3, { axis: 'horizontal', rtl: true })).toBe(1);
    expect(walk('ArrowRight', 1, 3, { axis: 'horizontal', rtl: true })).toBe(0);
  });

  it('wraps, or stops at the ends', () => {
    expect(walk('ArrowUp', 0, 3, { axis: 'vertical' })).toBe(2);
    expect(walk('ArrowUp', 0, 3, { axis: 'vertical', wrap: false })).toBe(0);
    expect(walk('ArrowDown', 2, 3, { axis: 'vertical', wrap: false })).toBe(2);
  });

  it('enters at the near end when nothing has the focus', () => {
    expect(walk('ArrowDown', -1, 3, { axis: 'vertical' })).toBe(0);
    expect(walk('ArrowUp', -1, 3, { axis: 'vertical' })).toBe(2);
  });

  it('stays inside whatever happens', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'x');
    fc.assert(
      fc.property(keys, fc.nat(20), fc.nat(20), fc.boolean(), (key, from, count, wrap) => {
        const to = walk(key, Math.min(from, count - 1), count, { axis: 'both', wrap });
        return to === null || (to >= 0 && to < count);
      }),
    );
  });
});

describe('finding by letters', () => {
  const labels = ['Ban', 'Block', 'Chat', '차단'];

  it('finds what starts with the word', () => {
    expect(seek(labels, 'bl', 0)).toBe(1);
    expect(seek(labels, '차', 0)).toBe(3);
  });

  it('goes on with the same letter, and round', () => {
    expect(seek(labels, 'b', 0)).toBe(1);
    expect(seek(labels, 'bb', 1)).toBe(0);
  });

  it('finds nothing rather than something', () => {
    expect(seek(labels, 'z', 0)).toBe(-1);
    expect(seek([], 'a', -1)).toBe(-1);
  });
});

describe('placing', () => {
  const anchor = { left: 100, top: 100, width: 40, height: 20 };
  const viewport = { width: 400, height: 300 };

  it('stands below, with the starts in line', () => {
    expect(place(anchor, { width: 120, height: 80 }, viewport, { side: 'below', align: 'start' })).toEqual({
      left: 100,
      top: 124,
    });
  });

  it('lines up the ends, and turns round with the line of writing', () => {
    const size = { width: 90, height: 80 };
    expect(place(anchor, size, viewport, { side: 'below', align: 'end' }).left).toBe(50);
    expect(place(anchor, size, viewport, { side: 'below', align: 'start', rtl: true }).left).toBe(50);
    expect(place(anchor, size, viewport, { side: 'below', align: 'end', rtl: true }).left).toBe(100);
  });

  it('takes the other side where there is no room', () => {
    const low = { ...anchor, top: 260 };
    const high = { ...anchor, top: 2 };
    const size = { width: 90, height: 80 };
    expect(place(low, size, viewport, { side: 'below', align: 'start' }).top).toBe(176);
    expect(place(high, size, viewport, { side: 'above', align: 'start' }).top).toBe(26);
  });

  it('is whole inside the viewport whenever it fits', () => {
    const position = fc.integer({ min: -200, max: 600 });
    fc.assert(
      fc.property(
        position,
        position,
        fc.constantFrom('above' as const, 'below' as const),
        fc.constantFrom('start' as const, 'centre' as const, 'end' as const),
        fc.boolean(),
        (left, top, side, align, rtl) => {
          const size = { width: 180, height: 120 };
          const spot = place({ left, top, width: 30, height: 20 }, size, viewport, { side, align, rtl });
          return (
            spot.left >= 0 &&
            spot.top >= 0 &&
            spot.left + size.width <= viewport.width &&
            spot.top + size.height <= viewport.height
          );
        },
      ),
    );
  });
});

describe('lengths of time', () => {
  it.each([
    ['90', 90],
    ['10m', 600],
    ['1h 30m', 5400],
    ['1h30m', 5400],
    ['2 weeks', 1_209_600],
    ['1시간 30분', 5400],
    ['10 분', 600],
    ['2주', 1_209_600],
    [' 5 MIN ', 300],
    ['', null],
    ['soon', null],
    ['10x', null],
    ['m10', null],
    ['-5', null],
    ['1.5h', null],
  ] as const)('reads %j as %j', (typed, seconds) => {
    expect(parseDuration(typed)).toBe(seconds);
  });

  it('reads back what it writes, in both languages', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.constantFrom('en', 'ko-KR'), (seconds, locale) => {
        expect(parseDuration(formatDuration(seconds, locale))).toBe(seconds);
      }),
    );
  });

  it('answers hostile text at once', () => {
    expect(parseDuration(`${'9'.repeat(200)} `.repeat(200) + '!')).toBeNull();
  });

  it('steps to the next usual length', () => {
    expect(nextDuration(600, 'up')).toBe(900);
    expect(nextDuration(61, 'down')).toBe(60);
    expect(nextDuration(1, 'down')).toBe(1);
    expect(nextDuration(1_209_600, 'up')).toBe(1_209_600);
  });
});

describe('words and numbers', () => {
  const now = Date.UTC(2026, 0, 2, 3, 4, 5);

  it('tells how long ago', () => {
    expect(relativeTime(now, now, 'en')).toBe('now');
    expect(relativeTime(now + 900, now, 'en')).toBe('now');
    expect(relativeTime(now - 12_000, now, 'en')).toBe('12s ago');
    expect(relativeTime(now - 12_000, now, 'ko')).toBe('12초 전');
    expect(relativeTime(now - 3_600_000, now, 'en')).toBe('1h ago');
  });

  it('calls a day by the calendar, and counts what is longer', () => {
    // By the clock of wherever this runs.
    const noon = new Date(2026, 0, 10, 12).getTime();
    expect(relativeTime(new Date(2026, 0, 9, 11).getTime(), noon, 'en')).toBe('yesterday');
    expect(relativeTime(new Date(2026, 0, 8, 23).getTime(), noon, 'en')).toBe('2d ago');
    expect(relativeTime(new Date(2026, 0, 8, 23).getTime(), noon, 'ko')).toBe('그저께');
    expect(relativeTime(new Date(2026, 0, 11, 13).getTime(), noon, 'en')).toBe('tomorrow');
    expect(relativeTime(new Date(2024, 1, 10).getTime(), noon, 'en')).toBe('1y ago');
    expect(relativeTime(new Date(2025, 11, 28).getTime(), noon, 'en')).toBe('1w ago');
  });

  it('tells an age by the calendar', () => {
    const at = (year: number, month: number, day: number, hour = 0): number =>
      new Date(year, month - 1, day, hour).getTime();
    const now = at(2026, 3, 10, 9);
    expect(calendarAge(at(2021, 1, 2, 23), now, 'en')).toBe('5 years, 2 months');
    expect(calendarAge(at(2021, 1, 2, 23), now, 'ko')).toBe('5년 2개월');
    expect(calendarAge(at(2025, 3, 10, 23), now, 'en')).toBe('1 year');
    expect(calendarAge(at(2025, 3, 11), now, 'en')).toBe('11 months, 27 days');
    expect(calendarAge(at(2024, 2, 29), at(2025, 2, 28), 'en')).toBe('1 year');
    expect(calendarAge(at(2026, 1, 31), at(2026, 3, 1), 'en')).toBe('1 month, 1 day');
    expect(calendarAge(at(2026, 3, 9, 23), now, 'en')).toBe('1 day');
    expect(calendarAge(now, now, 'en')).toBe('');
    expect(calendarAge(now + 5000, now, 'en')).toBe('');
  });

  it('tells how long something has gone on', () => {
    expect(elapsedTime(now - 59_000, now, 'en')).toBe('0m');
    expect(elapsedTime(now - 11_520_000, now, 'en')).toBe('3h 12m');
    expect(elapsedTime(now - 93_600_000, now, 'en')).toBe('1d 2h');
    expect(elapsedTime(now + 5000, now, 'en')).toBe('0m');
  });

  it('shortens counts in the language', () => {
    expect(compactNumber(12_345, 'en')).toBe('12.3K');
    expect(compactNumber(12_345, 'ko')).toBe('1.2만');
  });

  it('gives what is planned no seconds', () => {
    const at = new Date(2026, 0, 2, 15, 4, 5).getTime();
    expect(plannedTime(at, 'en').replace('\u202f', ' ')).toBe('Jan 2, 2026, 3:04 PM');
    expect(plannedTime(at, 'ko')).toBe('2026. 1. 2. 오후 3:04');
  });

  it('takes the first letter as people see letters', () => {
    expect(initialOf('lumen')).toBe('L');
    expect(initialOf('한밤')).toBe('한');
    expect(initialOf('👩‍🚀Orbit')).toBe('👩‍🚀');
    expect(initialOf('  ')).toBe('');
  });

  it('gives a name the same hue every time', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const hue = hueOf(name);
        expect(hue).toBe(hueOf(name));
        expect(hue).toBeGreaterThanOrEqual(0);
        expect(hue).toBeLessThan(360);
      }),
    );
  });
});

describe('icons', () => {
  it.each(Object.entries({ ...icons, ...pageIcons }))('%s stays on the grid', (_name, path) => {
    expect(path).toMatch(/^M[\d\s.,MmLlHhVvCcSsAaZz-]+$/);
    for (const [, x, y] of path.matchAll(/M\s*([\d.]+)[ ,]([\d.]+)/g)) {
      expect(Number(x)).toBeLessThanOrEqual(20);
      expect(Number(y)).toBeLessThanOrEqual(20);
    }
  });
});
