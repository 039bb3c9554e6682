import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createQueueDesk, type QueueDeskParts, type QueueState } from '../../lib/channel/queue-desk.ts';
import { createQueueWatch, type QueueTab, type QueueWatchParts } from '../../lib/channel/queue-watch.ts';
import { type Counted, createQueues, type QueuePlace } from '../../lib/channel/queues.ts';
import { FailureError } from '../../lib/failure.ts';
import type { Badge } from '../../lib/live/badge.ts';
import { badgeOf, queueBadge } from '../../lib/live/badge.ts';
import { badgeWords, queueWords } from '../../lib/live/badge-words.ts';
import type { Presence } from '../../lib/live/watch.ts';
import { defaultSettings, type Settings } from '../../lib/store/settings-table.ts';
import { speakFrom } from '../../lib/text.ts';
import { holdNext } from './hold.ts';

const minute = 60_000;
const start = 1_000 * minute;
const here: QueuePlace = { platform: 'twitch', channel: 'ann' };
const there: QueuePlace = { platform: 'chzzk', channel: 'a'.repeat(32) };

describe('the counting of queues', () => {
  const ask = vi.fn<(place: QueuePlace) => Promise<Counted>>();
  let stored: Parameters<Parameters<typeof createQueues>[0]['kept']['update']>[0] extends (
    all: infer Kept,
  ) => unknown
    ? Kept
    : never;
  let asker: string | undefined;
  let now: number;

  /** As a worker has it that has just started. */
  const queues = () =>
    createQueues({
      asker: () => Promise.resolve(asker),
      ask,
      kept: {
        get: () => Promise.resolve(stored),
        update: (change) => Promise.resolve((stored = change(stored))),
      },
      now: () => now,
    });

  beforeEach(() => {
    stored = undefined;
    asker = 'twitch:1';
    now = start;
    ask.mockReset().mockResolvedValue({ count: 3, more: false });
  });

  it('asks once for what is young enough, however many ask and whichever worker they wake', async () => {
    const one = queues();
    const [first, second] = await Promise.all([one.read(here, minute), one.read(here, minute)]);
    expect(first).toEqual({ count: 3, more: false, at: start });
    expect(second).toEqual(first);
    now += minute;
    expect(await queues().read(here, minute)).toEqual(first);
    expect(ask).toHaveBeenCalledOnce();
    now += 1;
    ask.mockResolvedValue({ count: 4, more: true });
    expect(await queues().read(here, minute)).toEqual({ count: 4, more: true, at: now });
  });

  it('keeps apart channels, and who has counted', async () => {
    await queues().read(here, minute);
    await queues().read(there, minute);
    expect(ask).toHaveBeenCalledTimes(2);
    asker = 'twitch:2';
    expect(await queues().known(here, minute)).toBeUndefined();
    await queues().read(here, minute);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('believes no number of a clock that was set back', async () => {
    await queues().read(here, minute);
    now -= 2 * minute;
    expect(await queues().known(here, minute)).toBeUndefined();
  });

  it('does not ask behind the user’s back where nobody may count, but does when they look', async () => {
    ask.mockRejectedValue(new FailureError({ code: 'chzzk-no-role' }));
    await queues().glance(there, minute);
    now += 10 * minute;
    await queues().glance(there, minute);
    expect(ask).toHaveBeenCalledOnce();
    await expect(queues().read(there, minute)).rejects.toThrow('chzzk-no-role');
    expect(await queues().known(there, minute)).toBeUndefined();
    now += 61 * minute;
    await queues().glance(there, minute);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('keeps the last number through a moment’s trouble', async () => {
    await queues().read(here, minute);
    now += 2 * minute;
    ask.mockRejectedValue(new FailureError({ code: 'platform-down', status: 503 }));
    await queues().glance(here, minute);
    expect(await queues().known(here, 5 * minute)).toMatchObject({ count: 3, at: start });
  });
});

describe('the queue in the popup', () => {
  const read = vi.fn<QueueDeskParts['read']>();
  const allow = vi.fn<QueueDeskParts['allow']>();
  let isOnline: boolean;
  let shown: (QueueState | undefined)[];
  const last = (): QueueState | undefined => shown.at(-1);

  const desk = () =>
    createQueueDesk({ read, allow, isOnline: () => isOnline, show: (state) => void shown.push(state) });

  beforeEach(() => {
    isOnline = true;
    shown = [];
    read.mockReset().mockResolvedValue({ count: 2, more: false, at: start });
    allow.mockReset().mockResolvedValue(undefined);
  });

  it('counts when a channel comes in sight, anew when the user wants that, and forgets it with the channel', async () => {
    const queue = desk();
    await queue.look(here);
    expect(read).toHaveBeenLastCalledWith(here, false);
    expect(shown[0]).toMatchObject({ count: undefined, asking: true });
    expect(last()).toEqual({
      place: here,
      count: { count: 2, more: false, at: start },
      failure: undefined,
      asking: false,
    });
    await queue.refresh();
    expect(read).toHaveBeenLastCalledWith(here, true);
    await queue.look(undefined);
    expect(last()).toBeUndefined();
  });

  it('keeps the number beside what went wrong, but not that of another channel', async () => {
    const queue = desk();
    await queue.look(here);
    isOnline = false;
    await queue.refresh();
    expect(last()).toMatchObject({ count: { count: 2 }, failure: { code: 'offline' } });
    expect(read).toHaveBeenCalledOnce();
    await queue.look(there);
    expect(last()).toMatchObject({ count: undefined, failure: { code: 'offline' } });
  });

  it('asks for permission only when the user presses, and counts then', async () => {
    const queue = desk();
    const failure = { code: 'missing-scope', scopes: ['moderator:read:unban_requests'] } as const;
    read.mockRejectedValueOnce(new FailureError(failure));
    await queue.look(here);
    expect(last()?.failure).toEqual(failure);
    expect(allow).not.toHaveBeenCalled();
    await queue.allow();
    expect(allow).toHaveBeenCalledExactlyOnceWith(here);
    expect(last()).toMatchObject({ count: { count: 2 }, failure: undefined });
    allow.mockRejectedValue(new FailureError({ code: 'sign-in-denied' }));
    await queue.allow();
    expect(last()?.failure).toEqual({ code: 'sign-in-denied' });
  });

  it('lets no answer of a channel that is left stand for the next one', async () => {
    const queue = desk();
    const answer = holdNext(read);
    const first = queue.look(here);
    await queue.look(there);
    answer({ count: 99, more: false, at: start });
    await first;
    expect(last()).toMatchObject({ place: there, count: { count: 2 } });
  });
});

describe('numbers on tabs', () => {
  const glance = vi.fn<QueueWatchParts['queues']['glance']>();
  let settings: Settings;
  let tabs: readonly QueueTab[];
  let presence: Presence;
  let counts: Record<string, number>;
  let numbered: readonly number[] | undefined;
  let on: Map<number, Badge>;

  const watch = () =>
    createQueueWatch({
      settings: () => Promise.resolve(settings),
      tabs: () => Promise.resolve(tabs),
      queues: {
        glance,
        known: ({ channel }) => {
          const count = counts[channel];
          return Promise.resolve(count === undefined ? undefined : { count, more: false, at: start });
        },
      },
      numbered: {
        get: () => Promise.resolve(numbered),
        set: (ids) => {
          numbered = ids;
          return Promise.resolve();
        },
      },
      presence: () => Promise.resolve(presence),
      isOnline: () => true,
      isMetered: () => false,
      show: (id, _place, badge) => {
        on.set(id, badge);
        return Promise.resolve();
      },
      clear: (id) => {
        on.delete(id);
        return Promise.resolve();
      },
    });

  beforeEach(() => {
    glance.mockReset().mockResolvedValue(undefined);
    settings = { ...defaultSettings, 'live.badgeOf': 'queues' };
    tabs = [
      { id: 1, isInFront: true, place: here },
      { id: 2, isInFront: false, place: there },
    ];
    presence = 'active';
    counts = { ann: 4 };
    numbered = undefined;
    on = new Map();
  });

  it('are asked for where the user looks, as often as who is live is', async () => {
    await watch().look();
    expect(glance).toHaveBeenCalledExactlyOnceWith(here, 1.5 * minute);
    expect(on.get(1)).toMatchObject({ state: 'queue', text: '4' });
    expect(on.has(2)).toBe(false);
    presence = 'idle';
    await watch().look();
    expect(glance).toHaveBeenLastCalledWith(here, 3.5 * minute);
    presence = 'locked';
    await watch().look();
    expect(glance).toHaveBeenCalledTimes(2);
  });

  it('cost nothing where nobody wants them', async () => {
    settings = defaultSettings;
    await watch().look();
    await watch().opened(here);
    expect(glance).not.toHaveBeenCalled();
    expect(on.size).toBe(0);
  });

  it('go when they are not wanted any more, or the tab shows something else, also after the worker died', async () => {
    counts = { ann: 4, [there.channel]: 1 };
    await watch().draw();
    expect([...on.keys()]).toEqual([1, 2]);
    tabs = tabs.slice(0, 1);
    await watch().draw();
    expect([...on.keys()]).toEqual([1]);
    settings = { ...settings, 'live.paused': true };
    await watch().draw();
    expect(on.size).toBe(0);
    expect(numbered).toEqual([]);
  });

  it('say in words what they count', () => {
    speakFrom((key, given) => [key, ...given].join(' '));
    expect(queueBadge({ count: 0, more: false })).toMatchObject({ state: 'plain', text: '' });
    expect(queueBadge({ count: 20, more: true })).toMatchObject({ state: 'queue', text: '20+' });
    expect(queueWords(here, queueBadge({ count: 20, more: true }))).toBe(
      'extensionName: badgeQueueMore ann 20',
    );
    expect(queueWords(here, queueBadge({ count: 1, more: false }))).toBe(
      'extensionName: badgeQueueOne ann 1',
    );
    expect(queueWords(there, queueBadge({ count: 0, more: false }))).toBe(
      'extensionName: badgeQueueNone badgeQueueHere',
    );
    const facts = { signedIn: true, failed: false, paused: false, live: 1_234, counts: true };
    expect(badgeWords(badgeOf(facts))).toBe('extensionName: badgeLive 1,234');
    expect(badgeWords(badgeOf({ ...facts, live: 1 }))).toBe('extensionName: badgeLiveOne');
    expect(badgeWords(badgeOf({ ...facts, counts: false }))).toBe('extensionName');
    expect(badgeWords(badgeOf({ ...facts, failed: true }))).toBe('extensionName: badgeFailed');
    expect(badgeWords(badgeOf({ ...facts, paused: true }))).toBe('extensionName: badgePaused');
    expect(badgeWords(badgeOf({ ...facts, signedIn: false }))).toBe('extensionName: badgeSignedOut');
  });
});
