/**
 * From place to place in the popup with the keyboard alone: wherever one comes, the focus is on something of use there, and
 * what stands there says how old it is.
 */
import { describe, expect, it } from 'vitest';

import type { Surface } from './drive/session.ts';
import { browserName, suite } from './drive/suite.ts';
import { violations } from './violations.ts';

describe('the ways through the popup', () => {
  const on = suite({ reducedMotion: true });
  let popup: Surface;

  const asked = (path: string): number => on.stage.requests.filter((request) => request.path === path).length;
  const search = () => popup.byRole('searchbox', 'Search channels and categories');
  const name = (channel: string) => popup.byRole('heading', channel).byRole('link');

  it('leads from tab to tab by digits, with the focus on what one goes on with', async () => {
    popup = await on.session.openExtensionPage('popup.html');
    await popup.byRole('button', 'Sign in to Twitch').click();
    await on.session.consent('Authorize');
    await popup.byRole('list', 'Live channels').byRole('link').appears();
    await on.step('to Discover', () => popup.hand.press('2'));
    await search().takesFocus();
    await on.step('to the channel', () => popup.hand.press('3'));
    await popup.byRole('tab', 'Channel').takesFocus();
    await on.step('to who is live', () => popup.hand.press('1'));
    const filter = popup.byRole('searchbox', 'Filter channels');
    await filter.takesFocus();
    await popup.waitUntil('nothing to have the focus in a window that comes to the front', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      window.dispatchEvent(new Event('focus'));
      return true;
    });
    await filter.takesFocus();
  });

  it('leads from a live channel to the page about it', async () => {
    await on.step('open the menu of the first', async () => {
      await popup.hand.press('ArrowDown');
      // Of the keys that WebDriver presses, Firefox's window does not hear this one.
      if (browserName === 'chromium') await popup.hand.press('Shift+F10');
      else await popup.byRole('button', 'Actions for MainStage').click();
    });
    await popup.byRole('menuitem', 'About the channel').appears();
    await on.step('choose the page', () => popup.byRole('menuitem', 'About the channel').click());
    await popup.byText('No streams are planned.').appears();
    await name('MainStage').takesFocus();
    expect(await violations(popup)).toEqual([]);
    await on.step('go back', () => popup.byRole('button', 'Back').click());
    // The button is gone with the place.
    await search().takesFocus();
  });

  it('leads from what was found to its page, which says how old it is and is asked for anew', async () => {
    await on.step('search', () => popup.hand.type('knightf'));
    await popup.byRole('list', 'Search results').byText('KnightFork').appears();
    await popup.byText('1 found').appears();
    await on.step('look at it', async () => {
      await popup.hand.press('ArrowDown');
      await popup.hand.press('Enter');
    });
    await name('KnightFork').takesFocus();
    await popup.byText(/^Updated/).appears();
    const before = asked('/helix/schedule');
    expect(before).toBeGreaterThan(0);
    await on.step('refresh', () => popup.byRole('button', 'Refresh').click());
    await expect.poll(() => asked('/helix/schedule')).toBe(before + 1);
    await popup.screenshot('popup-about');
  });

  it('says whose the videos of a category are', async () => {
    const open = async (found: string): Promise<void> => {
      await popup.hand.press('/');
      await search().fill(found);
      await popup.byRole('list', 'Search results').byRole('button', found).click();
    };
    await on.step('open the category', () => open('Just Chatting'));
    await popup.byRole('heading', 'Just Chatting').appears();
    await on.step('its videos', () => popup.byRole('radio', 'Videos').click());
    await popup.byRole('list', 'Just Chatting').byText('MainStage').appears();
    await popup.screenshot('popup-category-videos');
  });
});
