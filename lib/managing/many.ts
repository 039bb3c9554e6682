/**
 * What takes a while in the panel: the same change for many, and a whole list for a file. The changes are made in the background, so
 * that they go on when the panel is closed; here one looks on. A file needs a page that hands it over, and is read by the panel.
 */
import type { Doing, ManageList } from '../chzzk/manage/wish.ts';
import { failureOf } from '../failure.ts';
import type { BatchNews } from './batch.ts';
import { undoOf } from './changes.ts';
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
  /** The rows of the list in sight, where these are all that were looked for. */
  readonly wholeInSight: () => readonly object[] | undefined;
}

/** What the user can wish for. */
export interface ManyWishes {
  /** Makes one change after the other, slowly. */
  readonly actOnMany: (doings: readonly { readonly doing: Doing; readonly name: string }[]) => Promise<void>;
  /** Hands the list in sight to the user as a file; what has not come of it yet is read, slowly. */
  readonly saveAs: (format: FileFormat) => Promise<void>;
  readonly stop: () => void;
  /** Goes on with what was left of many changes. */
  readonly goOn: () => Promise<void>;
  /** Takes back what was changed for many, where that is possible. */
  readonly undoMany: () => Promise<void>;
  /** Takes what became of them out of sight. */
  readonly forgetMany: () => void;
  /** Looks whether something is under way in the channel in sight, or was done there unseen. */
  readonly lookAtMany: () => Promise<void>;
}

/** See the file's head. None of it throws: what fails is shown. */
export interface Many extends ManyWishes {
  /** Something is being changed, or takes its while. */
  readonly isBusy: () => boolean;
  /** Shows nothing of it any more, and reads for no file: the user has turned to another channel. */
  readonly leave: () => void;
}

/** Makes it. */
export function createMany({ parts, state, set, readAgain, wholeInSight }: ManyParts): Many {
  let saving = new AbortController();
  /** Who looks on now. */
  let onlooker: symbol | undefined;
  const isBusy = (): boolean => state().doing !== undefined || state().bulk?.stage === 'runs';

  /** Looks on from `news` until it is over. What failed on the way to the background is asked again. */
  async function watch(channel: string, first: BatchNews | undefined): Promise<void> {
    const mine = (onlooker = Symbol(channel));
    let news = first;
    while (news?.stage === 'runs') {
      set({ bulk: news, trouble: undefined, done: undefined });
      await parts.wait();
      if (onlooker !== mine) return;
      const last: BatchNews = news;
      news = await parts.readBatch(channel).catch(() => last);
      if (onlooker !== mine) return;
    }
    // What became of it, the list says.
    if (first?.stage === 'runs') await readAgain();
    if (onlooker !== mine) return;
    set({ bulk: news });
    if (news?.stage === 'over') parts.seenBatch(channel, news.id);
  }

  async function act(
    items: readonly { readonly doing: Doing; readonly name: string; readonly undo?: Doing }[],
  ): Promise<void> {
    const { channel } = state();
    const [first] = items;
    if (channel === undefined || !first || isBusy()) return;
    const id = crypto.randomUUID();
    set({
      bulk: { stage: 'runs', id, what: first.doing.what, tried: 0, of: items.length },
      trouble: undefined,
      done: undefined,
    });
    const wish = { id, channel, items: items.map((item) => ({ id: crypto.randomUUID(), ...item })) };
    let news: BatchNews;
    try {
      news = await parts.startBatch(wish);
    } catch (error) {
      if (state().channel === channel)
        set({ bulk: undefined, trouble: { doing: first.doing, failure: failureOf(error) } });
      return;
    }
    if (state().channel === channel) await watch(channel, news);
  }

  /** Changes the batch in sight, and looks on. */
  async function change(id: string, what: 'stop' | 'goOn'): Promise<void> {
    const { channel } = state();
    if (channel === undefined) return;
    try {
      const news = await parts.changeBatch(channel, id, what);
      if (state().channel === channel) await watch(channel, news);
    } catch (error) {
      if (state().channel === channel) set({ failure: failureOf(error) });
    }
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
      if (mine === saving)
        set({ bulk: { stage: 'runs', what: 'save', tried: rows.length, of: found.total } });
      if (found.rows.length === 0 || rows.length >= found.total) break;
    }
    return rows;
  }

  return {
    isBusy,
    leave() {
      onlooker = undefined;
      saving.abort();
      saving = new AbortController();
    },
    actOnMany: (doings) =>
      act(
        doings.map(({ doing, name }) => {
          const undo = undoOf(doing, state());
          return { doing, name, ...(undo && { undo }) };
        }),
      ),
    async saveAs(format) {
      const { channel, list, search } = state();
      if (channel === undefined || !isRowsList(list) || isBusy()) return;
      const here = wholeInSight();
      if (here) {
        parts.save(listFile(list, here, format, parts.now()));
        return;
      }
      if (parts.saveElsewhere) {
        parts.saveElsewhere({ channel, list, search, save: format });
        return;
      }
      const mine = (saving = new AbortController());
      set({ bulk: { stage: 'runs', what: 'save', tried: 0, of: 0 }, trouble: undefined, done: undefined });
      try {
        const rows = await wholeOf(channel, list, mine);
        if (!mine.signal.aborted) parts.save(listFile(list, rows, format, parts.now()));
      } catch (error) {
        if (mine === saving) set({ failure: failureOf(error) });
      }
      if (mine === saving) set({ bulk: undefined });
    },
    stop() {
      const { bulk } = state();
      if (bulk?.stage !== 'runs') return;
      if (bulk.what === 'save') saving.abort();
      else void change(bulk.id, 'stop');
    },
    async goOn() {
      const { bulk, channel } = state();
      if (bulk?.stage !== 'over' || channel === undefined) return;
      const { failure } = bulk;
      if (failure?.code === 'chzzk-no-tab') {
        const opened = await parts.openTab(channel, failure.from).then(
          () => undefined,
          (error: unknown) => failureOf(error),
        );
        // A page takes seconds to open; what is left was meant for the channel that was in sight then.
        const after = state();
        if (after.channel !== channel || after.bulk?.stage !== 'over' || after.bulk.id !== bulk.id) return;
        if (opened) {
          set({ bulk: { ...bulk, failure: opened } });
          return;
        }
      }
      await change(bulk.id, 'goOn');
    },
    async undoMany() {
      const { bulk } = state();
      if (bulk?.stage === 'over') await act(bulk.undo);
    },
    forgetMany() {
      const { bulk, channel } = state();
      set({ bulk: undefined });
      // Where it cannot be told now, it stands there once more when the panel is opened again.
      if (bulk?.stage === 'over' && channel !== undefined)
        void parts.changeBatch(channel, bulk.id, 'close').catch(() => undefined);
    },
    async lookAtMany() {
      const { channel, bulk } = state();
      // Whoever looks on already hears of it.
      if (channel === undefined || bulk?.stage === 'runs') return;
      const news = await parts.readBatch(channel).catch(() => undefined);
      // Something may have begun here meanwhile.
      if (state().channel !== channel || state().bulk !== bulk) return;
      // What was seen here is told to nobody again, and stays until it is taken out of sight.
      if (news || !bulk) await watch(channel, news);
    },
  };
}
