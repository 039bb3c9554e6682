import type { ManageState } from '../../lib/managing/state.ts';
import type { ManageActions } from './actions.ts';

/** What the panel, and each list of it, is drawn from. `now` is Unix epoch milliseconds. */
export interface ManageProps {
  state: ManageState;
  now: number;
  actions: ManageActions;
  /** It stands where a press beside it may close it, so that nothing that takes a while is offered. */
  isBrief?: boolean | undefined;
}
