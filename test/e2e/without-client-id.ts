import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clients } from '../stage/world/seed.ts';

/** The client id as the bundler has written it into the code. */
const written = new RegExp(`(["'\`])${clients.confidential}\\1`, 'g');

/**
 * A copy of the build in `extensionDir` as it comes out where nobody has set `WXT_TWITCH_CLIENT_ID`. Building it anew would
 * take a quarter of a minute, and the variable is all that differs. Whoever asked for it throws it away.
 */
export async function withoutClientId(extensionDir: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'sidestage-without-id-'));
  await cp(extensionDir, copy, { recursive: true });
  let found = 0;
  for (const name of await readdir(copy, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const code = await readFile(join(copy, name), 'utf8');
    const without = code.replaceAll(written, 'void 0');
    if (without === code) continue;
    found += 1;
    await writeFile(join(copy, name), without);
  }
  if (found === 0) throw new Error(`The build in ${extensionDir} was not made for the stage's client`);
  return copy;
}
