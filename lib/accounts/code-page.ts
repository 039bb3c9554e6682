/** The browser's part in signing in by code: the tab with the platform's page, and the alarm that keeps asking. */
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

/** Shows the platform's page in one tab, which is used again while it is open; `tab` remembers which it is. */
export function codePage(tab: SessionValue<number>): SignInParts['showCode'] {
  return async (url, front) => {
    const known = front ? await tab.get() : undefined;
    if (known !== undefined) {
      const shown = await browser.tabs.update(known, { active: true }).catch(() => undefined);
      if (shown) return;
    }
    const { id } = await browser.tabs.create({ url, active: front });
    if (id !== undefined) await tab.set(id);
  };
}
