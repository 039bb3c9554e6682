import type { Around, MenuSpot, Sound } from '../around.ts';
import type { Session } from '../session.ts';

interface Event {
  dispatch(...facts: readonly unknown[]): void;
}

/** What of the extension's API is used here; every event has a `dispatch` that Chromium's own bindings use. */
interface Api {
  readonly contextMenus: { readonly onClicked: Event; update(id: string, change: object): Promise<void> };
  readonly omnibox: { readonly onInputChanged: Event; readonly onInputEntered: Event };
  readonly commands: { readonly onCommand: Event };
  readonly tabs: { query(of: object): Promise<readonly { readonly url?: string }[]> };
  readonly notifications: { readonly onClicked: Event; getAll(): Promise<Record<string, true>> };
}

/** Chromium tells its background of what is pressed around the page; it has to run for that, so it is woken. */
export function chromiumAround(
  session: Pick<Session, 'inWorker' | 'wakeWorker'>,
  sounds: readonly Sound[],
): Around {
  const inWorker: Session['inWorker'] = async (body, ...args) => {
    await session.wakeWorker();
    return session.inWorker(body, ...args);
  };
  const tell = (area: string, event: string, ...facts: readonly string[]): Promise<void> =>
    inWorker(
      (area: string, event: string, facts: string) => {
        const api = (globalThis as unknown as { readonly chrome: Record<string, Record<string, Event>> })
          .chrome;
        api[area]?.[event]?.dispatch(...(JSON.parse(facts) as unknown[]));
      },
      area,
      event,
      `[${facts.join()}]`,
    );
  return {
    sounds,
    hasLine: (id) =>
      inWorker((id: string) => {
        const { chrome } = globalThis as unknown as { readonly chrome: Api };
        return chrome.contextMenus.update(id, {}).then(
          () => true,
          () => false,
        );
      }, id),
    async chooseLine(id, { page, link }: MenuSpot) {
      // Whose menu it was the extension is told, too, where the page stands in a tab.
      const tab = await inWorker(async (page: string) => {
        const { chrome } = globalThis as unknown as { readonly chrome: Api };
        const found = (await chrome.tabs.query({})).find(({ url }) => url === page);
        return found ? JSON.stringify(found) : 'null';
      }, page);
      const facts = { menuItemId: id, pageUrl: page, ...(link && { linkUrl: link }) };
      await tell('contextMenus', 'onClicked', JSON.stringify(facts), tab);
    },
    suggestions: (typed) =>
      inWorker((typed: string) => {
        const { chrome } = globalThis as unknown as { readonly chrome: Api };
        return new Promise<string[]>((resolve) =>
          chrome.omnibox.onInputChanged.dispatch(typed, (found: readonly { readonly content: string }[]) =>
            resolve(found.map(({ content }) => content)),
          ),
        );
      }, typed),
    enter: (typed) => tell('omnibox', 'onInputEntered', JSON.stringify(typed), '"newForegroundTab"'),
    pressShortcut: (command) => tell('commands', 'onCommand', JSON.stringify(command)),
    notifications: () =>
      inWorker(async () => {
        const { chrome } = globalThis as unknown as { readonly chrome: Api };
        return Object.keys(await chrome.notifications.getAll());
      }),
    pressNotification: (id) => tell('notifications', 'onClicked', JSON.stringify(id)),
    pressButton: (id, button) =>
      tell('notifications', 'onButtonClicked', JSON.stringify(id), JSON.stringify(button)),
  };
}
