/** What each part of the build weighs. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of one part: its script and every chunk that it loads at once. */
export interface SizeRow {
  readonly part: string;
  readonly raw: number;
  readonly gzip: number;
}

/** The scripts that `file` pulls in statically, itself included. */
async function withChunks(file: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = await readFile(file, 'utf8');
  // The popup loads its own face by `import()` at once, so that counts; what is loaded on demand is left to its name.
  const imported = code.matchAll(
    /(?:\bfrom|\bimport)\s*\(?[`"'](?<path>\.\.?\/(?!explorer|backup|catalogue|channel-face|discover-face|lists-face|rows-face)[^`"']+\.js)[`"']/g,
  );
  for (const { groups } of imported) await withChunks(join(dirname(file), groups?.['path'] ?? ''), seen);
  return seen;
}

/** The scripts that a page of ours names. */
async function scriptsOf(dir: string, page: string): Promise<string[]> {
  const html = await readFile(join(dir, page), 'utf8');
  const named = html.matchAll(/(?:src|href)="\/(?<path>[^"]+\.js)"/g);
  const all = new Set<string>();
  for (const { groups } of named) {
    for (const file of await withChunks(join(dir, groups?.['path'] ?? ''))) all.add(file);
  }
  return [...all];
}

async function weigh(part: string, files: Iterable<string>): Promise<SizeRow> {
  let raw = 0;
  let gzip = 0;
  for (const file of files) {
    const bytes = await readFile(file);
    raw += bytes.length;
    gzip += gzipSync(bytes, { level: 9 }).length;
  }
  return { part, raw, gzip };
}

/** Sizes of the parts of the build in `dir`. */
export async function benchSizes(dir: string): Promise<SizeRow[]> {
  const scripts = [
    'content-scripts/twitch.js',
    'content-scripts/twitch-tools.js',
    'content-scripts/twitch-probe.js',
    'content-scripts/panels.js',
    'content-scripts/sweep.js',
    'content-scripts/requests.js',
    'content-scripts/corner.js',
    'background.js',
  ];
  const pages = ['popup.html', 'options.html', 'desk.html'];
  return [
    ...(await Promise.all(
      scripts.map(async (script) =>
        weigh(
          relative('content-scripts', script).startsWith('..') ? script : basename(script),
          await withChunks(join(dir, script)),
        ),
      ),
    )),
    ...(await Promise.all(
      pages.map(async (page) => weigh(page.replace('.html', ''), await scriptsOf(dir, page))),
    )),
  ];
}
