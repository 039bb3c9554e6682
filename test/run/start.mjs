/**
 * `npm start`: sets everything up, builds the extension, and shows it in a browser.
 *
 *   npm start                      the local stage, signed out, chat running; without a display: the tour, headless
 *   npm start -- --firefox         the same in Firefox
 *   npm start -- --live            the real twitch.tv, with your own WXT_TWITCH_CLIENT_ID
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { installDependencies } from './dependencies.mjs';
import { ensureBrowser } from './install-browser.mjs';
import { projectNode, root, tool, toolEnv } from './node.mjs';
import { Sorry, main, run, step } from './steps.mjs';

/** The client that the stage knows. */
const stageClient = {
  WXT_TWITCH_CLIENT_ID: 'stage0confidential0client0000001',
  WXT_TWITCH_CLIENT_KIND: 'confidential',
};

function readArguments() {
  try {
    const options = /** @type {const} */ ({ firefox: { type: 'boolean' }, live: { type: 'boolean' } });
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Sorry(`${error instanceof Error ? error.message : error}\nKnown are --firefox and --live.`);
  }
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** Whether the build will have a client id of the user's own: from the environment, or from a file that WXT reads. */
const hasOwnClient = () =>
  Boolean(process.env['WXT_TWITCH_CLIENT_ID']) ||
  ['.env', '.env.local', '.env.production'].some((name) => {
    const path = join(root, name);
    return existsSync(path) && readFileSync(path, 'utf8').includes('WXT_TWITCH_CLIENT_ID=');
  });

/** Hands the terminal over to `command` until it ends. */
const handOver = (/** @type {string[]} */ [program = '', ...args], /** @type {NodeJS.ProcessEnv} */ env) =>
  new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });

/** Chromium's sandbox refuses to run for the superuser, as in a container. */
const rootArguments = () => (process.getuid?.() === 0 ? ['--args=--no-sandbox'] : []);

await main(async () => {
  process.chdir(root);
  const { firefox = false, live = false } = readArguments();
  const name = firefox ? 'firefox' : 'chromium';
  if (live && !hasDisplay())
    throw new Sorry('--live opens a browser window, and here is no display for one.');
  await installDependencies();
  const program = await ensureBrowser(name);
  console.log(`  ${name}: ${program}`);
  await step('Building the extension', async () => {
    const target = firefox ? ['-b', 'firefox'] : [];
    const { ok, said } = await run(tool('wxt', 'build', ...target), {
      env: toolEnv(live ? {} : stageClient),
    });
    if (!ok) throw new Sorry(said);
  });
  if (!live) {
    const shown = hasDisplay() ? 'shown' : 'headless';
    await handOver([projectNode(), join(root, 'test', 'run', 'start.ts'), name, shown], toolEnv());
    return;
  }
  if (!hasOwnClient())
    console.log(
      '  No WXT_TWITCH_CLIENT_ID is set: enter your own client id in the options of the extension.',
    );
  const folder = join(root, '.output', firefox ? 'firefox-mv3' : 'chrome-mv3');
  const browser = firefox
    ? ['--target', 'firefox-desktop', '--firefox', program]
    : ['--target', 'chromium', '--chromium-binary', program, ...rootArguments()];
  const page = ['--start-url', 'https://www.twitch.tv/'];
  const command = tool('web-ext', 'run', '--source-dir', folder, '--no-reload', '--no-config-discovery');
  await handOver([...command, ...browser, ...page], toolEnv());
});
