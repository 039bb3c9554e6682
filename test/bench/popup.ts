/** How soon the popup shows its first row, beside the floor. */
import type { Browser } from 'puppeteer';

import { withFloor } from './floor.ts';
import { signedIn } from './signed-in.ts';
import { median, round } from './statistics.ts';

/** One row of the result; times in ms, heap in MB. */
export interface PopupRow {
  readonly liveFollows: number;
  readonly popupMs: number;
  readonly floorMs: number;
  readonly ratio: number;
  readonly popupHeapMb: number;
  readonly floorHeapMb: number;
  /** The longest task of the popup until its first row, ms; 0 when none was over 50 ms. */
  readonly longestTaskMs: number;
  /** Requests to Twitch's API that opening the popup once causes. */
  readonly requests: number;
}

/** As the browser shows it, px. */
const popupSize = { width: 420, height: 560 } as const;

interface Opening {
  readonly firstRowMs: number;
  readonly heapMb: number;
  readonly longestTaskMs: number;
}

/** Opens `url` once, and measures from the document's start to the frame after its first row stands. */
async function open(browser: Browser, url: string): Promise<Opening> {
  const page = await browser.newPage();
  await page.setViewport(popupSize);
  await page.evaluateOnNewDocument(() => {
    const measured = { firstRow: 0, longestTask: 0 };
    Object.assign(globalThis, { measured });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        measured.longestTask = Math.max(measured.longestTask, duration);
    }).observe({ type: 'longtask', buffered: true });
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('li.ss-row') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // The task after the frame: the row is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (measured.firstRow = performance.now());
        port2.postMessage(undefined);
      });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction('globalThis.measured.firstRow > 0', { polling: 'raf' });
  const { firstRow, longestTask } = (await page.evaluate('globalThis.measured')) as {
    firstRow: number;
    longestTask: number;
  };
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await page.metrics();
  await page.close();
  return { firstRowMs: firstRow, heapMb: JSHeapUsedSize / 1e6, longestTaskMs: longestTask };
}

/** Measures `rounds` openings of each, taking turns, for each number of live follows. */
export async function benchPopup(
  extensionDir: string,
  counts: readonly number[],
  rounds: number,
): Promise<PopupRow[]> {
  const rows: PopupRow[] = [];
  const dir = await withFloor(extensionDir, '.output/bench/chrome-mv3');
  for (const liveFollows of counts) {
    const bench = await signedIn(dir, { follows: liveFollows });
    const { puppeteer, origin } = bench.session;
    const popup: Opening[] = [];
    const floor: Opening[] = [];
    let requests = 0;
    for (let round = -1; round < rounds; round++) {
      const asked = bench.stage.requests.length;
      const ours = await open(puppeteer, `${origin}/popup.html`);
      requests = bench.stage.requests.slice(asked).filter(({ host }) => host === 'api.twitch.tv').length;
      const bare = await open(puppeteer, `${origin}/floor.html`);
      // The first round warms the caches of both.
      if (round < 0) continue;
      popup.push(ours);
      floor.push(bare);
    }
    await bench.close();
    const popupMs = median(popup.map(({ firstRowMs }) => firstRowMs));
    const floorMs = median(floor.map(({ firstRowMs }) => firstRowMs));
    rows.push({
      liveFollows,
      popupMs: round(popupMs, 1),
      floorMs: round(floorMs, 1),
      ratio: round(popupMs / floorMs),
      popupHeapMb: round(median(popup.map(({ heapMb }) => heapMb))),
      floorHeapMb: round(median(floor.map(({ heapMb }) => heapMb))),
      longestTaskMs: round(median(popup.map(({ longestTaskMs }) => longestTaskMs)), 0),
      requests,
    });
  }
  return rows;
}
