import type { SignInWish } from '../../lib/accounts/accounts.ts';
import type { Droppable, FeatureName } from '../../lib/features.ts';
import type { KeptChannel } from '../../lib/options/options.ts';
import type { LogView } from '../../lib/options/log-view.ts';
import type { Settings, SettingKey } from '../../lib/store/settings-table.ts';

/** What the options page can do. */
export interface OptionsActions {
  readonly signIn: (wish?: SignInWish) => void;
  readonly cancelSignIn: () => void;
  /** Brings the platform's page for the code to the front. */
  readonly showCode: () => void;
  readonly allow: (feature: FeatureName, accountId: string) => void;
  readonly drop: (feature: Droppable, accountId: string) => void;
  /** The channel has no account of its own any more. */
  readonly forgetChannel: (channel: string) => void;
  /** Looks at the user's application. */
  readonly checkClient: () => void;
  /** Lets the user permit that CHZZK is asked, and asks it. */
  readonly askChzzk: () => void;
  /** Takes that permission back; the list of CHZZK goes with it. */
  readonly stopChzzk: () => void;
  readonly signOut: (accountId: string) => void;
  readonly write: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
  /** Asks the user to permit notifications. Only a press may ask for it. */
  readonly permitNotifications: () => Promise<boolean>;
  /** Makes the sound of a notification; `volume` is from 1 to 100. */
  readonly ring: (volume: number) => Promise<void>;
  readonly undo: (id: string) => void;
  /** Asks the user for what the undoing that failed lacks, and goes on with it. */
  readonly unlock: () => void;
  /** Takes away what is written down about somebody. */
  readonly forget: (id: string) => void;
  /** Deletes the kept messages of a channel; without one, all of them. */
  readonly forgetKept: (channel?: KeptChannel) => void;
  /** What can be done with the log. */
  readonly log: LogView;
  readonly reloadSettings: () => void;
  /** Opens the popup's page in a window of its own, or beside what is browsed. Only a press may ask for the latter. */
  readonly openPopupIn: (place: 'window' | 'side') => void;
  /** Opens the browser's own page for shortcuts. */
  readonly changeShortcuts: () => void;
  /** Hands the user a file. */
  readonly save: (name: string, type: string, content: string | readonly string[]) => void;
  readonly copy: (words: string) => Promise<boolean>;
}

/** A shortcut of the browser; `keys` is empty where it has none. */
export interface Shortcut {
  readonly name: string;
  readonly keys: string;
}

/** What does not change while the page is open. */
export interface OptionsFacts {
  readonly version: string;
  /** How the browser calls itself. */
  readonly browser: string;
  readonly shortcuts: readonly Shortcut[];
  /** Addresses to register with Twitch, the one of this browser first. */
  readonly redirects: readonly { readonly browser: string; readonly url: string; readonly isThis: boolean }[];
}
