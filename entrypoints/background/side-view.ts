/** Channels side by side, in windows of the browser's. */
import * as z from 'zod/mini';

import { browser } from '../../lib/browser.ts';
import { createSideView, type SideOutcome, type SideWish } from '../../lib/live/side-view.ts';
import { type Area, areaOf, screenOf } from '../../lib/live/tiling.ts';
import { session } from './ground.ts';

const windows = session.value(
  'sideBySide',
  z.readonly(z.array(z.object({ url: z.string(), windowId: z.number() }))),
);

/** Channels side by side. */
export const sideView = createSideView({
  kept: { get: () => windows.get(), set: (next) => windows.set(next) },
  isOpen: (windowId) =>
    browser.windows.get(windowId).then(
      () => true,
      () => false,
    ),
  async open(url, area, isPrivate) {
    const made = await browser.windows.create({ url, type: 'popup', ...area, incognito: isPrivate });
    if (made?.id === undefined) throw new Error('No window was made');
    return made.id;
  },
  async move(windowId, area) {
    // A window that is maximized keeps its size otherwise.
    await browser.windows
      .update(windowId, { state: 'normal', ...area, focused: true })
      .catch(() => undefined);
  },
});

/** The screen on which the popup last opened some. Chrome tells the background nothing of screens. */
const lastScreen = session.value(
  'sideScreen',
  z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
);

/** Opens what a page of ours asks for. That page knows its screen; it is remembered for {@link screenAround}. */
export async function showFromPage(wish: SideWish): Promise<SideOutcome> {
  await lastScreen.set(wish.area);
  return sideView.show(wish);
}

/** What windows may fill on the screen of `window`, as far as that is known, or else the window's own place. */
export async function screenAround(window: Area): Promise<Area> {
  const known = await lastScreen.get();
  return screenOf(window, [
    ...(known ? [known] : []),
    ...(typeof screen === 'undefined' ? [] : [areaOf(screen)]),
  ]);
}
