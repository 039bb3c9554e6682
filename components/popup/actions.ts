import type { FeatureName } from '../../lib/features.ts';
import type { Opening } from '../../lib/live/opening.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import type { TabName } from '../../lib/live/tabs.ts';
import type { Settings, SettingKey } from '../../lib/store/settings-table.ts';
import type { AccountMenuActions } from '../accounts/AccountMenu.tsx';
import type { ChannelList } from './rows/row-menu.ts';
import type { RowWish } from './rows/slot.ts';
import type { ListsWish } from './following/slot.ts';

/** What the popup can do. */
export interface PopupActions extends AccountMenuActions {
  /** Changes a setting; it shows at once. */
  readonly set: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
  /** Puts channels on a list of the settings; where the browser must permit what follows from it, the user is asked. */
  readonly toggleChannel: (list: ChannelList, channels: readonly string[]) => void;
  readonly open: (opening: Opening) => void;
  /** Opens the menu of a channel's row. */
  readonly rowMenu: (wish: RowWish) => void;
  /** Chooses a channel to be seen side by side with others, or no longer. */
  readonly mark: (stream: LiveStream) => void;
  /** Opens what belongs to the lists beside that of the live channels. */
  readonly lists: (wish: ListsWish) => void;
  /** These channels are in sight: what a list of theirs does not say of them is asked for once they rest there. */
  readonly look: (streams: readonly LiveStream[]) => void;
  readonly chooseTab: (tab: TabName) => void;
  /** Shows the page about a channel in the tab "Discover". */
  readonly about: (stream: LiveStream) => void;
  readonly signIn: () => void;
  readonly signOut: (accountId: string) => void;
  readonly cancelSignIn: () => void;
  /** Brings the platform's page for the code to the front. */
  readonly showCode: () => void;
  readonly copy: (words: string) => Promise<boolean>;
  readonly allow: (feature: FeatureName) => void;
  readonly refresh: () => void;
  readonly openOptions: () => void;
  /** Opens this page in a window of its own, or beside what is browsed. */
  readonly openIn: (place: 'window' | 'side') => void;
  readonly dismissDamaged: (id: string) => void;
  readonly saveDamaged: (id: string) => void;
}
