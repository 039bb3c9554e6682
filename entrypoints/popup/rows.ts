/** What the rows of all lists have in common, their menu and the choice for side by side: loaded when it is first wanted. */
import type { PopupActions } from '../../components/popup/actions.ts';
import type { RowsSlot, RowWish } from '../../components/popup/rows/slot.ts';
import type { KeptMarks } from '../../lib/live/side-desk.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import type { Settings } from '../../lib/store/settings-table.ts';

/** What the popup does for the rows. */
export interface RowsParts {
  readonly draw: () => void;
  readonly settings: () => Settings;
  readonly actions: () => PopupActions;
  /** What was chosen in an earlier popup. */
  readonly kept: {
    readonly read: () => KeptMarks | undefined;
    readonly write: (kept: KeptMarks) => void;
  };
}

/** That, once it is loaded. */
export interface RowsFace {
  readonly menu: (wish: RowWish) => void;
  readonly mark: (stream: LiveStream) => void;
  readonly slot: () => RowsSlot;
}

/** What the popup keeps of it until it is loaded. */
export interface Rows extends RowsFace {
  /** Whether what was chosen in an earlier popup can be drawn, if anything was: its bar must not push the lists up later. */
  readonly isReady: () => boolean;
}

const nothing: RowsSlot = { marked: new Set(), isMenuOpen: false, bar: undefined, over: undefined };

/** Where the choice is kept for the next popup. */
const remembered = 'popup.side';

const kept: RowsParts['kept'] = {
  read() {
    try {
      // Our own words; whoever chose nothing left an empty list.
      const found = JSON.parse(localStorage.getItem(remembered) ?? 'null') as KeptMarks | null;
      return found && found.marked.length > 0 ? found : undefined;
    } catch {
      return undefined;
    }
  },
  write: (marks) => localStorage.setItem(remembered, JSON.stringify(marks)),
};

/** Makes it. */
export function createRows(parts: Omit<RowsParts, 'kept'>): Rows {
  let face: RowsFace | undefined;
  let isReady = kept.read() === undefined;
  async function load(): Promise<RowsFace> {
    const { createRowsFace } = await import('./rows-face.tsx');
    return (face ??= createRowsFace({ ...parts, kept }));
  }
  if (!isReady)
    void load()
      // Then there is no bar, and the lists are worth more than it.
      .catch(() => undefined)
      .then(() => {
        isReady = true;
        parts.draw();
      });
  return {
    menu: (wish) => void load().then(({ menu }) => menu(wish)),
    mark: (stream) => void load().then(({ mark }) => mark(stream)),
    slot: () => face?.slot() ?? nothing,
    isReady: () => isReady,
  };
}
