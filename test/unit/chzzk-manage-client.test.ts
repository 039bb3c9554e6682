import { describe, expect, it, vi } from 'vitest';

import type { Fetch } from '../../lib/chzzk/ask.ts';
import { manageCalls } from '../../lib/chzzk/manage/calls.ts';
import { createManageClient } from '../../lib/chzzk/manage/client.ts';
import { fail, failureOf } from '../../lib/failure.ts';

const { words, restrictions } = manageCalls;
const channelId = `c${'0'.repeat(30)}1`;
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const ok = (content: unknown): Response => json({ code: 200, message: null, content });
const refused = (): Response => json({ code: 403, message: '권한이 없습니다.' }, 403);
const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => failureOf(error));

/** A client whose requests from the background and from a tab are answered in turn. */
function client({
  read = [],
  write = [],
  online = true,
}: {
  read?: (Response | Error)[];
  write?: (Response | Error)[];
  online?: boolean;
}) {
  const answering = (answers: (Response | Error)[]) =>
    vi.fn<Fetch>(() => {
      const answer = answers.shift();
      if (!answer) throw new Error('nothing more was expected');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    });
  const [reads, writes] = [answering(read), answering(write)];
  const from = vi.fn(() => writes);
  const settle = vi.fn(() => Promise.resolve());
  const { send } = createManageClient({ read: reads, write: from, online: () => online, settle });
  return { send, reads, writes, from, settle };
}

const add = { body: { prohibitWord: '바보' } };

describe('a management call', () => {
  it('that reads is made by the background, one that changes something from a tab', async () => {
    const { send, reads, writes, from } = client({ read: [ok({ prohibitWordList: [] })], write: [ok(null)] });
    await send(words.list, channelId);
    expect(writes).not.toHaveBeenCalled();
    await send(words.add, channelId, add);
    expect(reads).toHaveBeenCalledOnce();
    expect(from).toHaveBeenCalledExactlyOnceWith('studio', channelId);
    const [url, init] = writes.mock.calls[0] ?? [];
    expect(url).toBe(words.add.url.replace('{channelId}', channelId));
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"prohibitWord":"바보"}',
      headers: { 'content-type': 'application/json' },
      credentials: 'include',
    });
  });

  it('that is refused is made once more, where the role says that it may be', async () => {
    const { send, writes, settle } = client({
      write: [refused(), ok({ userRole: 'STREAMER', permissions: ['CHAT_MANAGE'] }), ok(null)],
    });
    await send(words.add, channelId, add);
    expect(
      writes.mock.calls.map(([url, { method }]) => [new URL(url).pathname.split('/').at(-1), method]),
    ).toEqual([
      ['prohibit-words', 'POST'],
      ['my-role', undefined],
      ['prohibit-words', 'POST'],
    ]);
    // A session takes a moment to warm up.
    const [, asked = 0, again = 0] = writes.mock.invocationCallOrder;
    const [paused = 0] = settle.mock.invocationCallOrder;
    expect([asked < paused, paused < again]).toEqual([true, true]);
  });

  it.each([
    ['for want of a role', [refused(), ok({ permissions: [] })], { code: 'chzzk-no-role' }],
    ['for want of this one', [refused(), ok({ permissions: ['CHAT_BLIND'] })], { code: 'chzzk-no-role' }],
    [
      'with its own words, where the role is there',
      [refused(), ok({ permissions: ['CHAT_MANAGE'] }), refused()],
      { code: 'platform-refused', status: 403, message: '권한이 없습니다.' },
    ],
    [
      'with its own words, where the role cannot be known',
      [refused(), refused(), refused()],
      { code: 'platform-refused', status: 403, message: '권한이 없습니다.' },
    ],
    ['by an envelope that knows better', [json({ code: 401, message: '…' })], { code: 'chzzk-logged-out' }],
  ])('fails %s', async (_why, write, failure) => {
    const { send } = client({ write });
    expect(await failing(send(words.add, channelId, add))).toEqual(failure);
  });

  it('says of a change without an answer that nobody knows', async () => {
    const lost = new TypeError('Failed to fetch');
    const outcome = { code: 'outcome-unknown' };
    expect(await failing(client({ write: [lost] }).send(words.add, channelId, add))).toEqual(outcome);
    const offline = client({ write: [lost], online: false });
    expect(await failing(offline.send(words.add, channelId, add))).toEqual({ code: 'offline' });
    expect(await failing(client({ read: [lost] }).send(words.list, channelId))).toEqual({ code: 'offline' });
  });

  it('says that no tab is open', async () => {
    const failure = { code: 'chzzk-no-tab', from: 'studio', channelId } as const;
    const { send } = createManageClient({
      read: () => Promise.reject(new Error()),
      write: () => () => Promise.resolve().then(() => fail(failure)),
      online: () => true,
      settle: () => Promise.resolve(),
    });
    expect(await failing(send(words.add, channelId, add))).toEqual(failure);
  });

  it('is done once CHZZK says so, whatever else it answers; one that reads is held to its shape', async () => {
    const days = { body: { targetId: 'a', restrictDays: 1, memo: '' } } as const;
    const { send } = client({ write: [ok('SUCCESS')], read: [ok({ prohibitWordList: [{}] })] });
    expect(await send(restrictions.add, channelId, days)).toBeUndefined();
    expect(await failing(send(words.list, channelId))).toMatchObject({ code: 'upstream-changed' });
  });

  it('is not made with what breaks a limit', async () => {
    const { send, writes } = client({});
    expect(await failing(send(words.add, channelId, { body: { prohibitWord: '' } }))).toMatchObject({
      code: 'bad-input',
      field: 'body.prohibitWord',
    });
    expect(writes).not.toHaveBeenCalled();
  });
});
