import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The extension's folder for a browser in `language`.
 *
 * Browsers are often installed in English alone, and then no switch makes them ask for another language. So for any
 * other one a copy is made, whose English texts are that language's; all else is the build as it stands.
 */
export async function inLanguage(extensionDir: string, language: string): Promise<string> {
  if (language === 'en') return extensionDir;
  const copy = await copyOf(extensionDir);
  const messages = await readFile(join(extensionDir, '_locales', language, 'messages.json'));
  await writeFile(join(copy, '_locales', 'en', 'messages.json'), messages);
  return copy;
}

/**
 * The extension's folder with permissions and hosts `granted` from the start: Chromium asks for them in a window of its own,
 * which no driver reaches. All else is the build as it stands.
 */
export async function allowed(extensionDir: string, granted: readonly string[] = []): Promise<string> {
  if (granted.length === 0) return extensionDir;
  const copy = await copyOf(extensionDir);
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  const named = (key: string): readonly string[] => manifest[key] as readonly string[];
  for (const key of ['permissions', 'host_permissions']) {
    const optional = `optional_${key}`;
    manifest[key] = [...named(key), ...named(optional).filter((name) => granted.includes(name))];
    manifest[optional] = named(optional).filter((name) => !granted.includes(name));
  }
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}

async function copyOf(extensionDir: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'sidestage-'));
  await cp(extensionDir, copy, { recursive: true });
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  return copy;
}
