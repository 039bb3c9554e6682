/** The browser's part in signing in by code: the tab with the platform's page, and the alarm that keeps asking. */
import * as z from 'zod/mini';

import { browser } from '../browser.ts';
import type { SessionValue } from '../store/session.ts';
import type { SignInParts } from './sign-in.ts';

/** The name of the alarm. */
export const codeAlarmName = 'sign-in-code';

/** Wakes the worker while a code waits. Half a minute is the shortest period that browsers allow. */
export const codeAlarm: SignInParts['alarm'] = {
  set: async () => {
    await browser.alarms.create(codeAlarmName, { periodInMinutes: 0.5 });
  },
  clear: async () => {
    await browser.alarms.clear(codeAlarmName);
  },
};

/** The tab that shows the page for a code. */
export const codeTabSchema = z.object({ url: z.string(), id: z.number() });

/** Shows the platform's page in one tab, which is used again while it is open; `tab` remembers which it is. */
export function codePage(tab: SessionValue<z.infer<typeof codeTabSchema>>): SignInParts['showCode'] {
  /** The tab that is open for `url`: as remembered, even if a log-in stands in it now; or as found. */
  async function open(url: string): Promise<number | undefined> {
    const known = await tab.get();
    const isOpen = known?.url === url && (await browser.tabs.get(known.id).catch(() => undefined));
    if (isOpen) return known.id;
    // One that an earlier life opened in its last moment, before it could write that down.
    return (await browser.tabs.query({ url }).catch(() => []))[0]?.id;
  }

  return async (url, front) => {
    const known = await open(url);
    if (known !== undefined) {
      if (front) await browser.tabs.update(known, { active: true }).catch(() => undefined);
      return;
    }
    const { id } = await browser.tabs.create({ url, active: front });
    if (id !== undefined) await tab.set({ url, id });
  };
}
