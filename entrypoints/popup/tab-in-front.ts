/** The browser's tab beside which the popup's content stands: in a side panel it stays while one goes from tab to tab. */
import { browser, type Browser } from '../../lib/browser.ts';

/** That tab. Its address is known where our tools may be. */
export async function tabInFront(): Promise<Browser.tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** Calls `changed` when another tab is in front, or the one that is shows another page; until `signal` aborts. */
export function watchTabInFront(changed: () => void, signal: AbortSignal): void {
  const { onActivated, onUpdated } = browser.tabs;
  const updated: Parameters<typeof onUpdated.addListener>[0] = (_id, { status, url }, { active }) => {
    if (active && (status === 'complete' || url !== undefined)) changed();
  };
  onActivated.addListener(changed);
  onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    onActivated.removeListener(changed);
    onUpdated.removeListener(updated);
  });
}
