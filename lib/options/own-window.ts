/** Pages of ours elsewhere: the popup's in a window of its own, or beside what is browsed; the desk. */
import { browser } from '../browser.ts';
import { hashOfPlace, type ManagePlace, placeIn } from '../managing/place.ts';

/** The measures of the window, px. */
const size = { width: 440, height: 720 } as const;
/** Those of the desk's, beside a stream. */
const deskSize = { width: 900, height: 820 } as const;

/** What Chrome's types do not have. */
interface FirefoxOnly {
  readonly sidebarAction: { open(): Promise<void> };
}

/** Opens the page in a window, or brings the one that is open to the front. */
export async function openWindow(): Promise<void> {
  const url = browser.runtime.getURL('/popup.html?in=window');
  const [open] = await browser.tabs.query({ url });
  if (open?.windowId === undefined) await browser.windows.create({ url, type: 'popup', ...size });
  else await browser.windows.update(open.windowId, { focused: true });
}

/** Opens the page beside what is browsed. Browsers want the user's press for it. */
export async function openSide(): Promise<void> {
  if (import.meta.env.FIREFOX) return (browser as unknown as FirefoxOnly).sidebarAction.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}

/**
 * Shows a place on the desk, in a tab or a window of its own. A desk that has the channel already comes to the front, and stays at
 * its list where none is named: something may be half written there. Those of other channels are left alone.
 */
export async function openDesk(place: ManagePlace, where: 'tab' | 'window' = 'tab'): Promise<void> {
  const page = browser.runtime.getURL('/desk.html');
  const url = `${page}${hashOfPlace(place)}`;
  const desks = await browser.tabs.query({ url: page });
  const open = desks.find(
    ({ url: at = '' }) => place.channel === undefined || placeIn(new URL(at).hash).channel === place.channel,
  );
  if (open?.id === undefined) {
    if (where === 'tab') await browser.tabs.create({ url });
    else await browser.windows.create({ url, type: 'popup', ...deskSize });
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(place.list && { url }) });
  await browser.windows.update(open.windowId, { focused: true });
}
