import { writeFileSync, createWriteStream } from 'node:fs';
import { startTraffic } from './test/stage/chat/traffic.ts';
import { channel, allScopes, openAllOn } from './test/bench/all-on.ts';
import { signedIn } from './test/bench/signed-in.ts';
const bench = await signedIn('.output/chrome-mv3', { scopes: allScopes });
const rate = Number(process.argv[2] ?? 400);
const marks = (process.argv[3] ?? '5000,15000,30000').split(',').map(Number);
try {
  const tab = await openAllOn(bench);
  const page = tab.puppeteer;
  const c = await page.createCDPSession();
  await c.send('HeapProfiler.enable');
  const t = startTraffic(bench.stage.world, { channel, linesPerSecond: Math.min(rate, 200) });
  for (const [i, mark] of marks.entries()) {
    while (t.said < mark) await new Promise((r) => setTimeout(r, 50));
    t.setRate(0);
    await new Promise((r) => setTimeout(r, 6000));
    for (let k = 0; k < 3; k++) await c.send('HeapProfiler.collectGarbage');
    const { usedSize } = await c.send('Runtime.getHeapUsage');
    console.log(mark, t.said, (usedSize / 1e6).toFixed(2));
    if (false) {
      const out = createWriteStream(`/tmp/mem/${mark}.heapsnapshot`);
      const on = ({ chunk }: { chunk: string }) => out.write(chunk);
      c.on('HeapProfiler.addHeapSnapshotChunk', on);
      await c.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      c.off('HeapProfiler.addHeapSnapshotChunk', on);
      await new Promise((r) => out.end(r));
    }
    t.setRate(Math.min(rate, 200));
  }
  t.stop();
} finally { await bench.close(); }
