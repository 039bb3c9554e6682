/**
 * What the local log costs: at a million messages, in the real background over the real database, each question timed where
 * it is asked; and beside it what keeping messages adds to the page, with the log off and on in alternating windows.
 */
import type { Page } from 'puppeteer';

import { startTraffic } from '../stage/chat/traffic.ts';
import { address, allScopes, ask, channel } from './all-on.ts';
import { ownCalls, summary } from './own-time.ts';
import { signedIn, type Bench } from './signed-in.ts';
import { quantile, round } from './statistics.ts';

/** One row; times are ms. */
export interface LogRow {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly note?: string;
}

const row = (what: string, times: readonly number[], note?: string): LogRow => ({
  what,
  p50: round(quantile(times, 0.5), 3),
  p95: round(quantile(times, 0.95), 3),
  ...(note !== undefined && { note }),
});

const room = `twitch:${channel}`;
const chatters = 20_000;

/** Messages that are put in by one call: the browser's driver waits for none of them for ever. */
const atOnce = 50_000;

/** Puts the messages numbered `from` to `to` straight into the database, as the log would have them after some weeks. */
function fill({ session }: Bench, from: number, to: number): Promise<void> {
  return session.inWorker(
    async (first: number, last: number, room: string, chatters: number) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('sidestage');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error('It does not open'));
      });
      const begun = Date.now() - 13 * 86_400_000;
      for (let from = first; from < last; from += 10_000) {
        const transaction = database.transaction('lines', 'readwrite', { durability: 'relaxed' });
        const lines = transaction.objectStore('lines');
        for (let place = from; place < Math.min(last, from + 10_000); place++) {
          // A few speak much, most speak seldom; the words are as long as they are on average.
          const who = String(100_000 + Math.floor(Math.random() ** 3 * chatters));
          const text = `${place} and sixty letters of what people say in a chat all day long`;
          lines.put({ room, id: crypto.randomUUID(), who, at: begun + place * 1_000, text });
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = reject;
        });
      }
      database.close();
    },
    from,
    to,
    room,
    chatters,
  );
}

/** The bytes that the extension stores. */
const bytes = ({ session }: Bench): Promise<number> =>
  session.inWorker(async () => (await navigator.storage.estimate()).usage ?? 0);

/** How long what the log asks of the browser takes with `count` messages in it, asked as the log asks. */
async function questions(bench: Bench, count: number): Promise<LogRow[]> {
  const before = await bytes(bench);
  const begun = performance.now();
  for (let from = 0; from < count; from += atOnce) await fill(bench, from, Math.min(count, from + atOnce));
  const filled = performance.now() - begun;
  const size = (await bytes(bench)) - before;

  const tab = await bench.session.openTab(address);
  const { ours } = tab;
  bench.stage.world.say(channel, { from: 'mothlamp', text: 'Good evening' });
  await tab.page.css('[data-a-target="chat-line-message"]').appears();
  const timed = async (times: number, act: (turn: number) => Promise<unknown>): Promise<number[]> => {
    const found: number[] = [];
    for (let turn = -1; turn < times; turn++) {
      const start = performance.now();
      await act(turn);
      if (turn >= 0) found.push(performance.now() - start);
    }
    return found;
  };
  const bare = await timed(40, () => ask(ours, 'chatLog.read', {}));
  const older = (who: number) => ask(ours, 'chatLog.older', { channel, who: String(who) });
  const line = (id: string) => ({ id, who: '100000', at: Date.now(), text: 'What somebody said just now' });
  const batch = (): ReturnType<typeof line>[] => Array.from({ length: 180 }, () => line(crypto.randomUUID()));
  const options = await bench.session.openExtensionPage('options.html');
  const rows = [
    row('a question that reads one setting, for comparison', bare),
    row('what the one who spoke most said, 50 of it', await timed(40, () => older(100_000))),
    row('what one in the middle said, 50 of it', await timed(40, (turn) => older(102_500 + turn))),
    row('what somebody without a message said', await timed(40, (turn) => older(900_000 + turn))),
    row(
      'three seconds of 60 lines/s taken in',
      await timed(40, () => ask(ours, 'chatLog.keep', { channel, lines: batch() })),
    ),
    row('how much is kept, by channel', await timed(5, () => ask(options, 'chatLog.rooms', {}))),
    {
      what: `${count} messages on the disk`,
      p50: round(size / 1e6, 1),
      p95: round(size / 1e6, 1),
      note: `MB, ${Math.round(size / count)} bytes each; filled in ${Math.round(filled / 1000)} s`,
    },
  ];
  const start = performance.now();
  await ask(options, 'chatLog.forget', { room: { platform: 'twitch', channel } });
  const forgotten = performance.now() - start;
  await options.close();
  await tab.close();
  return [...rows, row('all of it deleted', [forgotten])];
}

/** Our ms for each line of the page while chat runs for `seconds`. */
async function perLine({ stage }: Bench, page: Page, seconds: number): Promise<number> {
  const traffic = startTraffic(stage.world, { channel, linesPerSecond: 60 });
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const trace = await page.tracing.stop();
  traffic.stop();
  if (!trace) throw new Error('The browser kept no trace');
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: Parameters<typeof ownCalls>[0];
  };
  return summary(ownCalls(traceEvents)).total / traffic.said;
}

/** What keeping messages adds for each line of the page, in `windows` windows off and on. */
async function beside(bench: Bench, windows: number): Promise<LogRow[]> {
  const tab = await bench.session.openTab(address);
  const options = await bench.session.openExtensionPage('options.html');
  const page = (await bench.session.puppeteer.pages()).find((each) => each.url() === address);
  if (!page) throw new Error('The chat is not open');
  const spent = { off: [] as number[], on: [] as number[] };
  await perLine(bench, page, 3);
  for (let window = 0; window < windows; window++) {
    for (const kind of ['off', 'on'] as const) {
      await ask(options, 'settings.write', { key: 'chatLog.on', value: kind === 'on' });
      await page.bringToFront();
      spent[kind].push(await perLine(bench, page, 6));
    }
  }
  await tab.close();
  await options.close();
  const added = spent.on.map((ms, place) => ms - (spent.off[place] ?? NaN));
  return [
    row('our ms for each line of the page, log off', spent.off),
    row('the same, log on', spent.on),
    row('what that adds', added),
  ];
}

/** Measures with `count` messages in the log, and `windows` windows of the page with and without it. */
export async function benchLog(extensionDir: string, count: number, windows: number): Promise<LogRow[]> {
  const bench = await signedIn(extensionDir, { scopes: allScopes });
  try {
    const settings = await bench.session.openExtensionPage('options.html');
    await ask(settings, 'settings.write', { key: 'chatLog.on', value: true });
    const found = await questions(bench, count);
    await settings.close();
    return [...found, ...(await beside(bench, windows))];
  } finally {
    await bench.close();
  }
}
