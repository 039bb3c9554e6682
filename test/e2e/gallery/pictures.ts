import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';

import type { Gallery } from './open.ts';

const baselines = fileURLToPath(new URL('.', import.meta.url));
const output = fileURLToPath(new URL('../../../.output/gallery/', import.meta.url));
const fingerprintFile = `${baselines}machine.json`;

/** Set by `SIDESTAGE_UPDATE=1`: the pictures of this run become the ones to compare with. */
export const updating = process.env['SIDESTAGE_UPDATE'] === '1';

/** The part of a picture's pixels that may differ before it counts as another picture. */
const tolerance = 0.0005;

/** What decides how letters look: two machines with the same fingerprint draw the same picture. */
interface Fingerprint {
  readonly browser: string;
  /** Hash of some words drawn with the fonts of the tokens. */
  readonly letters: string;
}

/** Why pictures are not compared here, or `undefined` when they are. */
export async function incomparable(gallery: Gallery): Promise<string | undefined> {
  const here = await fingerprintOf(gallery);
  if (updating) {
    writeFileSync(fingerprintFile, `${JSON.stringify(here, null, 2)}\n`);
    return undefined;
  }
  if (!existsSync(fingerprintFile)) return 'there are no pictures to compare with';
  const there = JSON.parse(readFileSync(fingerprintFile, 'utf8')) as Fingerprint;
  if (there.browser !== here.browser)
    return `the pictures were made with ${there.browser}, this is ${here.browser}`;
  if (there.letters !== here.letters)
    return 'this machine has other fonts than the one that made the pictures';
  return undefined;
}

async function fingerprintOf(gallery: Gallery): Promise<Fingerprint> {
  const page = await gallery.open({ query: { theme: 'light', section: 'colours' } });
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 400;
    const pen = canvas.getContext('2d');
    if (!pen) return '';
    const family = getComputedStyle(document.body).fontFamily;
    for (const [line, font] of [`400 20px ${family}`, `600 20px ${family}`, '20px monospace'].entries()) {
      pen.font = font;
      pen.fillText('Sidestage 무대 옆 ضوء 12:34 🎮', 4, 40 + 40 * line);
    }
    return canvas.toDataURL();
  });
  await page.close();
  return { browser: gallery.browser, letters: createHash('sha256').update(drawn).digest('hex').slice(0, 16) };
}

/** The same picture in 64 steps of each colour, which nobody sees and no comparison: in little more than half of the bytes. */
function lightened(bytes: Uint8Array): Uint8Array {
  const picture = PNG.sync.read(Buffer.from(bytes));
  for (const [place, level] of picture.data.entries())
    picture.data[place] = Math.round((Math.round((level * 63) / 255) * 255) / 63);
  return PNG.sync.write(picture, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 });
}

/**
 * Compares `page` with the picture called `name`, or makes it when updating.
 * @returns what differs, in words; what was drawn and where it differs stand in `.output/gallery` then.
 */
export async function compare(page: Page, name: string): Promise<string | undefined> {
  const file = `${baselines}${name}.png`;
  const bytes = await page.screenshot({ fullPage: true });
  if (updating) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, lightened(bytes));
    return undefined;
  }
  if (!existsSync(file)) return `there is no picture ${name}.png; make it with SIDESTAGE_UPDATE=1`;
  const was = PNG.sync.read(readFileSync(file));
  const is = PNG.sync.read(Buffer.from(bytes));
  const keep = (suffix: string, data: Uint8Array): void => {
    const file = `${output}${name}${suffix}.png`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
  };
  if (was.width !== is.width || was.height !== is.height) {
    keep('', bytes);
    return `${name} was ${was.width}×${was.height} and is ${is.width}×${is.height}`;
  }
  const difference = new PNG({ width: is.width, height: is.height });
  const pixels = pixelmatch(was.data, is.data, difference.data, is.width, is.height, { threshold: 0.1 });
  if (pixels <= is.width * is.height * tolerance) return undefined;
  keep('', bytes);
  keep('-difference', PNG.sync.write(difference));
  return `${name} differs in ${pixels} pixels, see .output/gallery`;
}
