import type { CDPSession, Page, Protocol } from 'puppeteer';

type Version = Protocol.ServiceWorker.ServiceWorkerVersion;

/** What a tab tells of the worker, from the state in which it found it. */
interface News {
  readonly devtools: CDPSession;
  readonly heard: readonly Version[];
  /** Resolves once something `wanted` was heard. */
  readonly until: (wanted: (version: Version) => boolean) => Promise<void>;
}

/** Whether it ran when it was heard of last. */
const isRunning = ({ heard }: Pick<News, 'heard'>): boolean =>
  (heard.at(-1)?.runningStatus ?? 'stopped') !== 'stopped';

/**
 * The extension's service worker, through a domain that every tab offers.
 *
 * Nothing attaches to the worker itself: one that a debugger holds does not end by itself, and if it is started again
 * meanwhile it takes the old one's place and waits for the debugger.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/ServiceWorker/
 */
export class Background {
  readonly #page: () => Promise<Page>;
  readonly #origin: string;

  constructor(page: () => Promise<Page>, origin: string) {
    this.#page = page;
    this.#origin = origin;
  }

  /** Resolves once it has started for the first time: what is stopped before that is never started again. */
  stands(): Promise<void> {
    return this.#listen(({ until }) => until(({ status }) => status === 'activated'));
  }

  /** Whether it runs now, or is about to. */
  runs(): Promise<boolean> {
    return this.#listen(isRunning);
  }

  /** Starts it, unless it runs. */
  async start(origin: string): Promise<void> {
    await this.#listen(async ({ devtools, heard, until }) => {
      if (isRunning({ heard })) return;
      await devtools.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
      await until(({ runningStatus }) => runningStatus === 'running');
    });
  }

  /** Stops it. Whoever asks it something at this very moment starts it anew. */
  async stop(): Promise<void> {
    await this.#listen(async ({ devtools, heard, until }) => {
      if (!isRunning({ heard })) return;
      await devtools.send('ServiceWorker.stopAllWorkers');
      await until(({ runningStatus }) => runningStatus === 'stopped');
    });
  }

  async #listen<T>(act: (news: News) => T | Promise<T>): Promise<T> {
    const devtools = await (await this.#page()).createCDPSession();
    const heard: Version[] = [];
    let wake = (): void => undefined;
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      heard.push(...versions.filter(({ scriptURL }) => scriptURL.startsWith(this.#origin)));
      wake();
    });
    const until = async (wanted: (version: Version) => boolean): Promise<void> => {
      while (!heard.some(wanted)) await new Promise<void>((resolve) => (wake = resolve));
    };
    try {
      // The state now is told a moment after the answer, whether there is a worker or not.
      const told = new Promise((resolve) => devtools.once('ServiceWorker.workerVersionUpdated', resolve));
      await devtools.send('ServiceWorker.enable');
      await told;
      return await act({ devtools, heard, until });
    } finally {
      await devtools.detach();
    }
  }
}
