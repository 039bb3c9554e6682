/**
 * The options page: what is set there holds, at once and elsewhere.
 */
import { describe, expect, it } from 'vitest';

import { clients } from '../stage/world/seed.ts';
import { crowd } from './crowd.ts';
import type { Surface, Tab } from './drive/session.ts';
import { browserName, suite } from './drive/suite.ts';
import { aimAt, allowIn } from './moderator.ts';
import { savedFrom } from './saved.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

/** What of the browser's API the page is asked through here. */
interface Extension {
  readonly storage: Readonly<
    Record<
      'local' | 'sync',
      { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> }
    >
  >;
}

describe('the options page', () => {
  // Colours that are still on their way would fail the contrast.
  const on = suite({ reducedMotion: true, stage: { follows: crowd } });
  let page: Surface;
  let tab: Tab;

  const go = async (section: string): Promise<void> => {
    await page.byRole('link', section).click();
    await page.byRole('heading', section).appears();
  };

  /** All that is stored of the settings, as JSON. */
  const everySetting = (): Promise<string> =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as { readonly chrome: Extension };
      return JSON.stringify(await chrome.storage.local.get('settings'));
    });

  /** Waits until the browser's sync holds the theme as `words` say it, or `undefined`: holds it no longer. */
  const shared = (words: string | undefined): Promise<unknown> =>
    page.waitUntil(
      `the browser's sync to hold ${words ?? 'nothing'}`,
      async (words: string | null) => {
        const { chrome } = globalThis as unknown as { readonly chrome: Extension };
        const held = JSON.stringify(await chrome.storage.sync.get('setting.appearance.theme'));
        return words === null ? held === '{}' : held.includes(words);
      },
      words ?? null,
    );

  it('makes signing in possible with the user’s own client id', async () => {
    page = await on.session.openExtensionPage('options.html');
    await page.byRole('heading', 'Accounts').appears();
    expect(await violations(page)).toEqual([]);
    await on.step('enter a client id that is none', async () => {
      await page.byRole('textbox', 'Client id').fill('Not A Client Id');
      await page.byRole('button', 'Save').click();
      await page.byText('Small letters and digits only').appears();
    });
    await on.step('enter the client id', async () => {
      await page.byRole('textbox', 'Client id').fill(clients.confidential);
      await page.byRole('button', 'Save').click();
      await page.byText('Saved').appears();
    });
    await on.step('sign in', () => page.byRole('button', 'Sign in to Twitch').click());
    await on.session.consent('Authorize');
    await page.byRole('button', 'Sign out: Stagehand').appears();
    await page.screenshot('options-accounts');
    expect(await violations(page)).toEqual([]);
  });

  it('decides which timeouts the menu in chat offers', async () => {
    await on.step('open the section', () => go('Moderation'));
    await on.step('take one away', () => page.byRole('button', 'Remove 1 week').click());
    await page.byText('Saved').appears();
    await on.step('add one', async () => {
      await page.byRole('textbox', 'New length').fill('90m');
      await page.byRole('button', 'Add').click();
      await page.byText('90 minutes').appears();
    });
    await on.step('try what is no length', async () => {
      await page.byRole('textbox', 'New length').fill('soon');
      await page.byRole('button', 'Add').click();
      await page.byText(/Enter a length/).appears();
    });
    expect(await violations(page)).toEqual([]);

    tab = await on.session.openTab('https://www.twitch.tv/mainstage');
    on.stage.drive.say('mainstage', { from: 'plainviewer', text: 'first!!!1' });
    await on.step('open the menu in chat', async () => {
      const tools = await aimAt(tab, 'plainviewer');
      await tools.byRole('button', 'More timeouts').click();
    });
    await tab.ours.byRole('menuitem', '90 minutes').appears();
    expect(await tab.ours.byRole('menuitem', '1 week').count()).toBe(0);
    await on.step('time out for as long', () => tab.ours.byRole('menuitem', '90 minutes').click());
    await allowIn(on, tab.ours.byRole('status'));
    await tab.ours.byRole('status').says(/Timed out plainviewer for 90 minutes/);
    // The options page is in front again.
    await tab.close();
  });

  it('lists what was done, and takes it back', async () => {
    await on.step('open the log', () => go('Action log'));
    await page.byText('Timeout, 90 minutes').appears();
    await page.byRole('searchbox', 'Search the log').fill('nobody');
    await page.byText('Nothing found').appears();
    await page.byRole('searchbox', 'Search the log').fill('plain');
    await page.byText('1 of 1').appears();
    await page.screenshot('options-log');
    expect(await violations(page)).toEqual([]);
    await on.step('undo', () => page.byRole('button', 'Undo: Timeout, 90 minutes, plainviewer').click());
    // The word stands among the filters, too.
    await page.css('td.ss-log-result').says(/Undone/);
    const { world } = on.stage;
    expect(world.banOf(world.user('mainstage').id, world.user('plainviewer').id)).toBeUndefined();
  });

  it('saves what is found of the log as a table and as it is kept', async () => {
    const saved = await savedFrom(page);
    await on.step('save a table', () => page.byRole('button', 'Export CSV').click());
    await expect.poll(saved).toMatch(/^at,platform,channel,/);
    const [head = '', row = '', ...more] = (await saved()).trimEnd().split('\r\n');
    expect(more).toEqual([]);
    const cells = row.split(',');
    const cell = (column: string) => cells[head.split(',').indexOf(column)];
    expect([cell('kind'), cell('seconds'), cell('target'), cell('by'), cell('result')]).toEqual([
      'timeout',
      '5400',
      'plainviewer',
      'stagehand',
      'undone',
    ]);
    await on.step('save it as it is', () => page.byRole('button', 'Export JSON').click());
    await expect.poll(saved).toMatch(/^\[/);
    expect(JSON.parse(await saved())).toMatchObject([
      { action: { kind: 'timeout', seconds: 5_400, target: { login: 'plainviewer' } } },
    ]);
  });

  it('keeps lists of channels, to which one is added by name, and from which it comes back', async () => {
    await on.step('open the section', () => go('Live & notifications'));
    await page.byText('No channel is pinned.').appears();
    await on.step('find one', async () => {
      await page.byRole('textbox', 'Name of a channel on Twitch or CHZZK').fill('gta_gran');
      await page.byRole('button', 'Find').click();
    });
    await on.step('add it', () => page.byRole('button', 'Add GTA_Gran').click());
    await stored(page, 'settings', '"live.pinned":["twitch:');
    const pinned = page.byRole('list', 'Pinned');
    await pinned.byText('GTA_Gran').appears();
    await page.screenshot('options-lists');
    for (const theme of ['light', 'dark']) {
      await page.evaluate((theme: string) => (document.documentElement.dataset['theme'] = theme), theme);
      expect(await violations(page), theme).toEqual([]);
    }
    await on.step('take it off', () => page.byRole('button', 'Take GTA_Gran off the list').click());
    await page.byText('GTA_Gran is off the list.').appears();
    await stored(page, 'settings', '"live.pinned":[]');
    await on.step('undo', () => page.byRole('button', 'Undo').click());
    await pinned.byText('GTA_Gran').appears();
    await stored(page, 'settings', '"live.pinned":["twitch:');
  });

  it('shows every choice of its look at once, in every language', async () => {
    await on.step('open the section', () => go('Appearance'));
    for (const [name, theme] of [
      ['Light', 'light'],
      ['High contrast', 'contrast'],
      ['Dark', 'dark'],
    ] as const) {
      await on.step(name, () => page.byRole('radio', name).click());
      await page.waitUntil(
        'the theme',
        (wanted) => document.documentElement.dataset['theme'] === wanted,
        theme,
      );
      await stored(page, 'settings', `"appearance.theme":"${theme}"`);
      expect(await violations(page)).toEqual([]);
    }
    for (const [name, key, value] of [
      ['Compact', 'density', 'compact'],
      ['Larger', 'fontSize', 'larger'],
      ['Reduced', 'motion', 'reduced'],
    ] as const) {
      await on.step(name, () => page.byRole('radio', name).click());
      await page.waitUntil(
        `${key} to be ${value}`,
        (key, value) => document.documentElement.dataset[key] === value,
        key,
        value,
      );
      await stored(page, 'settings', `"appearance.${key}":"${value}"`);
    }
    expect(await violations(page)).toEqual([]);
    await on.step('한국어', () => page.byRole('radio', '한국어').click());
    await page.byRole('heading', '화면').appears();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ko');
    await stored(page, 'settings', '"language":"ko"');
    await page.screenshot('options-korean');
    await on.step('라이브 및 알림', () => page.byRole('link', '라이브 및 알림').click());
    await page.byRole('heading', '라이브 및 알림').appears();
    expect(await violations(page)).toEqual([]);
    await on.step('화면', () => page.byRole('link', '화면').click());
    await on.step('English', () => page.byRole('radio', 'English').click());
    await page.byRole('heading', 'Appearance').appears();
    await stored(page, 'settings', '"language":"en"');
    await on.step('About', () => go('About & privacy'));
    expect(await violations(page)).toEqual([]);
  });

  const theme = (): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset['theme']);
  const load = (words: string, name = 'mine.json'): Promise<void> =>
    page.evaluate(
      (content, name) => {
        const input = document.querySelector<HTMLInputElement>('input[type=file]');
        const files = new DataTransfer();
        files.items.add(new File([content], name, { type: 'application/json' }));
        if (input) input.files = files.files;
        input?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      words,
      name,
    );

  it('saves its settings to a file without any token, loads one after a look at it, and takes that back', async () => {
    await on.step('open the section', () => go('Backup & sync'));
    await page.css('[role=switch]:enabled').appears();
    const saved = await savedFrom(page);
    await on.step('save', () => page.byRole('button', 'Save to a file').click());
    await expect.poll(saved).toContain('"format": "sidestage-settings"');
    const words = await saved();
    const tokens = [...on.stage.world.issuedTokens];
    expect(tokens.length).toBeGreaterThan(0);
    expect(tokens.filter((token) => words.includes(token))).toEqual([]);
    expect(words).not.toContain('Stagehand');

    await on.step('load what would do harm', () =>
      load(words.replace('"appearance.theme": "dark"', '"appearance.theme": "dark", "__proto__": {}')),
    );
    await page.byText(/mine.json was not loaded, and nothing was changed/).appears();
    await on.step('load a file', () =>
      load(words.replace('"appearance.theme": "dark"', '"appearance.theme": "light"')),
    );
    await page.byRole('heading', 'What “mine.json” would change').appears();
    await page.byRole('rowheader', 'Theme').appears();
    expect(await theme()).toBe('dark');
    expect(await violations(page)).toEqual([]);
    await on.step('apply', () => page.byRole('button', 'Apply').click());
    await page.byText(/Settings were loaded from a file/).appears();
    await expect.poll(theme).toBe('light');
    await on.step('undo', () => page.byRole('button', 'Undo').click());
    await page.byText(/Settings were loaded from a file/).disappears();
    await expect.poll(theme).toBe('dark');

    await on.step('look at a reset', () => page.byRole('button', 'Reset all settings…').click());
    await page.byRole('rowheader', 'Timeout lengths').appears();
    await on.step('reset', () => page.byRole('button', 'Reset all settings').click());
    await page.byText(/All settings were reset/).appears();
    await expect.poll(theme).toBeUndefined();
    await on.step('undo that too', () => page.byRole('button', 'Undo').click());
    await page.byText(/All settings were reset/).disappears();
    await expect.poll(theme).toBe('dark');

    await on.step('keep settings in step', () => page.byRole('switch', 'Keep settings in step').click());
    await page.byText(/In step/).appears();
    expect(await violations(page)).toEqual([]);
  });

  it('refuses files that are none of ours or would do harm, says why, and changes nothing', async () => {
    const { format, version } = { format: 'sidestage-settings', version: 1 };
    const file = (more: object): string =>
      JSON.stringify({ format, version, settings: { 'live.refreshMinutes': 7 }, ...more });
    const kept = await everySetting();
    for (const [name, words, why] of [
      ['cut.json', file({}).slice(0, -9), /It is not a JSON file, or it was cut off/],
      ['foreign.json', JSON.stringify({ theme: 'dark' }), /It is not a settings file of Sidestage/],
      ['later.json', file({ version: 900 }), /It was written by a newer Sidestage \(settings version 900\)/],
      [
        'script.json',
        file({ settings: { 'live.refreshMinutes': 7, 'appearance.theme': '"><script>' } }),
        /The value of “Theme” does not fit/,
      ],
      [
        'people.json',
        file({ people: [{ id: 'javascript:alert(1)' }] }),
        /Entry 1 of the people in it is damaged/,
      ],
    ] as const) {
      await on.step(`load ${name}`, () => load(words, name));
      await page.byText(`${name} was not loaded, and nothing was changed.`).appears();
      await page.byText(why).appears();
      expect(await page.byRole('button', 'Apply').count()).toBe(0);
    }
    expect(await violations(page)).toEqual([]);
    expect(await everySetting()).toBe(kept);
  });

  it('keeps settings in the browser’s sync as long as the user wants, both ways', async () => {
    await on.step('choose a theme', async () => {
      await go('Appearance');
      await page.byRole('radio', 'High contrast').click();
      await stored(page, 'settings', '"appearance.theme":"contrast"');
    });
    await shared('"value":"contrast"');
    await on.step('choose another in another browser', () =>
      page.evaluate(async () => {
        const { chrome } = globalThis as unknown as { readonly chrome: Extension };
        const key = 'setting.appearance.theme';
        const item = (await chrome.storage.sync.get(key))[key] as object;
        await chrome.storage.sync.set({ [key]: { ...item, at: Date.now(), value: 'dark' } });
      }),
    );
    await stored(page, 'settings', '"appearance.theme":"dark"');
    await expect.poll(theme).toBe('dark');
    await on.step('want that no longer', async () => {
      await go('Backup & sync');
      await page.byRole('button', 'Delete them from the browser’s sync').click();
    });
    await page.byText(/In step/).disappears();
    await shared(undefined);
    expect(await theme()).toBe('dark');
  });

  it.runIf(browserName === 'chromium')('can be walked with the keyboard alone', async () => {
    await page.byRole('link', 'Moderation').tabTo({ back: true });
    await page.hand.press('Enter');
    await page.byRole('heading', 'Moderation').appears();
    await page.byRole('button', 'Move 90 minutes up').tabTo();
    await page.hand.press('Enter');
    await page.waitUntil(
      'the move',
      () => document.querySelector('.ss-presets li:nth-child(4)')?.textContent === '90 minutes',
    );
    await page.byRole('button', 'Move 90 minutes up').takesFocus();
  });
});
