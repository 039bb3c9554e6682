import type { Settings, SettingKey } from '../../lib/store/settings-table.ts';

/** What the options page can do. */
export interface OptionsActions {
  readonly signIn: () => void;
  readonly signOut: (accountId: string) => void;
  readonly write: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
  readonly undo: (id: string) => void;
  readonly reloadLog: () => void;
  readonly reloadSettings: () => void;
  /** Hands the user a file. */
  readonly save: (name: string, type: string, content: string) => void;
  readonly copy: (words: string) => Promise<boolean>;
}

/** What does not change while the page is open. */
export interface OptionsFacts {
  readonly version: string;
  /** Addresses to register with Twitch, the one of this browser first. */
  readonly redirects: readonly { readonly browser: string; readonly url: string; readonly isThis: boolean }[];
}
