import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type KeptLine, logLimits } from '../../lib/chat/log.ts';
import type { ChatMessage } from '../../lib/chat/message.ts';
import { FailureError } from '../../lib/failure.ts';
import { LogFeed } from '../../lib/pages/log-feed.ts';
import { holdNext } from './hold.ts';

const message = (id: string): ChatMessage => ({
  channel: { platform: 'twitch', login: 'mainstage' },
  id,
  author: { login: 'bob', id: '2', name: 'Bob' },
  text: `words of ${id}`,
  at: 1,
  deleted: false,
});

describe('the feed of the local log', () => {
  const keep = vi.fn<(lines: readonly KeptLine[]) => Promise<unknown>>();
  let feed: LogFeed;
  const sent = (): string[][] => keep.mock.calls.map(([lines]) => lines.map(({ id }) => id));

  beforeEach(() => {
    vi.useFakeTimers();
    keep.mockReset().mockResolvedValue({});
    feed = new LogFeed({ keep, now: () => 9 });
    feed.turn(true);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gathers for a while, and sends once', async () => {
    feed.add(message('a'));
    await vi.advanceTimersByTimeAsync(900);
    feed.add(message('b'));
    expect(sent()).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent()).toEqual([['a', 'b']]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent()).toHaveLength(1);
  });

  it('sends many in pieces, and leaves out what is not certain', async () => {
    for (let index = 0; index < logLimits.batch + 2; index++) feed.add(message(`m${index}`));
    feed.add({ ...message('x'), doubt: 'inferred' });
    await feed.flush();
    expect(sent().map((ids) => ids.length)).toEqual([logLimits.batch, 2]);
  });

  it('tries again later with what could not be sent', async () => {
    keep.mockRejectedValueOnce(new Error('away'));
    feed.add(message('a'));
    await feed.flush();
    feed.add(message('b'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent()).toEqual([['a'], ['a', 'b']]);
  });

  it('gives up where the user does not moderate, until it begins anew', async () => {
    keep.mockRejectedValueOnce(new FailureError({ code: 'not-moderator', channel: 'mainstage' }));
    feed.add(message('a'));
    await feed.flush();
    feed.add(message('b'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent()).toEqual([['a']]);
    feed.turn(true);
    feed.add(message('c'));
    await feed.flush();
    expect(sent()).toEqual([['a'], ['c']]);
  });

  it('sends nothing again that was refused for what it is, and goes on with the rest', async () => {
    const refused = { code: 'refused', why: 'bad-shape', command: 'chatLog.keep' } as const;
    keep.mockRejectedValueOnce(new FailureError(refused)).mockRejectedValueOnce(new Error('away'));
    for (let index = 0; index < logLimits.batch; index++) feed.add(message(`m${index}`));
    feed.add(message('a'));
    await feed.flush();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent().map((ids) => [ids.at(0), ids.length])).toEqual([
      ['m0', logLimits.batch],
      ['a', 1],
      ['a', 1],
    ]);
  });

  it('ends where its extension is gone: the page has an old script', async () => {
    keep.mockRejectedValueOnce(new FailureError({ code: 'unreachable', reloaded: true }));
    feed.add(message('a'));
    await feed.flush();
    feed.add(message('b'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent()).toEqual([['a']]);
  });

  it('sends what waits when it is left, once, and nothing after it', async () => {
    for (let index = 0; index < logLimits.batch + 1; index++) feed.add(message(`m${index}`));
    keep.mockResolvedValueOnce({}).mockRejectedValueOnce(new Error('away'));
    await feed.leave();
    feed.add(message('a'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent().map((ids) => ids.length)).toEqual([logLimits.batch, 1]);
  });

  it('sends one after the other where the background is slow, and remembers only so many that wait', async () => {
    const answer = holdNext(keep);
    feed.add(message('slow'));
    await vi.advanceTimersByTimeAsync(5_000);
    for (let index = 0; index < 30_000; index++) feed.add(message(`m${index}`));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent()).toEqual([['slow']]);
    answer({});
    await vi.advanceTimersByTimeAsync(60_000);
    const after = sent().slice(1).flat();
    expect(after.at(-1)).toBe('m29999');
    expect(after.length).toBeGreaterThan(4_999);
    expect(after.length).toBeLessThanOrEqual(10_000);
  });

  it('keeps nothing while it is off, and forgets what waits', async () => {
    feed.add(message('a'));
    feed.turn(false);
    feed.add(message('b'));
    await vi.advanceTimersByTimeAsync(120_000);
    feed.turn(true);
    await feed.flush();
    expect(sent()).toEqual([]);
  });
});
