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
  const copy = await mkdtemp(join(tmpdir(), `sidestage-${language}-`));
  await cp(extensionDir, copy, { recursive: true });
  const messages = await readFile(join(extensionDir, '_locales', language, 'messages.json'));
  await writeFile(join(copy, '_locales', 'en', 'messages.json'), messages);
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  return copy;
}
