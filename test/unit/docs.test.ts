import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { settingsTable } from '../../lib/store/settings-table.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').map((name) => join('docs', name)),
].filter((name) => name.endsWith('.md'));
const read = (path: string): string => readFileSync(path, 'utf8');
const roots = ['entrypoints', 'components', 'lib', 'test', 'public', 'docs'];
const files = [
  ...roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
  ),
  ...roots,
];

/** Names that stand for any. */
const examples = new Set(['components/Name.tsx', 'components/Name.css']);

/** Names of the browser's that we have nothing to do with. */
const foreign = new Set(['Origin', 'webRequest']);

/** Every word of our own files. */
const sources = new Set(
  [...files.filter((name) => /\.(?:tsx?|mjs|css|html)$/.test(name)), 'wxt.config.ts', 'package.json'].flatMap(
    (name) => read(name).match(/\w+/g) ?? [],
  ),
);

/** What stands as code in the text of a page. */
const codes = (page: string): string[] =>
  [
    ...read(page)
      .replace(/^```[^]*?^```/gm, '')
      .matchAll(/`(?<code>[^`\n]+)`/g),
  ].map(({ groups }) => groups?.['code'] ?? '');

/** What links can name in a page: its headings. */
const placesOf = (page: string): ReadonlySet<string> =>
  new Set(
    [...read(page).matchAll(/^#+ (?<title>.+)$/gm)].map(({ groups }) =>
      (groups?.['title'] ?? '')
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );

describe.each(pages)('%s', (page) => {
  it('names no file that is not there', () => {
    const isFile = (code: string): boolean =>
      /^[\w./-]+\.(?:tsx?|mjs|css|json)$/.test(code) ||
      (/^[\w./-]+$/.test(code) && roots.includes(code.split('/')[0] ?? ''));
    const isThere = (name: string): boolean =>
      existsSync(name) || files.some((file) => file.endsWith(`/${name}`)) || examples.has(name);
    expect(codes(page).filter((code) => isFile(code) && !isThere(code))).toEqual([]);
  });

  it('speaks of nothing in the code that is not there', () => {
    const named = codes(page).filter((code) => /^[a-z]+[A-Z]\w*$|^[A-Z]\w*[a-z]\w*(?:\.\w+)?$/.test(code));
    expect(
      named.filter((name) => !foreign.has(name) && !name.split('.').every((word) => sources.has(word))),
    ).toEqual([]);
  });

  it('says nothing twice', () => {
    const lines = read(page)
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line.length > 40 && !/^[| -]+$/.test(line));
    expect(lines.filter((line, place) => lines.indexOf(line) !== place)).toEqual([]);
  });

  it('leads to no page, and to no heading of one, that is not there', () => {
    const links = [...read(page).matchAll(/\]\((?<to>[^)#:\s]*)(?:#(?<place>[^)\s]+))?\)/g)];
    const lost = links.filter(({ groups }) => {
      const to = groups?.['to'] ? join(dirname(page), groups['to']) : page;
      const place = groups?.['place'];
      return !existsSync(to) || (place !== undefined && !placesOf(to).has(place));
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it('names no command that npm does not know', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/\bnpm (?:run (?:-s )?(?<run>[\w:]+)|(?<own>test|start)\b)/g)];
    const commands = named.map(({ groups }) => groups?.['run'] ?? groups?.['own'] ?? '');
    expect(commands.filter((command) => !Object.hasOwn(scripts, command))).toEqual([]);
  });

  it('names no setting that there is none of', () => {
    const groups = new Set(Object.keys(settingsTable).map((key) => key.split('.')[0]));
    const named = codes(page).filter(
      (code) => /^[a-z]+\.(?!tsx?$)[a-zA-Z]+$/.test(code) && groups.has(code.split('.')[0] ?? ''),
    );
    const commands =
      read('lib/messages/protocol.ts') +
      readdirSync('lib/messages/protocol')
        .map((name) => read(join('lib/messages/protocol', name)))
        .join('');
    expect(
      named.filter((name) => !Object.hasOwn(settingsTable, name) && !commands.includes(`'${name}'`)),
    ).toEqual([]);
  });
});
