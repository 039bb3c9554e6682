/** Pages of ours elsewhere: the popup's in a window of its own, or beside what is browsed; the desk. */
import { browser } from '../browser.ts';
import { hashOfPlace, type ManagePlace, placeIn } from '../managing/place.ts';

/** The measures of the window, px. */
const size = { width: 440, height: 720 } as const;
/** Those of the desk's, beside a stream. */
const deskSize = { width: 900, height: 820 } as const;

/** Those of the window in which a stream key is read. */
const keySize = { width: 480, height: 360 } as const;

/** What the address of the desk ends with where nothing is on it but the stream key. */
export const keyMark = '?key';

/** So long a page of ours may take to stand, ms. */
const patience = 3_000;

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
export const openDesk = (place: ManagePlace, where: 'tab' | 'window' = 'tab'): Promise<void> =>
  // Of two presses at once neither would see the desk of the other.
  navigator.locks.request('desk', () => showDesk(place, where));

/** Opens a window in which the stream key of a channel (its id) can be read, or brings the one that is open to the front. */
export const openKey = (channel: string): Promise<void> =>
  navigator.locks.request('key', async () => {
    const page = browser.runtime.getURL(`/desk.html${keyMark}`);
    const url = `${page}${hashOfPlace({ channel, list: 'settings' })}`;
    const open = (await browser.tabs.query({ url: page })).find(
      ({ url: at = '' }) => placeIn(new URL(at).hash).channel === channel,
    );
    if (open?.windowId !== undefined) {
      await browser.windows.update(open.windowId, { focused: true });
      return;
    }
    const opened = await browser.windows.create({ url, type: 'popup', ...keySize });
    await standing(opened?.tabs?.[0]?.id);
  });

async function showDesk(place: ManagePlace, where: 'tab' | 'window'): Promise<void> {
  const page = browser.runtime.getURL('/desk.html');
  const url = `${page}${hashOfPlace(place)}`;
  const desks = await browser.tabs.query({ url: page });
  const open = desks.find(
    ({ url: at = '' }) => place.channel === undefined || placeIn(new URL(at).hash).channel === place.channel,
  );
  if (open?.id === undefined) {
    const tab =
      where === 'tab'
        ? await browser.tabs.create({ url })
        : (await browser.windows.create({ url, type: 'popup', ...deskSize }))?.tabs?.[0];
    await standing(tab?.id);
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(place.list && { url }) });
  await browser.windows.update(open.windowId, { focused: true });
}

/** Until then nobody finds it by its address; a browser that is slow is not waited for. */
async function standing(id: number | undefined): Promise<void> {
  if (id === undefined) return;
  await new Promise<void>((resolve) => {
    const stands = (tabId: number, { status }: { status?: string | undefined }): void => {
      if (tabId === id && status === 'complete') end();
    };
    const end = (): void => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(stands);
      resolve();
    };
    const timer = setTimeout(end, patience);
    browser.tabs.onUpdated.addListener(stands);
    // It may have been quicker than we were, or be gone already.
    void browser.tabs.get(id).then(({ status }) => status === 'complete' && end(), end);
  });
}
