import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** The environment variable that names a browser's program. */
export const overrides = { chromium: 'SIDESTAGE_CHROMIUM', firefox: 'SIDESTAGE_FIREFOX' };

/** Where Puppeteer puts what it downloads. */
export const downloads = join(homedir(), '.cache', 'puppeteer');

const commands = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'microsoft-edge-stable',
    'msedge',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const applications = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const programFiles = {
  chromium: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  firefox: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
};

/** The program's name inside a folder that Puppeteer downloaded, by platform. */
const downloaded = {
  chromium: [
    'chrome-linux64/chrome',
    'chrome-win64/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  firefox: ['firefox/firefox', 'core/firefox.exe', 'Firefox.app/Contents/MacOS/firefox'],
};

const runs = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param {BrowserName} name */
function* candidates(name) {
  if (process.platform === 'darwin') {
    for (const root of ['/Applications', join(homedir(), 'Applications')])
      yield* applications[name].map((path) => join(root, path));
  }
  if (process.platform === 'win32') {
    for (const key of ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']) {
      const root = process.env[key];
      if (root) yield* programFiles[name].map((path) => join(root, path));
    }
  } else {
    const path = (process.env['PATH'] ?? '').split(delimiter);
    for (const command of commands[name])
      for (const folder of [...path, '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/homebrew/bin'])
        if (folder) yield join(folder, command);
  }
  const cache = join(
    process.env['PUPPETEER_CACHE_DIR'] ?? downloads,
    name === 'chromium' ? 'chrome' : 'firefox',
  );
  if (existsSync(cache))
    for (const version of readdirSync(cache))
      yield* downloaded[name].map((path) => join(cache, version, path));
}

/**
 * The program of a browser on this machine: the one named in the environment, an installed one, or a downloaded one.
 *
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const named = process.env[overrides[name]];
  if (named) return named;
  for (const path of candidates(name)) if (runs(path)) return path;
  return undefined;
}
