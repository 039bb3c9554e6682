import { join } from 'node:path';

import puppeteer, { TargetType } from 'puppeteer';
import type { Browser, Extension, Page, Target } from 'puppeteer';

import { findBrowser } from '../../../run/browsers.mjs';
import { isConsent, matchesAddress } from '../address.ts';
import { until } from '../deadline.ts';
import { Problems } from '../problems.ts';
import { program, resultOf } from '../script.ts';
import type { Consent, LaunchOptions, Session, Surface, Tab } from '../session.ts';
import type { Json } from '../surface.ts';
import type { Around } from '../around.ts';
import { chromiumAround } from './around.ts';
import { Background } from './background.ts';
import { watchProblems } from './problems.ts';
import { listen } from './sounds.ts';
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
  const problems = new Problems();
  watchProblems(browser, problems);
  try {
    const id = await browser.installExtension(options.extensionDir);
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error(`Chromium did not take the extension in ${options.extensionDir}`);
    const session = new ChromiumSession(browser, extension, problems, options);
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
  readonly around: Around;
  readonly ended: Promise<void>;
  /** Puppeteer's browser, for what only Chromium can. */
  readonly puppeteer: Browser;
  readonly #extension: Extension;
  readonly #problems: Problems;
  readonly #background: Background;
  readonly #pictures: string;

  constructor(browser: Browser, extension: Extension, problems: Problems, options: LaunchOptions) {
    this.puppeteer = browser;
    this.#extension = extension;
    this.#problems = problems;

    this.extensionId = extension.id;
    this.origin = `chrome-extension://${extension.id}`;
    this.#background = new Background(() => this.#anyPage(), this.origin);
    this.around = chromiumAround(this, listen(browser));
    this.#pictures = options.pictures ?? join('.output', 'e2e', 'chromium');
    this.ended = new Promise((resolve) => browser.once('disconnected', () => resolve()));
  }

  /** Resolves once the background has started for the first time. */
  started(): Promise<void> {
    return this.#background.stands();
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

  async sidePanel(): Promise<Surface> {
    const panel = await this.#pageOf(
      await this.#target((url) => url === `${this.origin}/popup.html?in=side`),
    );
    return new ChromiumSurface(panel, this.#pictures);
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
    return this.#background.runs();
  }

  killWorker(): Promise<void> {
    return this.#background.stop();
  }

  async wakeWorker(): Promise<void> {
    await this.#background.start(this.origin);
    await until('the background', () => this.puppeteer.targets().find((target) => this.#isWorker(target)));
  }

  async update(): Promise<void> {
    await this.puppeteer.installExtension(this.#extension.path);
    await this.started();
  }

  async inWorker<A extends readonly Json[], T>(body: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const worker = this.puppeteer.targets().find((target) => this.#isWorker(target));
    if (!worker) throw new Error('The background does not run');
    // Held no longer than needed: a worker that a debugger is attached to does not end, nor start again by itself.
    const devtools = await worker.createCDPSession();
    try {
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
        expression: program(`(tools, roots, ...args) => (${String(body)})(...args)`, '[]', args),
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return resultOf(result.value) as T;
    } finally {
      await devtools.detach();
    }
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

  async #anyPage(): Promise<Page> {
    const [page] = await this.#pages();
    if (!page) throw new Error('The background is reached through a tab, and none is open');
    return page;
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
