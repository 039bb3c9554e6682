import type { Platform } from '../../../lib/chat/message.ts';
import type { WatchedCategory } from '../../../lib/live/collection.ts';
import type { View } from '../../../lib/live/discover.ts';
import type { PopupActions } from '../actions.ts';

/** What can be done in the tab "Discover". */
export interface DiscoverActions extends Pick<
  PopupActions,
  'signIn' | 'openOptions' | 'allow' | 'rowMenu' | 'mark'
> {
  /** Opens an address outside of the popup. */
  readonly leave: PopupActions['open'];
  readonly open: (view: View) => void;
  readonly change: (view: View) => void;
  readonly back: () => void;
  readonly type: (query: string) => void;
  readonly more: () => void;
  readonly speak: (language: string) => void;
  readonly refresh: () => void;
  readonly remember: () => void;
  readonly forgetRecents: () => void;
  /** Puts a category among those that the user watches, or takes it from there. */
  readonly watch: (category: WatchedCategory) => void;
}

/** The address of a channel on its platform. */
export type HrefOf = (channel: { readonly platform: Platform; readonly login: string }) => string;
