/**
 * Every state of the popup, and what is looked at in each: drawn from what it would know then, in a real browser.
 */
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect } from 'vitest';

import { startGallery, type Gallery } from './open.ts';
import { compare, incomparable } from './pictures.ts';

/** A state of `entrypoints/gallery/popup`, and what is pressed in it first: elements, or keys. */
interface Shown {
  readonly of: string;
  readonly press: readonly string[];
  /** What is scrolled to. */
  readonly at?: string;
}

const prediction = '.ss-round-region:last-of-type';

/** What a picture is called → what it shows. */
const states: Readonly<Record<string, Shown>> = {
  ...asTheyAre(
    ...['following', 'compact', 'thumbnail', 'other-platform', 'waiting', 'refreshing', 'nobody'],
    ...['signed-out', 'signing-in', 'no-client', 'code'],
    ...['offline', 'rate-limited', 'down', 'scope', 'expired', 'down-nothing-known', 'chzzk-down', 'damaged'],
    ...['side-by-side', 'side-by-side-no-room', 'collect', 'collections'],
    ...['offline-list', 'watched', 'watched-none'],
    ...['discover', 'categories', 'category', 'clips', 'search', 'search-nothing', 'channel', 'videos'],
    ...['discover-waiting', 'discover-offline', 'discover-rate-limited', 'discover-down'],
    ...['channel-quiet', 'poll-running', 'poll-over', 'not-affiliate', 'rounds-scope'],
    ...['chzzk-not-permitted', 'chzzk-asking', 'chzzk-logged-out', 'chzzk-no-channel', 'chzzk-failed'],
    ...['chzzk-restrictions', 'chzzk-requests', 'chzzk-words', 'chzzk-no-tab'],
    ...['chzzk-many-runs', 'chzzk-many-stopped', 'chzzk-broadcast'],
    ...['tab-moderated', 'tab-watched', 'tab-marked', 'tab-shield-scope', 'tab-queue-scope'],
  ),
  'prediction-running': { of: 'prediction-running', press: [], at: prediction },
  'prediction-locked': { of: 'prediction-locked', press: [], at: prediction },
  'prediction-resolved': { of: 'prediction-resolved', press: [], at: prediction },
  'prediction-resolve': {
    of: 'prediction-locked',
    press: [`${prediction} .ss-round-actions button`, '.ss-round-step input'],
    at: prediction,
  },
  'prediction-cancel': {
    of: 'prediction-locked',
    press: [`${prediction} .ss-round-actions button:nth-of-type(2)`],
    at: prediction,
  },
  'chzzk-many-preview': {
    of: 'chzzk-restrictions',
    press: ['.ss-manage-brief .ss-card-body > div > button'],
  },
  presets: { of: 'poll-over', press: ['.ss-round-past summary'], at: '.ss-round-past' },
  keys: { of: 'following', press: ['?'] },
  'row-menu': { of: 'following', press: ['[data-index="0"] [aria-haspopup=menu]'] },
  'found-menu': { of: 'discover', press: ['.ss-discover [aria-haspopup=menu]'] },
  'clip-menu': { of: 'clips', press: ['.ss-discover [data-index="0"] [aria-haspopup=menu]'] },
  'list-menu': { of: 'following', press: ['.ss-following-bar .ss-menu-holder button'] },
  'account-menu': { of: 'following', press: ['.ss-popup-account .ss-menu-holder button'] },
  menu: { of: 'following', press: ['.ss-popup-account > :last-child button'] },
  'filtered-out': { of: 'following', press: ['z', 'z'] },
};

function asTheyAre(...names: string[]): Record<string, Shown> {
  return Object.fromEntries(names.map((of) => [of, { of, press: [] }]));
}

/** What their pictures are called. */
export const popupStates: readonly string[] = Object.keys(states);

/** The popup's states in a browser of their own; what is there exists while a test runs. */
export interface PopupGallery {
  /** Why pictures are not compared here, or `undefined` when they are. */
  readonly notCompared: string | undefined;
  readonly gallery: Gallery;
  /** Shows a state. There is one page for all of them, which goes from one to the next: a new one takes longer than what is looked at. */
  show(name: string, theme?: string, lang?: string): Promise<Page>;
  /** What differs from the picture called `name`; nothing is compared where letters are drawn otherwise. */
  difference(page: Page, name: string): Promise<string | undefined>;
}

/** Opens the gallery for the tests of a file. */
export function popupGallery(): PopupGallery {
  let running: { readonly gallery: Gallery; readonly notCompared: string | undefined } | undefined;
  let shown: Page | undefined;
  beforeAll(async () => {
    const gallery = await startGallery();
    running = { gallery, notCompared: await incomparable(gallery) };
  });
  afterAll(() => running?.gallery.close());
  const now = (): NonNullable<typeof running> => {
    if (!running) throw new Error('There is a gallery only while a test runs');
    return running;
  };
  return {
    get notCompared() {
      return now().notCompared;
    },
    get gallery() {
      return now().gallery;
    },
    async show(name, theme = 'light', lang = 'en') {
      const { of, press, at } = states[name] ?? { of: name, press: [], at: undefined };
      const query = { theme, popup: of, lang };
      const page = await now().gallery.open({ query, width: 420, height: 560 }, shown);
      shown = page;
      await page.waitForSelector('.ss-popup');
      await atRest(page);
      for (const what of press) {
        if (what.length === 1) await page.keyboard.press(what as 'z');
        // Not by the pointer: what that rests on looks so, sooner or later.
        else await page.$eval(what, (element) => (element as HTMLElement).click());
        await atRest(page);
      }
      if (at !== undefined) await page.$eval(at, (element) => element.scrollIntoView());
      await page.evaluate(axe.source);
      return page;
    },
    difference: (page, name) =>
      now().notCompared === undefined ? compare(page, `popup/${name}`) : Promise.resolve(undefined),
  };
}

/** Waits for what comes after a frame: the focus, and lists that measure their room. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
  });
}

/** What axe finds, one line a rule with the first place where it is broken; with `only`, by these rules alone. */
export async function violations(page: Page, only?: readonly string[]): Promise<string[]> {
  const options = only ? { runOnly: [...only] } : {};
  const found = await page.evaluate(
    async (options) => (await window.axe.run(options as never)).violations,
    options,
  );
  return found.map(({ id, help, nodes }) => `${id}: ${help}; ${nodes[0]?.html ?? ''}`);
}

/** Finds no colour that cannot be told apart in the dark, nor in high contrast, which the page has in the end. Only colours change. */
export async function inOtherThemes(page: Page): Promise<void> {
  for (const theme of ['dark', 'contrast']) {
    await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), theme);
    expect(await violations(page, ['color-contrast']), theme).toEqual([]);
  }
}
