import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, systemNode } from './node.mjs';
import { Sorry, run, step } from './steps.mjs';

const stamp = join(root, 'node_modules', '.installed-lockfile');

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** Notes that what is installed is what the lockfile says. */
export function noteInstalled() {
  if (existsSync(join(root, 'node_modules'))) writeFileSync(stamp, `${fingerprint()}\n`);
}

const areInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === fingerprint();

/** Installs the dependencies if the lockfile has changed since they were last installed. */
export async function installDependencies() {
  if (areInstalled()) return;
  await step('Installing the dependencies (a minute or so)', async () => {
    const npm = process.env['npm_execpath'];
    const command = npm?.endsWith('.js') ? [systemNode(), npm] : ['npm'];
    const { ok, said } = await run([...command, 'ci', '--no-audit', '--no-fund'], {
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
    });
    if (!ok) throw new Sorry(`npm ci failed:\n${said}`);
    noteInstalled();
  });
}
