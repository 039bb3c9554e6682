/**
 * What the section "CHZZK" knows, and how it comes to know it. It touches neither the browser nor the DOM. After every
 * change the list is read anew: CHZZK tells nothing of what it made of it.
 */
import type { Doing, ManagedChannel, Restricted, Restrictions, Word } from '../chzzk/manage/wish.ts';
import { failureOf, type Failure } from '../failure.ts';

/** The lists of a channel. */
export type ManageList = 'restrictions' | 'words';

/** How it stands with CHZZK: not looked yet, not permitted, asked now, nobody logged in, or known. */
export type ManageAccess = 'unknown' | 'not-permitted' | 'asking' | 'logged-out' | 'failed' | 'open';

/** Everything that the section draws. */
export interface ManageState {
  readonly access: ManageAccess;
  readonly channels: readonly ManagedChannel[];
  /** The id of the one that is shown. */
  readonly channel: string | undefined;
  readonly list: ManageList;
  /** `undefined` until they have come. */
  readonly words: readonly Word[] | undefined;
  /** As far as they have come. */
  readonly restrictions: Restrictions | undefined;
  /** What the restrictions were searched for. */
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
  readonly readWords: (channel: string) => Promise<readonly Word[]>;
  readonly readRestrictions: (channel: string, page: number, name: string) => Promise<Restrictions>;
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
  /** Brings the next part of the restrictions. */
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
  words: undefined,
  restrictions: undefined,
  name: '',
  failure: undefined,
  doing: undefined,
  trouble: undefined,
  done: undefined,
};

/** What a change is about, by the name that the user knows. */
function nameOf(doing: Doing, { words = [], restrictions }: ManageState): string {
  switch (doing.what) {
    case 'add-word':
    case 'edit-word':
      return doing.word;
    case 'remove-word':
      return words.find(({ no }) => no === doing.no)?.word ?? '';
    case 'remove-all-words':
      return String(words.length);
    case 'restrict':
      return doing.whom;
    case 'lift':
      return restrictions?.users.find(({ id }) => id === doing.id)?.name ?? '';
  }
}

/** What takes a change back. A restriction that had an end comes back as no term that can be chosen. */
function undoOf(doing: Doing, { words = [], restrictions }: ManageState): Doing | undefined {
  if (doing.what === 'remove-word') {
    const word = words.find(({ no }) => no === doing.no)?.word;
    return word === undefined ? undefined : { what: 'add-word', word };
  }
  if (doing.what === 'edit-word') {
    const word = words.find(({ no }) => no === doing.no)?.word;
    return word === undefined ? undefined : { ...doing, word };
  }
  if (doing.what !== 'lift') return undefined;
  const found: Restricted | undefined = restrictions?.users.find(({ id }) => id === doing.id);
  return found && found.until === undefined
    ? { what: 'restrict', whom: found.id, days: null, memo: found.memo }
    : undefined;
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

  /** Reads the list in sight; `page` is the part of the restrictions that is to be added. */
  async function read(page = 0): Promise<void> {
    const { channel, list, name } = state;
    if (channel === undefined) return;
    const mine = (reading = Symbol(list));
    try {
      if (list === 'words') {
        const words = await parts.readWords(channel);
        if (reading === mine) set({ words, failure: undefined });
        return;
      }
      const found = await parts.readRestrictions(channel, page, name);
      if (reading !== mine) return;
      const before = page === 0 ? [] : (state.restrictions?.users ?? []);
      const known = new Set(before.map(({ id }) => id));
      const users = [...before, ...found.users.filter(({ id }) => !known.has(id))];
      set({ restrictions: { users, total: found.total }, failure: undefined });
    } catch (error) {
      if (reading === mine) set({ failure: failureOf(error) });
    }
  }

  async function look(): Promise<void> {
    if (!(await parts.isPermitted().catch(() => false))) {
      set({ ...first, access: 'not-permitted' });
      return;
    }
    if (state.access !== 'open') set({ access: 'asking', failure: undefined });
    try {
      const channels = await parts.readChannels();
      if (!channels) {
        set({ ...first, access: 'logged-out' });
        return;
      }
      const isThere = channels.some(({ id }) => id === state.channel);
      const channel = isThere ? state.channel : channels[0]?.id;
      if (!isThere) set({ ...first, list: state.list });
      set({ access: 'open', channels, channel, failure: undefined });
      await read();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'chzzk-logged-out') set({ ...first, access: 'logged-out' });
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
      set({ ...first, access, channels, channel, list });
      await read();
    },
    async turnTo(list) {
      set({ list, failure: undefined, trouble: undefined, done: undefined });
      await read();
    },
    reload: () => read(),
    async search(name) {
      set({ name });
      await read();
    },
    more: () => read(Math.floor((state.restrictions?.users.length ?? 0) / partSize)),
    act: (doing) => act(doing),
    async undo() {
      const { undo, what } = state.done ?? {};
      // Somebody is restricted anew by their id, and goes by their name.
      if (undo) await act(undo, undo.what === 'restrict' ? what : undefined);
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

/** So many restrictions come at a time. */
const partSize = 50;
