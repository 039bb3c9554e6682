/** The user's yes to the browser's own question for hosts, which no test can press. */
import { ChromiumSession } from './drive/chromium/session.ts';
import type { Session } from './drive/session.ts';

/** Preferences with which Firefox says yes by itself. */
export const unasked = { 'extensions.webextOptionalPermissionPrompts': false } as const;

/** In Chromium, gives the yes beforehand; what was not asked for is not permitted yet. */
export async function permit(session: Session, hosts: readonly string[]): Promise<void> {
  if (!(session instanceof ChromiumSession)) return;
  const { puppeteer, extensionId } = session;
  const page = await puppeteer.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async (id, hosts) => {
      interface Browser {
        readonly developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
      }
      const { developerPrivate } = (globalThis as unknown as { readonly chrome: Browser }).chrome;
      for (const host of hosts) await developerPrivate.addHostPermission(id, host);
    },
    extensionId,
    hosts,
  );
  await page.close();
}
