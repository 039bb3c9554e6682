/** What the section "CHZZK" can wish for. */
import type { Doing } from '../../../lib/chzzk/manage/wish.ts';
import type { ManageList } from '../../../lib/options/chzzk-manage.ts';

/** The wishes. */
export interface ManageActions {
  /** Lets the user permit what managing needs. */
  readonly permit: () => void;
  /** Asks CHZZK again who is logged in and what they manage. */
  readonly look: () => void;
  readonly choose: (channel: string) => void;
  readonly turnTo: (list: ManageList) => void;
  readonly reload: () => void;
  readonly search: (name: string) => void;
  readonly more: () => void;
  /** Resolves with whether it went well. */
  readonly act: (doing: Doing) => Promise<boolean>;
  /** Takes the last change back. */
  readonly undo: () => void;
  readonly openAndAct: () => void;
}
