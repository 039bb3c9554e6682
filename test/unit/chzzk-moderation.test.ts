import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { Fetch } from '../../lib/chzzk/ask.ts';
import { createManageClient } from '../../lib/chzzk/manage/client.ts';
import { restrictDays } from '../../lib/chzzk/manage/restrictions.ts';
import { createChzzkChat } from '../../lib/chzzk/moderation.ts';
import type { ChzzkSession } from '../../lib/chzzk/session.ts';
import { failureOf } from '../../lib/failure.ts';
import { type Action, actionKinds, isDone, type LogEntry } from '../../lib/moderation/action.ts';
import { barTerms } from '../../lib/moderation/ladder.ts';
import type { LineButton } from '../../lib/moderation/line-button.ts';
import type { Order } from '../../lib/moderation/book.ts';
import { createModeration } from '../../lib/moderation/moderation.ts';
import {
  isRestrictionButton,
  isRestrictionChoice,
  restrictionButtonNames,
  restrictionButtons,
} from '../../lib/moderation/restriction-buttons.ts';
import { memoryBook } from './moderation-book.ts';

const channel = `c${'0'.repeat(30)}1`;
const author = `a${'0'.repeat(30)}1`;
const me = `b${'0'.repeat(30)}1`;
const at = 1_769_585_095_674;

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

let sent: Sent[];
let answers: Record<string, unknown>;
let session: ChzzkSession | undefined;
let pending: Map<string, Order>;
let entries: Map<string, LogEntry>;

const json = (content: unknown): Response =>
  new Response(JSON.stringify({ code: 200, message: null, content }));

const fetch: Fetch = (address, { method = 'GET', body }) => {
  const { pathname } = new URL(address);
  const path = pathname.replaceAll(channel, '{channel}').replaceAll(author, '{author}');
  sent.push({ method, path, body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined });
  return Promise.resolve(json(answers[`${method} ${path}`] ?? null));
};

const profile = 'GET /nng_main/v1/chats/N2FOy2/users/{author}/profile';
const role = 'GET /manage/v1/channels/{channel}/my-role';

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
    session: () => Promise.resolve(session),
  });
  const moderation = createModeration({
    platform: chat.platform,
    book: memoryBook({ entries, pending }),
    acting: chat.acting,
    chosen: chat.acting,
    account: chat.acting,
    now: () => at + 1_000,
    changed: vi.fn(() => Promise.resolve()),
  });
  return { chat, moderation };
}

const action = (more: Partial<Action> = {}): Action => ({
  platform: 'chzzk',
  channel,
  kind: 'quiet',
  target: { login: '이용자01', name: '이용자01', id: author },
  ...more,
});
const act = (more: Partial<Action> = {}, id = 'a') => live().moderation.act(id, action(more));
const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => failureOf(error));
const writes = (): Sent[] => sent.filter(({ method }) => method !== 'GET');

beforeEach(() => {
  sent = [];
  pending = new Map();
  entries = new Map();
  session = { loggedIn: true, id: me, name: '매니저01' };
  answers = {
    [role]: { userRole: 'STREAMING_CHAT_MANAGER', permissions: ['CHAT_MANAGE', 'CHAT_BLIND'] },
    'GET /polling/v3.1/channels/{channel}/live-status': { chatChannelId: 'N2FOy2' },
    [profile]: { userIdHash: author, nickname: '이용자01', userRoleCode: 'common_user' },
    'GET /service/v1/channels/{channel}': { channelId: channel, channelName: '방송인01' },
  };
});

describe('the role in a chat of CHZZK’s', () => {
  it('is asked for only when somebody is logged in, and the user has permitted it', async () => {
    for (session of [undefined, { loggedIn: false }] satisfies (typeof session)[])
      expect(await live().chat.role(channel)).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it('costs one request, and says what may be done', async () => {
    expect(await live().chat.role(channel)).toEqual({
      kinds: ['quiet', 'bar', 'pin', 'unpin', 'blind'],
      id: me,
    });
    answers[role] = { userRole: 'USER', permissions: [] };
    expect(await live().chat.role(channel)).toBeUndefined();
    answers[role] = { userRole: 'X', permissions: ['SETTLEMENT_MANAGE', 'constructor'] };
    expect(await live().chat.role(channel)).toBeUndefined();
    expect(sent).toHaveLength(3);
  });
});

describe('acting in a chat of CHZZK’s', () => {
  it('keeps somebody quiet, in the chat of now, and logs where people will know it by', async () => {
    const entry = await act();
    expect(writes()).toEqual([
      {
        method: 'POST',
        path: '/manage/v1/channels/{channel}/temporary-restrict-users',
        body: { chatChannelId: 'N2FOy2', targetId: author },
      },
    ]);
    expect(entry).toMatchObject({
      action: { channelName: '방송인01' },
      by: { id: `chzzk:${me}`, login: '매니저01' },
    });
    expect(entry.undoUntil).toBeUndefined();
    expect(pending.size).toBe(0);
  });

  it.each([
    [
      'for days',
      { seconds: 7 * 86_400, reason: '도배' },
      { targetId: author, restrictDays: 7, memo: '도배' },
    ],
    ['for good', {}, { targetId: author, restrictDays: null, memo: '' }],
  ])('bars somebody %s, and takes that back', async (_how, more, body) => {
    const { undoUntil } = await act({ kind: 'bar', ...more });
    expect(writes()).toEqual([
      { method: 'POST', path: '/manage/v1/channels/{channel}/restrict-users', body },
    ]);
    expect(undoUntil).toBeGreaterThan(at);
    // Whatever they are called by now.
    answers[profile] = { userIdHash: author, nickname: '새이름', userRoleCode: 'common_user' };
    expect((await live().moderation.undo('a')).undoneAt).toBeDefined();
    expect(writes()[1]).toMatchObject({
      method: 'DELETE',
      path: '/manage/v1/channels/{channel}/restrict-users/{author}',
    });
  });

  it('hides a message by its time, author and words, and keeps none of the words', async () => {
    const note = vi.spyOn(pending, 'set');
    const entry = await act({ kind: 'blind', messageId: `${at}:${author}`, quote: 'buy {:d_47:} now' });
    expect(writes()).toEqual([
      {
        method: 'POST',
        path: '/nng_main/v1/chats/blind-message',
        body: {
          channelId: 'N2FOy2',
          chatType: 'STREAMING',
          message: 'buy {:d_47:} now',
          messageTime: at,
          messageUserIdHash: author,
          streamingChannelId: channel,
        },
      },
    ]);
    expect(JSON.stringify([entry, note.mock.calls])).not.toContain('buy');
    expect(entry.undoUntil).toBeUndefined();
  });

  it('pins a message, and takes down what is pinned then', async () => {
    const entry = await act({ kind: 'pin', messageId: `${at}:${author}`, quote: '공지: 오늘은 쉽니다' });
    expect(writes()).toMatchObject([
      {
        method: 'POST',
        path: '/nng_main/v1/chats/notices',
        body: { message: '공지: 오늘은 쉽니다', messageTime: at, messageUserIdHash: author, extras: null },
      },
    ]);
    expect(JSON.stringify(entry)).not.toContain('공지');
    // Taking down names no message: later, another's may hang there.
    expect(entry.undoUntil).toBeLessThanOrEqual(entry.at + 600_000);
    await live().moderation.undo('a');
    expect(writes()[1]).toEqual({
      method: 'DELETE',
      path: '/nng_main/v1/chats/notices',
      body: { channelId: 'N2FOy2', chatType: 'STREAMING' },
    });
  });

  it('takes down what is pinned without knowing whose it is', async () => {
    await act({ kind: 'unpin', target: { login: '방송인01', name: '방송인01' } });
    expect(sent.map(({ path }) => path)).not.toContain(profile.slice('GET '.length));
    expect(writes()).toMatchObject([{ method: 'DELETE', path: '/nng_main/v1/chats/notices' }]);
  });

  it.each([
    [
      'somebody who is called otherwise',
      () => (answers[profile] = { userIdHash: author, nickname: '이용자02' }),
      {},
      'identity-mismatch',
    ],
    [
      'an id that CHZZK answers with another',
      () => (answers[profile] = { userIdHash: me, nickname: '이용자01' }),
      {},
      'identity-mismatch',
    ],
    ['nobody whom CHZZK knows', () => (answers[profile] = {}), {}, 'no-such-user'],
    [
      'a name alone',
      () => undefined,
      { target: { login: '이용자01', name: '이용자01' } },
      'identity-mismatch',
    ],
    [
      'another manager',
      () =>
        (answers[profile] = {
          userIdHash: author,
          nickname: '이용자01',
          userRoleCode: 'streaming_chat_manager',
        }),
      {},
      'protected',
    ],
    ['anybody where one has no role', () => (answers[role] = { permissions: [] }), {}, 'not-moderator'],
    ['anybody while nobody is logged in', () => (session = { loggedIn: false }), {}, 'chzzk-logged-out'],
    [
      'a message that somebody else wrote',
      () => undefined,
      { kind: 'blind' as const, messageId: `${at}:${me}` },
      'identity-mismatch',
    ],
    [
      'for a term that CHZZK does not have',
      () => undefined,
      { kind: 'bar' as const, seconds: 2 * 86_400 },
      'bad-input',
    ],
    ['what Twitch alone has', () => undefined, { kind: 'timeout' as const, seconds: 600 }, 'bad-input'],
  ])('does not hit %s', async (_whom, change, more, code) => {
    change();
    expect(await failing(act(more))).toMatchObject({ code });
    expect(writes()).toEqual([]);
    expect(pending.size + [...entries.values()].filter(isDone).length).toBe(0);
  });

  it('finds out after a death whether somebody was barred, and does not do it twice', async () => {
    const order: Order = {
      id: 'a',
      action: action({ kind: 'bar' }),
      channelId: channel,
      targetId: author,
      accountId: `chzzk:${me}`,
      at,
    };
    const list = 'GET /manage/v1/channels/{channel}/restrict-users';
    const row = { userIdHash: author, nickname: '이용자01', releaseDate: null, memo: '' };
    pending.set('a', order);
    answers[list] = { data: [{ ...row, createdDate: '2026-01-28 16:24:56' }] };
    await live().moderation.resume();
    expect(entries.get('a')).toMatchObject({ id: 'a' });
    // One of last year is another manager's.
    entries.clear();
    pending.set('a', order);
    answers[list] = { data: [{ ...row, createdDate: '2025-01-28 16:24:56' }] };
    await live().moderation.resume();
    expect([...entries.values()].filter(isDone).length + pending.size).toBe(0);
    expect(writes()).toEqual([]);
  });
});

describe('a restriction by nickname', () => {
  const list = 'GET /manage/v1/channels/{channel}/restrict-users';
  const bar = () =>
    live().moderation.actOn(
      '이용자01',
      'a',
      action({ kind: 'bar', target: { login: '이용자01', name: '이용자01' } }),
    );

  it('can be taken back where the list says whom it hit', async () => {
    answers[list] = {
      data: [
        {
          userIdHash: author,
          nickname: '이용자01',
          releaseDate: null,
          memo: '',
          createdDate: '2026-01-28 16:24:56',
        },
      ],
    };
    expect((await bar()).action.target.id).toBe(author);
    expect(entries.get('a')).toHaveProperty('undoUntil');
  });

  it('is not offered to be taken back where nobody knows whom it hit', async () => {
    answers[list] = { data: [] };
    expect((await bar()).action.target.id).toBeUndefined();
    expect(entries.get('a')).not.toHaveProperty('undoUntil');
  });
});

describe('the buttons of CHZZK’s lines', () => {
  it('are those of what may be done', () => {
    const names = (...of: Parameters<typeof restrictionButtons>) =>
      restrictionButtons(...of).map(({ id, hidden }) => (hidden ? `(${id})` : id));
    expect(names(actionKinds).join(' ')).toBe(
      'quiet terms blind pin card copy unpin (next) (note) (watch) (sweep)',
    );
    expect(names(['blind']).join(' ')).toBe('blind card copy (note) (watch) (sweep)');
  });

  it('stand as the user chose; what is pinned keeps its own', () => {
    const chosen = restrictionButtons(actionKinds, ['next', 'watch']);
    expect(chosen.filter(({ hidden }) => !hidden).map(({ id }) => id)).toEqual(['next', 'watch', 'unpin']);
    expect(chosen).toHaveLength(restrictionButtonNames.length);
    expect([isRestrictionButton('next'), isRestrictionButton('unpin'), isRestrictionButton('ban')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are one’s own, too, where one may do all that they do', () => {
    const mine: LineButton = {
      id: 'own-1',
      label: 'Out',
      steps: [{ do: 'blind' }, { do: 'bar', seconds: 7 * 86_400 }],
      reason: 'spam',
    };
    expect(isRestrictionChoice(mine)).toBe(true);
    expect(restrictionButtons(actionKinds, [mine, 'quiet']).slice(0, 2)).toMatchObject([
      { id: 'own-1', deleted: 'never', reason: 'spam' },
      { id: 'quiet' },
    ]);
    expect(restrictionButtons(['blind'], [mine]).map(({ id }) => id)).not.toContain('own-1');
    for (const wrong of [
      { ...mine, id: 'quiet' },
      { ...mine, steps: [] },
      { ...mine, steps: [{ do: 'bar', seconds: 2 * 86_400 }] },
      { ...mine, steps: [{ do: 'ban' }] },
      { ...mine, steps: [{ do: 'blind', seconds: 86_400 }] },
      { ...mine, channels: ['x'] },
      { ...mine, more: 1 },
    ])
      expect([wrong, isRestrictionChoice(wrong)]).toEqual([wrong, false]);
  });

  it('have the terms that CHZZK has', () => {
    expect(barTerms.map((seconds) => seconds / 86_400)).toEqual([...restrictDays]);
  });
});
