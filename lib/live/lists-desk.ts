/**
 * The popup's side of the lists beside that of the live channels: who is followed and offline, and who streams in the
 * categories that the user watches. Asked for when they are looked at, and not before.
 *
 * Like the popup's panel it knows neither platform nor browser; all of that is handed in.
 */
import { failureOf, type Failure } from '../failure.ts';
import { factsAtMost, type FollowedList, type OfflineFacts } from './offline.ts';
import type { WatchedList } from './watched.ts';

/** What the tab "Following" shows. It is not remembered: who opens the popup wants to see who is live. */
export type ListView = 'live' | 'offline' | 'categories';

/** Everything that is drawn. */
export interface ListsState {
  readonly view: ListView;
  /** `undefined`: not known yet. */
  readonly followed: FollowedList | undefined;
  /** By the channel's id. */
  readonly facts: ReadonlyMap<string, OfflineFacts>;
  /** `undefined`: not known yet. */
  readonly watched: WatchedList | undefined;
  readonly loading: boolean;
  /** What went wrong last, unless it was put right since. */
  readonly failure: Failure | undefined;
}

/** What {@link createListsDesk} needs. */
export interface ListsParts {
  readonly followed: (fresh: boolean) => Promise<FollowedList>;
  readonly facts: (ids: readonly string[]) => Promise<readonly OfflineFacts[]>;
  readonly watched: (categoryIds: readonly string[], fresh: boolean) => Promise<WatchedList>;
  /** The ids of the watched categories. */
  readonly categoryIds: () => readonly string[];
  readonly isOnline: () => boolean;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly show: (state: ListsState) => void;
}

/** The doings. None of them throws: what fails is shown. */
export interface ListsDesk {
  readonly open: (view: ListView) => Promise<void>;
  /** Asks the platform anew for what is shown. */
  readonly refresh: () => Promise<void>;
  /** These channels are in sight: once they rest there, what is worth knowing of them is asked for. */
  readonly look: (ids: readonly string[]) => Promise<void>;
  /** Another list of channels is wanted: that of another account, or of other categories. */
  readonly changed: () => Promise<void>;
}

/** A list that is scrolled is not asked about, ms. */
const restMs = 300;

/** Makes the desk. */
export function createListsDesk(parts: ListsParts): ListsDesk {
  let state: ListsState = {
    view: 'live',
    followed: undefined,
    facts: new Map(),
    watched: undefined,
    loading: false,
    failure: undefined,
  };
  /** Counts the errands: an answer to an earlier one is thrown away. */
  let errand = 0;
  let glances = 0;
  /** Asked for already, and answered or on its way. */
  const asked = new Set<string>();

  const set = (change: Partial<ListsState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  async function load(fresh: boolean): Promise<void> {
    if (state.view === 'live') return;
    const mine = ++errand;
    if (!parts.isOnline()) {
      set({ loading: false, failure: { code: 'offline' } });
      return;
    }
    set({ loading: true, failure: undefined });
    try {
      const found =
        state.view === 'offline'
          ? { followed: await parts.followed(fresh) }
          : { watched: await parts.watched(parts.categoryIds(), fresh) };
      if (mine === errand) set({ ...found, loading: false });
    } catch (error) {
      if (mine === errand) set({ loading: false, failure: failureOf(error) });
    }
  }

  return {
    async open(view) {
      if (view === state.view) return;
      errand++;
      set({ view, loading: false, failure: undefined });
      await load(false);
    },
    refresh: () => load(true),
    async look(ids) {
      const glance = ++glances;
      await parts.wait(restMs);
      if (glance !== glances || state.view !== 'offline' || !parts.isOnline()) return;
      const wanted = ids.filter((id) => !asked.has(id)).slice(0, factsAtMost);
      if (wanted.length === 0) return;
      for (const id of wanted) asked.add(id);
      try {
        const facts = await parts.facts(wanted);
        const answered = new Set(facts.map(({ channelId }) => channelId));
        for (const id of wanted) if (!answered.has(id)) asked.delete(id);
        set({ facts: new Map([...state.facts, ...facts.map((fact) => [fact.channelId, fact] as const)]) });
      } catch {
        // The rows say less; they are asked about again when they are seen again.
        for (const id of wanted) asked.delete(id);
      }
    },
    async changed() {
      await load(false);
    },
  };
}
