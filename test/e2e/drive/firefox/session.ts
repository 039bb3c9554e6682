import { join } from 'node:path';

import puppeteer from 'puppeteer';
import type { Browser } from 'puppeteer';

import { findBrowser } from '../../../run/browsers.mjs';
import { firefoxPrefs } from '../../../stage/server/browsers.ts';
import { isConsent, matchesAddress } from '../address.ts';
import { until } from '../deadline.ts';
import { Problems } from '../problems.ts';
import type { Consent, LaunchOptions, Session, Surface, Tab } from '../session.ts';
import type { Json } from '../surface.ts';
import type { Around } from '../around.ts';
import { firefoxAround, grant, standInForAlerts } from './around.ts';
import { Bidi } from './bidi.ts';
import { Privileged } from './privileged.ts';
import { newProfile } from './profile.ts';
import { FirefoxSurface, FirefoxTab } from './surface.ts';

type Preferences = Readonly<Record<string, string | number | boolean>>;

function preferences(options: LaunchOptions): Preferences {
  const { language = 'en', colorScheme = 'light' } = options;
  const dark = colorScheme === 'dark' ? 1 : 0;
  return {
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark,
    'ui.prefersReducedMotion': options.reducedMotion ? 1 : 0,
    'ui.useAccessibilityTheme': options.forcedColors ? 1 : 0,
    'browser.display.document_color_use': options.forcedColors ? 2 : 0,
    'intl.accept_languages': language,
    // A later launch with the same profile finds what the extension stored.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // Firefox would fetch Mozilla's lists.
    'services.settings.server': 'data:,#none/v1',
    // Lets the harness put its listener for console errors into every process.
    'security.allow_parent_unrestricted_js_loads': true,
    ...options.stage?.firefoxPrefs(),
  };
}

/**
 * Firefox's own note on what was under way in a popup or background when it ended, as a popup does when a window opens; or in
 * a page that was left, and may be come back to.
 */
const closedWhileAsking = /^Promise (resolved|rejected) (after context unloaded|while context is inactive)/;

/** Waits until the background has started for the first time. */
const standing = (privileged: Privileged): Promise<true> =>
  until('the background to stand', async () =>
    (await privileged.backgroundState()) === 'running' ? true : undefined,
  );

/** Where nobody listens: what is sent there goes nowhere. */
const nobodysPort = 9;

/** Starts Firefox with the extension in it. */
export async function launchFirefox(options: LaunchOptions): Promise<Session> {
  const executablePath = findBrowser('firefox');
  if (!executablePath) throw new Error('No Firefox was found on this machine');
  const { headless = true, stage } = options;
  const start = (prefs: Preferences, dir?: string): Promise<Browser> =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless,
      acceptInsecureCerts: stage !== undefined,
      defaultViewport: null,
      args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
      extraPrefsFirefox: prefs,
      ...(dir === undefined ? {} : { userDataDir: dir }),
    });
  const isTest = headless && stage !== undefined && options.profile === undefined;
  const made = isTest
    ? await newProfile(executablePath, async (dir) => {
        // All of these are set anew at every start that leads to a stage.
        const { browser, extensionDir } = options;
        const unused = { ...preferences({ browser, extensionDir }), ...firefoxPrefs(nobodysPort) };
        await (await start(unused, dir)).close();
      })
    : undefined;
  const browser = await start(preferences(options), options.profile ?? made?.dir).catch(
    async (error: unknown) => {
      await made?.remove();
      throw error;
    },
  );
  const gone = new Promise<void>((resolve) => {
    const program = browser.process();
    if (program) program.once('exit', () => resolve());
    else resolve();
  }).then(made?.remove);
  try {
    const bidi = new Bidi(browser);
    const { extension: id } = await bidi.send<{ extension: string }>('webExtension.install', {
      extensionData: { type: 'path', path: options.extensionDir },
      'moz:allowPrivateBrowsing': options.privateWindows ?? false,
    });
    const privileged = await Privileged.enter(bidi, id);
    await privileged.keepErrors();
    if (options.granted) {
      await standInForAlerts(privileged);
      await grant(privileged, options.granted);
    }
    await privileged.reachViews();
    await standing(privileged);
    return new FirefoxSession(browser, bidi, privileged, id, await privileged.origin(), gone, options);
  } catch (error) {
    await browser.close();
    await gone;
    throw error;
  }
}

class FirefoxSession implements Session {
  readonly browser = 'firefox';
  readonly extensionId: string;
  readonly origin: string;
  readonly around: Around;
  readonly ended: Promise<void>;
  readonly #problems = new Problems();
  readonly #browser: Browser;
  readonly #bidi: Bidi;
  readonly #privileged: Privileged;
  readonly #gone: Promise<void>;
  readonly #pictures: string;

  constructor(
    browser: Browser,
    bidi: Bidi,
    privileged: Privileged,
    id: string,
    origin: string,
    gone: Promise<void>,
    options: LaunchOptions,
  ) {
    this.#browser = browser;
    this.#bidi = bidi;
    this.#privileged = privileged;
    this.extensionId = id;
    this.origin = origin;
    this.#gone = gone;
    this.around = firefoxAround(this, privileged);
    this.#pictures = options.pictures ?? join('.output', 'e2e', 'firefox');
    this.ended = new Promise((resolve) => browser.once('disconnected', () => resolve()));
  }

  async problems(): Promise<Problems> {
    for (const problem of await this.#privileged.takeErrors())
      if (problem.where.startsWith(this.origin) && !closedWhileAsking.test(problem.text))
        this.#problems.add(problem);
    return this.#problems;
  }

  async openTab(url: string): Promise<Tab> {
    const blank = (await this.#bidi.contexts('content')).find((context) => context.url === 'about:blank');
    const { context } =
      blank ?? (await this.#bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' }));
    const tab = this.#tab(context);
    await tab.activate();
    await tab.goto(url);
    return tab;
  }

  async tabs(): Promise<Tab[]> {
    return (await this.#bidi.contexts('content')).map(({ context }) => this.#tab(context));
  }

  async tabAt(address: string | RegExp): Promise<Tab> {
    return this.#tab(await this.#contextAt((url) => matchesAddress(address, url)));
  }

  async openPopup(): Promise<Surface> {
    await this.#privileged.pressToolbarButton();
    const context = await until('the popup', () => this.#privileged.view('popup'));
    return this.#loaded(
      new FirefoxSurface(this.#bidi, this.#privileged, context, {
        pictures: this.#pictures,
        close: () => this.#privileged.dismissPopup(),
      }),
    );
  }

  async sidePanel(): Promise<Surface> {
    const context = await until('the sidebar', () => this.#privileged.view('sidebar'));
    return this.#loaded(
      new FirefoxSurface(this.#bidi, this.#privileged, context, {
        pictures: this.#pictures,
        close: () => this.#privileged.closeSidebar(),
      }),
    );
  }

  async openExtensionPage(path: string): Promise<Surface> {
    const context = await this.#privileged.openPage(path);
    return this.#loaded(
      new FirefoxSurface(this.#bidi, this.#privileged, context, { pictures: this.#pictures }),
    );
  }

  async consentPage(): Promise<Surface> {
    const context = await this.#contextAt(isConsent);
    await this.#privileged.dismissPopup();
    return new FirefoxSurface(this.#bidi, this.#privileged, context, { pictures: this.#pictures });
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

  async workerAlive(): Promise<boolean> {
    return (await this.#privileged.backgroundState()) !== 'stopped';
  }

  async killWorker(): Promise<void> {
    await until('the background to end', async () => {
      // A background that was only just starting does not hear the first call.
      await this.#privileged.endBackground();
      return (await this.workerAlive()) ? undefined : true;
    });
  }

  async wakeWorker(): Promise<void> {
    await this.#privileged.run('(id) => WebExtensionPolicy.getByID(id).extension.wakeupBackground()');
  }

  async update(): Promise<void> {
    await this.#privileged.run(`async (id) => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID(id)).reload();
    }`);
    await standing(this.#privileged);
  }

  async inWorker<A extends readonly Json[], T>(body: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const context = await this.#privileged.view('background');
    if (context === undefined) throw new Error('The background does not run');
    return new FirefoxSurface(this.#bidi, this.#privileged, context, { pictures: this.#pictures }).evaluate(
      body,
      ...args,
    );
  }

  async close(): Promise<void> {
    await this.#browser.close();
    // The test runner ends its workers without a word: what is thrown away is so by then.
    await this.#gone;
  }

  async #contextAt(accepts: (url: string) => boolean): Promise<string> {
    const found = await until('a tab at the address', async () =>
      (await this.#bidi.contexts('content')).find(({ url }) => accepts(url)),
    );
    return found.context;
  }

  /** An extension page's load is not told to WebDriver, so it is asked for. */
  async #loaded(surface: FirefoxSurface): Promise<Surface> {
    await surface.waitUntil(
      'the page to load',
      (origin: string) => location.href.startsWith(origin) && document.readyState === 'complete',
      this.origin,
    );
    return surface;
  }

  #tab(context: string): Tab {
    return new FirefoxTab(this.#bidi, this.#privileged, context, this.#pictures);
  }

  #consentGone(): Promise<true> {
    return until('the consent window to close', async () =>
      (await this.#bidi.contexts('content')).some(({ url }) => isConsent(url)) ? undefined : true,
    );
  }
}
