/** What takes a while in the panel: the same change for many, and a whole list for a file. It can be stopped. */
import type { Doing, ManageList } from '../chzzk/manage/wish.ts';
import { failureOf } from '../failure.ts';
import { type Deed, doSlowly } from './bulk.ts';
import { isThere, takingBack, undoAfter, undoOf, withName } from './changes.ts';
import { type FileFormat, isRowsList, listFile, rowsOf } from './file.ts';
import { isPart, joined } from './parts.ts';
import type { ManageParts, ManageState } from './state.ts';

/** What {@link createMany} needs. */
export interface ManyParts {
  readonly parts: ManageParts;
  readonly state: () => ManageState;
  readonly set: (change: Partial<ManageState>) => void;
  /** Reads anew what has come of the list in sight. */
  readonly readAgain: () => Promise<void>;
}

/** What the user can wish for. */
export interface ManyWishes {
  /** Makes one change after the other, slowly. */
  readonly actOnMany: (doings: readonly { readonly doing: Doing; readonly name: string }[]) => Promise<void>;
  /** Reads the list in sight whole, slowly, and hands it to the user as a file. */
  readonly saveAs: (format: FileFormat) => Promise<void>;
  readonly stop: () => void;
  /** Goes on with what was left of many changes. */
  readonly goOn: () => Promise<void>;
  /** Takes back what was changed for many, where that is possible. */
  readonly undoMany: () => Promise<void>;
  /** Takes what became of them out of sight. */
  readonly forgetMany: () => void;
}

/** See the file's head. None of it throws: what fails is shown. */
export interface Many extends ManyWishes {
  /** Something is being changed, or takes its while. */
  readonly isBusy: () => boolean;
  /** Stops, and shows nothing of it any more: the user has turned to another channel. */
  readonly leave: () => void;
}

/** Makes it. */
export function createMany({ parts, state, set, readAgain }: ManyParts): Many {
  let stopping = new AbortController();
  const isBusy = (): boolean => state().doing !== undefined || state().bulk?.stage === 'runs';

  async function act(deeds: readonly Deed[]): Promise<void> {
    const { channel } = state();
    const what = deeds[0]?.doing.what;
    if (channel === undefined || what === undefined || isBusy()) return;
    const mine = (stopping = new AbortController());
    const tell = (tried: number): void => {
      if (mine !== stopping) return;
      set({ bulk: { stage: 'runs', what, tried, of: deeds.length }, trouble: undefined, done: undefined });
    };
    tell(0);
    const outcome = await doSlowly(deeds, {
      async act({ doing, name }) {
        const { undoable } = await parts.act(channel, withName(doing, name));
        return undoable === undefined ? undefined : takingBack(undoable, name, doing);
      },
      wait: parts.wait,
      tell,
      signal: mine.signal,
    });
    if (mine !== stopping) return;
    await readAgain();
    if (mine !== stopping) return;
    const done = outcome.done.map((deed) => {
      const undo = deed.undo ?? undoAfter(deed.doing, state());
      return undo ? { ...deed, undo } : deed;
    });
    set({ bulk: { stage: 'over', what, ...outcome, done } });
  }

  /** All rows of a list, or as many as there were before it was stopped. */
  async function wholeOf(
    channel: string,
    list: ManageList,
    mine: AbortController,
  ): Promise<readonly object[]> {
    const { search } = state();
    let rows: readonly object[] = [];
    for (let page = 0; !mine.signal.aborted; page += 1) {
      if (page > 0) await parts.wait();
      const { found } = await parts.read(channel, list, page, search);
      if (!isPart(found)) return rowsOf(found);
      rows = joined({ rows, total: 0 }, found).rows;
      if (mine === stopping)
        set({ bulk: { stage: 'runs', what: 'save', tried: rows.length, of: found.total } });
      if (found.rows.length === 0 || rows.length >= found.total) break;
    }
    return rows;
  }

  return {
    isBusy,
    leave() {
      stopping.abort();
      stopping = new AbortController();
    },
    actOnMany: (doings) =>
      act(
        doings.map(({ doing, name }) => {
          const undo = undoOf(doing, state());
          return { doing, name, ...(undo && { undo }) };
        }),
      ),
    async saveAs(format) {
      const { channel, list } = state();
      if (channel === undefined || !isRowsList(list) || isBusy()) return;
      const mine = (stopping = new AbortController());
      set({ bulk: { stage: 'runs', what: 'save', tried: 0, of: 0 }, trouble: undefined, done: undefined });
      try {
        const rows = await wholeOf(channel, list, mine);
        if (!mine.signal.aborted) parts.save(listFile(list, rows, format, parts.now()));
      } catch (error) {
        if (mine === stopping) set({ failure: failureOf(error) });
      }
      if (mine === stopping) set({ bulk: undefined });
    },
    stop: () => stopping.abort(),
    async goOn() {
      const { bulk, channel } = state();
      if (bulk?.stage !== 'over' || channel === undefined) return;
      const { failure, left } = bulk;
      if (failure?.code === 'chzzk-no-tab') {
        const opened = await parts.openTab(channel, failure.from).then(
          () => undefined,
          (error: unknown) => failureOf(error),
        );
        // A page takes seconds to open; what is left was meant for the channel that was in sight then.
        if (state().channel !== channel || state().bulk !== bulk) return;
        if (opened) {
          set({ bulk: { ...bulk, failure: opened } });
          return;
        }
      }
      if (failure?.code === 'outcome-unknown') {
        await readAgain();
        // Somebody pressed twice, or turned away; or nobody knows yet.
        if (state().bulk !== bulk || state().failure) return;
      }
      // What nobody knew of may have happened, as the list says by now.
      const there = left.filter(({ doing }) => isThere(doing, state()));
      if (there.length === left.length) {
        const { stage, what, done, refused } = bulk;
        set({ bulk: { stage, what, refused, done: [...done, ...there], left: [] } });
      } else await act(left.filter((deed) => !there.includes(deed)));
    },
    async undoMany() {
      const { bulk } = state();
      if (bulk?.stage !== 'over') return;
      await act(bulk.done.flatMap(({ undo, name }) => (undo ? [{ doing: undo, name }] : [])));
    },
    forgetMany: () => set({ bulk: undefined }),
  };
}
