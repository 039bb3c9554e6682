import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import puppeteer, { type CDPSession, type HTTPRequest, type Page } from 'puppeteer';
import { build } from 'vite';

import { findBrowser } from '../../run/browsers.mjs';

const root = fileURLToPath(new URL('../../../entrypoints/gallery', import.meta.url));
const icons = fileURLToPath(new URL('../../../public/icon', import.meta.url));

/** Where the gallery stands for the browser; nothing is served there, the requests are answered from memory. */
const origin = 'http://gallery.test';

/** The built gallery: file name → contents. */
type Files = ReadonlyMap<string, string | Uint8Array>;

/** What the browser is asked to pretend about its user, as media features. */
export type Wishes = Readonly<
  Partial<Record<'prefers-contrast' | 'prefers-color-scheme' | 'forced-colors', string>>
>;

/** How the gallery is opened. */
export interface Opening {
  /** The gallery's own query, see `entrypoints/gallery/query.ts`. */
  readonly query: Readonly<Record<string, string>>;
  /** CSS px; 480 × 600 unless told, about the size of the popup. */
  readonly width?: number;
  readonly height?: number;
  readonly wishes?: Wishes;
  /** Animations run; they are held unless told, so that pictures can be compared. */
  readonly moving?: boolean;
}

/** A browser in which the gallery can be opened. */
export interface Gallery {
  /** The browser's name and major version. */
  readonly browser: string;
  /** Opens it in a new page, or in `page` where one of before is given. */
  open(opening: Opening, page?: Page): Promise<Page>;
  /** Lets an open page believe other things of its user. */
  readonly pretend: (page: Page, wishes: Wishes) => Promise<void>;
  close(): Promise<void>;
}

/** Builds the gallery in memory and starts a browser for it. */
export async function startGallery(): Promise<Gallery> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) throw new Error('No Chrome, Chromium or Edge was found on this machine');
  const files = await buildGallery();
  const browser = await puppeteer.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--lang=en-US',
    ],
  });
  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage();
    await page.emulateTimezone('UTC');
    await page.setRequestInterception(true);
    page.on('request', (request) => void answer(request, files));
    return page;
  };
  return {
    browser: (await browser.version()).replace(/\..*/, ''),
    async open({ query, width = 480, height = 600, wishes = {}, moving = false }, given) {
      const page = given ?? (await newPage());
      await page.setViewport({ width, height });
      await pretend(page, wishes);
      await page.goto(`${origin}/index.html?${new URLSearchParams(query).toString()}`);
      if (!moving) await page.addStyleTag({ content: still });
      await page.waitForSelector('.g-face');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForFunction(areSeenPicturesThere);
      return page;
    },
    pretend,
    close: () => browser.close(),
  };
}

/** Those below the edge are not asked for before they are seen. */
const areSeenPicturesThere = (): boolean =>
  [...document.images].every(
    (image) => image.complete || image.getBoundingClientRect().top > window.innerHeight,
  );

const still =
  '*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent }';

/** Puppeteer's own call knows only some of the features. */
async function pretend(page: Page, wishes: Wishes): Promise<void> {
  const features = Object.entries(wishes).map(([name, value]) => ({ name, value }));
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', { features });
}

/** What a page was made to believe lasts as long as the session in which it was, and each has its own. */
const sessions = new WeakMap<Page, CDPSession>();

async function buildGallery(): Promise<Files> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    mode: 'development',
    build: { write: false, modulePreload: false, target: 'esnext' },
  });
  if (!('output' in built)) throw new Error('The gallery must be built once, and not watched');
  return new Map<string, string | Uint8Array>([
    ...built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const),
    ...readdirSync(icons).map((name) => [`icon/${name}`, readFileSync(`${icons}/${name}`)] as const),
  ]);
}

async function answer(request: HTTPRequest, files: Files): Promise<void> {
  const { protocol, pathname } = new URL(request.url());
  if (protocol === 'data:') return request.continue();
  const name = pathname.slice(1);
  const body = files.get(name);
  const contentType = types[name.slice(name.lastIndexOf('.'))];
  if (body === undefined || contentType === undefined) return request.respond({ status: 404 });
  return request.respond({ contentType, body });
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};
