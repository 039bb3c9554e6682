import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import type { Author } from '../../lib/chat/message.ts';
import type { LoggedAction } from '../../lib/moderation/action.ts';
import { KnownBook, knownPeople, noteInBrief } from '../../lib/people/known.ts';
import { createPeople, type People } from '../../lib/people/people.ts';
import type { PersonRecord } from '../../lib/people/person.ts';
import { createConnection } from '../../lib/store/database.ts';
import { createPeopleBook } from '../../lib/store/people-book.ts';
import { createRecords } from '../../lib/store/records.ts';

const logged = (
  id: string,
  kind: LoggedAction['action']['kind'],
  over: Partial<LoggedAction['action']> = {},
  undoneAt?: number,
): LoggedAction => ({
  id,
  action: {
    platform: 'twitch',
    channel: 'mainstage',
    kind,
    target: { login: 'bob', name: 'Bob', id: '7' },
    ...over,
  },
  by: { id: 'twitch:1', login: 'ann' },
  at: Number(id),
  ...(undoneAt !== undefined && { undoneAt }),
});

/** As the author of a message on Twitch. */
const find = (book: KnownBook, author: Omit<Author, 'name'>) =>
  book.find({
    channel: { platform: 'twitch', login: 'mainstage' },
    author: { name: author.login, ...author },
  });

const record = (userId: string, login: string, over: Partial<PersonRecord> = {}): PersonRecord => ({
  id: `twitch:${userId}`,
  platform: 'twitch',
  userId,
  login,
  name: login,
  updatedAt: 1,
  ...over,
});

describe('whose lines are marked', () => {
  it('those who were written about, and those who were acted against', () => {
    const entries = [logged('1', 'timeout'), logged('2', 'ban'), logged('3', 'unban')];
    expect(knownPeople([record('9', 'eve', { note: '# A *note*\nmore' })], entries)).toEqual([
      { id: '9', login: 'eve', note: 'A *note*', actions: 0 },
      { id: '7', login: 'bob', actions: 2 },
    ]);
  });

  it('not for what was taken back, nor without a proven id', () => {
    const taken = logged('1', 'ban', {}, 5);
    const nameless = logged('2', 'ban', { target: { login: 'bob', name: 'Bob' } });
    expect(knownPeople([], [taken, nameless])).toEqual([]);
  });

  it('never somebody else who bears the login now', () => {
    const book = new KnownBook(knownPeople([record('9', 'eve', { nickname: 'E' })], []));
    expect(find(book, { login: 'eve', id: '9' })?.nickname).toBe('E');
    expect(find(book, { login: 'renamed', id: '9' })?.nickname).toBe('E');
    expect(find(book, { login: 'eve', id: '10' })).toBeUndefined();
    expect(find(book, { login: 'eve' })?.nickname).toBe('E');
  });

  it('nobody by a login that two people bore', () => {
    const book = new KnownBook(knownPeople([record('9', 'eve'), record('10', 'eve')], []));
    expect(find(book, { login: 'eve' })).toBeUndefined();
    expect(find(book, { login: 'eve', id: '10' })?.id).toBe('10');
  });

  it('with a short form of the note', () => {
    expect(noteInBrief('\n\n- **spam** with `links`')).toBe('spam with links');
    expect(noteInBrief('x'.repeat(500))).toHaveLength(120);
  });
});

describe('knowing people', () => {
  const account = { id: 'twitch:1', login: 'ann' } as Account;
  let users: Record<string, string>;
  let people: People;
  let told: number;
  const records = () => createRecords({ connection: createConnection() });

  beforeEach(() => {
    indexedDB = new IDBFactory();
    users = { bob: '7', eve: '9' };
    told = 0;
    people = createPeople({
      name: 'twitch',
      platform: {
        user: ({ login }) => {
          const id = users[login];
          return Promise.resolve(id === undefined ? undefined : { id, login, name: login.toUpperCase() });
        },
        profile: (user) => Promise.resolve({ ...user, createdAt: 5 }),
        followedAt: () => Promise.resolve(undefined),
      },
      book: createPeopleBook(records()),
      acting: () => Promise.resolve(account),
      now: () => 100,
      changed: () => {
        told += 1;
        return Promise.resolve();
      },
    });
  });
  const bob = { channel: 'mainstage', login: 'bob', id: '7' };

  it('writes under the id that the platform gives, and finds it again', async () => {
    await people.write({ channel: 'mainstage', login: 'bob' }, { nickname: ' Bobby ', note: 'line\n' });
    expect(await people.person(bob)).toEqual({ nickname: 'Bobby', note: 'line', history: [] });
    expect(await people.person({ channel: 'mainstage', login: 'bob' })).toMatchObject({ nickname: 'Bobby' });
    expect((await people.written())[0]).toMatchObject({ id: 'twitch:7', name: 'BOB', updatedAt: 100 });
    expect(told).toBe(1);
  });

  it('takes the record away with its last word', async () => {
    await people.write(bob, { nickname: 'B', note: '' });
    await people.write(bob, { nickname: '', note: '  ' });
    expect(await people.written()).toEqual([]);
    await people.write(bob, { nickname: 'B', note: '' });
    await people.forget('twitch:7');
    expect(await people.known('mainstage')).toEqual([]);
  });

  it('refuses an id that is not the one of the login', async () => {
    const forged = people.write({ ...bob, id: '9' }, { nickname: 'B', note: '' });
    await expect(forged).rejects.toMatchObject({ failure: { code: 'identity-mismatch' } });
    await expect(people.profile({ ...bob, login: 'nobody' })).rejects.toMatchObject({
      failure: { code: 'no-such-user' },
    });
    expect(await people.written()).toEqual([]);
  });

  it('does not hand the words about one person to the next who bears the login', async () => {
    await people.write(bob, { nickname: 'B', note: 'secret' });
    users['bob'] = '8';
    expect(await people.person({ ...bob, id: '8' })).toEqual({ history: [] });
    await people.write({ ...bob, id: '8' }, { nickname: 'New', note: '' });
    expect(await people.person({ channel: 'mainstage', login: 'bob' })).toEqual({ history: [] });
  });

  it('tells what was done here, and nothing of other channels', async () => {
    const store = records();
    await store.put('actions', logged('1', 'timeout'));
    await store.put('actions', logged('2', 'ban', { channel: 'elsewhere' }));
    expect((await people.person(bob)).history.map(({ id }) => id)).toEqual(['1']);
    expect(await people.known('mainstage')).toEqual([{ id: '7', login: 'bob', actions: 1 }]);
  });
});
