/** What the panel of a channel's managers can wish for. */
import type { Activity, Category, Doing, ManageList, Search } from '../../lib/chzzk/manage/wish.ts';
import type { Failure } from '../../lib/failure.ts';
import type { FileFormat } from '../../lib/managing/file.ts';
import type { ManagePlace } from '../../lib/managing/place.ts';

/** The wishes. */
export interface ManageActions {
  /** Lets the user permit what managing needs. */
  readonly permit: () => void;
  /** Asks CHZZK again who is logged in and what they manage. */
  readonly look: () => void;
  readonly choose: (channel: string) => void;
  readonly turnTo: (list: ManageList) => void;
  /** Shows a place on the desk. */
  readonly openDesk: (place: ManagePlace) => void;
  readonly reload: () => void;
  /** Looks for something else in the list in sight. */
  readonly search: (search: Search) => void;
  readonly more: () => void;
  /** What somebody did in the chat, or why nobody knows. */
  readonly activity: (id: string) => Promise<Activity | Failure>;
  /** Absent in other people's pages, where no secret is shown, nor brought. */
  readonly readKey?: (() => void) | undefined;
  /** Opens a window of ours in which the key can be read. */
  readonly openKey?: (() => void) | undefined;
  readonly forgetKey: () => void;
  /** Puts words on the clipboard; whether that went well. */
  readonly copy: (words: string) => Promise<boolean>;
  /** Categories whose names hold `name`, or why nobody knows. */
  readonly categories: (name: string) => Promise<readonly Category[] | Failure>;
  /** Resolves with whether it went well. */
  readonly act: (doing: Doing) => Promise<boolean>;
  /** Makes one change after the other, slowly. */
  readonly actOnMany: (doings: readonly { readonly doing: Doing; readonly name: string }[]) => void;
  /** Reads the list in sight whole, slowly, and saves it. */
  readonly saveAs: (format: FileFormat) => void;
  /** Stops what takes a while. */
  readonly stop: () => void;
  /** Goes on with what was left of many changes. */
  readonly goOn: () => void;
  /** Takes many changes back. */
  readonly undoMany: () => void;
  readonly forgetMany: () => void;
  /** Takes the last change back. */
  readonly undo: () => void;
  readonly openAndAct: () => void;
}
