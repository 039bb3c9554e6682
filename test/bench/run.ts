/**
 * `npm run bench`: measures the production build on the stage, each figure beside its floor in the same run. Prints a
 * table for people on standard error and JSON on standard output.
 *
 * Names of parts (`sizes`, `popup`, `chat`, `log`, `memory`, `wake`, `helix`) choose some of them.
 */
import { spawnSync } from 'node:child_process';

import { benchChat } from './chat.ts';
import { benchHelix } from './helix.ts';
import { benchLog } from './log.ts';
import { benchMemory } from './memory.ts';
import { benchPopup } from './popup.ts';
import { benchSizes } from './sizes.ts';
import { benchWake } from './wake.ts';

const build = '.output/chrome-mv3';

const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  sizes: () => benchSizes(build),
  popup: () => benchPopup(build, [20, 100, 500, 1000], 9),
  chat: () => benchChat(build, 60, 8),
  log: () => benchLog(build, 1_000_000, 6),
  memory: () => benchMemory(build, [10_000, 50_000, 100_000]),
  wake: () => benchWake(build, 15),
  helix: () => benchHelix(),
};

const chosen = process.argv.slice(2);
const made = spawnSync('wxt', ['build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    WXT_TWITCH_CLIENT_ID: 'stage0confidential0client0000001',
    WXT_TWITCH_CLIENT_KIND: 'confidential',
  },
});
if (made.status !== 0) throw new Error('The build failed');

const results: Record<string, unknown> = {};
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.error(`\n${name} …`);
  const result = await measure();
  results[name] = result;
  const table = new console.Console(process.stderr);
  table.table(Array.isArray(result) ? result : [result]);
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
