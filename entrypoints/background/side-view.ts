/** Channels side by side, in windows of the browser's. */
import * as z from 'zod/mini';

import { browser } from '../../lib/browser.ts';
import { createSideView, type SideOutcome, type SideWish } from '../../lib/live/side-view.ts';
import { type Area, areaOf, screenOf } from '../../lib/live/tiling.ts';
import { session } from './ground.ts';

const areaSchema = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

const windows = session.value(
  'sideBySide',
  z.readonly(
    z.array(
      z.union([
        z.object({ url: z.string(), windowId: z.number() }),
        z.object({ url: z.string(), area: areaSchema }),
      ]),
    ),
  ),
);

/** How far off a window may stand from where it was wanted, in CSS pixels: the system's frames and bars take some. */
const slack = 48;

const standsIn = (there: { readonly [Key in keyof Area]?: number | undefined }, area: Area): boolean =>
  (['left', 'top', 'width', 'height'] as const).every(
    (side) => Math.abs((there[side] ?? 0) - area[side]) <= slack,
  );

async function findWindows(url: string, area: Area): Promise<readonly number[]> {
  const all = await browser.windows.getAll({ populate: true, windowTypes: ['popup'] });
  return all.flatMap(({ id, tabs = [], ...there }) => {
    const [tab, more] = tabs;
    // The browser says what a tab shows only on sites that we may see.
    const shown = tab?.pendingUrl ?? tab?.url;
    const isIt = tab && !more && (shown === undefined || shown === '' || shown === url);
    return isIt && id !== undefined && standsIn(there, area) ? id : [];
  });
}

/** Channels side by side. */
export const sideView = createSideView({
  kept: { get: () => windows.get(), set: (next) => windows.set(next) },
  isOpen: (windowId) =>
    browser.windows.get(windowId).then(
      () => true,
      () => false,
    ),
  find: findWindows,
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
const lastScreen = session.value('sideScreen', areaSchema);

/** Opens what a page of ours asks for. That page knows its screen; it is remembered for {@link screenAround}. */
export async function showFromPage(wish: SideWish): Promise<SideOutcome> {
  await lastScreen.set(wish.area);
  return sideView.show(wish);
}

/** Only the text of this goes into the page: as {@link areaOf}. */
function areaThere(): Area {
  const { availLeft = 0, availTop = 0 } = screen as { availLeft?: number; availTop?: number };
  return { left: availLeft, top: availTop, width: screen.availWidth, height: screen.availHeight };
}

/** The screen on which a tab is; `undefined` where it shows a page that we may not act in. */
async function screenOfTab(tabId: number): Promise<Area | undefined> {
  try {
    const how = { target: { tabId }, injectImmediately: true, func: areaThere };
    const [answer] = await browser.scripting.executeScript(how);
    const found = areaSchema.safeParse(answer?.result);
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What windows may fill on the screen of `window`, as far as that is known, or else the window's own place. Asked are the page in the
 * tab, what the popup saw last, and the background's own screen, which Firefox's has.
 */
export async function screenAround(window: Area, tabId: number | undefined): Promise<Area> {
  const there = tabId === undefined ? undefined : await screenOfTab(tabId);
  const known = await lastScreen.get();
  return screenOf(window, [
    ...(there ? [there] : []),
    ...(known ? [known] : []),
    ...(typeof screen === 'undefined' ? [] : [areaOf(screen)]),
  ]);
}
