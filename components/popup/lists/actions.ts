import type { ListView } from '../../../lib/live/lists-desk.ts';
import type { PopupActions } from '../actions.ts';

/** What can be done with the lists beside that of the live channels. */
export interface ListsActions extends Pick<PopupActions, 'set' | 'signIn' | 'allow' | 'openOptions'> {
  readonly view: (view: ListView) => void;
  readonly editCollections: () => void;
  readonly toDiscover: () => void;
  /** Asks anew for what is shown. */
  readonly refresh: () => void;
  /** These channels are in sight. */
  readonly look: (ids: readonly string[]) => void;
}
