import { fileURLToPath } from 'node:url';

import puppeteer, { type Browser, type Page } from 'puppeteer';
import { build } from 'vite';

import { findBrowser } from '../../run/browsers.mjs';

const root = fileURLToPath(new URL('../../../entrypoints/gallery', import.meta.url));

/** Where the gallery stands for the browser; nothing is served there, the requests are answered from memory. */
const origin = 'http://gallery.test';

/** The built gallery: file name → contents. */
type Files = ReadonlyMap<string, string | Uint8Array>;

/** A browser in which the gallery can be opened. */
export interface Gallery {
  readonly browser: Browser;
  /** Opens the gallery as `query` asks, `width` × `height` CSS px. */
  open(query: Readonly<Record<string, string>>, width: number, height?: number): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the gallery in memory and starts a browser for it. */
export async function startGallery(): Promise<Gallery> {
  const files = await buildGallery();
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('No Chromium on this machine; run npm test to have it set up.');
  const browser = await puppeteer.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--lang=en-US',
    ],
  });
  return {
    browser,
    async open(query, width, height = 600) {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      // Pictures are compared and boxes are measured at rest.
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await answer(page, files);
      await page.goto(`${origin}/index.html?${new URLSearchParams(query).toString()}`);
      await page.waitForSelector('.g-face');
      await page.evaluate(() => document.fonts.ready);
      return page;
    },
    close: () => browser.close(),
  };
}

async function buildGallery(): Promise<Files> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    mode: 'development',
    build: { write: false, modulePreload: false, target: 'esnext' },
  });
  if (!('output' in built)) throw new Error('The gallery was built more than once.');
  return new Map(built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

async function answer(page: Page, files: Files): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol === 'data:') return void request.continue();
    const name = pathname.slice(1);
    const body = files.get(name);
    if (body === undefined) return void request.respond({ status: 404 });
    return void request.respond({ contentType: types[name.slice(name.lastIndexOf('.'))] ?? '', body });
  });
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
