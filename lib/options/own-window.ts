/** The popup's page elsewhere than in the popup: in a window of its own, or beside what is browsed. */
import { browser } from '../browser.ts';

/** The measures of the window, px. */
const size = { width: 440, height: 720 } as const;

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
