import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Fetch } from '../../lib/chzzk/ask.ts';
import { createManageClient } from '../../lib/chzzk/manage/client.ts';
import { deedOf, type ViewerDoing } from '../../lib/chzzk/manage/deeds.ts';
import { createChzzkChat } from '../../lib/chzzk/moderation.ts';
import { failureOf } from '../../lib/failure.ts';
import { isDone, type LogEntry, type LoggedAction } from '../../lib/moderation/action.ts';
import type { Order } from '../../lib/moderation/book.ts';
import { createModeration } from '../../lib/moderation/moderation.ts';
import { memoryBook } from './moderation-book.ts';

/** What the panel does about viewers goes the way of what is done in the chat, and into the same log. */
const channel = `c${'0'.repeat(30)}1`;
const owl = `a${'0'.repeat(29)}10`;
const me = `b${'0'.repeat(30)}1`;
const at = 1_769_585_095_674;

const role = 'GET /manage/v1/channels/{channel}/my-role';
const list = 'GET /manage/v1/channels/{channel}/restrict-users';
const add = 'POST /manage/v1/channels/{channel}/restrict-users';

let sent: { readonly call: string; readonly body: unknown }[];
let answers: Record<string, unknown>;
let pending: Map<string, Order>;
let entries: Map<string, LogEntry>;

const fetch: Fetch = (address, { method = 'GET', body }) => {
  const call = `${method} ${new URL(address).pathname.replace(channel, '{channel}').replace(owl, '{owl}')}`;
  sent.push({ call, body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined });
  const answer = answers[call] ?? null;
  if (answer instanceof Error) return Promise.reject(answer);
  if (answer instanceof Response) return Promise.resolve(answer);
  return Promise.resolve(new Response(JSON.stringify({ code: 200, message: null, content: answer })));
};

/** A background that has just come to life, over the same book. */
function live() {
  const chat = createChzzkChat({
    client: createManageClient({
      read: fetch,
      write: () => fetch,
      online: () => true,
      settle: () => Promise.resolve(),
    }),
    fetch,
    session: () => Promise.resolve({ loggedIn: true, id: me, name: '매니저01' }),
  });
  return createModeration({
    platform: chat.platform,
    book: memoryBook({ entries, pending }),
    acting: chat.acting,
    chosen: chat.acting,
    account: chat.acting,
    now: () => at + 1_000,
    changed: vi.fn(() => Promise.resolve()),
  });
}

const act = (doing: ViewerDoing): Promise<LoggedAction> => {
  const { action, whom } = deedOf(channel, doing);
  return live().actOn(whom, 'a', action);
};
const calls = (): string[] => sent.map(({ call }) => call);
const row = { userIdHash: owl, nickname: 'nightowl', releaseDate: null, memo: '' };

beforeEach(() => {
  sent = [];
  pending = new Map();
  entries = new Map();
  answers = {
    [role]: { permissions: ['CHAT_MANAGE'] },
    'GET /service/v1/channels/{channel}': { channelId: channel, channelName: '방송인01' },
    [list]: { data: [row] },
  };
});

describe('a restriction from the panel', () => {
  const byName = { what: 'restrict', whom: 'nightowl', days: 7, memo: 'spam' } as const;
  const target = { id: owl, login: 'nightowl', name: 'nightowl' };

  it('goes by the nickname, and stands in the log about whom it hit', async () => {
    const entry = await act(byName);
    expect(sent.find(({ call }) => call === add)).toEqual({
      call: add,
      body: { targetId: 'nightowl', restrictDays: 7, memo: 'spam' },
    });
    expect(entry).toMatchObject({
      action: { kind: 'bar', target, seconds: 7 * 86_400, reason: 'spam', channelName: '방송인01' },
      by: { id: `chzzk:${me}` },
    });
    expect(entry.undoUntil).toBeGreaterThan(at);
    await live().undo('a');
    expect(calls().at(-1)).toBe('DELETE /manage/v1/channels/{channel}/restrict-users/{owl}');
    expect(entries.get('a')?.undoneAt).toBeDefined();
  });

  it('stands in the log by the nickname alone, where the list does not say whom it hit', async () => {
    answers[list] = { data: [] };
    expect((await act(byName)).action.target).toEqual({ login: 'nightowl', name: 'nightowl' });
    answers[list] = new TypeError('lost');
    entries.clear();
    expect((await act(byName)).action.target).toEqual({ login: 'nightowl', name: 'nightowl' });
  });

  it('asks nobody who somebody is whom the list named', async () => {
    const entry = await act({ what: 'restrict', whom: owl, name: 'nightowl', days: null, memo: '' });
    expect(entry.action).toMatchObject({ kind: 'bar', target });
    expect(entry.action).not.toHaveProperty('reason');
    expect(calls()).toEqual([role, 'GET /service/v1/channels/{channel}', add]);
  });

  it('is found out about after a death, and goes into the log about whom it hit', async () => {
    const { action, whom } = deedOf(channel, byName);
    pending.set('a', { id: 'a', action, channelId: channel, targetId: whom, accountId: `chzzk:${me}`, at });
    answers[list] = { data: [{ ...row, createdDate: '2026-01-28 16:24:56' }] };
    await live().resume();
    expect(entries.get('a')?.action.target).toEqual(target);
    expect(calls()).not.toContain(add);
  });

  it('is in the log although its answer was lost, where the list has it', async () => {
    answers = {
      ...answers,
      [add]: new TypeError('lost'),
      [list]: { data: [{ ...row, createdDate: '2026-01-28 16:24:56' }] },
    };
    expect((await act(byName)).action.target).toEqual(target);
    expect(pending.size).toBe(0);
  });

  it('cannot be about oneself', async () => {
    const failing = act({ what: 'restrict', whom: me, name: '매니저01', days: 1, memo: '' });
    expect(await failing.catch((error: unknown) => failureOf(error))).toMatchObject({ code: 'protected' });
    expect(calls()).not.toContain(add);
  });
});

describe('a restriction that the panel changes', () => {
  const edit = 'PATCH /manage/v1/channels/{channel}/restrict-users/{owl}';
  const changed = { what: 'edit-restriction', id: owl, name: 'nightowl', days: 7, memo: 'spam' } as const;
  const week = 7 * 86_400;

  it('stands in the log, and goes back to what it was', async () => {
    const entry = await act({ ...changed, was: { days: null, memo: '' } });
    expect(sent.at(-1)).toEqual({ call: edit, body: { restrictDays: 7, memo: 'spam' } });
    expect(entry.action).toMatchObject({
      kind: 'rebar',
      target: { id: owl, login: 'nightowl', name: 'nightowl' },
      seconds: week,
      reason: 'spam',
      was: {},
    });
    expect(entry.undoUntil).toBe(at + 1_000 + week * 1_000);
    await live().undo('a');
    expect(sent.at(-1)).toEqual({ call: edit, body: { restrictDays: null, memo: '' } });
    expect(entries.get('a')?.undoneAt).toBeDefined();
    expect(entries.size).toBe(1);
  });

  it('stays, where what it was is no term that can be chosen', async () => {
    expect((await act(changed)).undoUntil).toBeUndefined();
    await expect(live().undo('a')).rejects.toThrow('undo-gone');
    expect(calls().filter((one) => one === edit)).toHaveLength(1);
  });

  const created = '2026-01-01 12:00:00';
  it.each([
    ['its days count from when it began', { createdDate: created, releaseDate: '2026-01-08 12:00:00' }, true],
    ['they count from the change', { createdDate: created, releaseDate: '2026-02-04 16:24:55' }, true],
    [
      'they count from nobody knows when',
      { createdDate: created, releaseDate: '2026-03-01 00:00:00' },
      'maybe',
    ],
    ['it is for good still', { createdDate: created, releaseDate: null }, false],
    ['its reason is another', { createdDate: created, releaseDate: '2026-01-08 12:00:00', memo: 'x' }, false],
    ['nobody is restricted', undefined, 'maybe'],
  ] as const)('is found out about after a death: %s', async (_why, found, isDoneNow) => {
    const { action, whom } = deedOf(channel, changed);
    pending.set('a', { id: 'a', action, channelId: channel, targetId: whom, accountId: `chzzk:${me}`, at });
    answers[list] = { data: found ? [{ ...row, memo: 'spam', ...found }] : [] };
    await live().resume();
    const state = entries.get('a')?.result?.state;
    expect(state).toBe(isDoneNow === true ? undefined : isDoneNow === false ? 'failed' : 'unknown');
    expect(entries.has('a')).toBe(true);
    expect(calls()).not.toContain(edit);
  });
});

describe('a restriction that the panel lifts', () => {
  it.each([
    { what: 'lift', id: owl, name: 'nightowl' },
    { what: 'accept', no: 7, id: owl, name: 'nightowl' },
  ] as const)('stands in the log: $what', async (doing) => {
    const entry = await act(doing);
    expect(entry.action).toMatchObject({
      kind: 'unbar',
      target: { id: owl, login: 'nightowl', name: 'nightowl' },
    });
    expect(entry.undoUntil).toBeUndefined();
    expect(calls().at(-1)).toBe('DELETE /manage/v1/channels/{channel}/restrict-users/{owl}');
  });

  it('is lifted where there is none any more', async () => {
    const lift = 'DELETE /manage/v1/channels/{channel}/restrict-users/{owl}';
    const no = (code: number) => new Response(JSON.stringify({ code, message: '…' }), { status: code });
    answers[lift] = no(404);
    expect((await act({ what: 'lift', id: owl, name: 'nightowl' })).action.kind).toBe('unbar');
    entries.clear();
    answers[lift] = no(400);
    await expect(act({ what: 'lift', id: owl, name: 'nightowl' })).rejects.toThrow('platform-refused');
  });

  it('is not taken for lifted where nobody is found by a name', async () => {
    const { action, whom } = deedOf(channel, { what: 'lift', id: owl });
    pending.set('a', { id: 'a', action, channelId: channel, targetId: whom, accountId: `chzzk:${me}`, at });
    answers[list] = { data: [] };
    await live().resume();
    expect([...entries.values()].filter(isDone).length + pending.size).toBe(0);
  });
});

describe('a request that the panel turns down', () => {
  const requests = 'GET /manage/v1/channels/{channel}/restrict-release-requests';
  const reject = 'PUT /manage/v1/channels/{channel}/restrict-release-requests/7/reject';
  const deny = { what: 'reject', no: 7, id: owl, name: 'nightowl', judgment: '안 됩니다.' } as const;
  const gone = () => new Response(JSON.stringify({ code: 404, message: '…' }), { status: 404 });
  const leave = (): void => {
    const { action, whom } = deedOf(channel, deny);
    pending.set('a', { id: 'a', action, channelId: channel, targetId: whom, accountId: `chzzk:${me}`, at });
  };

  it('stands in the log with the reason, and cannot be taken back', async () => {
    const entry = await act(deny);
    expect(sent.at(-1)).toEqual({ call: reject, body: { judgment: '안 됩니다.' } });
    expect(entry.action).toMatchObject({
      kind: 'deny',
      target: { id: owl, login: 'nightowl', name: 'nightowl' },
      request: 7,
      reason: '안 됩니다.',
    });
    expect(entry.undoUntil).toBeUndefined();
  });

  it('stands there by its number, where whoever asked has left', async () => {
    const { action } = await act({ what: 'reject', no: 7, name: 'Somebody who has left', judgment: '…' });
    expect(action.target).toEqual({ login: '#7', name: '#7' });
  });

  it('is in the log as failed, where somebody else has answered it', async () => {
    answers[reject] = gone();
    await expect(act(deny)).rejects.toThrow('platform-refused');
    expect(entries.get('a')?.result).toMatchObject({ state: 'failed' });
  });

  it.each([
    ['it waits no more', { data: [], totalCount: 0 }, undefined],
    ['it waits still', { data: [{ requestNo: 7 }], totalCount: 1 }, 'failed'],
    ['the list does not say', { data: [{ requestNo: 8 }], totalCount: 51 }, 'unknown'],
  ] as const)('is found out about after a death: %s', async (_why, found, state) => {
    leave();
    answers[requests] = found;
    await live().resume();
    expect(entries.has('a')).toBe(true);
    expect(entries.get('a')?.result?.state).toBe(state);
    expect(calls()).not.toContain(reject);
  });

  it('is turned down once, where nobody knew of the first time', async () => {
    leave();
    answers[requests] = { data: [{ requestNo: 8 }], totalCount: 51 };
    await live().resume();
    answers[reject] = gone();
    expect(isDone(await act(deny))).toBe(true);
  });
});
