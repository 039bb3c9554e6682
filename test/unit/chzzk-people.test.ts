import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import { type ChatMessage, chatterKey } from '../../lib/chat/message.ts';
import type { Fetch } from '../../lib/chzzk/ask.ts';
import { chzzkPeople } from '../../lib/chzzk/people.ts';
import { failureOf } from '../../lib/failure.ts';
import type { LoggedAction } from '../../lib/moderation/action.ts';
import { KnownBook } from '../../lib/people/known.ts';
import { createPeople, type People } from '../../lib/people/people.ts';
import { createConnection } from '../../lib/store/database.ts';
import { createPeopleBook } from '../../lib/store/people-book.ts';
import { createRecords } from '../../lib/store/records.ts';

const channel = `c${'0'.repeat(30)}1`;
const id = `a${'0'.repeat(30)}1`;
const who = { channel, login: '이용자01', id };

let asked: string[];
let profile: object;
let people: People;

const fetch: Fetch = (address) => {
  const { pathname } = new URL(address);
  asked.push(pathname);
  const content = pathname.endsWith('/live-status') ? { chatChannelId: 'N2FOy2' } : profile;
  return Promise.resolve(new Response(JSON.stringify({ code: 200, message: null, content })));
};

const logged = (entry: string, kind: LoggedAction['action']['kind'], name = '이용자01'): LoggedAction => ({
  id: entry,
  action: { platform: 'chzzk', channel, kind, target: { login: name, name, id } },
  by: { id: `chzzk:${channel}`, login: '방송인01' },
  at: Number(entry),
});

const records = () => createRecords({ connection: createConnection() });

beforeEach(() => {
  indexedDB = new IDBFactory();
  asked = [];
  profile = { userIdHash: id, nickname: '이용자01' };
  people = createPeople({
    name: 'chzzk',
    platform: chzzkPeople(fetch),
    book: createPeopleBook(records()),
    acting: () => Promise.resolve({ id: `chzzk:${channel}` } as Account),
    now: () => 100,
    changed: () => Promise.resolve(),
  });
});

describe('what CHZZK tells about somebody', () => {
  it('comes with one question about them, in the chat of now', async () => {
    profile = {
      userIdHash: id,
      nickname: '이용자01',
      profileImageUrl: 'https://nng-phinf.pstatic.net/a.png?type=f1',
      title: { name: '스트리머' },
      activityBadges: [
        { name: '치즈 후원자', activated: true },
        { name: '쓰지 않는 배지', activated: false },
      ],
      streamingProperty: {
        following: { followDate: '2026-01-28 16:24:56' },
        subscription: { accumulativeMonth: 14, tier: 2 },
      },
    };
    expect(await people.profile(who)).toEqual({
      id,
      login: '이용자01',
      name: '이용자01',
      avatarUrl: 'https://nng-phinf.pstatic.net/a.png?type=f120_120_na',
      followedAt: Date.parse('2026-01-28T16:24:56+09:00'),
      subscription: { months: 14, tier: 2 },
      wears: ['스트리머', '치즈 후원자'],
    });
    expect(asked).toEqual([
      `/polling/v3.1/channels/${channel}/live-status`,
      `/nng_main/v1/chats/N2FOy2/users/${id}/profile`,
    ]);
  });

  it('is not made up where it says nothing', async () => {
    expect(await people.profile(who)).toEqual({ id, login: '이용자01', name: '이용자01', wears: [] });
  });

  it.each([
    ['whoever is called otherwise', () => (profile = { userIdHash: id, nickname: '이용자02' }), who],
    [
      'an id that CHZZK answers with another',
      () => (profile = { userIdHash: channel, nickname: '이용자01' }),
      who,
    ],
    ['a name alone', () => undefined, { channel, login: '이용자01' }],
  ])('is kept from a page that names %s, and nothing is written about them', async (_whom, change, named) => {
    change();
    const failing = (work: Promise<unknown>) => work.catch((error: unknown) => failureOf(error));
    expect(await failing(people.profile(named))).toMatchObject({ code: 'identity-mismatch' });
    expect(await failing(people.write(named, { nickname: 'N', note: '' }))).toMatchObject({
      code: 'identity-mismatch',
    });
    expect(await people.written()).toEqual([]);
  });
});

describe('people on CHZZK', () => {
  it('are known by their id, whatever they are called', async () => {
    await people.write(who, { nickname: '단골', note: '# 친절함' });
    const store = records();
    await store.put('actions', logged('1', 'quiet', '옛이름'));
    await store.put('actions', logged('2', 'bar'));
    await store.put('actions', logged('3', 'pin'));
    const renamed = { ...who, login: '새이름' };
    expect(await people.person(renamed)).toMatchObject({
      nickname: '단골',
      history: [{ id: '3' }, { id: '2' }, { id: '1' }],
    });
    expect(await people.known(channel)).toEqual([
      { id, login: '이용자01', nickname: '단골', note: '친절함', actions: 2 },
    ]);
  });

  it('are nobody of Twitch’s, and nobody by what they are called', async () => {
    await records().put('people', {
      id: 'twitch:7',
      platform: 'twitch',
      userId: '7',
      login: 'bob',
      name: 'Bob',
      note: 'x',
      updatedAt: 1,
    });
    await people.write(who, { nickname: '단골', note: '' });
    const known = await people.known(channel);
    expect(known.map(({ login }) => login)).toEqual(['이용자01']);
    const message: ChatMessage = {
      channel: { platform: 'chzzk', login: channel, id: channel },
      author: { login: '이용자01', name: '이용자01' },
      text: 'hi',
      deleted: false,
    };
    const book = new KnownBook(known);
    expect(book.find(message)).toBeUndefined();
    expect(book.find({ ...message, author: { ...message.author, id } })?.nickname).toBe('단골');
    expect([chatterKey(message), chatterKey({ ...message, author: { ...message.author, id } })]).toEqual([
      '이용자01',
      id,
    ]);
  });
});
