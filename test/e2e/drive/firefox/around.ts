import type { Around } from '../around.ts';
import { until } from '../deadline.ts';
import type { Session } from '../session.ts';
import type { Privileged } from './privileged.ts';

interface Menus {
  update(id: string, change: object): Promise<void>;
}

/** Takes what goes to the system's notifications, which a browser without a screen has none of. */
export async function standInForAlerts(privileged: Privileged): Promise<void> {
  await privileged.run(`() => {
    const alerts = (Services.sidestageAlerts = new Map());
    const service = {
      QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
      showAlert(alert, listener) {
        alerts.set(alert.name, listener);
        listener.observe(null, 'alertshow', alert.cookie);
      },
      closeAlert(name) {
        alerts.get(name)?.observe(null, 'alertfinished', null);
        alerts.delete(name);
      },
    };
    Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(
      Services.uuid.generateUUID(),
      'a stand-in for the system',
      '@mozilla.org/alerts-service;1',
      { createInstance: (iid) => service.QueryInterface(iid) },
    );
  }`);
}

/** Lets the extension do what it may ask the user for, as a yes does. */
export async function grant(privileged: Privileged, granted: readonly string[]): Promise<void> {
  await privileged.run(
    `async (id, granted) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const origins = granted.filter((name) => name.includes('://'));
      const permissions = granted.filter((name) => !origins.includes(name));
      await ExtensionPermissions.add(id, { permissions, origins }, WebExtensionPolicy.getByID(id).extension);
    }`,
    granted,
  );
}

/** Types behind our keyword, and waits until the address bar has something `wanted` to say to it. */
async function type<T>(
  privileged: Privileged,
  words: string,
  wanted: (contents: readonly string[]) => T | undefined,
): Promise<T> {
  await privileged.run(
    `(id, words) => {
      const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser');
      gURLBar.focus();
      gURLBar.search('ss ' + words);
    }`,
    words,
  );
  return until(`the address bar to answer to ${words}`, async () => {
    const contents = await privileged.run(
      `() => Services.wm.getMostRecentWindow('navigator:browser').gURLBar.view.visibleResults
        .map(({ payload }) => payload.content ?? '')`,
    );
    return wanted(contents as string[]);
  });
}

/** What stands around Firefox's pages, through the browser's own window. */
export function firefoxAround(
  session: Pick<Session, 'inWorker' | 'wakeWorker'>,
  privileged: Privileged,
): Around {
  return {
    async hasLine(id) {
      await session.wakeWorker();
      return session.inWorker((id: string) => {
        const { browser } = globalThis as unknown as { readonly browser: { readonly contextMenus: Menus } };
        return browser.contextMenus.update(id, {}).then(
          () => true,
          () => false,
        );
      }, id);
    },
    async chooseLine(id, { page, link }) {
      const info = {
        menuItemId: id,
        pageUrl: page,
        editable: false,
        ...(link !== undefined && { linkUrl: link }),
      };
      await privileged.run(
        `(id, info) => {
          const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
          WebExtensionPolicy.getByID(id).extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab);
        }`,
        info,
      );
    },
    suggestions: (words) =>
      type(privileged, words, (contents) => {
        const found = contents.filter((content) => content.startsWith('ss https:'));
        return found.length > 0 ? found.map((content) => content.slice('ss '.length)) : undefined;
      }),
    async enter(words) {
      await type(privileged, words, ([first]) => first === `ss ${words}` || undefined);
      await privileged.run(`() => {
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        window.gURLBar.handleCommand(new window.KeyboardEvent('keydown', { key: 'Enter', altKey: true }));
      }`);
    },
    async pressShortcut(command) {
      await privileged.run(
        '(id, command) => WebExtensionPolicy.getByID(id).extension.shortcuts.onCommand(command)',
        command,
      );
    },
    notifications: async () =>
      (await privileged.run('() => [...Services.sidestageAlerts.keys()]')) as string[],
    async pressNotification(id) {
      await privileged.run(
        "(_, id) => Services.sidestageAlerts.get(id).observe(null, 'alertclickcallback', id)",
        id,
      );
    },
  };
}
