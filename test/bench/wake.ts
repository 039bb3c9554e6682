/** How long a page waits for the first answer of a worker that was dead, beside one that lives. */
import { signedIn } from './signed-in.ts';
import { quantile, round } from './statistics.ts';

/** The extension API of the page that asks. */
declare const chrome: { readonly runtime: { sendMessage(question: unknown): Promise<unknown> } };

/** The result, ms. */
export interface WakeRow {
  readonly rounds: number;
  readonly wakeP50: number;
  readonly wakeP95: number;
  readonly awakeP50: number;
}

/** Kills the worker and asks it something that needs the stores, `rounds` times. */
export async function benchWake(extensionDir: string, rounds: number): Promise<WakeRow> {
  const bench = await signedIn(extensionDir);
  const options = await bench.session.openExtensionPage('options.html');
  const ask = (): Promise<number> =>
    options.evaluate(async () => {
      const start = performance.now();
      await chrome.runtime.sendMessage({ ask: 'moderation.log', request: { limit: 1 } });
      return performance.now() - start;
    });
  const wake: number[] = [];
  const awake: number[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    await bench.session.killWorker();
    wake.push(await ask());
    awake.push(await ask());
  }
  await bench.close();
  return {
    rounds,
    wakeP50: round(quantile(wake, 0.5), 1),
    wakeP95: round(quantile(wake, 0.95), 1),
    awakeP50: round(quantile(awake, 0.5), 1),
  };
}
