/**
 * Our scripts in CHZZK's pages. The manifest does not name them: nobody is asked about those pages who does not use them. They
 * are there while the user permits it, and in the pages that were open before from that moment on.
 */
import { browser, type Browser } from '../../lib/browser.ts';
import { chzzkPageOrigin } from '../../lib/policy.ts';
import { isChzzkChatPermitted } from './chzzk-services.ts';

/** One goes from page to page there without loading, so that the chat's own addresses alone would not do. */
const matches = [`${chzzkPageOrigin}/*`];

/** Documents that are shown inside a broadcast, and others without a chat. */
const excludeMatches = [
  'chat',
  'donation',
  'video-donation',
  'mission-donation',
  'party-donation',
  'embed',
].map((place) => `${chzzkPageOrigin}/${place}/*`);

const scripts: Browser.scripting.RegisteredContentScript[] = [
  {
    id: 'chzzk-probe',
    js: ['content-scripts/chzzk-probe.js'],
    matches,
    excludeMatches,
    runAt: 'document_start',
    world: 'MAIN',
    persistAcrossSessions: true,
  },
  {
    id: 'chzzk',
    js: ['content-scripts/chzzk.js'],
    matches,
    excludeMatches,
    runAt: 'document_idle',
    world: 'ISOLATED',
    persistAcrossSessions: true,
  },
];

/** Puts the scripts in or takes them out, as the user permits now. */
export const settleChzzkPage = (): Promise<void> =>
  navigator.locks.request('chzzk-page', async () => {
    const ids = scripts.map(({ id }) => id);
    const isWanted = await isChzzkChatPermitted();
    const there = (await browser.scripting.getRegisteredContentScripts({ ids })).map(({ id }) => id);
    if (isWanted === (there.length === ids.length)) return;
    if (there.length > 0) await browser.scripting.unregisterContentScripts({ ids: there });
    if (!isWanted) return;
    await browser.scripting.registerContentScripts(scripts);
    await enterOpenPages();
  });

async function enterOpenPages(): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  for (const { id, incognito } of tabs) {
    if (id === undefined || incognito) continue;
    for (const { js = [], world } of scripts) {
      // A page that has gone meanwhile is no failure. One that loads just now may get them twice, and knows that.
      await browser.scripting
        .executeScript({ target: { tabId: id }, files: js, ...(world && { world }) })
        .catch(() => undefined);
    }
  }
}
