import type { ManageState } from '../../lib/managing/state.ts';
import type { ManageActions } from './actions.ts';

/** What the panel, and each list of it, is drawn from. `now` is Unix epoch milliseconds. */
export interface ManageProps {
  state: ManageState;
  now: number;
  actions: ManageActions;
}
