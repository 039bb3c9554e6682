import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { alike, likeness, plain } from '../../lib/moderation/sweep/likeness.ts';
import {
  aimsOf,
  countMore,
  hitsOf,
  isWhole,
  type RuleKind,
  type Said,
  type Spared,
  stemOf,
  type SweepRule,
  withMore,
} from '../../lib/moderation/sweep/rule.ts';
import { sweepKinds } from '../../lib/moderation/sweep/sweep.ts';

const message = (login: string, text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  channel: { platform: 'twitch', login: 'stage' },
  id: `${login} ${text}`,
  author: { login, name: login },
  text,
  deleted: false,
  ...more,
});
const said = (...messages: readonly ChatMessage[]): readonly Said[] =>
  messages.map((one, place) => ({ message: one, at: place }));
const nobody = (): undefined => undefined;
const whom = (rule: SweepRule, lines: readonly Said[], since = 0): readonly string[] =>
  hitsOf(lines, rule, since, nobody).map(({ key }) => key);

/** Stacks accents on every letter. */
const zalgo = (text: string): string => Array.from(text, (letter) => `${letter}\u0336\u0489\u035B`).join('');

describe('likeness', () => {
  const spam = 'Buy cheap followers at bigfollows dot com';

  it.each([
    ['capitals', spam.toUpperCase()],
    ['stacked accents', zalgo(spam)],
    [
      'letters of full width',
      Array.from(spam, (l) => (l === ' ' ? l : String.fromCodePoint((l.codePointAt(0) ?? 0) + 0xfee0))).join(
        '',
      ),
    ],
    ['letters of other scripts', spam.replaceAll('o', 'о').replaceAll('a', 'а').replaceAll('e', 'е')],
    ['spaces between letters', Array.from(spam).join(' ')],
    ['signs that are not seen', Array.from(spam).join('\u200b')],
    ['a tag at its end, as clients add it', `${spam} \u{E0000}`],
    ['held letters', spam.replaceAll('e', 'eeeee')],
    ['somebody’s name before it', `@Somebody_else ${spam}`],
    ['signs around it', `>>> ${spam} !!!`],
  ])('sees through %s', (_what, disguised) => {
    expect(likeness(spam, disguised)).toBe(1);
  });

  it('bears what a template changes from line to line', () => {
    expect(likeness(spam, `${spam} x7k2q`)).toBeGreaterThanOrEqual(alike);
    expect(
      likeness('팔로워 늘려드립니다 지금 문의하세요', '팔로워 늘려 드립니다!! 지금 바로 문의하세요'),
    ).toBeGreaterThanOrEqual(alike);
  });

  it.each([
    ['ㅋㅋㅋㅋㅋㅋㅋㅋ', 'ㅋㅋㅋ'],
    ['안녕하세요', '안녕하세요~~'],
    ['안녕'.normalize('NFD'), '안녕'],
    ['🔥🔥🔥', '🔥'],
    ['👍🏽', '👍'],
    ['straße', 'STRASSE'],
    ['!!!!', '!'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(likeness(one, other)).toBe(1);
  });

  it.each([
    [spam, 'what a nice play that was'],
    ['안녕하세요 반갑습니다', '오늘 방송 재밌네요'],
    ['🔥', '🎉'],
    ['', ''],
    ['!', '?'],
  ])('tells %s from %s', (one, other) => {
    expect(likeness(one, other)).toBeLessThan(alike);
  });

  const words = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('abcdefghij klmnopqrstuvwxyz0123456789!?.')) }),
    fc.string({ unit: fc.constantFrom(...Array.from('가나다라마 바사아자차카타파하ㅋㅎ🔥👀')) }),
    fc.string({ unit: 'grapheme' }),
  );

  it('is the same both ways, never over 1, and 1 with itself', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const much = likeness(one, other);
        expect(much).toBe(likeness(other, one));
        expect(much).toBeGreaterThanOrEqual(0);
        expect(much).toBeLessThanOrEqual(1);
        expect(likeness(one, one)).toBe(plain(one) === '' ? 0 : 1);
      }),
    );
  });

  it('does not care for accents, capitals or signs that are not seen, whatever was written', () => {
    const written = fc.string({ unit: fc.constantFrom(...Array.from('abcxyz019 가나다ㅋ🔥éñ')) });
    fc.assert(
      fc.property(written, (text) => {
        for (const disguised of [zalgo(text), text.toUpperCase(), Array.from(text).join('\u2060')]) {
          expect(plain(disguised)).toBe(plain(text));
        }
      }),
    );
  });
});

describe('rules', () => {
  const lines = said(
    message('bot_01', 'free skins at example', { first: true }),
    message('viewer', 'nice one'),
    message('bot_02', 'FREE  skins at exаmple!', { first: true }),
    message('bot_01', 'hello'),
  );

  it('find lines like one', () => {
    expect(whom({ by: 'like', text: 'free skins at example' }, lines)).toEqual(['bot_01', 'bot_02']);
  });

  it('find words, in their order, with anything in between', () => {
    expect(whom({ by: 'words', text: 'Skins' }, lines)).toEqual(['bot_01', 'bot_02']);
    expect(whom({ by: 'words', text: 'free*example' }, lines)).toEqual(['bot_01', 'bot_02']);
    expect(whom({ by: 'words', text: 'example*free' }, lines)).toEqual([]);
  });

  it('find who writes for the first time, whose name begins so, and who was chosen', () => {
    expect(whom({ by: 'first' }, lines)).toEqual(['bot_01', 'bot_02']);
    expect(whom({ by: 'names', text: 'bot' }, lines)).toEqual(['bot_01', 'bot_02']);
    expect(whom({ by: 'hand', chatters: new Set(['viewer']) }, lines, 100)).toEqual(['viewer']);
  });

  it('find nobody by what says too little', () => {
    for (const rule of [
      { by: 'words', text: '*' },
      { by: 'words', text: 'a' },
      { by: 'names', text: '_' },
      { by: 'like', text: '  ' },
      { by: 'hand', chatters: new Set<string>() },
    ] as const) {
      expect(isWhole(rule)).toBe(false);
      expect(whom(rule, lines)).toEqual([]);
    }
  });

  it('look no further back than they are told', () => {
    expect(whom({ by: 'first' }, lines, 1)).toEqual(['bot_02']);
  });

  it('take no pattern that holds chat up', () => {
    const long = said(message('viewer', 'a'.repeat(500)), message('bot', 'ab'.repeat(250)));
    expect(whom({ by: 'words', text: `${'ab*'.repeat(200)}zz` }, long)).toEqual([]);
  });

  it('suggest how a name begins that is counted off', () => {
    expect(stemOf('spambot_4821')).toBe('spambot');
    expect(stemOf('도배계정12')).toBe('도배계정');
    expect(stemOf('ab12')).toBe('ab12');
  });
});

describe('what is done', () => {
  it('is a message each, of those whose id is certain and that are still there, or a chatter each', () => {
    const hits = hitsOf(
      said(
        message('one', 'spam a'),
        message('one', 'spam b', { deleted: true }),
        message('one', 'spam c', { doubt: 'inferred' }),
        message('two', 'spam d'),
      ),
      { by: 'words', text: 'spam' },
      0,
      nobody,
    );
    expect(aimsOf(hits, new Set(), 'delete').map(({ text }) => text)).toEqual(['spam a', 'spam d']);
    expect(aimsOf(hits, new Set(), 'ban').map(({ author }) => author.login)).toEqual(['one', 'two']);
    expect(aimsOf(hits, new Set(['one']), 'ban').map(({ author }) => author.login)).toEqual(['two']);
  });

  it('stays what the preview showed, until more is taken in', () => {
    const rule = { by: 'words', text: 'spam' } as const;
    const first = said(message('one', 'spam a'));
    const before = hitsOf(first, rule, 0, nobody);
    const later = hitsOf(
      [...first, ...said(message('one', 'spam b'), message('two', 'spam c'))],
      rule,
      0,
      nobody,
    );
    expect(countMore(before, later)).toBe(2);
    // What fell out of the memory is not lost.
    const merged = withMore(before, hitsOf(said(message('two', 'spam c')), rule, 0, nobody));
    expect(merged.map(({ key }) => key)).toEqual(['one', 'two']);
    expect(countMore(withMore(before, later), later)).toBe(0);
  });

  const spares: readonly (Spared | undefined)[] = [
    undefined,
    'self',
    'broadcaster',
    'moderator',
    'vip',
    'verified',
    'unsure',
  ];
  const rules = (logins: readonly string[]): readonly SweepRule[] => [
    { by: 'like', text: 'spam' },
    { by: 'words', text: 's*m' },
    { by: 'names', text: 'na' },
    { by: 'first' },
    { by: 'hand', chatters: new Set(logins) },
  ];

  it('is never done about anybody who is spared, by whatever rule, however chosen', () => {
    const logins = ['name1', 'name2', 'name3', 'name4', 'name5'];
    const line = fc.record({
      login: fc.constantFrom(...logins),
      text: fc.constantFrom('spam', 'SPAM!', 'other'),
      first: fc.boolean(),
      // A badge may be missing in one line and stand in another.
      seen: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.array(fc.constantFrom(...spares), { minLength: 5, maxLength: 5 }),
        fc.constantFrom(...sweepKinds),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 30 }),
        (written, standing, kind, rule, cut) => {
          const all = said(
            ...written.map(({ login, text, first, seen }, place) =>
              message(login, text, { id: `${place}`, first, returning: seen }),
            ),
          );
          const chosen = rules(logins)[rule];
          if (!chosen) return;
          const spare = ({ author, returning }: ChatMessage): Spared | undefined =>
            returning === true ? standing[logins.indexOf(author.login)] : undefined;
          const before = hitsOf(all.slice(0, cut), chosen, 0, spare);
          const hits = withMore(before, hitsOf(all, chosen, 0, spare));
          const spared = new Set(hits.filter((hit) => hit.spared).map(({ key }) => key));
          for (const { author } of aimsOf(hits, new Set(), kind)) {
            expect(spared.has(author.login)).toBe(false);
          }
          // Whoever was seen to be protected in a line that is meant is spared.
          for (const { lines } of hits) {
            if (lines.some((one) => spare(one) !== undefined)) {
              expect(spared.has(lines[0]?.author.login ?? '')).toBe(true);
            }
          }
        },
      ),
    );
  });

  it('knows every rule', () => {
    const kinds: readonly RuleKind[] = rules(['x']).map(({ by }) => by);
    expect(new Set(kinds)).toEqual(new Set(['like', 'words', 'first', 'names', 'hand']));
  });
});
