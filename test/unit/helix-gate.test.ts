/** How calls wait for their turn: the common bucket, and the limits that single endpoints have of their own. */
import { describe, expect, it, vi } from 'vitest';
import { sendAShoutout } from '../../lib/twitch/helix/endpoints/chat.ts';
import { banUser } from '../../lib/twitch/helix/endpoints/moderation.ts';
import { getUsers } from '../../lib/twitch/helix/endpoints/users.ts';
import type { GateState } from '../../lib/twitch/helix/gate.ts';
import { aBan, bucket, failing, listed, refused, stage, startMs } from './helix-script.ts';

const ban = { broadcaster_id: '1', data: { user_id: '2', reason: 'spam' } };

describe('the bucket', () => {
  it('waits for the reset when it is empty, and for no longer', async () => {
    const { helix, sent } = stage((_, number) =>
      listed([], {}, number === 1 ? bucket(0, 30) : bucket(799, 90)),
    );
    await helix.call(getUsers, { id: ['1'] });
    await helix.call(getUsers, { id: ['2'] });
    expect(sent[1]?.atMs).toBe(startMs + 31_000);
  });

  it('works the reset out by the server’s clock', async () => {
    const date = new Date(startMs - 600_000).toUTCString();
    const { helix, sent } = stage((_, number) =>
      listed([], {}, number === 1 ? { ...bucket(0, 30 - 600), date } : bucket(799, 90)),
    );
    await helix.call(getUsers, { id: ['1'] });
    await helix.call(getUsers, { id: ['2'] });
    expect(sent[1]?.atMs).toBe(startMs + 31_000);
  });

  it('fails at once where the wait is longer than the caller’s patience', async () => {
    const { helix, sent } = stage(() => listed([], {}, bucket(0, 30)));
    await helix.call(getUsers, { id: ['1'] });
    await expect(helix.call(getUsers, { id: ['2'] }, { patienceMs: 5_000 })).rejects.toMatchObject(
      failing({ code: 'rate-limited', retryAfterMs: 31_000 }),
    );
    expect(sent).toHaveLength(1);
  });

  it('keeps a reserve for the user, and lets the user go first', async () => {
    const { helix, sent } = stage((_, number) =>
      listed([], {}, number === 1 ? bucket(30, 30) : bucket(20, 30)),
    );
    await helix.call(getUsers, { id: ['1'] });
    const background = helix.call(getUsers, { id: ['2'] }, { priority: 'background' });
    await helix.call(getUsers, { id: ['3'] });
    await background;
    expect(sent.map(({ url, atMs }) => [url.at(-1), atMs - startMs])).toEqual([
      ['1', 0],
      ['3', 0],
      ['2', 31_000],
    ]);
  });

  it('hurries a background read that a user now waits for', async () => {
    const { helix, sent } = stage(() => listed([], {}, bucket(30, 30)));
    await helix.call(getUsers, { id: ['1'] });
    const background = helix.call(getUsers, { id: ['2'] }, { priority: 'background' });
    await Promise.all([helix.call(getUsers, { id: ['2'] }), background]);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.atMs).toBe(startMs);
  });

  it('uses all of a bucket and never more, whatever is under way', async () => {
    // A bucket of 20 points that is full again every 60 s, as strict as Twitch's.
    let left = 20;
    let resetMs = startMs + 60_000;
    let overdrawn = 0;
    const made = stage(() => {
      if (made.clock.nowMs >= resetMs) {
        left = 20;
        resetMs = made.clock.nowMs + 60_000;
      }
      if (left === 0) overdrawn++;
      left = Math.max(0, left - 1);
      return listed([], {}, bucket(left, (resetMs - startMs) / 1_000, 20));
    });
    await made.helix.call(getUsers, { id: ['0'] });
    const ids = Array.from({ length: 59 }, (_, at) => String(at + 1));
    await Promise.all(ids.map((id) => made.helix.call(getUsers, { id: [id] }, { patienceMs: 300_000 })));
    expect(overdrawn).toBe(0);
    expect(made.sent).toHaveLength(60);
    expect(made.sent.at(-1)?.atMs).toBeLessThanOrEqual(startMs + 2 * 61_000);
  });

  it('outlives the worker', async () => {
    let kept: GateState | undefined;
    const bucketStore = {
      read: () => Promise.resolve(kept),
      write: (state: GateState) => {
        kept = structuredClone(state);
        return Promise.resolve();
      },
    };
    const first = stage(() => listed([], {}, bucket(0, 30)), { bucketStore });
    await first.helix.call(getUsers, { id: ['1'] });
    const second = stage(() => listed([], {}, bucket(799, 90)), { bucketStore });
    await second.helix.call(getUsers, { id: ['2'] });
    expect(second.sent[0]?.atMs).toBe(startMs + 31_000);
  });

  it('does not make a run of writes of a run of calls', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const written: (number | undefined)[] = [];
    const { helix } = stage((_, number) => listed([], {}, bucket(100 - number, 30)), {
      bucketStore: {
        read: () => Promise.resolve(undefined),
        write: ({ buckets }) => {
          written.push(Object.values(buckets)[0]?.remaining);
          return Promise.resolve();
        },
      },
    });
    for (let call = 0; call < 5; call++) await helix.call(getUsers, {});
    expect(written).toEqual([99]);
    await vi.advanceTimersByTimeAsync(100);
    expect(written).toEqual([99, 95]);
    vi.useRealTimers();
  });

  it('does without a store that fails', async () => {
    const broken = () => Promise.reject(new Error('quota'));
    const { helix } = stage(() => listed([], {}, bucket(5, 30)), {
      bucketStore: { read: broken, write: broken },
    });
    await expect(helix.call(getUsers, {})).resolves.toEqual({ data: [] });
  });

  it('tells how many points are left', async () => {
    const { helix } = stage(() => listed([], {}, bucket(712, 30)));
    await expect(helix.points()).resolves.toBeUndefined();
    await helix.call(getUsers, {});
    await expect(helix.points()).resolves.toMatchObject({ remaining: 712, limit: 800 });
  });
});

describe('429', () => {
  it('waits for the reset of the common bucket, also with a write: it was not done', async () => {
    const { helix, sent } = stage((_, number) =>
      number === 1 ? refused(429, 'Too Many Requests', bucket(0, 10)) : listed([aBan()]),
    );
    await expect(helix.call(banUser, ban)).resolves.toEqual({ data: [aBan()] });
    expect(sent[1]?.atMs).toBe(startMs + 11_000);
  });

  it('waits as long as Retry-After says with a read', async () => {
    const { helix, slept } = stage((_, number) =>
      number === 1 ? refused(429, 'slow down', { 'retry-after': '3' }) : listed([]),
    );
    await helix.call(getUsers, {});
    expect(slept).toEqual([3_000]);
  });

  it('does not wait longer than the caller’s patience', async () => {
    const { helix, sent } = stage(() => refused(429, 'slow down', { 'retry-after': '90' }));
    await expect(helix.call(getUsers, {})).rejects.toMatchObject(
      failing({ code: 'rate-limited', retryAfterMs: 90_000 }),
    );
    expect(sent).toHaveLength(1);
  });

  it('tells a write that hit a limit of its own how long to wait', async () => {
    const { helix, sent } = stage(() =>
      refused(429, 'too many bans', { 'retry-after': '12', ...bucket(500, 30) }),
    );
    await expect(helix.call(banUser, ban)).rejects.toMatchObject(
      failing({ code: 'rate-limited', retryAfterMs: 12_000 }),
    );
    expect(sent).toHaveLength(1);
  });
});

describe('limits of single endpoints', () => {
  const shoutout = { from_broadcaster_id: '1', to_broadcaster_id: '2' };
  const done = () => new Response(null, { status: 204 });

  it('answer at once with the time that is left', async () => {
    const { helix, sent, clock } = stage(done);
    await helix.call(sendAShoutout, shoutout);
    clock.nowMs += 20_000;
    await expect(helix.call(sendAShoutout, { ...shoutout, to_broadcaster_id: '3' })).rejects.toMatchObject(
      failing({ code: 'rate-limited', retryAfterMs: 100_000 }),
    );
    clock.nowMs += 100_000;
    await helix.call(sendAShoutout, { ...shoutout, to_broadcaster_id: '3' });
    clock.nowMs += 120_000;
    await expect(helix.call(sendAShoutout, shoutout)).rejects.toMatchObject(
      failing({ code: 'rate-limited', retryAfterMs: 3_600_000 - 240_000 }),
    );
    expect(sent).toHaveLength(2);
  });

  it('count each channel apart', async () => {
    const { helix, sent } = stage(done);
    await helix.call(sendAShoutout, shoutout);
    await helix.call(sendAShoutout, { ...shoutout, from_broadcaster_id: '9' });
    expect(sent).toHaveLength(2);
  });

  it('do not count what was refused', async () => {
    const { helix, sent } = stage((_, number) => (number === 1 ? refused(400, 'not live') : done()));
    await expect(helix.call(sendAShoutout, shoutout)).rejects.toThrow();
    await helix.call(sendAShoutout, shoutout);
    expect(sent).toHaveLength(2);
  });

  it('count what may have been done', async () => {
    const { helix } = stage(() => new TypeError('lost'));
    await expect(helix.call(sendAShoutout, shoutout)).rejects.toThrow();
    await expect(helix.call(sendAShoutout, shoutout)).rejects.toMatchObject({
      failure: { code: 'rate-limited' },
    });
  });
});
