// Draws the icons of public/icon from icon.svg: node docs/images/draw-icons.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises';

import puppeteer from 'puppeteer';

import { findBrowser } from '../../test/run/browsers.mjs';

const sizes = [16, 32, 48, 96, 128];

/** Without the tile the mark fills its square. */
const bare = 'viewBox="12 12 105 105"';

/** The look in the drawing, the file it becomes, and what it shows. `light` is for Firefox's dark toolbars. */
const looks = [
  ['tile', (size) => `icon/${size}.png`],
  ['signed-out', (size) => `icon/signed-out-${size}.png`],
  ['light', (size) => `icon/light-${size}.png`, bare],
  ['dark', (size) => `icon/dark-${size}.png`, bare],
];

const drawing = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
const page = await browser.newPage();
await mkdir(new URL('../../public/icon/', import.meta.url), { recursive: true });

for (const [look, name, view] of looks) {
  for (const size of look === 'tile' ? sizes : sizes.slice(0, 3)) {
    const svg = drawing
      .replace('data-look="tile"', `data-look="${look}" width="${size}" height="${size}"`)
      .replace('viewBox="0 0 128 128"', view ?? 'viewBox="0 0 128 128"');
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`../../public/${name(size)}`, import.meta.url), png);
  }
}

await browser.close();
