/** Opening addresses as the user wishes. */
import { browser } from '../../lib/browser.ts';
import type { Opening } from '../../lib/live/opening.ts';
import type { ManagePlace } from '../../lib/managing/place.ts';
import { openDesk, openSide, openWindow } from '../../lib/options/own-window.ts';

/** The measures of a small window, px: a column of chat, or a picture. */
const popout = { width: 480, height: 720 } as const;

/** Opens it, and closes the popup unless that would be in the way. */
export async function openNow({ url, where }: Opening): Promise<void> {
  switch (where) {
    case 'tab':
      await browser.tabs.create({ url });
      break;
    case 'background':
      // The popup stays: whoever opens one in the background may want another.
      await browser.tabs.create({ url, active: false });
      return;
    case 'current':
      if (await isTab()) await browser.tabs.create({ url });
      else await browser.tabs.update({ url });
      break;
    case 'window':
      await browser.windows.create({ url });
      break;
    case 'popout':
      await browser.windows.create({ url, type: 'popup', ...popout });
      break;
  }
  await leave();
}

/** Shows a place on the desk, and closes the popup likewise. */
export async function showOnDesk(place: ManagePlace): Promise<void> {
  await openDesk(place);
  await leave();
}

/** Closes the popup, unless it stands where it is not in the way. */
export async function leave(): Promise<void> {
  if (!stays && !(await isTab())) window.close();
}

/** This page stands beside what is browsed, or in a window: it is not in the way of what opens, and stays where one presses beside it. */
export const stays = location.search !== '';

/** Opens this page elsewhere. */
export async function openIn(place: 'window' | 'side'): Promise<void> {
  // At once: a browser that was made to wait no longer takes it for the user's press.
  await (place === 'window' ? openWindow() : openSide());
  if (!stays) window.close();
}

/** Whether this page stands in a tab, as it does when it was opened by its address. */
async function isTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}
