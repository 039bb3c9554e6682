/**
 * The popup in long use: two thousand channels by keyboard, every state in which its list can be, and who must not wait.
 */
import { describe, expect, it } from 'vitest';

import type { Surface } from './drive/session.ts';
import { browserName, suite } from './drive/suite.ts';
import { stored } from './stored.ts';
import { violations } from './violations.ts';

const follows = 2_000;

describe('the popup of someone who follows two thousand live channels', () => {
  // Colours that are still on their way would fail the contrast.
  const on = suite({ reducedMotion: true });
  let page: Surface;

  /** The name in the row that has the focus. */
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.querySelector('.ss-row-title')?.textContent ?? '');
  const list = () => page.byRole('list', 'Live channels');
  const calls = (): number =>
    on.stage.requests.filter(({ path }) => path === '/helix/streams/followed').length;
  const choose = async (menu: string, item: string): Promise<void> => {
    await page.byRole('button', menu).click();
    await page.byRole('menu', menu).byText(item).click();
    await page.byRole('menu').disappears();
  };

  it('is there with all of them, after twenty calls, and draws only what is seen', async () => {
    on.stage.drive.growLiveFollows(follows);
    page = await on.session.openExtensionPage('popup.html');
    await on.step('sign in', () => page.byRole('button', 'Sign in to Twitch').click());
    await on.session.consent('Authorize');
    await page.byText('2,000 live').appears();
    await page.byText(/^Updated/).appears();
    expect(calls()).toBe(follows / 100);
    expect(await list().byRole('link').count()).toBeLessThan(40);
    await page.screenshot('popup-two-thousand');
    expect(await violations(page)).toEqual([]);
  });

  it('is filtered and walked with the keyboard alone', async () => {
    // A tab that has just been signed in from has its focus on the page; a popup opens with it in the filter.
    await page.hand.press('/');
    expect(await page.byRole('searchbox', 'Filter channels').isFocused()).toBe(true);
    await page.hand.press('ArrowDown');
    await page.waitUntil('the first row', () => document.activeElement?.matches('[data-index="0"] a'));
    expect(await focused()).toBe('MainStage');
    await page.hand.press('End');
    await page.waitUntil('the last row', () => document.activeElement?.matches('[data-index="1999"] a'));
    await page.hand.press('Home');
    await page.waitUntil('the first row', () => document.activeElement?.matches('[data-index="0"] a'));
    await page.hand.press('ArrowUp');
    expect(await page.byRole('searchbox', 'Filter channels').isFocused()).toBe(true);
    await page.hand.type('gta gran');
    await page.byText('1 of 2,000 live').appears();
    const opened = on.session.tabAt('https://www.twitch.tv/gta_gran');
    await on.step('open it in the background', () => page.hand.press('Control+Enter'));
    await (await opened).close();
    await page.hand.press('Escape');
    await page.byText('2,000 live').appears();
    await page.hand.press('?');
    await page.byRole('dialog', 'Keys of the popup').appears();
    expect(await violations(page)).toEqual([]);
    await page.hand.press('Escape');
    await page.byRole('dialog').disappears();
  });

  it('is sorted, pinned and drawn as the user likes, and remembers it', async () => {
    await on.step('sort by name', () => choose('Sort and view', 'Name'));
    await page.waitUntil(
      'the order',
      () => !document.querySelector('[data-index="0"]')?.textContent.startsWith('MainStage'),
    );
    await stored(page, 'settings', '"live.sort":"name"');
    await on.step('filter', () => page.byRole('searchbox', 'Filter channels').fill('mainstage'));
    await on.step('pin it', async () => {
      await page.byRole('button', 'Actions for MainStage').click();
      await page.byRole('menuitemcheckbox', 'Pin to the top').click();
    });
    await page.byRole('searchbox', 'Filter channels').fill('');
    await page.hand.press('Backspace');
    await page.waitUntil(
      'the pin to lift it',
      () => document.querySelector('[data-index="0"] .ss-row-title')?.textContent === 'MainStage',
    );
    await stored(page, 'settings', '"live.pinned":["twitch:');
    await on.step('compact', () => choose('Sort and view', 'Compact'));
    await page.css('[data-rows=compact]').appears();
    await stored(page, 'settings', '"live.rows":"compact"');
    await page.close();
    page = await on.step('open it again', () => on.session.openExtensionPage('popup.html'));
    await page.css('[data-rows=compact]').appears();
    expect(await page.css('[data-index="0"] .ss-row-title').text()).toBe('MainStage');
    await page.screenshot('popup-compact');
    expect(await violations(page)).toEqual([]);
  });

  it('says what is wrong, keeps the list, and comes back', async () => {
    await page.byText(/^Updated/).appears();
    on.stage.drive.fault('helix', { kind: 'status', status: 503 }, 12);
    await on.step('refresh while Twitch is down', () => page.byRole('button', 'Refresh').click());
    await page.byText('Twitch has trouble right now').appears();
    await page.byText('2,000 live').appears();
    await page.screenshot('popup-down');
    expect(await violations(page)).toEqual([]);
    on.stage.drive.faults.clear();
    await on.step('try again', () => page.byRole('button', 'Try again').click());
    await page.byText('Twitch has trouble right now').disappears();
    on.stage.drive.disconnectApp('stagehand');
    await on.step('refresh after the app was disconnected', () => page.byRole('button', 'Refresh').click());
    await page.byRole('button', 'Sign in to Twitch').appears();
    await page.byText('2,000 live').appears();
    expect(await violations(page)).toEqual([]);
  });

  it('looks as the settings say', async () => {
    const options = await on.session.openExtensionPage('options.html#appearance');
    for (const [choice, theme] of [
      ['Dark', 'dark'],
      ['High contrast', 'contrast'],
    ] as const) {
      await options.byRole('radio', choice).click();
      await page.waitUntil(
        'the theme',
        (wanted) => document.documentElement.dataset['theme'] === wanted,
        theme,
      );
      expect(await violations(page)).toEqual([]);
    }
    await options.byRole('radio', '한국어').click();
    await page.byRole('searchbox', '채널 찾기').appears();
    expect(await violations(page)).toEqual([]);
    await options.close();
    if (browserName === 'chromium') await page.screenshot('popup-korean');
  });
});
