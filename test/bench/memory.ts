/** What a long night of chat leaves in the page's memory, with all tools on and without the extension, after a collection. */
import type { Page } from 'puppeteer';

import { startTraffic } from '../stage/chat/traffic.ts';
import { address, allScopes, channel, openAllOn } from './all-on.ts';
import { signedIn, type Bench } from './signed-in.ts';
import { round } from './statistics.ts';

/** MB of the page's JavaScript heap once `lines` lines have been said; ours stand in the same heap as the page's. */
export interface MemoryRow {
  readonly lines: number;
  readonly bareMb: number;
  readonly withMb: number;
  /** What the extension added since the row before, for each 10,000 lines. */
  readonly addedMbPer10k: number;
}

/** As fast as the page still shows each line. */
const linesPerSecond = 150;

async function heapMb(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize / 1e6;
}

/** The heaps of `pages`, which see the same chat, at each number of lines in `marks`. */
async function heaps(
  { stage }: Bench,
  pages: readonly Page[],
  marks: readonly number[],
): Promise<readonly (readonly number[])[]> {
  const traffic = startTraffic(stage.world, { channel, linesPerSecond });
  const found: number[][] = [];
  for (const mark of marks) {
    while (traffic.said < mark) await new Promise((resolve) => setTimeout(resolve, 100));
    traffic.setRate(0);
    const now: number[] = [];
    for (const page of pages) now.push(await heapMb(page));
    found.push(now);
    traffic.setRate(linesPerSecond);
  }
  traffic.stop();
  return found;
}

/** Measures at each number of lines in `marks`, beside the bare page in a window of its own. */
export async function benchMemory(extensionDir: string, marks: readonly number[]): Promise<MemoryRow[]> {
  const bench = await signedIn(extensionDir, { scopes: allScopes });
  try {
    const ours = await openAllOn(bench);
    const context = await bench.session.puppeteer.createBrowserContext();
    const bare = await context.newPage();
    await bare.goto(address);
    const found = await heaps(bench, [bare, ours.puppeteer], marks);
    const extra = found.map(([bareMb = NaN, withMb = NaN]) => withMb - bareMb);
    return marks.map((lines, at) => ({
      lines,
      bareMb: round(found[at]?.[0] ?? NaN),
      withMb: round(found[at]?.[1] ?? NaN),
      addedMbPer10k: round(
        (((extra[at] ?? NaN) - (extra[at - 1] ?? 0)) * 10_000) / (lines - (marks[at - 1] ?? 0)),
      ),
    }));
  } finally {
    await bench.close();
  }
}
