import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createChzzkLive } from '../../lib/chzzk/live.ts';
import type { ChzzkSession } from '../../lib/chzzk/session.ts';
import { FailureError } from '../../lib/failure.ts';
import type { LiveSnapshot, LiveStream } from '../../lib/live/stream.ts';

const kim: LiveStream = {
  platform: 'chzzk',
  channelId: 'c1',
  login: 'c1',
  name: '방송인01',
  title: '',
  category: '',
  viewers: 1,
  rerun: false,
};

let stored: Map<string, LiveSnapshot>;
let session: ChzzkSession | undefined;
let away: boolean | undefined;
const follows = vi.fn<() => Promise<readonly LiveStream[]>>();
const changed = vi.fn<(list: LiveSnapshot) => Promise<void>>();
const refined = vi.fn<(list: LiveSnapshot) => Promise<void>>();
const gone = vi.fn<() => Promise<void>>();

const service = () =>
  createChzzkLive({
    session: () => Promise.resolve(session),
    follows,
    lists: {
      read: () => Promise.resolve([...stored.values()]),
      put: (list) => Promise.resolve(void stored.set(list.accountId, list)),
      delete: (listId) => Promise.resolve(void stored.delete(listId)),
    },
    away: {
      get: () => Promise.resolve(away),
      set: (value) => Promise.resolve(void (away = value)),
    },
    isPermitted: () => Promise.resolve(session !== undefined),
    changed,
    refined,
    gone,
    now: () => 5,
  });

beforeEach(() => {
  stored = new Map();
  session = { loggedIn: true, id: 'me1' };
  away = undefined;
  follows.mockReset().mockResolvedValue([kim]);
  changed.mockReset().mockResolvedValue();
  refined.mockReset().mockResolvedValue();
  gone.mockReset().mockResolvedValue();
});

describe('the list of CHZZK', () => {
  const list = { accountId: 'chzzk:me1', streams: [kim], updatedAt: 5 };

  it('is asked for once by several at a time, stored, and told of', async () => {
    const live = service();
    expect(await Promise.all([live.refresh(), live.refresh()])).toEqual(['listed', 'listed']);
    expect(follows).toHaveBeenCalledOnce();
    expect(await live.stored()).toEqual(list);
    expect(changed).toHaveBeenCalledExactlyOnceWith(list);
  });

  it('is written anew when more is known of it, and that is no news', async () => {
    const live = service();
    const more = (streams: readonly LiveStream[]) =>
      Promise.resolve(streams.map((stream) => ({ ...stream, startedAt: 3 })));
    await live.refine(more);
    expect(stored.size).toBe(0);
    // A list that is just being asked for comes first.
    const asking = live.refresh();
    await live.refine(more);
    await asking;
    const better = { ...list, streams: [{ ...kim, startedAt: 3 }] };
    expect(await live.stored()).toEqual(better);
    expect(refined).toHaveBeenCalledExactlyOnceWith(better);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('is not asked for without the user’s permission, and does not outlive it', async () => {
    session = undefined;
    stored.set('chzzk:me1', list);
    const live = service();
    expect(await live.isWanted()).toBe(false);
    expect(await live.refresh()).toBe('not-permitted');
    expect(follows).not.toHaveBeenCalled();
    expect(stored.size).toBe(0);
    expect(gone).toHaveBeenCalledOnce();
  });

  it('goes with the login, and is not asked for again until somebody looks', async () => {
    const live = service();
    await live.refresh();
    session = { loggedIn: false };
    expect(await live.refresh()).toBe('logged-out');
    expect(stored.size).toBe(0);
    expect(await live.isWanted()).toBe(false);
    session = { loggedIn: true, id: 'me1' };
    await live.heard(session);
    expect(await live.stored()).toEqual(list);
    expect(await live.isWanted()).toBe(true);
  });

  it('goes too when the login ends between two questions', async () => {
    stored.set('chzzk:me1', list);
    follows.mockRejectedValue(new FailureError({ code: 'chzzk-logged-out' }));
    expect(await service().refresh()).toBe('logged-out');
    expect(stored.size).toBe(0);
    expect(away).toBe(true);
  });

  it('stays as it was when CHZZK cannot be asked', async () => {
    stored.set('chzzk:me1', list);
    follows.mockRejectedValue(new FailureError({ code: 'platform-down', status: 503 }));
    await expect(service().refresh()).rejects.toMatchObject({ failure: { code: 'platform-down' } });
    expect(await service().stored()).toEqual(list);
    expect(gone).not.toHaveBeenCalled();
  });

  it('is that of whoever is logged in, and of nobody else', async () => {
    stored.set('chzzk:other', { ...list, accountId: 'chzzk:other' });
    const live = service();
    await live.heard(session);
    expect([...stored.keys()]).toEqual(['chzzk:me1']);
    follows.mockClear();
    await live.heard(session);
    expect(follows).not.toHaveBeenCalled();
  });
});
