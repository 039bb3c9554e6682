import { describe, expect, it, vi } from 'vitest';

import { chimeSeconds, loudnessOf, playIn } from '../../lib/sound/chime.ts';

/** As much of an audio context as the sound needs; it notes what it was told. */
function fakeContext() {
  const gains: { value: number; peaks: number[] }[] = [];
  const stops: number[] = [];
  const node = <T extends object>(more: T) => {
    const made = { ...more, connect: vi.fn((next: object) => next) };
    return made;
  };
  const context = {
    currentTime: 3,
    destination: {},
    createGain: () => {
      const gain = { value: 1, peaks: [] as number[] };
      gains.push(gain);
      return node({
        gain: Object.assign(gain, {
          setValueAtTime: (value: number) => gain.peaks.push(value),
          linearRampToValueAtTime: (value: number) => gain.peaks.push(value),
          exponentialRampToValueAtTime: (value: number) => gain.peaks.push(value),
        }),
      });
    },
    createOscillator: () =>
      node({ frequency: { value: 0 }, start: vi.fn(), stop: (at: number) => stops.push(at) }),
  };
  return { context: context as unknown as BaseAudioContext, gains, stops };
}

describe('the sound of a notification', () => {
  it('ends when it says, and begins and ends softly', () => {
    const { context, gains, stops } = fakeContext();
    playIn(context, 50);
    expect(Math.max(...stops)).toBeCloseTo(3 + chimeSeconds);
    const [all, ...tones] = gains;
    expect(all?.value).toBe(loudnessOf(50));
    expect(tones).toHaveLength(stops.length);
    for (const { peaks } of tones) expect(peaks).toEqual([0, 1, expect.closeTo(0)]);
  });

  it('is never distorted, louder when it is turned up, and silent at nothing', () => {
    const { context, gains } = fakeContext();
    playIn(context, 100);
    expect((gains.length - 1) * loudnessOf(100)).toBeLessThanOrEqual(1);
    expect(loudnessOf(80)).toBeGreaterThan(loudnessOf(40));
    expect(loudnessOf(0)).toBe(0);
    expect(loudnessOf(900)).toBe(loudnessOf(100));
  });
});
