/**
 * The popup in every state in which it can be: drawn from what it would know then, in a real browser, in both languages and
 * every look.
 */
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startGallery, type Gallery, type Opening } from './gallery/open.ts';

let gallery: Gallery;

beforeAll(async () => {
  gallery = await startGallery();
});

afterAll(() => gallery.close());

/** Every state, as `entrypoints/gallery/popup/states.tsx` names them. */
const states = [
  ...['following', 'compact', 'thumbnail', 'other-platform', 'waiting', 'refreshing', 'nobody'],
  ...['signed-out', 'signing-in', 'no-client', 'code'],
  ...['offline', 'rate-limited', 'down', 'scope', 'expired', 'down, nothing known', 'chzzk-down', 'damaged'],
  ...['offline-list', 'watched', 'watched-none'],
  ...['discover', 'categories', 'search', 'search-nothing', 'channel', 'videos'],
];

const otherLooks = ['dark', 'contrast'];

async function open(state: string, lang: string, wishes: Opening['wishes'] = {}): Promise<Page> {
  return gallery.open({ query: { theme: 'light', popup: state, lang }, width: 420, height: 560, wishes });
}

/** What axe finds, one line a rule with the first place where it is broken; with `only`, by these rules alone. */
async function violations(page: Page, only?: readonly string[]): Promise<string[]> {
  const options = only ? { runOnly: [...only] } : {};
  const found = await page.evaluate(
    async (options) => (await window.axe.run(options as never)).violations,
    options,
  );
  return found.map(({ id, help, nodes }) => `${id}: ${help}; ${nodes[0]?.html ?? ''}`);
}

describe('the popup', () => {
  it.each(states)('breaks no accessibility rule in any theme: %s', async (state) => {
    const page = await open(state, 'en');
    expect(await page.$('.ss-popup')).not.toBeNull();
    await page.evaluate(axe.source);
    expect(await violations(page)).toEqual([]);
    for (const theme of otherLooks) {
      await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), theme);
      // Only colours change.
      expect(await violations(page, ['color-contrast']), theme).toEqual([]);
    }
    await page.close();
  });

  it.each(states)('breaks none in Korean, in forced colours: %s', async (state) => {
    const page = await open(state, 'ko', { 'forced-colors': 'active' });
    await page.evaluate(axe.source);
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.close();
  });
});
