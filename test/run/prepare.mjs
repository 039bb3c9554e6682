/**
 * Runs after npm has installed the dependencies: has WXT write the types that it generates, and notes which lockfile
 * was installed. Never fails the installation: without the development tools there is nothing to prepare.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { noteInstalled } from './dependencies.mjs';
import { root, tool, toolEnv } from './node.mjs';
import { run } from './steps.mjs';

if (existsSync(join(root, 'node_modules', 'wxt'))) {
  try {
    const { ok, said } = await run(tool('wxt', 'prepare'), { env: toolEnv() });
    if (!ok) console.warn(said);
    noteInstalled();
  } catch (error) {
    console.warn(String(error));
  }
}
