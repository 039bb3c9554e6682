import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Alias } from 'vite';

import type { ReactVersion } from './options.ts';

const here = import.meta.dirname;
const root = join(here, '../../..');
const shelf = join(root, '.output/stage/page');

/** The page's script and style, as text. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
}

/** Whose page. */
export type Site = 'twitch' | 'chzzk';

const entries: Readonly<Record<Site, string>> = { twitch: 'main.tsx', chzzk: 'chzzk/main.tsx' };

/** The page made of its sources and a version of React: built when they changed, else as it was built before. */
export async function pageFiles(react: ReactVersion, site: Site = 'twitch'): Promise<PageFiles> {
  const folder = join(shelf, `${await fingerprint()}-${react}${site === 'twitch' ? '' : `-${site}`}`);
  const built = await access(join(folder, 'page.js')).then(
    () => true,
    () => false,
  );
  if (!built) await make(folder, react, site);
  const [script, style] = await Promise.all(
    ['page.js', 'page.css'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return { script: script ?? '', style: style ?? '' };
}

const fingerprintLength = 16;

/** A name that changes with any of the sources, or with what they are built with. */
async function fingerprint(): Promise<string> {
  const names = (await readdir(here, { recursive: true })).filter((name) => /\.(tsx?|css|json)$/.test(name));
  const sum = createHash('sha256');
  for (const file of [...names.sort().map((name) => join(here, name)), join(root, 'package-lock.json')])
    sum.update(await readFile(file));
  return sum.digest('hex').slice(0, fingerprintLength);
}

/** Where the imports of React lead to. Its common version is 18; the others have names of their own. */
function aliases(react: ReactVersion): Alias[] {
  if (react === '18') return [];
  const roots = { 'react-dom': `react-dom-${react}`, react: `react-${react}` };
  return [
    ...(react < '18' ? [{ find: 'react-dom/client', replacement: join(here, 'root-before-18.ts') }] : []),
    ...Object.entries(roots).map(([name, own]) => ({
      find: new RegExp(`^${name}(?=/|$)`),
      replacement: own,
    })),
  ];
}

async function make(folder: string, react: ReactVersion, site: Site): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  await mkdir(shelf, { recursive: true });
  // Loaded here alone: mostly the page is built already.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    resolve: { alias: aliases(react) },
    // Vite goes by NODE_ENV, and the test runner sets that to `test`.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: draft,
      emptyOutDir: true,
      target: 'es2023',
      cssCodeSplit: false,
      rolldownOptions: {
        input: join(here, entries[site]),
        output: { entryFileNames: 'page.js', assetFileNames: 'page.[ext]', codeSplitting: false },
      },
    },
  });
  // Two runs may have built the same thing at once: the first one stands.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  const others = (await readdir(shelf)).filter(
    (name) => !name.startsWith(basename(folder).slice(0, fingerprintLength)) && !name.includes('.'),
  );
  await Promise.all(others.map((name) => rm(join(shelf, name), { recursive: true, force: true })));
}
