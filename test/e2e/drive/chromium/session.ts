import { join } from 'node:path';

import puppeteer, { TargetType } from 'puppeteer';
import type { Browser, Extension, Page, Target } from 'puppeteer';

import { findBrowser } from '../../../run/browsers.mjs';
import { isConsent, matchesAddress } from '../address.ts';
import { until } from '../deadline.ts';
import { inLanguage } from '../language.ts';
import { Problems } from '../problems.ts';
import { program, resultOf } from '../script.ts';
import type { Consent, LaunchOptions, Session, Surface, Tab } from '../session.ts';
import type { Json } from '../surface.ts';
import { watchProblems } from './problems.ts';
import { ChromiumSurface, ChromiumTab } from './surface.ts';

/** Everything that Chromium would otherwise ask of the world on its own. */
const quiet = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
];

function switches(options: LaunchOptions): string[] {
  const { language = 'en', colorScheme = 'light' } = options;
  return [
    ...quiet,
    '--window-size=1280,900',
    `--accept-lang=${language}`,
    `--blink-settings=preferredColorScheme=${colorScheme === 'dark' ? 0 : 1}`,
    ...(options.forcedColors ? ['--force-high-contrast'] : []),
    ...(options.reducedMotion ? ['--force-prefers-reduced-motion'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.stage?.chromiumArgs() ?? []),
  ];
}

/** Starts Chromium with the extension in it. */
export async function launchChromium(options: LaunchOptions): Promise<ChromiumSession> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chrome, Chromium or Edge was found on this machine');
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    enableExtensions: true,
    acceptInsecureCerts: options.stage !== undefined,
    defaultViewport: null,
    args: switches(options),
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
  });
  try {
    const id = await browser.installExtension(
      await inLanguage(options.extensionDir, options.language ?? 'en'),
    );
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error(`Chromium did not take the extension in ${options.extensionDir}`);
    const session = new ChromiumSession(browser, extension, options);
    await session.started();
    return session;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

export class ChromiumSession implements Session {
  readonly browser = 'chromium';
  readonly extensionId: string;
  readonly origin: string;
  readonly ended: Promise<void>;
  /** Puppeteer's browser, for what only Chromium can. */
  readonly puppeteer: Browser;
  readonly #extension: Extension;
  readonly #problems = new Problems();
  readonly #pictures: string;

  constructor(browser: Browser, extension: Extension, options: LaunchOptions) {
    this.puppeteer = browser;
    this.#extension = extension;
    this.extensionId = extension.id;
    this.origin = `chrome-extension://${extension.id}`;
    this.#pictures = options.pictures ?? join('.output', 'e2e', 'chromium');
    this.ended = new Promise((resolve) => browser.once('disconnected', () => resolve()));
    watchProblems(browser, this.origin, this.#problems);
  }

  /** Resolves once the background stands: Chromium never again starts a worker that is stopped before that. */
  async started(): Promise<void> {
    await until('the background to stand', () =>
      this.inWorker(() => {
        const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
        return registration.active?.state === 'activated' || undefined;
      }),
    );
  }

  problems(): Promise<Problems> {
    return Promise.resolve(this.#problems);
  }

  async openTab(url: string): Promise<Tab> {
    const page =
      (await this.#pages()).find((each) => each.url() === 'about:blank') ?? (await this.puppeteer.newPage());
    await page.bringToFront();
    const tab = this.#tab(page);
    await tab.goto(url);
    return tab;
  }

  async tabs(): Promise<Tab[]> {
    return (await this.#pages()).map((page) => this.#tab(page));
  }

  async tabAt(address: string | RegExp): Promise<Tab> {
    return this.#tab(await this.#pageOf(await this.#target((url) => matchesAddress(address, url))));
  }

  async openPopup(): Promise<Surface> {
    const page = await this.#activePage();
    await this.#extension.triggerAction(page);
    const popup = await this.#pageOf(await this.#target((url) => url === `${this.origin}/popup.html`));
    return new ChromiumSurface(popup, this.#pictures);
  }

  async openExtensionPage(path: string): Promise<Surface> {
    const page = await this.puppeteer.newPage();
    await page.goto(`${this.origin}/${path}`);
    return new ChromiumSurface(page, this.#pictures);
  }

  async consentPage(): Promise<Surface> {
    return new ChromiumSurface(await this.#pageOf(await this.#target(isConsent)), this.#pictures);
  }

  async consent(answer: Consent): Promise<void> {
    const page = await this.consentPage();
    await page.byRole('button', answer).click();
    await this.#consentGone();
  }

  async closeConsent(): Promise<void> {
    await (await this.consentPage()).close();
    await this.#consentGone();
  }

  workerAlive(): Promise<boolean> {
    return Promise.resolve(this.puppeteer.targets().some((target) => this.#isWorker(target)));
  }

  async killWorker(): Promise<void> {
    const devtools = await this.puppeteer.target().createCDPSession();
    const isThere = async (targetId?: string): Promise<boolean> => {
      const { targetInfos } = await devtools.send('Target.getTargets');
      return targetInfos.some(
        ({ type, url, targetId: id }) =>
          type === 'service_worker' &&
          url.startsWith(this.origin) &&
          (targetId === undefined || targetId === id),
      );
    };
    // A worker that is stopped while it starts, or while a debugger holds on to it, comes back under the same name and
    // waits for ever for that debugger. So it is let start first, and let go before it is stopped.
    const worker = await until('the background to run or to be gone', async () => {
      const target = this.puppeteer.targets().find((each) => this.#isWorker(each));
      if (!target) return (await isThere()) ? undefined : 'gone';
      const found = await target.worker();
      await found?.evaluate('0');
      return found ?? undefined;
    });
    if (worker !== 'gone') {
      const { targetInfo } = await worker.client.send('Target.getTargetInfo');
      await worker.client.detach();
      await devtools.send('Target.closeTarget', { targetId: targetInfo.targetId });
      await until('the background to end', async () =>
        (await isThere(targetInfo.targetId)) ? undefined : true,
      );
    }
    await devtools.detach();
  }

  async inWorker<A extends readonly Json[], T>(body: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const worker = await this.puppeteer
      .targets()
      .find((each) => this.#isWorker(each))
      ?.worker();
    if (!worker) throw new Error('The background does not run');
    return resultOf(
      await worker.evaluate(program(`(tools, roots, ...args) => (${String(body)})(...args)`, '[]', args)),
    ) as T;
  }

  close(): Promise<void> {
    return this.puppeteer.close();
  }

  #isWorker(target: Target): boolean {
    return target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(this.origin);
  }

  #target(accepts: (url: string) => boolean): Promise<Target> {
    return this.puppeteer.waitForTarget((target) => accepts(target.url()));
  }

  async #pageOf(target: Target): Promise<Page> {
    return (await target.page()) ?? (await target.asPage());
  }

  async #pages(): Promise<Page[]> {
    return this.puppeteer.pages();
  }

  /** The tab in front: the only one whose document is visible. */
  async #activePage(): Promise<Page> {
    for (const page of await this.#pages()) {
      if (await page.evaluate(() => document.visibilityState === 'visible')) return page;
    }
    throw new Error('No tab is in front');
  }

  #tab(page: Page): Tab {
    return new ChromiumTab(page, this.extensionId, this.#pictures);
  }

  #consentGone(): Promise<true> {
    return until('the consent window to close', () =>
      this.puppeteer.targets().some((target) => isConsent(target.url())) ? undefined : true,
    );
  }
}
