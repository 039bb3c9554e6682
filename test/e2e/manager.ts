/** The user as the manager of channels of CHZZK's. */
import type { Pane, Tab } from './drive/session.ts';
import type { Suite } from './drive/suite.ts';

/** Logs in to CHZZK, of which `tab` shows a page. */
export async function logIn({ page }: Pane): Promise<void> {
  await page.byRole('button', '로그인').click();
  await page.byRole('status').says('방송인01');
}

/** Opens CHZZK's page and logs in there. */
export async function openChzzk({ session }: Suite): Promise<Tab> {
  const tab = await session.openTab('https://chzzk.naver.com/');
  await logIn(tab);
  return tab;
}

/** Says in the options that Sidestage may be on CHZZK, where the browser permits it (`permit`), and comes back to `tab`. */
export async function allowChzzk(on: Suite, tab: Tab): Promise<void> {
  const options = await on.session.openExtensionPage('options.html#chzzk');
  await on.step('permit it', () => options.byRole('button', 'Allow on CHZZK').click());
  await options.byRole('rowheader', '이용자02').appears();
  await options.close();
  await tab.activate();
}
