import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { FailureError } from '../../lib/failure.ts';
import { Cards } from '../../lib/pages/cards.ts';
import type { PeopleDesk } from '../../lib/pages/people-desk.ts';
import { Watches } from '../../lib/pages/watches.ts';
import { linesOfNote } from '../../lib/people/markdown.ts';

const say = (login: string, id?: string, channel = 'mainstage'): ChatMessage => ({
  channel: { platform: 'twitch', login: channel },
  ...(id !== undefined && { id }),
  author: { login, name: login, id: `9${login.length}` },
  text: `${login} says`,
  deleted: false,
});

describe('notes in Markdown', () => {
  it('are lines of pieces', () => {
    expect(linesOfNote('# Head\n- **bold** and *soft* `x`\nsee https://a.example/b.')).toEqual([
      { kind: 'heading', parts: [{ kind: 'text', text: 'Head' }] },
      {
        kind: 'item',
        parts: [
          { kind: 'strong', text: 'bold' },
          { kind: 'text', text: ' and ' },
          { kind: 'emphasis', text: 'soft' },
          { kind: 'text', text: ' ' },
          { kind: 'code', text: 'x' },
        ],
      },
      {
        kind: 'line',
        parts: [
          { kind: 'text', text: 'see ' },
          { kind: 'link', text: 'https://a.example/b', href: 'https://a.example/b' },
          { kind: 'text', text: '.' },
        ],
      },
    ]);
  });

  it('link to https and to nothing else', () => {
    const links = (note: string): unknown[] =>
      linesOfNote(note).flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'link'));
    expect(links('[a](javascript:alert(1)) [b](data:text/html,x) http://a.example <https://>')).toEqual([]);
    expect(links('[ok](https://a.example/x)')).toEqual([
      { kind: 'link', text: 'ok', href: 'https://a.example/x' },
    ]);
    expect(links('[bad](https://[)')).toEqual([]);
  });

  it('keep every letter that means nothing', () => {
    const text = '2 * 3 * 4 <b>no</b> ** _x_ [unfinished](';
    expect(
      linesOfNote(text)
        .flatMap(({ parts }) => parts.map((part) => part.text))
        .join(''),
    ).toBe(text.trim());
  });
});

describe('cards', () => {
  let changes: number;
  let asked: string[];
  let answers: Partial<Record<keyof PeopleDesk, () => Promise<unknown>>>;
  let cards: Cards;

  beforeEach(() => {
    changes = 0;
    asked = [];
    answers = {};
    const part = (name: keyof PeopleDesk, value: unknown) => (): Promise<never> => {
      asked.push(name);
      return (answers[name]?.() ?? Promise.resolve(value)) as Promise<never>;
    };
    const desk: PeopleDesk = {
      known: part('known', []),
      person: part('person', { history: [] }),
      profile: part('profile', { id: '93', login: 'bob', name: 'Bob', createdAt: 1 }),
      follow: part('follow', {}),
      older: part('older', { lines: [], more: false }),
      keepMessages: part('keepMessages', {}),
      write: part('write', {}),
      allow: part('allow', {}),
    };
    cards = new Cards(desk, () => (changes += 1));
  });

  it('read the local log backwards, once at a time, and go on where they were', async () => {
    const line = (id: string, at: number) => ({ id, at, text: id });
    answers.older = () => Promise.resolve({ lines: [line('b', 2)], more: true });
    const said = say('bob');

    const settled = () => vi.waitFor(() => expect(cards.open[0]?.kept.isBusy).toBe(false));
    cards.show({ ...said, author: { ...said.author, id: '93' } });
    cards.older('bob');
    await settled();
    expect(asked.filter((name) => name === 'older')).toHaveLength(1);
    expect(cards.open[0]?.kept).toEqual({ lines: [line('b', 2)], more: true, isBusy: false });
    answers.older = () => Promise.reject(new Error('away'));
    cards.older('bob');
    await settled();
    expect(cards.open[0]?.kept).toEqual({ lines: [line('b', 2)], more: true, isBusy: false });
    answers.older = () => Promise.resolve({ lines: [line('a', 1)], more: false });
    cards.older('bob');
    await settled();
    expect(cards.open[0]?.kept).toEqual({ lines: [line('a', 1), line('b', 2)], more: false, isBusy: false });
  });

  it('say why messages could not begin to be kept, until it is tried again', async () => {
    answers.keepMessages = () => Promise.reject(new FailureError({ code: 'unreachable', reloaded: false }));
    cards.show(say('bob'));
    cards.keep('bob');
    await vi.waitFor(() => expect(cards.open[0]?.unkept?.code).toBe('unreachable'));
    answers.keepMessages = () => Promise.resolve({});
    cards.keep('bob');
    expect(cards.open[0]?.unkept).toBeUndefined();
    expect(asked.filter((name) => name === 'keepMessages')).toHaveLength(2);
  });

  it('replace one another unless they are pinned, and open once for one person', () => {
    cards.show(say('ann'));
    cards.show(say('bob'));
    expect(cards.open.map(({ key }) => key)).toEqual(['bob']);
    cards.pin('bob', true);
    cards.show(say('ann'));
    cards.show(say('bob'));
    expect(cards.open.map(({ key }) => key)).toEqual(['bob']);
    cards.show(say('cleo'));
    expect(cards.open.map(({ key }) => key)).toEqual(['bob', 'cleo']);
    cards.close('bob');
    expect(cards.open.map(({ key }) => key)).toEqual(['cleo']);
  });

  it('show each part as soon as it is there, and why one is not', async () => {
    answers.follow = () =>
      Promise.reject(new FailureError({ code: 'missing-scope', scopes: ['moderator:read:followers'] }));
    cards.show(say('bob'));
    expect(cards.open[0]).toMatchObject({ person: { status: 'loading' }, saving: 'no' });
    await vi.waitFor(() => expect(cards.open[0]?.follow?.status).toBe('failed'));
    expect(cards.open[0]).toMatchObject({ person: { status: 'there' }, profile: { status: 'there' } });
    delete answers.follow;
    cards.allow('bob', 'follow');
    await vi.waitFor(() => expect(cards.open[0]?.follow).toEqual({ status: 'there', value: {} }));
    expect(asked).toContain('allow');
  });

  it('say that a note was not kept, and keep what was there', async () => {
    cards.show(say('bob'));
    await vi.waitFor(() => expect(cards.open[0]?.person.status).toBe('there'));
    answers.write = () => Promise.reject(new FailureError({ code: 'offline' }));
    expect(await cards.save('bob', { nickname: 'B', note: '' })).toBe(false);
    expect(cards.open[0]).toMatchObject({ saving: { code: 'offline' }, person: { value: { history: [] } } });
    delete answers.write;
    expect(await cards.save('bob', { nickname: ' B ', note: 'n' })).toBe(true);
    expect(cards.open[0]).toMatchObject({ saving: 'no', person: { value: { nickname: 'B', note: 'n' } } });
  });

  it('do not come back when an answer is late', async () => {
    cards.show(say('bob'));
    cards.close('bob');
    await Promise.resolve();
    await Promise.resolve();
    expect(cards.open).toEqual([]);
  });
});

describe('watching', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('collects the lines of the watched, each once, and ends by itself', () => {
    const changes: string[] = [];
    const watches = new Watches((what) => void changes.push(what));
    watches.start(say('bob', 'a'), [say('bob', 'z'), say('bob', 'a')]);
    watches.add(say('ann', 'b'));
    watches.add(say('bob', 'c'));
    watches.add(say('bob', 'c'));
    watches.add(say('bob', 'd', 'elsewhere'));
    expect(watches.seen('mainstage').map(({ message }) => message.id)).toEqual(['z', 'a', 'c']);
    vi.advanceTimersByTime(10 * 60_000 - 1);
    expect(watches.has(say('bob'))).toBe(true);
    vi.advanceTimersByTime(1);
    expect(watches.has(say('bob'))).toBe(false);
    expect(watches.seen('mainstage')).toEqual([]);
    // A collected line changes nobody's marks.
    expect(changes).toEqual(['watched', 'seen', 'watched']);
  });

  it('goes on longer when it is asked for again, and stops when told', () => {
    const watches = new Watches(() => undefined);
    watches.start(say('bob', 'a'));
    watches.start(say('bob', 'a'));
    watches.start(say('ann', 'b'), [say('ann', 'b')]);
    vi.advanceTimersByTime(10 * 60_000);
    expect(watches.in('mainstage').map(({ message }) => message.author.login)).toEqual(['bob']);
    watches.stop(say('bob'));
    expect(watches.in('mainstage')).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on for as long as was chosen at the press', () => {
    const watches = new Watches(() => undefined);
    watches.start(say('bob', 'a'), [], 30);
    vi.advanceTimersByTime(30 * 60_000 - 1);
    expect(watches.has(say('bob'))).toBe(true);
    watches.start(say('bob', 'a'), [], 5);
    vi.advanceTimersByTime(5 * 60_000);
    expect(watches.has(say('bob'))).toBe(true);
    vi.advanceTimersByTime(1);
    expect(watches.has(say('bob'))).toBe(false);
  });

  it('keeps no more than so many lines', () => {
    const watches = new Watches(() => undefined);
    watches.start(say('bob'));
    for (let index = 0; index < 500; index++) watches.add(say('bob', `m${index}`));
    expect(watches.seen('mainstage')).toHaveLength(200);
    expect(watches.seen('mainstage').at(-1)?.message.id).toBe('m499');
  });
});
