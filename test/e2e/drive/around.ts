/** Where a line of the browser's own menu was chosen. */
export interface MenuSpot {
  readonly page: string;
  /** Without one: beside all links. */
  readonly link?: string;
}

/** Something that was played. */
export interface Sound {
  /** The page that plays it. */
  readonly page: URL;
  /** What its sound did, one after the other. */
  readonly states: readonly string[];
}

/**
 * What the user sees and presses of the browser itself, around the page.
 *
 * Firefox's address bar is the real one, and its notifications go to a stand-in for the system's. What no driver reaches is
 * told to the extension as the browser tells it: menus and shortcuts in both, address bar and notifications in Chromium.
 */
export interface Around {
  /** Whether the browser keeps this line of ours in its menu. */
  hasLine(id: string): Promise<boolean>;
  chooseLine(id: string, spot: MenuSpot): Promise<void>;
  /** What stands under the address bar after this was typed behind our keyword: the addresses. */
  suggestions(typed: string): Promise<readonly string[]>;
  /** Enter on what was typed behind our keyword. */
  enter(typed: string): Promise<void>;
  pressShortcut(command: string): Promise<void>;
  /** The ids of the notifications that stand now. */
  notifications(): Promise<readonly string[]>;
  pressNotification(id: string): Promise<void>;
  /** Presses a button of a notification, from 0. Firefox's have none. */
  readonly pressButton?: (id: string, button: number) => Promise<void>;
  /** What has been heard so far. Firefox, whose background plays by itself, lets nobody listen. */
  readonly sounds?: readonly Sound[];
}
