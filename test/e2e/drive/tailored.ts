import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The extension's folder as one launch needs it. */
export interface Tailored {
  readonly dir: string;
  /** Throws away what was made for it; the browser must be gone. */
  readonly remove: () => void;
}

/** What the build as it stands does not have. */
export interface Wishes {
  /**
   * Browsers are often installed in English alone, and then no switch makes them ask for another language. So for any other
   * one the English texts are that language's.
   */
  readonly language?: string;
  /**
   * Permissions and hosts given from the start. Only for Chromium: it asks for them in a window of its own, which no driver
   * reaches.
   */
  readonly granted?: readonly string[];
}

/** The build in `extensionDir`, or a copy of it in which no more than these wishes is otherwise. */
export async function tailored(
  extensionDir: string,
  { language = 'en', granted = [] }: Wishes,
): Promise<Tailored> {
  if (language === 'en' && granted.length === 0) return { dir: extensionDir, remove: () => undefined };
  const dir = await mkdtemp(join(tmpdir(), 'sidestage-'));
  await cp(extensionDir, dir, { recursive: true });
  if (language !== 'en')
    await cp(
      join(extensionDir, '_locales', language, 'messages.json'),
      join(dir, '_locales', 'en', 'messages.json'),
    );
  if (granted.length > 0) await grant(join(dir, 'manifest.json'), granted);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

async function grant(path: string, granted: readonly string[]): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  const named = (key: string): readonly string[] => manifest[key] as readonly string[];
  for (const key of ['permissions', 'host_permissions']) {
    const optional = `optional_${key}`;
    manifest[key] = [...named(key), ...named(optional).filter((name) => granted.includes(name))];
    manifest[optional] = named(optional).filter((name) => !granted.includes(name));
  }
  await writeFile(path, JSON.stringify(manifest));
}
