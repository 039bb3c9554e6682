import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { KnownRequest, UnbanRequests } from '../../lib/channel/unban-request.ts';
import { FailureError } from '../../lib/failure.ts';
import { Requesting, type RequestsDesk } from '../../lib/pages/requesting.ts';
import { holdNext } from './hold.ts';

const request = (id: string): KnownRequest => ({
  id,
  who: { id: `1${id}`, login: `login_${id}`, name: `Name_${id}` },
  text: 'sorry',
  at: 1,
  earlier: [],
  earlierCount: 0,
});
const page = (ids: string, after?: string): UnbanRequests<KnownRequest> => ({
  requests: Array.from(ids, request),
  ...(after !== undefined && { after }),
});
const offline = new FailureError({ code: 'offline' });
const missing = new FailureError({
  code: 'missing-scope',
  scopes: ['moderator:manage:unban_requests'],
});

describe('the queue of requests in the page', () => {
  const read = vi.fn<RequestsDesk['read']>();
  const act = vi.fn<RequestsDesk['act']>();
  const unlock = vi.fn<RequestsDesk['unlock']>();
  const changed = vi.fn();
  let queue: Requesting;
  const ids = (): string => queue.list.rows.map(({ id }) => id).join('');
  const stateOf = (id: string) => queue.answerTo(id)?.state;

  beforeEach(() => {
    vi.resetAllMocks();
    act.mockResolvedValue({});
    unlock.mockResolvedValue({});
    queue = new Requesting({
      channel: 'mainstage',
      desk: { read, act, unlock },
      changed,
      now: () => 1_000,
    });
  });

  it('reads page after page, and nobody twice', async () => {
    read.mockResolvedValueOnce(page('abc', 'next')).mockResolvedValueOnce(page('cde'));
    await queue.load();
    expect(queue.list).toMatchObject({ isBusy: false, at: 1_000, after: 'next' });
    expect(queue.current).toBe('a');
    await queue.more();
    expect(read.mock.calls).toEqual([[], ['next']]);
    expect(ids()).toBe('abcde');
    await queue.more();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps what it has when it cannot read on, and tries from there', async () => {
    read.mockResolvedValueOnce(page('ab', 'next')).mockRejectedValueOnce(offline);
    await queue.load();
    await queue.more();
    expect(queue.list).toMatchObject({ isBusy: false, after: 'next', failure: { code: 'offline' } });
    expect(ids()).toBe('ab');
    read.mockResolvedValueOnce(page('cd'));
    await queue.retry();
    expect(read).toHaveBeenLastCalledWith('next');
    expect(ids()).toBe('abcd');
    expect(queue.list.failure).toBeUndefined();
  });

  it('forgets what an older reading brings late', async () => {
    const late = holdNext(read);
    const first = queue.load();
    read.mockResolvedValueOnce(page('xy'));
    await queue.load();
    late(page('ab'));
    await first;
    expect(ids()).toBe('xy');
  });

  it('waits for what the user must allow, and reads then; not where they do not', async () => {
    read.mockRejectedValueOnce(missing);
    await queue.load();
    unlock.mockRejectedValueOnce(offline);
    await queue.unlock();
    expect(queue.list.failure).toEqual(missing.failure);
    read.mockResolvedValueOnce(page('a'));
    await queue.unlock();
    expect(unlock).toHaveBeenLastCalledWith(missing.failure);
    expect(ids()).toBe('a');
  });

  it('walks through those that wait, reads on at the end, and anew where some were answered', async () => {
    read.mockResolvedValueOnce(page('abc', 'next')).mockResolvedValueOnce(page('d'));
    await queue.load();
    queue.ask('b', 'deny');
    await queue.send('b');
    // What was meant was answered: the next one is.
    expect(queue.current).toBe('c');
    await queue.step(-1);
    expect(queue.current).toBe('a');
    await queue.step(1);
    expect(queue.current).toBe('c');
    await queue.step(1);
    expect(queue.current).toBe('d');
    read.mockResolvedValueOnce(page('acde'));
    await queue.step(1);
    expect(ids()).toBe('acde');
    expect(queue.current).toBe('d');
  });

  it('answers once, whatever is pressed meanwhile, with the words that go with it', async () => {
    const done = holdNext(act);
    read.mockResolvedValueOnce(page('ab'));
    await queue.load();
    queue.ask('a', 'approve');
    queue.write('a', '  welcome back ');
    const sending = queue.send('a');
    void queue.send('a');
    queue.ask('a', 'deny');
    queue.cancel('a');
    expect(stateOf('a')).toBe('sending');
    done({});
    await sending;
    expect(act).toHaveBeenCalledExactlyOnceWith(expect.any(String), {
      platform: 'twitch',
      channel: 'mainstage',
      kind: 'unban',
      target: { login: 'login_a', name: 'Name_a', id: '1a' },
      request: 'a',
      reason: 'welcome back',
    });
    expect(stateOf('a')).toBe('done');
    queue.ask('a', 'deny');
    expect(stateOf('a')).toBe('done');
  });

  it('sends again under the same id what failed, after the user has allowed it', async () => {
    act.mockRejectedValueOnce(missing);
    read.mockResolvedValueOnce(page('ab'));
    await queue.load();
    queue.ask('a', 'deny');
    await queue.send('a');
    expect(queue.answerTo('a')).toMatchObject({ state: 'failed', failure: missing.failure });
    // Whoever failed stays meant.
    expect(queue.current).toBe('a');
    await queue.unlockAnswer('a');
    expect(stateOf('a')).toBe('done');
    expect(act.mock.calls[0]?.[0]).toBe(act.mock.calls[1]?.[0]);
    expect(act.mock.calls[1]?.[1]).toMatchObject({ kind: 'deny', request: 'a' });
  });

  it('leaves alone what somebody else has answered, until the list is read anew', async () => {
    act.mockRejectedValueOnce(new FailureError({ code: 'request-gone', login: 'login_b' }));
    read.mockResolvedValueOnce(page('abc'));
    await queue.load();
    queue.ask('b', 'approve');
    await queue.send('b');
    expect(stateOf('b')).toBe('failed');
    await queue.send('b');
    queue.ask('b', 'deny');
    expect(act).toHaveBeenCalledOnce();
    expect(queue.answerTo('b')).toMatchObject({ state: 'failed', verdict: 'approve' });
    queue.choose('a');
    await queue.step(1);
    expect(queue.current).toBe('c');
    // The platform's list says that it waits: then it may be asked once more.
    read.mockResolvedValueOnce(page('abc'));
    await queue.load();
    expect(stateOf('b')).toBeUndefined();
  });

  it('forgets answers with their requests, and means the first where the one that was meant is gone', async () => {
    read.mockResolvedValueOnce(page('abc'));
    await queue.load();
    queue.choose('c');
    queue.ask('c', 'deny');
    queue.ask('b', 'approve');
    queue.write('b', 'hm');
    queue.choose('c');
    read.mockResolvedValueOnce(page('ab'));
    await queue.load();
    expect(queue.current).toBe('a');
    expect(stateOf('c')).toBeUndefined();
    expect(queue.answerTo('b')).toMatchObject({ state: 'asked', reply: 'hm' });
  });
});
