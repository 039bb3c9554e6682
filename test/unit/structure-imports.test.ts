import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  /** From the root, or the name of a package. */
  readonly path: string;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

/** Every source file with what it imports. */
function readImports(): Map<string, Import[]> {
  const all = new Map<string, Import[]>();
  for (const root of ['entrypoints', 'components', 'lib']) {
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.tsx?$/.test(file)) continue;
      const source = readFileSync(file, 'utf8');
      const named = source.matchAll(/^(?:import|export)(?<type> type)?\b[^;']*?from '(?<path>[^']+)'/gm);
      const bare = source.matchAll(/^import '(?<path>[^']+)'/gm);
      const lazy = source.matchAll(/\bimport\('(?<path>[^']+)'\)/g);
      const found = [...named, ...bare, ...lazy].map(({ groups }) => {
        const path = groups?.['path'] ?? '';
        const resolved = path.startsWith('.')
          ? normalize(join(dirname(file), path)).replace(/\?inline$/, '')
          : path;
        return { path: resolved, typeOnly: groups?.['type'] !== undefined };
      });
      all.set(file, found);
    }
  }
  return all;
}

const imports = readImports();

/** Everything whose code `file` pulls in, itself included. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, typeOnly } of imports.get(file) ?? []) if (!typeOnly) reach(path, seen);
  return seen;
}

const inside =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** From → never to. As in docs/architecture.md. */
const never: readonly [why: string, from: (path: string) => boolean, to: (path: string) => boolean][] = [
  [
    'components draw and do not fetch',
    inside('components'),
    inside('lib/twitch', 'lib/messages', 'lib/browser.ts', 'entrypoints'),
  ],
  [
    'the page knows no API and no token',
    inside('lib/pages'),
    inside('lib/twitch', 'lib/accounts', 'lib/store', 'lib/browser.ts'),
  ],
  [
    'the core knows neither platform nor browser',
    inside('lib/chat', 'lib/moderation', 'lib/live', 'lib/people', 'lib/channel'),
    inside('lib/browser.ts', 'lib/twitch', 'lib/chzzk', 'lib/pages', 'wxt'),
  ],
  ['lib knows no face', inside('lib'), inside('components', 'entrypoints', 'preact')],
  [
    'a platform’s client knows no browser',
    inside('lib/twitch', 'lib/chzzk'),
    inside('lib/browser.ts', 'lib/pages', 'lib/messages'),
  ],
];

describe('imports', () => {
  it('were found', () => {
    expect(imports.size).toBeGreaterThan(60);
    expect(imports.get('lib/messages/call.ts')).toContainEqual({ path: 'lib/browser.ts', typeOnly: false });
  });

  it.each(never)('%s', (_why, from, to) => {
    const broken = [...imports].flatMap(([file, paths]) =>
      from(file) ? paths.filter(({ path }) => to(path)).map(({ path }) => `${file} → ${path}`) : [],
    );
    expect(broken).toEqual([]);
  });

  it('of components take nothing but types and names from the stores, the accounts and CHZZK', () => {
    const names = ['lib/accounts/channel-accounts.ts', 'lib/chzzk/manage/wish.ts', 'lib/chzzk/site.ts'];
    const served = inside('lib/store', 'lib/accounts', 'lib/chzzk');
    const taken = [...imports].flatMap(([file, paths]) =>
      inside('components')(file)
        ? paths.filter(({ path, typeOnly }) => !typeOnly && served(path)).map(({ path }) => path)
        : [],
    );
    expect(taken.filter((path) => !names.includes(path))).toEqual([]);
  });

  it('go through the one door to the browser', () => {
    const doors = [...imports]
      .filter(([, paths]) => paths.some(({ path }) => path === 'webextension-polyfill'))
      .map(([file]) => file);
    expect(doors).toEqual(['lib/browser.ts']);
  });

  it.each(['twitch', 'twitch-tools', 'chzzk', 'panels', 'sweep', 'requests', 'corner'])(
    'keep secrets and the platform out of the content script of %s',
    (site) => {
      const pulled = [...reach(`entrypoints/${site}.content/index.ts`)];
      expect(pulled).toContain('lib/messages/call.ts');
      const kept = pulled.filter(inside('lib/accounts', 'lib/store', 'lib/twitch', 'lib/chzzk', 'zod'));
      // What reads a chat as nobody has no secret, and lives as long as the page.
      expect(kept.filter((path) => !inside('lib/chzzk/chat')(path))).toEqual([]);
      expect(kept).not.toContain('lib/chzzk/chat/door.ts');
    },
  );

  it('keep secrets and the platform out of the panel of CHZZK’s managers in the page, but for names', () => {
    const kept = [...reach('entrypoints/chzzk-panel.content/index.ts')].filter(
      inside('lib/accounts', 'lib/store', 'lib/twitch', 'lib/chzzk', 'zod'),
    );
    expect(kept.toSorted()).toEqual(['lib/chzzk/manage/wish.ts', 'lib/chzzk/site.ts']);
  });

  it('keep everything that draws out of the script that is in every page of Twitch', () => {
    const drawing = inside('components', 'preact');
    expect([...reach('entrypoints/twitch.content/index.ts')].filter(drawing)).toEqual([
      'components/in-page/leftovers.ts',
    ]);
  });

  it.each(['twitch', 'chzzk'])('leave the probe of %s alone with itself', (site) => {
    const probe = `entrypoints/${site}-probe.content.ts`;
    const pulled = [...reach(probe)].filter((path) => !path.startsWith('lib/pages/'));
    expect(pulled.toSorted()).toEqual([probe, 'wxt/utils/define-content-script']);
  });
});
