/**
 * What the section "CHZZK" knows, and how it comes to know it. It touches neither the browser nor the DOM. After every
 * change the list is read anew: CHZZK tells nothing of what it made of it.
 */
import type { Doing, ManagedChannel, ManageLists, Part } from '../chzzk/manage/wish.ts';
import { failureOf, type Failure } from '../failure.ts';
import { nameOf, undoOf } from './chzzk-changes.ts';

/** The lists of a channel. */
export type ManageList = keyof ManageLists;

/** How it stands with CHZZK: not looked yet, not permitted, asked now, nobody logged in, or known. */
export type ManageAccess = 'unknown' | 'not-permitted' | 'asking' | 'logged-out' | 'failed' | 'open';

/** The lists that have come, as far as they have. */
export type ManageKnown = { readonly [List in ManageList]?: ManageLists[List] | undefined };

/** Everything that the section draws. */
export interface ManageState extends ManageKnown {
  readonly access: ManageAccess;
  readonly channels: readonly ManagedChannel[];
  /** The id of the one that is shown. */
  readonly channel: string | undefined;
  readonly list: ManageList;
  /** What the list in sight was searched for. */
  readonly name: string;
  /** Why the channels or the list in sight could not be read. */
  readonly failure: Failure | undefined;
  /** What is being changed now. */
  readonly doing: Doing | undefined;
  /** What could not be changed. */
  readonly trouble: { readonly doing: Doing; readonly failure: Failure } | undefined;
  /** What was changed last; `undo` changes it back, where that is possible. */
  readonly done: { readonly doing: Doing; readonly what: string; readonly undo?: Doing } | undefined;
}

/** What {@link createChzzkManage} needs. */
export interface ManageParts {
  readonly isPermitted: () => Promise<boolean>;
  /** Lets the browser ask the user, during a press. */
  readonly permit: () => Promise<boolean>;
  /** `undefined`: nobody is logged in. */
  readonly readChannels: () => Promise<readonly ManagedChannel[] | undefined>;
  /** Reads a list; of those that come in parts the one, from 0, of those whose name holds `name`. */
  readonly read: {
    readonly [List in ManageList]: (
      channel: string,
      page: number,
      name: string,
    ) => Promise<ManageLists[List]>;
  };
  readonly act: (channel: string, doing: Doing) => Promise<unknown>;
  readonly openTab: (channel: string, from: 'site' | 'studio') => Promise<unknown>;
  readonly show: (state: ManageState) => void;
}

/** The section's doings. None of them throws: what fails is shown. */
export interface ChzzkManage {
  /** Asks who is logged in and what they manage; what is known stays in sight meanwhile. */
  readonly look: () => Promise<void>;
  /** Lets the user permit it, and looks. Only a press may do this. */
  readonly permit: () => Promise<void>;
  readonly choose: (channel: string) => Promise<void>;
  readonly turnTo: (list: ManageList) => Promise<void>;
  /** Reads the list in sight anew. */
  readonly reload: () => Promise<void>;
  readonly search: (name: string) => Promise<void>;
  /** Brings the next part of the list in sight. */
  readonly more: () => Promise<void>;
  /** Changes something; whether that went well. */
  readonly act: (doing: Doing) => Promise<boolean>;
  /** Takes the last change back. */
  readonly undo: () => Promise<void>;
  /** Opens the page that was missing, and does what could not be done without it. */
  readonly openAndAct: () => Promise<void>;
}

const first: ManageState = {
  access: 'unknown',
  channels: [],
  channel: undefined,
  list: 'restrictions',
  name: '',
  failure: undefined,
  doing: undefined,
  trouble: undefined,
  done: undefined,
};

/** A list with its next part; whoever stands in both is there once. */
function joined<Row>(
  before: Part<Row> | undefined,
  next: Part<Row>,
  keyOf: (row: Row) => unknown,
): Part<Row> {
  const known = new Set(before?.users.map(keyOf));
  const users = [...(before?.users ?? []), ...next.users.filter((row) => !known.has(keyOf(row)))];
  return { users, total: next.total };
}

/** Makes the model. */
export function createChzzkManage(parts: ManageParts): ChzzkManage {
  let state = first;
  /** The newest reading; an older one that comes late is thrown away. */
  let reading: symbol | undefined;

  const set = (change: Partial<ManageState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };
  /** Forgets everything but this. */
  const renew = (kept: Partial<ManageState>): void => {
    state = first;
    set(kept);
  };

  const { read: from } = parts;
  const readers: Readonly<
    Record<ManageList, (channel: string, page: number, name: string) => Promise<ManageKnown>>
  > = {
    async restrictions(channel, page, name) {
      const part = await from.restrictions(channel, page, name);
      const before = page === 0 ? undefined : state.restrictions;
      return { restrictions: joined(before, part, ({ id }) => id) };
    },
    async requests(channel, page, name) {
      const part = await from.requests(channel, page, name);
      const before = page === 0 ? undefined : state.requests;
      return { requests: joined(before, part, ({ no }) => no) };
    },
    words: async (...at) => ({ words: await from.words(...at) }),
    helpers: async (...at) => ({ helpers: await from.helpers(...at) }),
    rule: async (...at) => ({ rule: await from.rule(...at) }),
  };

  /** Reads the list in sight; `page` is the part that is to be added to it. */
  async function read(page = 0): Promise<void> {
    const { channel, list, name } = state;
    if (channel === undefined) return;
    const mine = (reading = Symbol(list));
    try {
      const found = await readers[list](channel, page, name);
      if (reading === mine) set({ ...found, failure: undefined });
    } catch (error) {
      if (reading === mine) set({ failure: failureOf(error) });
    }
  }

  async function look(): Promise<void> {
    if (!(await parts.isPermitted().catch(() => false))) {
      renew({ access: 'not-permitted' });
      return;
    }
    if (state.access !== 'open') set({ access: 'asking', failure: undefined });
    try {
      const channels = await parts.readChannels();
      if (!channels) {
        renew({ access: 'logged-out' });
        return;
      }
      const isThere = channels.some(({ id }) => id === state.channel);
      const channel = isThere ? state.channel : channels[0]?.id;
      if (!isThere) renew({ list: state.list });
      set({ access: 'open', channels, channel, failure: undefined });
      await read();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'chzzk-logged-out') renew({ access: 'logged-out' });
      else set(state.access === 'open' ? { failure } : { access: 'failed', failure });
    }
  }

  async function act(doing: Doing, name?: string): Promise<boolean> {
    const { channel } = state;
    if (channel === undefined || state.doing) return false;
    const [what, undo] = [name ?? nameOf(doing, state), undoOf(doing, state)];
    set({ doing, trouble: undefined, done: undefined });
    let failure: Failure | undefined;
    await parts.act(channel, doing).catch((error: unknown) => {
      failure = failureOf(error);
    });
    // What became of it, the list says; also where nobody knows.
    if (failure?.code !== 'chzzk-no-tab' && state.channel === channel) await read();
    set({
      doing: undefined,
      trouble: failure && { doing, failure },
      done: failure ? undefined : { doing, what, ...(undo && { undo }) },
    });
    return !failure;
  }

  return {
    look,
    async permit() {
      if (await parts.permit().catch(() => false)) await look();
    },
    async choose(channel) {
      const { access, channels, list } = state;
      renew({ access, channels, channel, list });
      await read();
    },
    async turnTo(list) {
      // What was searched for was searched for there; so what was found is no whole list here.
      const found = state.name === '' ? {} : { [state.list]: undefined };
      set({ ...found, list, name: '', failure: undefined, trouble: undefined, done: undefined });
      await read();
    },
    reload: () => read(),
    async search(name) {
      set({ name });
      await read();
    },
    async more() {
      const { list } = state;
      if (list !== 'restrictions' && list !== 'requests') return;
      await read(Math.floor((state[list]?.users.length ?? 0) / partSize));
    },
    act: (doing) => act(doing),
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
        set({ doing: undefined, trouble: { doing, failure: failureOf(error) } });
        return;
      }
      set({ doing: undefined });
      await act(doing);
    },
  };
}

/** So many people come at a time. */
const partSize = 50;
