/**
 * What our tools cost in a chat, with all of them on, on the channel that the signed-in user moderates: our own time on the page's
 * main thread out of the browser's trace, and the whole page with and without the extension beside each other.
 */
import type { Page, Protocol } from 'puppeteer';

import type { ChromiumTab } from '../e2e/drive/chromium/surface.ts';
import { startTraffic, type Traffic } from '../stage/chat/traffic.ts';
import { address, allScopes, channel, followNewest, openAllOn, resting } from './all-on.ts';
import { ownCalls, perSecond, summary, type OwnCall, type TraceEvent } from './own-time.ts';
import { profiled } from './profile.ts';
import { signedIn, type Bench } from './signed-in.ts';
import { quantile, round } from './statistics.ts';

/** One row of the result; times are ms. */
export interface ChatRow {
  readonly what: string;
  readonly lines: number;
  /** Ours for each line: of the seconds it took, the middle one and the dearest ones. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Our longest call. */
  readonly longest: number;
  /** How often we made the browser lay out or style the page before its time. */
  readonly forced: number;
}

/** The page with and without the extension, ms of the main thread for each line, windows taking turns. */
export interface BesideRow {
  readonly windows: number;
  readonly bare: number;
  readonly with: number;
  readonly addedP50: number;
  readonly addedP95: number;
  readonly addedP99: number;
}

/** Where our time goes, in ms of `seconds` of chat; see `profile.ts`. */
export interface ProfileRow {
  readonly what: string;
  readonly total: number;
  readonly self: number;
}

const linesPerSecond = 60;

/** How long chat runs for the profile, s. */
const profiledFor = 10;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Our calls while `happening` goes on, and until the page has been quiet for a moment. */
async function traced(page: Page, happening: () => Promise<void> | void): Promise<OwnCall[]> {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await happening();
  // A burst is spread over batches; the last of them has to be in the trace.
  await wait(3_000);
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('The browser kept no trace');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  return ownCalls(traceEvents);
}

function row(what: string, lines: number, calls: readonly OwnCall[], seconds?: readonly number[]): ChatRow {
  const { total, longest, forced } = summary(calls);
  const shares = seconds ?? [total / lines];
  return {
    what,
    lines,
    p50: round(quantile(shares, 0.5), 3),
    p95: round(quantile(shares, 0.95), 3),
    p99: round(quantile(shares, 0.99), 3),
    longest: round(longest, 1),
    forced,
  };
}

/** The cases, each as a row. `seconds` is how long chat runs in the first. */
async function cases({ stage, session }: Bench, tab: ChromiumTab, seconds: number): Promise<ChatRow[]> {
  const page = tab.puppeteer;
  const chat = (rate: number): Traffic => startTraffic(stage.world, { channel, linesPerSecond: rate });
  const rows: ChatRow[] = [];

  const steady = chat(linesPerSecond);
  const calls = await traced(page, () => wait(seconds * 1_000));
  steady.stop();
  const shares = perSecond(calls).map((ms) => ms / linesPerSecond);
  rows.push(row(`${linesPerSecond} lines/s for ${seconds} s`, steady.said, calls, shares));

  const { hand } = tab.page;
  await hand.press('j');
  const held = chat(linesPerSecond);
  const holding = await traced(page, () => wait(10_000));
  held.stop();
  const holdingShares = perSecond(holding).map((ms) => ms / linesPerSecond);
  rows.push(row('the same for 10 s while the keyboard holds a line', held.said, holding, holdingShares));
  await hand.press('Escape');
  await followNewest(tab);

  const still = chat(0);
  rows.push(row('500 lines at once', 500, await traced(page, () => still.burst(500))));

  let wave: readonly string[] = still.spam(500);
  await wait(3_000);
  const banned = await traced(page, () => {
    for (const login of wave) stage.drive.ban(channel, login);
  });
  rows.push(row('500 chatters banned at once', wave.length, banned));

  const crowd = 20_000;
  const many = await traced(page, async () => {
    for (let left = crowd; left > 0; left -= wave.length) {
      wave = still.spam(Math.min(left, 250));
      await wait(100);
    }
  });
  rows.push(row('20,000 chatters, 250 at once', crowd, many));

  const hidden = chat(linesPerSecond);
  const other = await session.puppeteer.newPage();
  await other.bringToFront();
  await wait(10_000);
  const back = await traced(page, async () => {
    hidden.stop();
    await page.bringToFront();
  });
  await other.close();
  rows.push(row('back to a tab hidden for 10 s', hidden.said, back));
  still.stop();
  return rows;
}

/** Main-thread ms a line over one window of traffic. */
async function busyPerLine({ stage }: Bench, page: Page): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const traffic = startTraffic(stage.world, { channel, linesPerSecond });
  const before = await busy();
  // A measuring window is a length of time by its nature.
  await wait(4_000);
  const spent = (await busy()) - before;
  traffic.stop();
  await client.detach();
  return spent / traffic.said;
}

/** The only page of the two that runs is `page`: two that draw at once make each other's pictures fewer and dearer. */
async function runAlone(page: Page, other: Page): Promise<void> {
  for (const [one, state] of [
    [other, 'frozen'],
    [page, 'active'],
  ] as const) {
    const client = await one.createCDPSession();
    await client.send('Page.setWebLifecycleState', { state });
    await client.detach();
  }
  await page.bringToFront();
  // What came while it was frozen is drawn first.
  await wait(1_500);
}

async function beside(bench: Bench, pages: { bare: Page; with: Page }, windows: number): Promise<BesideRow> {
  const spent = { bare: [] as number[], with: [] as number[] };
  for (let window = -1; window < windows; window++) {
    for (const kind of ['bare', 'with'] as const) {
      await runAlone(pages[kind], pages[kind === 'bare' ? 'with' : 'bare']);
      const value = await busyPerLine(bench, pages[kind]);
      if (window >= 0) spent[kind].push(value);
    }
  }
  const added = spent.with.map((value, index) => value - (spent.bare[index] ?? NaN));
  return {
    windows,
    bare: round(quantile(spent.bare, 0.5), 3),
    with: round(quantile(spent.with, 0.5), 3),
    addedP50: round(quantile(added, 0.5), 3),
    addedP95: round(quantile(added, 0.95), 3),
    addedP99: round(quantile(added, 0.99), 3),
  };
}

/** How many observers of ours look at the page, once all that nobody holds is gone. */
async function observers(tab: ChromiumTab): Promise<number> {
  const client = await tab.puppeteer.createCDPSession();
  const worlds: Protocol.Runtime.ExecutionContextDescription[] = [];
  client.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await client.send('Runtime.enable');
  await client.send('HeapProfiler.collectGarbage');
  let count = 0;
  for (const { id, origin } of worlds) {
    if (!origin.startsWith('chrome-extension://')) continue;
    const { result } = await client.send('Runtime.evaluate', {
      contextId: id,
      expression: 'MutationObserver.prototype',
    });
    if (result.objectId === undefined) continue;
    const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
    const { result: length } = await client.send('Runtime.callFunctionOn', {
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
      ...(objects.objectId !== undefined && { objectId: objects.objectId }),
    });
    count += Number(length.value);
  }
  await client.detach();
  return count;
}

/** The page with and without us, in `windows` windows each, in a browser that has seen nothing else. */
async function benchBeside(extensionDir: string, windows: number): Promise<BesideRow> {
  const bench = await signedIn(extensionDir, { scopes: allScopes });
  try {
    const { puppeteer } = await openAllOn(bench);
    const context = await bench.session.puppeteer.createBrowserContext();
    const bare = await context.newPage();
    await bare.goto(address);
    // Where the pointer rests in the other page: a browser looks what is under it after every change.
    await bare.mouse.move(...resting);
    return await beside(bench, { bare, with: puppeteer }, windows);
  } finally {
    await bench.close();
  }
}

/** Measures `windows` windows of the page with and without us, then all cases, of which the first runs for `seconds`. */
export async function benchChat(
  extensionDir: string,
  seconds: number,
  windows: number,
): Promise<(ChatRow | BesideRow | ProfileRow)[]> {
  const both = await benchBeside(extensionDir, windows);
  const bench = await signedIn(extensionDir, { scopes: allScopes });
  try {
    const tab = await openAllOn(bench);
    const page = tab.puppeteer;
    const found = await cases(bench, tab, seconds);
    const looking = { what: 'observers of ours in the page', total: await observers(tab), self: 0 };
    await followNewest(tab);
    const running = startTraffic(bench.stage.world, { channel, linesPerSecond });
    const { total, spots } = await profiled(page, () => wait(profiledFor * 1_000));
    running.stop();
    const all = { what: `all of ours in ${running.said} lines, ms`, total, self: total };
    return [...found, both, looking, all, ...spots.map(({ where, ...times }) => ({ what: where, ...times }))];
  } finally {
    await bench.close();
  }
}
