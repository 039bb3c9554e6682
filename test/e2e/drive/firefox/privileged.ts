import { until } from '../deadline.ts';
import type { Json } from '../surface.ts';
import type { Bidi } from './bidi.ts';

/**
 * Code that runs in the browser's own window, with the rights of the browser.
 *
 * Firefox gives WebDriver no way to press a toolbar button, to reach a popup or to stop a background. All three can be
 * asked of the browser itself, where WebDriver may go when it was started with `--remote-allow-system-access`.
 *
 * @see https://firefox-source-docs.mozilla.org/remote/
 */
export class Privileged {
  readonly #bidi: Bidi;
  readonly #window: string;
  readonly #id: string;

  private constructor(bidi: Bidi, window: string, id: string) {
    this.#bidi = bidi;
    this.#window = window;
    this.#id = id;
  }

  /** Finds the browser's window, and has it know the extension `id`. */
  static async enter(bidi: Bidi, id: string): Promise<Privileged> {
    const window = (await bidi.contexts('chrome')).find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error("The browser's own window is out of reach");
    return new Privileged(bidi, window.context, id);
  }

  /**
   * From now on WebDriver finds every document of the extension, by the ids that {@link views} gives.
   * By itself it looks for documents in tabs only; all its commands work in the others as well.
   */
  async reachViews(): Promise<void> {
    await this.run(`(id) => {
      const { NavigableManager: manager } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/NavigableManager.sys.mjs',
      );
      const inTabs = manager.getBrowserById.bind(manager);
      manager.getBrowserById = (wanted) =>
        inTabs(wanted) ??
        [...(WebExtensionPolicy.getByID(id)?.extension.views ?? [])]
          .map((view) => view.xulBrowser)
          .find((browser) => browser && manager.getIdForBrowser(browser) === wanted) ??
        null;
    }`);
  }

  /** The WebDriver id of the extension's document of a kind, if there is one now. */
  async view(kind: 'popup' | 'sidebar' | 'background'): Promise<string | undefined> {
    const context = await this.run(
      `(id, kind) => {
        const { NavigableManager } = ChromeUtils.importESModule(
          'chrome://remote/content/shared/NavigableManager.sys.mjs',
        );
        for (const view of WebExtensionPolicy.getByID(id).extension.views) {
          const browser = view.xulBrowser;
          if (view.viewType !== kind || view.unloaded || !browser?.isConnected) continue;
          // A popup loads out of sight, and moves into another browser element when it is shown.
          if (browser.classList.contains('webextension-preload-browser')) continue;
          browser.permanentKey ??= {};
          return NavigableManager.getIdForBrowser(browser);
        }
        return null;
      }`,
      kind,
    );
    return (context as string | null) ?? undefined;
  }

  /** Does what a press of the extension's toolbar button does, in the window in front. */
  async pressToolbarButton(): Promise<void> {
    await this.run(`async (id) => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(id);
      const front = Services.wm.getMostRecentWindow('navigator:browser');
      await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(front);
    }`);
  }

  /** Closes the popup, as the browser does when another window takes the focus. Without a screen nothing has focus. */
  async dismissPopup(): Promise<void> {
    await this.run(`(id) => {
      for (const view of WebExtensionPolicy.getByID(id).extension.views)
        if (view.viewType === 'popup') view.xulBrowser?.closest('panel')?.hidePopup();
    }`);
    await until('the popup to close', async () =>
      (await this.view('popup')) === undefined ? true : undefined,
    );
  }

  /** Closes the sidebar, as its own button does. */
  async closeSidebar(): Promise<void> {
    await this.run("() => Services.wm.getMostRecentWindow('navigator:browser').SidebarController.hide()");
    await until('the sidebar to close', async () =>
      (await this.view('sidebar')) === undefined ? true : undefined,
    );
  }

  /** Takes the keyboard focus from the address bar, where a new tab leaves it, to the page in front. */
  async focusPage(): Promise<void> {
    await this.run(`() => {
      const front = Services.wm.getMostRecentWindow('navigator:browser');
      front.focus();
      front.gBrowser.selectedBrowser.focus();
    }`);
  }

  /** Opens a page of the extension in a tab of its own; its WebDriver id. */
  async openPage(path: string): Promise<string> {
    return (await this.run(
      `async (id, path) => {
        const { NavigableManager } = ChromeUtils.importESModule(
          'chrome://remote/content/shared/NavigableManager.sys.mjs',
        );
        const url = WebExtensionPolicy.getByID(id).getURL(path);
        const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
        const tab = gBrowser.addTab(url, {
          triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
        });
        gBrowser.selectedTab = tab;
        tab.linkedBrowser.focus();
        return NavigableManager.getIdForBrowser(tab.linkedBrowser);
      }`,
      path,
    )) as string;
  }

  /** Where the extension's pages live: `moz-extension://…`, without a slash at the end. */
  async origin(): Promise<string> {
    return `moz-extension://${String(await this.run('(id) => WebExtensionPolicy.getByID(id).mozExtensionHostname'))}`;
  }

  /** How the background is: `running`, `stopped`, `starting`, `suspending`. */
  async backgroundState(): Promise<string> {
    return String(await this.run('(id) => WebExtensionPolicy.getByID(id).extension.backgroundState'));
  }

  /** Ends the background as idleness does. */
  async endBackground(): Promise<void> {
    await this.run(`(id) => WebExtensionPolicy.getByID(id).extension.terminateBackground({
      ignoreDevToolsAttached: true,
      disableResetIdleForTest: true,
    })`);
  }

  /** Has the browser keep every error and every `console.error`, of all processes. */
  async keepErrors(): Promise<void> {
    await this.run(`() => {
      const kept = (Services.sidestageErrors = []);
      Services.console.registerListener({
        observe(message) {
          if (!(message instanceof Ci.nsIScriptError) || message.flags & Ci.nsIScriptError.warningFlag) return;
          kept.push({ where: message.sourceName, text: message.errorMessage });
        },
      });
      Services.ppmm.addMessageListener('sidestage:console', ({ data }) => kept.push(data));
      const inEveryProcess = () => {
        Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).addLogEventListener((logged) => {
          const { level, filename, arguments: args } = logged.wrappedJSObject ?? logged;
          if (level !== 'error' && level !== 'assert') return;
          Services.cpmm.sendAsyncMessage('sidestage:console', { where: filename, text: [...args].map(String).join(' ') });
        }, Services.scriptSecurityManager.getSystemPrincipal());
      };
      const url = 'data:application/javascript,' + encodeURIComponent('(' + inEveryProcess + ')()');
      Services.ppmm.loadProcessScript(url, true);
    }`);
  }

  /** The errors kept since the last time one asked. */
  async takeErrors(): Promise<readonly { readonly where: string; readonly text: string }[]> {
    return (await this.run('() => Services.sidestageErrors.splice(0)')) as [];
  }

  /** Calls the function that `body` is with the extension’s id and `args`; only text and JSON travel. */
  async run(body: string, ...args: readonly Json[]): Promise<unknown> {
    const { value } = await this.#bidi.call(
      this.#window,
      `async () => JSON.stringify(await (${body})(...${JSON.stringify([this.#id, ...args])}))`,
    );
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  }
}
