/** Main-thread time that our tools add to a chat line, beside the same page without the extension. */
import type { Page } from 'puppeteer';

import { startTraffic } from '../stage/chat/traffic.ts';
import { signedIn } from './signed-in.ts';
import type { Bench } from './signed-in.ts';
import { quantile, round } from './statistics.ts';

/** The result; times in ms a line. */
export interface ChatRow {
  readonly linesPerSecond: number;
  readonly windows: number;
  readonly bareMsPerLine: number;
  readonly withMsPerLine: number;
  readonly addedP50: number;
  readonly addedP95: number;
}

const seconds = 4;

/** Main-thread ms a line over one window of traffic. */
async function measure(bench: Bench, page: Page, linesPerSecond: number): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const traffic = startTraffic(bench.stage.world, { channel: 'mainstage', linesPerSecond });
  const before = await busy();
  // A measuring window is a length of time by its nature.
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const spent = (await busy()) - before;
  traffic.stop();
  await client.detach();
  return spent / traffic.said;
}

/** Measures windows with and without the extension, taking turns in one browser each, on the moderated channel. */
export async function benchChat(
  extensionDir: string,
  linesPerSecond: number,
  windows: number,
): Promise<ChatRow> {
  const bench = await signedIn(extensionDir);
  const bare = await bench.session.puppeteer.createBrowserContext();
  const pages = { bare: await bare.newPage(), with: await bench.session.puppeteer.newPage() };
  const spent = { bare: [] as number[], with: [] as number[] };
  for (const page of Object.values(pages)) await page.goto('https://www.twitch.tv/mainstage?as=stagehand');
  for (let window = -1; window < windows; window++) {
    for (const kind of ['bare', 'with'] as const) {
      await pages[kind].bringToFront();
      const value = await measure(bench, pages[kind], linesPerSecond);
      if (window >= 0) spent[kind].push(value);
    }
  }
  await bench.close();
  const added = spent.with.map((value, index) => value - (spent.bare[index] ?? NaN));
  return {
    linesPerSecond,
    windows,
    bareMsPerLine: round(quantile(spent.bare, 0.5), 3),
    withMsPerLine: round(quantile(spent.with, 0.5), 3),
    addedP50: round(quantile(added, 0.5), 3),
    addedP95: round(quantile(added, 0.95), 3),
  };
}
