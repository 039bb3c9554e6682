import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const languages = ['en', 'ko'] as const;

/** Texts that need no Korean: names, what is the same in both, and what is put together from other texts. */
const sameInBoth = new Set(['extensionName', 'optionsApi', 'predictionWins', 'badgeVip', 'sweepVip']);
const onlyPutTogether = new Set(['failureBadInputHint', 'saidRole', 'noticesPercent']);
const noHangul = new Set([
  ...sameInBoth,
  ...onlyPutTogether,
  'apiChannelIs',
  'apiTook',
  'hintRange',
  'languageTag',
]);

/** A catalogue as it is written: JSON.parse takes the last of two with one name and says nothing. */
function written(file: string): {
  keys: string[];
  twice: string[];
  messages: Map<string, string>;
  wrong: string[];
} {
  const root = ts.parseJsonText(file, readFileSync(file, 'utf8')).statements[0]?.expression;
  const keys: string[] = [];
  const wrong: string[] = [];
  const messages = new Map<string, string>();
  for (const entry of membersOf(root)) {
    const key = nameOf(entry);
    keys.push(key);
    const inside = membersOf(entry.initializer);
    const [only] = inside;
    if (inside.length === 1 && only && nameOf(only) === 'message' && ts.isStringLiteral(only.initializer)) {
      messages.set(key, only.initializer.text);
    } else wrong.push(key);
  }
  return { keys, twice: keys.filter((key, place) => keys.indexOf(key) !== place), messages, wrong };
}

function membersOf(node: ts.Node | undefined): readonly ts.PropertyAssignment[] {
  return node && ts.isObjectLiteralExpression(node) ? node.properties.filter(ts.isPropertyAssignment) : [];
}

const nameOf = ({ name }: ts.PropertyAssignment): string => (ts.isStringLiteral(name) ? name.text : '');

/** What code asks for: every string in it (not in its comments), and the calls of `text` with a key that stands there. */
interface Asked {
  readonly strings: ReadonlySet<string>;
  /** Of each call: where, the keys that it may ask for, and how many things it fills in; `undefined`: it cannot be counted. */
  readonly calls: readonly { where: string; keys: string[]; filled: number | undefined }[];
}

function asked(files: readonly string[]): Asked {
  const strings = new Set<string>();
  const calls: { where: string; keys: string[]; filled: number | undefined }[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const walk = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) strings.add(/^__MSG_(\w+)__$/.exec(node.text)?.[1] ?? node.text);
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'text') {
        const [key, ...fills] = node.arguments;
        const keys = key ? choices(key) : [];
        const filled = fills.some(ts.isSpreadElement) ? undefined : fills.length;
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        if (keys.length > 0) calls.push({ where: `${file}:${line + 1}`, keys, filled });
      }
      ts.forEachChild(node, walk);
    };
    walk(source);
  }
  return { strings, calls };
}

/** The strings that `node` may be: `'a'`, or both of `x ? 'a' : 'b'`. */
function choices(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return choices(node.expression);
  return ts.isConditionalExpression(node) ? [...choices(node.whenTrue), ...choices(node.whenFalse)] : [];
}

const sources = ['entrypoints', 'components', 'lib']
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)))
  .filter((name) => /\.tsx?$/.test(name));
const code = asked([...sources, 'wxt.config.ts']);
const catalogues = {
  en: written('public/_locales/en/messages.json'),
  ko: written('public/_locales/ko/messages.json'),
};
const { en, ko } = catalogues;

const slots = (message = ''): number[] =>
  [
    ...new Set([...message.matchAll(/\$(?<slot>\d)/g)].map(({ groups }) => Number(groups?.['slot']))),
  ].toSorted();
const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;

describe('the texts', () => {
  it('were found, and the calls that ask for them', () => {
    expect(en.keys.length).toBeGreaterThan(1000);
    expect(code.calls.length).toBeGreaterThan(1000);
  });

  it.each(languages)('of %s have each key once', (language) => {
    // Two features that took the same key for different meanings once showed each other's words.
    expect(catalogues[language].twice).toEqual([]);
  });

  it.each(languages)('of %s are words and nothing beside them', (language) => {
    // What else stands in a catalogue would be shipped and read with each start of a page.
    const { messages, wrong } = catalogues[language];
    expect(wrong).toEqual([]);
    expect(
      [...messages].filter(([, message]) => message.trim() === '' || message !== message.trim()),
    ).toEqual([]);
  });

  it('have the same keys in both languages', () => {
    expect(ko.keys.toSorted()).toEqual(en.keys.toSorted());
  });

  it('fill in the same things in both languages, without a gap', () => {
    for (const [key, message] of en.messages) {
      expect([key, slots(ko.messages.get(key))]).toEqual([key, slots(message)]);
      expect([key, slots(message)]).toEqual([key, slots(message).map((_slot, place) => place + 1)]);
    }
  });
});

describe('code', () => {
  it('asks for every key', () => {
    expect(en.keys.filter((key) => !code.strings.has(key))).toEqual([]);
  });

  it('asks for no key that is not there', () => {
    const manifest = [...readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(?<key>\w+?)__/g)];
    const keys = [
      ...code.calls.flatMap((call) => call.keys),
      ...manifest.map(({ groups }) => groups?.['key'] ?? ''),
    ];
    expect(manifest.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !en.messages.has(key))).toEqual([]);
  });

  it('fills in as many things as the text has room for', () => {
    const off = code.calls.filter(({ keys, filled }) => {
      const room = Math.max(0, ...keys.flatMap((key) => slots(en.messages.get(key))));
      // Of two that may be chosen, one may need less: “1 month” beside “$1 months”.
      return filled !== undefined && filled !== room;
    });
    expect(off).toEqual([]);
  });
});

describe('the languages', () => {
  it('are not mixed: no Korean in the English texts, and no English ones left in the Korean', () => {
    expect([...en.messages].filter(([, message]) => hangul.test(message))).toEqual([]);
    const without = [...ko.messages].filter(([, message]) => !hangul.test(message)).map(([key]) => key);
    expect(without.toSorted()).toEqual([...noHangul].toSorted());
    const same = [...ko.messages]
      .filter(([key, message]) => en.messages.get(key) === message)
      .map(([key]) => key);
    expect(same.toSorted()).toEqual([...sameInBoth, ...onlyPutTogether].toSorted());
  });

  it('Korean speaks in one manner: 합니다체, -하세요 for what is to be done, -할까요 for what is asked', () => {
    const otherManner = /(?<!세|아니|필|까)요(?=[.!?…)\s]|$)/;
    expect([...ko.messages].filter(([, message]) => otherManner.test(message))).toEqual([]);
  });
});
