/**
 * The design system as it is drawn: its gallery is built and looked at in a real browser.
 */
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { misplaced } from './gallery/geometry.ts';
import { startGallery, type Gallery, type Opening } from './gallery/open.ts';
import { compare, incomparable } from './gallery/pictures.ts';

let gallery: Gallery;
let notCompared: string | undefined;
let page: Page | undefined;

beforeAll(async () => {
  gallery = await startGallery();
  notCompared = await incomparable(gallery);
});

afterAll(() => gallery.close());

afterEach(async () => {
  await page?.close();
  page = undefined;
});

async function open(opening: Opening): Promise<Page> {
  page = await gallery.open(opening);
  return page;
}

/** What axe finds, one line a rule with the first place where it is broken. */
async function violations(at: Page): Promise<string[]> {
  await at.evaluate(axe.source);
  const found = await at.evaluate(
    async () => (await window.axe.run({ rules: { 'target-size': { enabled: true } } } as never)).violations,
  );
  return found.map(({ id, help, nodes }) => `${id}: ${help}; ${nodes[0]?.html ?? ''}`);
}

/** Every look: the three themes, and what people ask their system for. */
const looks: Readonly<Record<string, Opening>> = {
  light: { query: { theme: 'light' } },
  dark: { query: { theme: 'dark' } },
  contrast: { query: { theme: 'contrast' } },
  'more contrast, light': { query: { theme: 'light' }, wishes: { 'prefers-contrast': 'more' } },
  'more contrast, dark': { query: { theme: 'dark' }, wishes: { 'prefers-contrast': 'more' } },
  'compact, right to left': { query: { theme: 'dark', density: 'compact', dir: 'rtl' } },
};

describe('for everybody', () => {
  it.each(Object.entries(looks))('breaks no accessibility rule: %s', async (_name, opening) => {
    expect(await violations(await open(opening))).toEqual([]);
  });

  it.each(['menu', 'dialog', 'confirm', 'tooltip'])('breaks none with an open %s', async (overlay) => {
    for (const theme of ['light', 'dark', 'contrast']) {
      expect(await violations(await open({ query: { theme, open: overlay } }))).toEqual([]);
      await page?.close();
    }
    page = undefined;
  });

  it('follows the system where no theme is forced', async () => {
    const ground = async (scheme: string): Promise<string> => {
      const at = await gallery.open({
        query: { section: 'colours', theme: '' },
        wishes: { 'prefers-color-scheme': scheme },
      });
      const colour = await at.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await at.close();
      return colour;
    };
    expect(await ground('light')).toBe('rgb(246, 245, 242)');
    expect(await ground('dark')).toBe('rgb(18, 20, 25)');
  });
});

describe('everything in its place', () => {
  it.each([
    ['480 px', { query: { theme: 'light' } }],
    ['320 px', { query: { theme: 'light' }, width: 320 }],
    ['compact', { query: { theme: 'dark', density: 'compact' } }],
    ['right to left', { query: { theme: 'dark', dir: 'rtl' } }],
    ['forced colours', { query: { theme: 'light' }, wishes: { 'forced-colors': 'active' } }],
    ['three themes side by side', { query: {}, width: 1440 }],
  ] satisfies [string, Opening][])('%s', async (_name, opening) => {
    expect(await misplaced(await open(opening))).toEqual([]);
  });
});

describe('by keyboard', () => {
  const focused = (at: Page): Promise<string> =>
    at.evaluate(() => {
      const element = document.activeElement;
      return (
        element?.getAttribute('aria-label') ??
        (element as HTMLElement | null)?.dataset['label'] ??
        element?.textContent ??
        ''
      );
    });

  it('opens a menu, walks it, finds by letters, and returns to its button', async () => {
    const at = await open({ query: { theme: 'light', section: 'overlays' } });
    await at.focus('[aria-haspopup=menu]');
    await at.keyboard.press('ArrowDown');
    await expect.poll(() => focused(at)).toBe('1 minute');
    await at.keyboard.press('ArrowDown');
    await expect.poll(() => focused(at)).toBe('10 minutes');
    await at.keyboard.press('End');
    await expect.poll(() => focused(at)).toBe('차단');
    await at.keyboard.press('ArrowDown');
    await expect.poll(() => focused(at)).toBe('1 minute');
    await at.keyboard.type('sho');
    await expect.poll(() => focused(at)).toBe('Show only while I moderate');
    await at.keyboard.press('Escape');
    await expect.poll(() => focused(at)).toBe('Menu');
    expect(await at.$('[role=menu]')).toBeNull();
  });

  it('closes a menu by a second press on its button, and by a press beside it', async () => {
    const at = await open({ query: { theme: 'light', section: 'overlays' } });
    const button = '[aria-haspopup=menu]';
    const opened = (): Promise<unknown> => at.waitForSelector(`${button}[aria-expanded=true]`);
    const shut = async (): Promise<void> => {
      await at.waitForSelector(`${button}[aria-expanded=false]`);
      // A menu that opens again does so with the click, before the second frame.
      await at.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      expect(await at.$('[role=menu]')).toBeNull();
    };
    await at.click(button);
    await opened();
    await at.click(button);
    await shut();
    await at.click(button);
    await opened();
    await at.mouse.click(8, 590);
    await shut();
    expect(await at.$eval(button, (element) => element === document.activeElement)).toBe(false);
  });

  it('makes a toolbar one stop and walks it with the arrows', async () => {
    const at = await open({ query: { theme: 'light', section: 'buttons' } });
    const stops = (): Promise<number> => at.$$eval('[role=toolbar] [tabindex="0"]', (all) => all.length);
    expect(await stops()).toBe(1);
    await at.focus('[role=toolbar] [tabindex="0"]');
    await at.keyboard.press('ArrowRight');
    await expect.poll(() => focused(at)).toBe('Ban');
    await at.keyboard.press('End');
    await expect.poll(() => focused(at)).toBe('More');
    expect(await stops()).toBe(1);
    await at.keyboard.press('Tab');
    await at.keyboard.down('Shift');
    await at.keyboard.press('Tab');
    await at.keyboard.up('Shift');
    await expect.poll(() => focused(at)).toBe('More');
  });

  it('chooses tabs with the arrows, and turns round with the line of writing', async () => {
    for (const [dir, key] of [
      ['ltr', 'ArrowRight'],
      ['rtl', 'ArrowLeft'],
    ] as const) {
      const at = await open({ query: { theme: 'light', section: 'lists', dir } });
      await at.focus('[role=tab][aria-selected=true]');
      await at.keyboard.press(key);
      expect(await at.$eval('[role=tab][aria-selected=true]', (tab) => tab.textContent)).toBe('Discover');
      await expect.poll(() => focused(at)).toBe('Discover');
      await at.close();
    }
    page = undefined;
  });

  it('walks rows, and the letters of a listbox', async () => {
    const at = await open({ query: { theme: 'light', section: 'lists' } });
    await at.focus('.ss-row-main');
    await at.keyboard.press('ArrowDown');
    await expect.poll(() => focused(at)).toContain('한밤의무대');
    await at.focus('[role=listbox]');
    await at.keyboard.type('sp');
    await at.keyboard.press('Enter');
    expect(await at.$eval('[role=option][aria-selected=true]', (option) => option.textContent)).toBe('Spam');
  });

  it('keeps the focus in a dialog and gives it back', async () => {
    const at = await open({ query: { theme: 'light', section: 'overlays' } });
    const button = await at.waitForSelector('::-p-aria([name="Confirmation"][role="button"])');
    await button?.focus();
    await at.keyboard.press('Enter');
    await expect.poll(() => focused(at)).toBe('Cancel');
    for (let presses = 0; presses < 3; presses++) await at.keyboard.press('Tab');
    expect(await at.evaluate(() => document.activeElement?.closest('.g-row') ?? null)).toBeNull();
    await at.keyboard.press('Escape');
    expect(await at.$('dialog')).toBeNull();
    await expect.poll(() => focused(at)).toBe('Confirmation');
  });

  it('shows a tooltip on focus, with its key, until Esc', async () => {
    const at = await open({ query: { theme: 'light', section: 'buttons' } });
    await at.focus('[aria-label="Ban"][aria-keyshortcuts=B]');
    const tip = await at.waitForSelector('.ss-tooltip:popover-open');
    expect(await tip?.evaluate((element) => element.textContent)).toBe('BanB');
    await at.keyboard.press('Escape');
    await at.waitForSelector('.ss-tooltip:not(:popover-open)');
  });

  it('reads a length of time, and steps through the usual ones', async () => {
    const at = await open({ query: { theme: 'light', section: 'forms' } });
    const input = await at.waitForSelector('::-p-aria([name="Timeout"][role="textbox"])');
    const value = (): Promise<string | undefined> | undefined =>
      input?.evaluate((element) => (element as HTMLInputElement).value);
    await input?.focus();
    await at.keyboard.press('ArrowUp');
    await expect.poll(() => value()).toBe('15m');
    await input?.evaluate((element) => (element as HTMLInputElement).select());
    await at.keyboard.type('5 weeks');
    expect(await input?.evaluate((element) => element.getAttribute('aria-invalid'))).toBe('true');
    await input?.evaluate((element) => (element as HTMLInputElement).select());
    await at.keyboard.type('90');
    await at.keyboard.press('Tab');
    await expect.poll(() => value()).toBe('1m 30s');
  });
});

describe('toasts', () => {
  it('shows three at once and lets the oldest go', async () => {
    const at = await open({ query: { theme: 'light', section: 'overlays' } });
    await at.click('.g-row > button');
    await expect
      .poll(() =>
        at.$$eval('.ss-toast', (all) =>
          all.map((toast) => toast.querySelector('.ss-toast-words')?.textContent),
        ),
      )
      .toEqual([
        expect.stringContaining('was not banned'),
        expect.stringContaining('TheLongestName'),
        'Timed out chatter 0 for 10 minutes',
      ]);
  });

  it('holds its time while the pointer or the focus is on it, and leaves when it is over', async () => {
    const at = await open({ query: { theme: 'light', section: 'overlays' }, moving: true });
    await at.click('.g-row > button');
    const state = (): Promise<string> =>
      at.$eval('.ss-toast-bar', (bar) => getComputedStyle(bar).animationPlayState);
    await expect.poll(state).toBe('running');
    await at.hover('.ss-toast:last-child');
    await expect.poll(state).toBe('paused');
    await at.mouse.move(5, 500);
    await expect.poll(state).toBe('running');
    await at.focus('.ss-toast:last-child button');
    await expect.poll(state).toBe('paused');
    await at.evaluate(() => (document.activeElement as HTMLElement).blur());
    await at.$eval('.ss-toast-bar', (bar) => bar.getAnimations().forEach((animation) => animation.finish()));
    await at.waitForFunction(() => !document.querySelector('.ss-toast-bar'));
  });
});

/** What is kept as pictures: by section, or by what is open over the page. */
const pictures = [
  { section: 'buttons', themes: ['light', 'dark'] },
  { section: 'lists', themes: ['light', 'dark', 'contrast'] },
  { section: 'forms', themes: ['light', 'dark', 'contrast'] },
  { section: 'states', themes: ['light', 'dark'] },
  { section: 'overlays', themes: ['light', 'dark'] },
  { section: 'small', themes: ['dark'] },
  { section: 'icons', themes: ['light'] },
  { open: 'menu', themes: ['light', 'dark'] },
  { open: 'dialog', themes: ['light'] },
  { open: 'confirm', themes: ['dark'] },
  { open: 'tooltip', themes: ['light'] },
] as const;

describe('pictures', () => {
  for (const { themes, ...what } of pictures) {
    for (const theme of themes) {
      const name = `${'section' in what ? what.section : what.open}-${theme}`;
      it(name, async ({ skip }) => {
        if (notCompared !== undefined) skip(`not compared: ${notCompared}`);
        expect(await compare(await open({ query: { theme, ...what } }), name)).toBeUndefined();
      });
    }
  }
});
