import { findBrowser, overrides } from './browsers.mjs';
import { tool, toolEnv } from './node.mjs';
import { Sorry, run, step } from './steps.mjs';

/** @typedef {import('./browsers.mjs').BrowserName} BrowserName */

const names = { chromium: 'Chromium', firefox: 'Firefox' };

/** Linux's package managers, as they install without a question. Each needs root. */
const managers = [
  {
    program: 'apt-get',
    before: ['apt-get', 'update', '-q'],
    install: ['apt-get', 'install', '-y', '-q', '--no-install-recommends'],
    packages: { chromium: 'chromium', firefox: 'firefox-esr' },
  },
  {
    program: 'dnf',
    install: ['dnf', 'install', '-y', '-q'],
    packages: { chromium: 'chromium', firefox: 'firefox' },
  },
  {
    program: 'pacman',
    install: ['pacman', '-Sy', '--noconfirm', '--needed'],
    packages: { chromium: 'chromium', firefox: 'firefox' },
  },
  {
    program: 'zypper',
    install: ['zypper', '--non-interactive', 'install'],
    packages: { chromium: 'chromium', firefox: 'MozillaFirefox' },
  },
  {
    program: 'apk',
    install: ['apk', 'add', '-q'],
    packages: { chromium: 'chromium', firefox: 'firefox-esr' },
  },
];

const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Whether a found program really starts: on some systems it is only a hint to install something. */
async function starts(/** @type {string | undefined} */ path) {
  if (!path) return false;
  // Elsewhere asking for the version opens a window, and the hints do not exist.
  return process.platform !== 'linux' || (await run([path, '--version'], { limitMs: 30_000 })).ok;
}

/** The words before a command that give it root's rights without a question, if that is possible. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await run(['sudo', '-n', 'true'], { limitMs: 5_000 })).ok ? ['sudo', '-n'] : undefined;
}

/** @param {BrowserName} name */
async function byPackageManager(name) {
  if (process.platform !== 'linux') return;
  const prefix = await rootPrefix();
  if (!prefix) return;
  for (const { program, before, install, packages } of managers) {
    if (!(await run([program, '--version'], { limitMs: 10_000 })).ok) continue;
    if (before) await run([...prefix, ...before], { env: quiet });
    await run([...prefix, ...install, packages[name]], { env: quiet });
    return;
  }
}

/** @param {BrowserName} name */
async function byDownload(name) {
  const browser = name === 'chromium' ? 'chrome' : 'firefox';
  await run(tool('puppeteer', 'browsers', 'install', browser), { env: toolEnv() });
}

/**
 * The program of a browser; where there is none, one is installed without a question.
 *
 * @param {BrowserName} name
 * @returns {Promise<string>}
 */
export async function ensureBrowser(name) {
  const found = findBrowser(name);
  if (found && (await starts(found))) return found;
  return step(`Installing ${names[name]} (a minute or two)`, async () => {
    for (const way of [byPackageManager, byDownload]) {
      await way(name);
      const path = findBrowser(name);
      if (path && (await starts(path))) return path;
    }
    throw new Sorry(
      `${names[name]} was not found, and could not be installed from here. Please install ` +
        `${name === 'chromium' ? 'Chrome, Chromium or Edge' : 'Firefox'}, or set ${overrides[name]} to its program, ` +
        'and run this again.',
    );
  });
}
