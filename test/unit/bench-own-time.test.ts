import { describe, expect, it } from 'vitest';

import { ownCalls, perSecond, summary, type TraceEvent } from '../bench/own-time.ts';

const event = (name: string, ts: number, dur: number, url?: string): TraceEvent => ({
  name,
  ph: 'X',
  ts,
  dur,
  pid: 1,
  tid: 1,
  ...(url !== undefined && { args: { data: { url } } }),
});
const ours = 'chrome-extension://abc/content-scripts/twitch.js';
const theirs = 'https://static.twitchcdn.net/app.js';

describe('our share of a trace', () => {
  it('takes calls that begin in the extension, the outermost of each, and no others', () => {
    const calls = ownCalls([
      event('FunctionCall', 5_000, 1_000, ours),
      event('FunctionCall', 1_000, 2_000, ours),
      event('FunctionCall', 1_500, 500, ours),
      event('FunctionCall', 9_000, 4_000, theirs),
      event('RunTask', 0, 10_000),
    ]);
    expect(calls.map(({ at, ms }) => [at, ms])).toEqual([
      [1, 2],
      [5, 1],
    ]);
    expect(summary(calls)).toEqual({ total: 3, longest: 2, forced: 0 });
  });

  it('takes the time in which a processor was busy with them, where the trace has it', () => {
    const call = { ...event('FunctionCall', 1_000, 9_000, ours), tdur: 2_000 };
    expect(ownCalls([call, event('FunctionCall', 5_000, 1_000, ours)]).map(({ ms }) => ms)).toEqual([2]);
  });

  it('counts layouts that a call forces, and not those of its neighbours or of other threads', () => {
    const calls = ownCalls([
      event('FunctionCall', 1_000, 2_000, ours),
      event('Layout', 1_100, 300),
      event('UpdateLayoutTree', 1_400, 100),
      event('Layout', 3_000, 300),
      { ...event('Layout', 1_200, 300), tid: 2 },
    ]);
    expect(calls[0]?.forced).toBe(2);
  });

  it('counts none that are read in an animation frame, where they are due', () => {
    const calls = ownCalls([
      event('FireAnimationFrame', 900, 3_000),
      event('FunctionCall', 1_000, 2_000, ours),
      event('Layout', 1_100, 300),
    ]);
    expect(calls.map(({ forced }) => forced)).toEqual([0]);
  });

  it('adds up whole seconds, silent ones too', () => {
    const second = 1_000_000;
    const calls = ownCalls(
      [0, 0.5 * second, 2 * second, 3 * second].map((ts) => event('FunctionCall', 7 + ts, 2_000, ours)),
    );
    expect(perSecond(calls)).toEqual([4, 0, 2]);
  });
});
