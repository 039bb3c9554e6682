import type { Around } from './around.ts';
import type { Problems } from './problems.ts';
import type { Json, Part } from './surface.ts';

/** The browsers that we drive. */
export type BrowserName = 'chromium' | 'firefox';

/** What the harness needs of the stage. */
export interface StageLike {
  /** Switches that send the platforms' host names to the stage. */
  chromiumArgs(): readonly string[];
  /** Preferences that do the same. */
  firefoxPrefs(): Readonly<Record<string, string | number | boolean>>;
}

/** How to launch. */
export interface LaunchOptions {
  readonly browser: BrowserName;
  readonly stage?: StageLike;
  /** Folder of the built extension. */
  readonly extensionDir: string;
  /** Default: no window. */
  readonly headless?: boolean;
  /** The browser's language. Default: `en`. */
  readonly language?: 'en' | 'ko';
  /** Default: `light`. */
  readonly colorScheme?: 'light' | 'dark';
  /** Colours forced by the system, as in Windows' contrast themes. */
  readonly forcedColors?: boolean;
  /** The system's wish for less movement. */
  readonly reducedMotion?: boolean;
  /** The user lets the extension run in private windows. Firefox alone. */
  readonly privateWindows?: boolean;
  /** Permissions and hosts that the user has given before: no driver reaches the browser's question. */
  readonly granted?: readonly string[];
  /** Keeps the profile here, so that a later launch continues it. Default: a new one, thrown away. */
  readonly profile?: string;
  /** Where pictures go. Default: `.output/e2e/<browser>`. */
  readonly pictures?: string;
}

/** A document with hands on it: a page of the extension, the popup, a sign-in window. */
export interface Surface extends Part {
  /** Its address now; `undefined` when it is closed. */
  url(): Promise<string | undefined>;
  /** Saves a picture under the session's folder and returns its path. */
  screenshot(name: string): Promise<string>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** A document of a stream page's, with our tools in it. */
export interface Pane {
  /** The page's own document and main world. */
  readonly page: Part;
  /** Our closed shadow roots in it. */
  readonly ours: Part;
}

/** A browser tab. */
export interface Tab extends Pane {
  readonly page: Surface;
  /** Waits for a frame at an address; what the hand does there is in the frame's own coordinates. */
  frameAt(address: string | RegExp): Promise<Pane>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Brings the tab to the front. */
  activate(): Promise<void>;
  url(): Promise<string | undefined>;
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

/** What the user may say on the platform's consent page. */
export type Consent = 'Authorize' | 'Cancel';

/** A running browser with the extension in it. */
export interface Session {
  readonly browser: BrowserName;
  readonly extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** What stands around the pages: menus, address bar, shortcuts, notifications. */
  readonly around: Around;
  /** The extension's errors until now, wherever they happened. */
  problems(): Promise<Problems>;
  /** Opens a tab in front and loads `url`. */
  openTab(url: string): Promise<Tab>;
  /** The tabs that are open now, those opened by the extension included. */
  tabs(): Promise<Tab[]>;
  /** Waits for a tab at an address. */
  tabAt(address: string | RegExp): Promise<Tab>;
  /** Presses the extension's toolbar button in the active tab: the real popup opens. */
  openPopup(): Promise<Surface>;
  /** Waits for the extension's page beside what is browsed: Chrome's side panel, Firefox's sidebar. */
  sidePanel(): Promise<Surface>;
  /** Opens a page of the extension (`options.html`) in a tab. */
  openExtensionPage(path: string): Promise<Surface>;
  /** Waits for the window of `identity.launchWebAuthFlow`. */
  consentPage(): Promise<Surface>;
  /** Answers on the consent page, and waits until its window is gone. */
  consent(answer: Consent): Promise<void>;
  /** Closes the consent page's window unanswered. */
  closeConsent(): Promise<void>;
  /** Whether the background runs now. */
  workerAlive(): Promise<boolean>;
  /** Stops the background as the browser does after a while of quiet, and waits until it is gone. */
  killWorker(): Promise<void>;
  /** Starts the background, unless it runs. */
  wakeWorker(): Promise<void>;
  /** Puts the extension in anew, as at an update: its pages close, and a new background stands. */
  update(): Promise<void>;
  /** Runs `body` in the background, which must be alive; only the text of `body` travels. */
  inWorker<A extends readonly Json[], T>(body: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Resolves when the browser is gone, by {@link close} or by the user's hand. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}
