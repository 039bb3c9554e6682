import type { Stage } from '../../stage/stage.ts';
import type { Session } from './session.ts';

/** What of the extension's API is used here. */
interface Extension {
  readonly storage: Readonly<Record<'local' | 'session' | 'sync', { clear(): Promise<void> }>>;
}

/**
 * Lets the extension forget everything, as if it had just been put in, and Twitch everything that it was allowed: in a moment what
 * a new browser on a new stage takes seconds for. One empty tab stays.
 */
export async function forget(session: Session, { world, drive }: Stage): Promise<void> {
  const { auth } = world;
  for (const clientId of auth.apps.keys())
    for (const login of auth.logins) drive.disconnectApp(login, clientId);
  auth.signedIn = auth.logins[0];
  const before = await session.tabs();
  await session.openTab('about:blank');
  for (const tab of before) if ((await tab.url()) !== 'about:blank') await tab.close();
  // A document of the extension's origin, in which nothing of ours runs.
  const page = await session.openExtensionPage('icon/16.png');
  await session.killWorker();
  await page.evaluate(async () => {
    const remove = (name: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error(`${name} was not deleted`));
      });
    for (const { name } of await indexedDB.databases()) if (name !== undefined) await remove(name);
    const { storage } = (globalThis as unknown as { readonly chrome: Extension }).chrome;
    for (const area of [storage.local, storage.session, storage.sync]) await area.clear();
  });
  // It heard that its storage changed, and may remember what was there.
  await session.killWorker();
  await page.close();
  // Chromium dresses a picture that stands alone, which our policy refuses; and whoever has everything taken from under them may cry.
  (await session.problems()).take();
}
