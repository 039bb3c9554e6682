/**
 * What the panel of a channel's managers knows, and how it comes to know it. It touches neither the browser nor the DOM. After every
 * change the list is read anew: CHZZK tells nothing of what it made of it.
 */
import { type Activity, type Doing, everything, type ManageList, type Search } from '../chzzk/manage/wish.ts';
import { failureOf, type Failure } from '../failure.ts';
import { nameOf, takingBack, undoAfter, undoOf, withName } from './changes.ts';
import { rowsOf } from './file.ts';
import { createMany, type ManyWishes } from './many.ts';
import { isPart, joined } from './parts.ts';
import type { ManagePlace } from './place.ts';
import { type KeyState, type ManageParts, type ManageState, nothingYet } from './state.ts';

/** The panel's doings. None of them throws: what fails is shown. */
export interface ChzzkManage extends ManyWishes {
  /** Asks who is logged in and what they manage; what is known stays in sight meanwhile. */
  readonly look: () => Promise<void>;
  /** Lets the user permit it, and looks. Only a press may do this. */
  readonly permit: () => Promise<void>;
  readonly choose: (channel: string) => Promise<void>;
  readonly turnTo: (list: ManageList) => Promise<void>;
  /** Turns to a list of a channel; one that is not known yet is asked about. */
  readonly goTo: (place: ManagePlace) => Promise<void>;
  /** Reads the list in sight anew. */
  readonly reload: () => Promise<void>;
  readonly search: (search: Search) => Promise<void>;
  /** Brings the next part of the list in sight. */
  readonly more: () => Promise<void>;
  /** What somebody did in the chat, or why nobody knows. */
  readonly activity: (id: string) => Promise<Activity | Failure>;
  /** Reads the stream key, and forgets it again after {@link keyStays}. */
  readonly readKey: () => Promise<void>;
  readonly forgetKey: () => void;
  /** Changes something; whether that went well. */
  readonly act: (doing: Doing) => Promise<boolean>;
  /** Takes the last change back. */
  readonly undo: () => Promise<void>;
  /** Opens the page that was missing, and does what could not be done without it. */
  readonly openAndAct: () => Promise<void>;
}

/** So long the stream key is in sight, ms. */
export const keyStays = 60_000;

const away: KeyState = { stage: 'away' };

/** Makes the panel, which opens at `start`. */
export function createChzzkManage(parts: ManageParts, start: ManagePlace = {}): ChzzkManage {
  let state: ManageState = {
    ...nothingYet,
    list: start.list ?? nothingYet.list,
    search: start.search ?? everything,
  };
  /** A channel that was asked for before it was known. */
  let wanted = start.channel;
  /** The list in sight is to be saved once it has come. */
  let toSave = start.save;
  /** The newest reading; an older one that comes late is thrown away. */
  let reading: symbol | undefined;
  let keyTimer: ReturnType<typeof setTimeout> | undefined;
  /** So many parts of the list in sight have come. */
  let parted = 0;
  /** What was looked for when the list in sight came. */
  let cameFor: Search | undefined;

  const set = (change: Partial<ManageState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };
  /** Forgets everything but this. */
  const renew = (kept: Partial<ManageState>): void => {
    many.leave();
    state = nothingYet;
    set(kept);
  };

  /** Reads parts of the list in sight, from one to before another; the first takes the place of what stood there. */
  async function read(from = 0, to = 1): Promise<void> {
    const { channel, list, search } = state;
    if (channel === undefined) return;
    const mine = (reading = Symbol(list));
    try {
      let found = from === 0 ? undefined : state[list];
      for (let page = from; page < to; page += 1) {
        const next = (await parts.read(channel, list, page, search)).found;
        if (reading !== mine) return;
        found = found && isPart(found) && isPart(next) ? joined(found, next) : next;
        if (isPart(next) && next.rows.length === 0) break;
      }
      parted = to;
      cameFor = search;
      set({ [list]: found, failure: undefined });
    } catch (error) {
      if (reading === mine) set({ failure: failureOf(error) });
    }
  }
  /** Reads anew what has come of the list in sight. */
  const readAgain = (): Promise<void> => read(0, Math.max(1, parted));
  const many = createMany({
    parts,
    state: () => state,
    set,
    readAgain,
    wholeInSight() {
      const found = state[state.list];
      if (found === undefined || cameFor !== state.search || state.failure) return undefined;
      const rows = rowsOf(found);
      return isPart(found) && rows.length < found.total ? undefined : rows;
    },
  });

  function forgetKey(): void {
    clearTimeout(keyTimer);
    if (state.key.stage !== 'away') set({ key: away });
  }

  async function look(): Promise<void> {
    const { list } = state;
    if (!(await parts.isPermitted().catch(() => false))) {
      renew({ access: 'not-permitted', list });
      return;
    }
    if (state.access !== 'open') set({ access: 'asking', failure: undefined });
    try {
      const asked = wanted;
      // The tab in which the one in sight was found may be gone since.
      const channels = await parts.readChannels(asked ?? state.channel);
      if (!channels) {
        renew({ access: 'logged-out', list });
        return;
      }
      const known = [wanted, state.channel].find((id) => channels.some((one) => one.id === id));
      const channel = known ?? channels[0]?.id;
      const isThere = channel !== undefined && channel === state.channel;
      if (wanted === asked) wanted = undefined;
      if (!isThere) renew({ list: state.list, search: state.search });
      set({ access: 'open', channels, channel, failure: undefined });
      await Promise.all([isThere ? readAgain() : read(), many.lookAtMany()]);
      await saveWanted();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'chzzk-logged-out') renew({ access: 'logged-out', list });
      else set(state.access === 'open' ? { failure } : { access: 'failed', failure });
    }
  }

  /** Saves the list in sight, where that was asked for before it had come. */
  async function saveWanted(): Promise<void> {
    const format = toSave;
    toSave = undefined;
    if (format) await many.saveAs(format);
  }

  async function act(doing: Doing, name?: string): Promise<boolean> {
    const { channel } = state;
    if (channel === undefined || many.isBusy()) return false;
    const what = name ?? nameOf(doing, state);
    let undo = undoOf(doing, state);
    set({ doing, trouble: undefined, done: undefined });
    let failure: Failure | undefined;
    await parts.act(channel, withName(doing, what)).then(
      ({ undoable }) => {
        if (undoable !== undefined) undo = takingBack(undoable, what, doing);
      },
      (error: unknown) => {
        failure = failureOf(error);
      },
    );
    // What became of it, the list says; also where nobody knows.
    if (failure?.code !== 'chzzk-no-tab' && state.channel === channel) await readAgain();
    // What was done in one channel is neither told nor taken back in another.
    if (state.channel !== channel) return !failure;
    undo ??= undoAfter(doing, state);
    set({
      doing: undefined,
      trouble: failure && { doing, failure },
      done: failure ? undefined : { doing, what, ...(undo && { undo }) },
    });
    return !failure;
  }

  async function choose(channel: string, list = state.list, search = everything): Promise<void> {
    const { access, channels } = state;
    wanted = undefined;
    renew({ access, channels, channel, list, search });
    await Promise.all([read(), many.lookAtMany()]);
  }

  /** Puts another list in sight, with what is known of it. */
  function show(list: ManageList): void {
    // What was searched for was searched for there; so what was found is no whole list here.
    const found = state.search === everything ? {} : { [state.list]: undefined };
    parted = 0;
    cameFor = undefined;
    // What was told needs no telling any more; what is left can be gone on with.
    if (state.bulk?.stage === 'over' && state.bulk.left === 0) many.forgetMany();
    set({
      ...found,
      list,
      search: everything,
      key: away,
      failure: undefined,
      trouble: undefined,
      done: undefined,
    });
  }

  async function turnTo(list: ManageList): Promise<void> {
    show(list);
    await read();
  }

  return {
    look,
    async permit() {
      if (await parts.permit().catch(() => false)) await look();
    },
    choose: (channel) => choose(channel),
    turnTo,
    async goTo({ channel = state.channel, list = state.list, search, save }) {
      toSave = save;
      if (channel === state.channel) {
        if (list !== state.list || search) {
          show(list);
          if (search) set({ search });
          await read();
        }
        await saveWanted();
      } else if (channel !== undefined && state.channels.some(({ id }) => id === channel)) {
        await choose(channel, list, search);
        await saveWanted();
      } else {
        wanted = channel;
        if (list !== state.list || search) show(list);
        if (search) set({ search });
        await look();
      }
    },
    reload: readAgain,
    async search(search) {
      const isTyped = search.name !== state.search.name;
      set({ search });
      if (isTyped) await parts.typed();
      // Only what was meant is asked for, not every letter on the way there.
      if (state.search !== search) return;
      await read();
    },
    more: () => read(parted, parted + 1),
    async activity(id) {
      const { channel = '' } = state;
      try {
        return await parts.readActivity(channel, id);
      } catch (error) {
        return failureOf(error);
      }
    },
    async readKey() {
      const { channel, list } = state;
      if (channel === undefined) return;
      forgetKey();
      set({ key: { stage: 'asked' } });
      const key = await parts.readKey(channel).then(
        (read): KeyState => ({ stage: 'here', ...read }),
        (error: unknown): KeyState => ({ stage: 'failed', failure: failureOf(error) }),
      );
      // Whoever has turned away meanwhile does not want it any more.
      if (state.channel !== channel || state.list !== list || state.key.stage !== 'asked') return;
      set({ key });
      keyTimer = setTimeout(forgetKey, keyStays);
    },
    forgetKey,
    act: (doing) => act(doing),
    actOnMany: many.actOnMany,
    saveAs: many.saveAs,
    stop: many.stop,
    goOn: many.goOn,
    undoMany: many.undoMany,
    forgetMany: many.forgetMany,
    lookAtMany: many.lookAtMany,
    async undo() {
      const { undo, what } = state.done ?? {};
      // Somebody is restricted anew, or given their role, by their id, and goes by their name.
      if (undo) await act(undo, 'whom' in undo ? what : undefined);
    },
    async openAndAct() {
      const { channel, trouble } = state;
      if (channel === undefined || trouble?.failure.code !== 'chzzk-no-tab') return;
      const { doing, failure } = trouble;
      set({ doing, trouble: undefined });
      try {
        await parts.openTab(channel, failure.from);
      } catch (error) {
        if (state.channel === channel)
          set({ doing: undefined, trouble: { doing, failure: failureOf(error) } });
        return;
      }
      // A page takes seconds to open. It was meant for the channel that was in sight then.
      if (state.channel !== channel) return;
      set({ doing: undefined });
      await act(doing);
    },
  };
}
