/**
 * Requests that go out from a page of CHZZK's, which takes changes from no other. Nothing of ours lives in those pages: a
 * function is put into one for a request that the user has just wished for, and its answer comes back through the browser.
 * So there is nothing there that a page could speak to, and pages that were open before need not be loaded again.
 */
import { browser } from '../../lib/browser.ts';
import type { Fetch } from '../../lib/chzzk/ask.ts';
import type { From } from '../../lib/chzzk/manage/call.ts';
import { channelIn } from '../../lib/chzzk/site.ts';
import { fail, FailureError } from '../../lib/failure.ts';

const site = 'https://chzzk.naver.com';
const studio = 'https://studio.chzzk.naver.com';
const origins: Readonly<Record<From, readonly string[]>> = {
  // The studio first: everything about managing is known to be taken from there.
  site: [studio, site],
  studio: [studio],
  chat: [site],
};

/** So long a page may take to stand, ms. */
const patience = 10_000;

/** How often it is looked whether it stands, ms. */
const lookEvery = 500;

/** An open tab for it. Private windows have logins of their own, which are none of ours. */
async function tabFor(from: From): Promise<{ readonly id: number; readonly origin: string } | undefined> {
  for (const origin of origins[from]) {
    const tabs = await browser.tabs.query({ url: `${origin}/*`, discarded: false });
    const id = tabs.find(({ incognito }) => !incognito)?.id;
    if (id !== undefined) return { id, origin };
  }
  return undefined;
}

/** The channels that open tabs show. */
export async function openChannels(): Promise<readonly string[]> {
  const tabs = await browser.tabs.query({ url: origins.site.map((origin) => `${origin}/*`) });
  const found = tabs.filter(({ incognito }) => !incognito).map(({ url = '' }) => channelIn(url));
  return [...new Set(found.filter((id) => id !== undefined))];
}

/** What is put into the page. It travels as text, so it uses nothing from outside itself. */
async function carry(
  origin: string,
  url: string,
  method: string,
  body: string | null,
): Promise<{ status: number; text: string } | 'elsewhere' | 'lost'> {
  // The tab may have gone on meanwhile.
  if (location.origin !== origin) return 'elsewhere';
  try {
    const response = await fetch(url, {
      method,
      credentials: 'include',
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
      ...(body === null ? {} : { body, headers: { 'content-type': 'application/json' } }),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return 'lost';
  }
}

/** A fetch that goes out from an open page of CHZZK's. It throws FailureError `chzzk-no-tab` where there is none. */
export function fromChzzkTab(from: From, channelId: string): Fetch {
  return async (url, { method = 'GET', body }) => {
    const tab = await tabFor(from);
    if (!tab) return fail({ code: 'chzzk-no-tab', from, channelId });
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab.id },
      injectImmediately: true,
      func: carry,
      args: [tab.origin, url, method, typeof body === 'string' ? body : null],
    });
    const said = answer?.result;
    if (said === 'elsewhere') return fail({ code: 'chzzk-no-tab', from, channelId });
    if (said === undefined || said === 'lost') throw new TypeError('the page heard nothing');
    return new Response(said.text, { status: said.status });
  };
}

/** Opens a channel's page, the studio's where that will do, behind the tab in front, and waits until it stands. @throws FailureError `timeout` */
export async function openChzzkTab(from: From, channelId: string): Promise<void> {
  if (await tabFor(from)) return;
  const [origin = studio] = origins[from];
  const url = origin === studio ? `${studio}/${channelId}/live` : `${site}/${channelId}`;
  const { id } = await browser.tabs.create({ url, active: false });
  await new Promise<void>((resolve, reject) => {
    const stands = (tabId: number, { status }: { status?: string | undefined }): void => {
      if (tabId !== id || status !== 'complete') return;
      end();
      resolve();
    };
    // It may have been quicker than we were; and a browser that has just begun a background may tell it nothing.
    const look = (): void => {
      if (id !== undefined)
        void browser.tabs.get(id).then(
          (tab) => tab.url?.startsWith(origin) === true && stands(id, tab),
          () => undefined,
        );
    };
    const timer = setTimeout(() => {
      end();
      // One that takes for ever to load is there all the same.
      tabFor(from).then((tab) => {
        if (tab) resolve();
        else reject(new FailureError({ code: 'timeout' }));
      }, reject);
    }, patience);
    const looking = setInterval(look, lookEvery);
    const end = (): void => {
      clearTimeout(timer);
      clearInterval(looking);
      browser.tabs.onUpdated.removeListener(stands);
    };
    browser.tabs.onUpdated.addListener(stands);
    look();
  });
}
