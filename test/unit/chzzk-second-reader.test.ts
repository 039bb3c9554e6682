import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import type { ChatNews } from '../../lib/chat/news.ts';
import { readLine } from '../../lib/pages/chzzk/line.ts';
import type { Facts, SaidFacts } from '../../lib/pages/chzzk/probe/wire.ts';
import { SecondReader } from '../../lib/pages/chzzk/second-reader.ts';

const channel = `c${'0'.repeat(30)}1`;
const hash = (number: number): string => `a${String(number).padStart(31, '0')}`;
const server = 1_769_585_000_000;
const hiddenWords = '메시지가 블라인드 처리되었습니다.';

const { document } = parseHTML('<html><body></body></html>');

/** Draws a message into a row, which may have shown another one before. */
function draw(name: string, text: string, row: HTMLElement = document.createElement('div')): HTMLElement {
  const part = (tag: string, role: string, inside: string | HTMLElement): HTMLElement => {
    const element = document.createElement(tag);
    element.className = `_${role}_1`;
    element.append(inside);
    return element;
  };
  const message = part('div', 'chatting_message', part('button', 'nickname', part('span', 'text', name)));
  message.append(part('span', 'text', text));
  row.replaceChildren(message);
  return row;
}

const said = (id: string, name: string, text: string, at = server): ChatNews => ({
  what: 'message',
  message: {
    channel: { platform: 'chzzk', login: channel, id: channel },
    id: `${at}:${id}`,
    author: { login: name, name, id },
    text,
    at,
    deleted: false,
  },
});

/** A second reader at a clock of its own, which is fed, and a probe that says `facts`. */
function begin(facts: Facts | 'silent' = { said: [] }, isFed = true) {
  let now = 1_000_000;
  const wanted = vi.fn<(isWanted: boolean) => void>();
  const second = new SecondReader({ wanted, now: () => now });
  second.changed(isFed);
  const listener = second.alongside({ moved: () => undefined, added: () => undefined });
  return {
    second,
    wanted,
    passes: (ms: number) => (now += ms),
    look: () => listener.added([]),
    read: (row: HTMLElement, probe = facts): ChatMessage => {
      const said = probe === 'silent' ? undefined : probe;
      const message = readLine(row, channel, said ?? { said: [] });
      if (!message) throw new Error('no message');
      return second.read(row, message, said);
    },
  };
}

const fact = (more: Partial<SaidFacts> = {}): SaidFacts => ({
  userId: hash(1),
  at: server,
  name: 'kim',
  text: 'hi',
  type: 1,
  ...more,
});

describe('the second reader of CHZZK’s chat', () => {
  it('is asked for nothing while the probe knows whose lines they are', () => {
    const { read, wanted, second } = begin({ said: [fact()] }, false);
    for (let count = 0; count < 9; count += 1) expect(read(draw('kim', 'hi')).author.id).toBe(hash(1));
    expect(wanted).not.toHaveBeenCalled();
    expect(second.isFed).toBeUndefined();
  });

  it('is wanted after some lines in a row that the probe does not know, or says nothing of', () => {
    for (const probe of ['silent', { said: [fact({ text: 'of before' })] }] as const) {
      const { read, wanted, second } = begin(probe, false);
      for (let count = 0; count < 2; count += 1) read(draw('kim', 'hi'));
      read(draw('kim', 'hi'), { said: [fact()] });
      for (let count = 0; count < 2; count += 1) read(draw('kim', 'hi'));
      expect(wanted).not.toHaveBeenCalled();
      for (let count = 0; count < 5; count += 1) read(draw('kim', 'hi'));
      expect(wanted.mock.calls).toEqual([[true]]);
      expect(second.isFed).toBe(false);
      second.changed(true);
      expect(second.isFed).toBe(true);
    }
  });

  it('is wanted no more when the probe holds again, for longer each time that it failed', () => {
    const { read, wanted, second } = begin('silent', false);
    const known = { said: [fact()] };
    const rows = (count: number, probe?: Facts) => {
      for (let row = 0; row < count; row += 1) read(draw('kim', 'hi'), probe);
    };
    const wishes = () => wanted.mock.calls.map(([isWanted]) => isWanted);
    rows(3);
    rows(2, known);
    rows(1);
    rows(2, known);
    expect(wishes()).toEqual([true]);
    rows(1, known);
    expect(wishes()).toEqual([true, false]);
    expect(second.isFed).toBeUndefined();
    rows(3);
    rows(5, known);
    expect(wishes()).toEqual([true, false, true]);
    rows(1, known);
    expect(wishes()).toEqual([true, false, true, false]);
  });

  it('keeps whom it knew when it is fed no more, and takes nobody who came later for them', () => {
    const { read, second, passes, look } = begin();
    look();
    const row = draw('kim', 'hi');
    second.tell([said(hash(1), 'kim', 'hi')], false);
    expect(read(row).author.id).toBe(hash(1));
    second.changed(false);
    passes(1_000);
    expect(read(row)).toMatchObject({ author: { id: hash(1) }, doubt: 'inferred' });
    // This may be another one of that name.
    const later = draw('kim', 'hi');
    expect(read(later).author.id).toBeUndefined();
    second.changed(true);
    second.tell([said(hash(2), 'kim', 'hi', server + 1_000)], true);
    expect(read(later).author.id).toBeUndefined();
    expect(read(row).author.id).toBeUndefined();
  });

  it('knows who said it, and which message it probably is', () => {
    const { read, second } = begin();
    const row = draw('kim', 'hi  there');
    expect(read(row).author.id).toBeUndefined();
    second.tell([said(hash(1), 'kim', 'hi {:d_1:} there'), said(hash(2), 'lee', 'hi there')], false);
    expect(read(row)).toMatchObject({
      id: `${server}:${hash(1)}`,
      author: { id: hash(1) },
      text: 'hi {:d_1:} there',
      doubt: 'inferred',
    });
  });

  it('believes no other words of the probe’s, and no two people of one name', () => {
    const { read, second } = begin({ said: [fact({ text: 'of before', userId: hash(9) })] });
    second.tell([said(hash(1), 'kim', 'hi')], false);
    expect(read(draw('kim', 'hi')).author.id).toBe(hash(1));
    const both = { said: [fact(), fact({ userId: hash(2) })] };
    expect(read(draw('kim', 'hi'), both)).toMatchObject({ doubt: 'contradicted' });
    expect(read(draw('kim', 'hi'), both).author.id).toBeUndefined();
    second.tell([said(hash(3), 'kim', 'what?', server + 1)], false);
    expect(read(draw('kim', 'hi')).author.id).toBeUndefined();
  });

  it('finds rows in the history that stood there from the beginning, and no later ones', () => {
    const { read, second, passes, look } = begin();
    const old = draw('kim', 'long ago');
    read(old);
    look();
    passes(60_000);
    look();
    passes(60_000);
    second.tell([said(hash(1), 'kim', 'long ago', 900_000)], true);
    expect(read(old).author.id).toBe(hash(1));
    // The same words today are not those of before.
    expect(read(draw('kim', 'long ago')).author.id).toBeUndefined();
  });

  it('finds rows that waited in a tab that nobody saw', () => {
    const { read, second, passes, look } = begin();
    read(draw('kim', 'first'));
    look();
    passes(5_000);
    look();
    passes(20_000);
    second.tell([said(hash(1), 'kim', 'while you slept')], false);
    passes(40_000);
    expect(read(draw('kim', 'while you slept')).author.id).toBe(hash(1));
  });

  it('keeps knowing who said what was hidden, and which message, once that is told', () => {
    const { read, second } = begin();
    second.tell([said(hash(1), 'kim', 'hi')], false);
    const row = draw('kim', 'hi');
    read(row);
    draw('kim', hiddenWords, row);
    expect(read(row)).toMatchObject({ deleted: true, author: { id: hash(1) } });
    expect(read(row).id).toBeUndefined();
    const id = `${server}:${hash(1)}`;
    second.tell([{ what: 'hidden', id, author: hash(1) }], false);
    expect(read(row)).toMatchObject({ deleted: true, id });
    // In another row nobody knows who that was.
    expect(read(draw('kim', hiddenWords)).author.id).toBeUndefined();
    draw('lee', hiddenWords, row);
    expect(read(row).author.id).toBeUndefined();
  });

  it('marks what is told to be hidden before the page does', () => {
    const { read, second } = begin();
    second.tell([said(hash(1), 'kim', 'hi')], false);
    const id = `${server}:${hash(1)}`;
    const row = draw('kim', 'hi');
    second.tell([{ what: 'hidden', id, author: hash(1) }], false);
    expect(read(row).deleted).toBe(true);
    second.tell([{ what: 'shown', id, author: hash(1) }], false);
    expect(read(row).deleted).toBe(false);
  });

  it('says so of a line that the probe knows, too', () => {
    const { read, second } = begin({ said: [fact()] }, false);
    const row = draw('kim', 'hi');
    expect(second.isFed).toBeUndefined();
    second.changed(true);
    expect(second.isFed).toBe(true);
    second.tell([said(hash(1), 'kim', 'hi')], false);
    expect(read(row)).toMatchObject({ id: `${server}:${hash(1)}`, deleted: false });
    second.tell([{ what: 'hidden', id: `${server}:${hash(1)}`, author: hash(1) }], false);
    expect(read(row)).toMatchObject({ id: `${server}:${hash(1)}`, text: 'hi', deleted: true });
  });

  it('never takes one for another, in whatever order rows are used and events come or are lost', () => {
    const people = fc.constantFrom(1, 2, 3);
    const words = fc.constantFrom('hi', 'lol', 'ㅋㅋ', '{:d_1:}');
    const line = fc.record({
      by: people,
      words,
      told: fc.constantFrom('lost', 'before', 'after'),
      row: fc.nat(3),
      pause: fc.nat(15_000),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const { read, second, passes, look } = begin();
        const drawn = new Map<number, string>();
        const rows = Array.from({ length: 4 }, () => document.createElement('div'));
        lines.forEach(({ by, words, told, row, pause }, index) => {
          passes(pause);
          const news = said(hash(by), `name${by}`, words, server + index);
          if (told === 'before') second.tell([news], false);
          const shown = rows[row];
          if (!shown) return;
          // Nobody sees that a row shows the same words once more; then it may know less, and nothing wrong.
          const isSeen = drawn.get(row) !== `${by} ${words}`;
          drawn.set(row, `${by} ${words}`);
          draw(`name${by}`, words.replace('{:d_1:}', ''), shown);
          read(shown);
          look();
          if (told === 'after') second.tell([news], false);
          const message = read(shown);
          if (told !== 'lost' && isSeen) expect(message.author.id).toBe(hash(by));
          if (message.author.id !== undefined) expect(message.author.id).toBe(hash(by));
          if (message.id !== undefined) {
            expect(message.doubt).toBe('inferred');
            expect(message.id.endsWith(hash(by))).toBe(true);
          }
        });
      }),
    );
  });
});
