/** What the options page knows of channels: how those are called that stand in lists, and which a search finds. */
import { failureOf, type Failure } from '../failure.ts';
import type { ListItem, ListPage, Missing } from '../live/discover.ts';
import { type Names, namesAtMost } from '../live/names.ts';

/** A channel that was found. */
export type FoundChannel = Extract<ListItem, { kind: 'channel' }>;

/** Everything that is drawn of it. */
export interface ChannelsState {
  readonly names: Names;
  /** What was searched for last; `undefined`: nothing. */
  readonly searched: string | undefined;
  readonly found: readonly FoundChannel[];
  readonly missing: Missing | undefined;
  readonly failure: Failure | undefined;
  readonly searching: boolean;
}

/** What {@link createChannelsDesk} needs. */
export interface ChannelsDeskParts {
  readonly names: (keys: readonly string[]) => Promise<Names>;
  readonly search: (query: string) => Promise<ListPage>;
  readonly show: (state: ChannelsState) => void;
}

/** The doings. None of them throws: what fails is shown. */
export interface ChannelsDesk {
  /** Looks up those of `keys` whose names are not known yet, each once. */
  readonly look: (keys: readonly string[]) => Promise<void>;
  readonly search: (query: string) => Promise<void>;
  /** Puts away what was found. */
  readonly forget: () => void;
}

/** So many channels are shown of those that were found. */
const foundAtMost = 12;

/** So often the names of the same channels are asked for, while that brings some. */
const rounds = 5;

/** Makes the desk. */
export function createChannelsDesk({ names, search, show }: ChannelsDeskParts): ChannelsDesk {
  let state: ChannelsState = {
    names: {},
    searched: undefined,
    found: [],
    missing: undefined,
    failure: undefined,
    searching: false,
  };
  const asked = new Set<string>();
  let latest = 0;

  const set = (change: Partial<ChannelsState>): void => {
    state = { ...state, ...change };
    show(state);
  };

  return {
    async look(keys) {
      const fresh = keys.filter((key) => !asked.has(key));
      for (const key of fresh) asked.add(key);
      for (let from = 0; from < fresh.length; from += namesAtMost) {
        let wanted: readonly string[] = fresh.slice(from, from + namesAtMost);
        // Some are told of a few at a time. When nothing new comes, the rest has no names.
        for (let round = 0, isMore = true; isMore && round < rounds; round += 1) {
          const found = await names(wanted).catch((): Names => ({}));
          const left = wanted.filter((key) => found[key] === undefined);
          isMore = left.length > 0 && left.length < wanted.length;
          wanted = left;
          set({ names: { ...state.names, ...found } });
        }
      }
    },
    async search(query) {
      const words = query.trim();
      if (words === '') return;
      const mine = ++latest;
      set({ searched: words, searching: true, failure: undefined });
      try {
        const { items, missing } = await search(words);
        if (mine !== latest) return;
        const found = items.filter((item): item is FoundChannel => item.kind === 'channel');
        set({ found: found.slice(0, foundAtMost), missing, searching: false });
      } catch (error) {
        if (mine === latest)
          set({ found: [], missing: undefined, failure: failureOf(error), searching: false });
      }
    },
    forget() {
      latest += 1;
      set({ searched: undefined, found: [], missing: undefined, failure: undefined, searching: false });
    },
  };
}
