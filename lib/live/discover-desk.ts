/**
 * The popup's side of discovery: where one is, what stands there, and the way back.
 *
 * Like the popup's panel it knows neither platform nor browser; all of that is handed in.
 */
import { failureOf, type Failure } from '../failure.ts';
import {
  joined,
  wishOf,
  type ChannelPage,
  type ListItem,
  type ListPage,
  type ListWish,
  type Missing,
  type View,
} from './discover.ts';

/** What stands in one place. */
interface Place {
  readonly view: View;
  readonly items: readonly ListItem[];
  /** Where the list goes on; `undefined`: it ends here, or nothing has come yet. */
  readonly next: string | undefined;
  /** At least one page has come. */
  readonly loaded: boolean;
  /** A platform of which nothing stands here, and why. */
  readonly missing: Missing | undefined;
  /** The channel, where it is one's page. */
  readonly page: ChannelPage | undefined;
  /** When that came, Unix epoch milliseconds; `updatedAt` is of what is seen: of that, or of the list's first page. */
  readonly pageAt: number | undefined;
  readonly updatedAt: number | undefined;
}

/** Everything that is drawn. */
export interface DiscoverState extends Place {
  /** What stands in the search field. */
  readonly query: string;
  /** What was searched for and led somewhere, the newest first. */
  readonly recents: readonly string[];
  /** A language code; empty: every language. */
  readonly language: string;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
  /** There is a way back. */
  readonly canGoBack: boolean;
}

/** What {@link createDiscoverDesk} needs. */
export interface DiscoverParts {
  readonly list: (wish: ListWish, after: string | undefined) => Promise<ListPage>;
  readonly channel: (login: string) => Promise<ChannelPage>;
  readonly kept: {
    readonly read: () => Promise<{ readonly recents: readonly string[]; readonly language: string }>;
    readonly write: (kept: {
      readonly recents: readonly string[];
      readonly language: string;
    }) => Promise<void>;
  };
  readonly isOnline: () => boolean;
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly show: (state: DiscoverState) => void;
}

/** The doings. None of them throws: what fails is shown. */
export interface DiscoverDesk {
  readonly start: () => Promise<void>;
  /** Goes somewhere; the way back leads here. */
  readonly open: (view: View) => Promise<void>;
  /** Shows the same place otherwise: another tab or order. There is no way back from that. */
  readonly change: (view: View) => Promise<void>;
  readonly back: () => void;
  /** Searches once the typing pauses; an empty text leads back. */
  readonly type: (query: string) => Promise<void>;
  /** The list's next page, if there is one. */
  readonly more: () => Promise<void>;
  readonly speak: (language: string) => Promise<void>;
  /** Asks anew for all that stands there, a channel's page included. */
  readonly refresh: () => Promise<void>;
  /** A result of the search was opened, so it is worth remembering. */
  readonly remember: () => void;
  readonly forgetRecents: () => void;
}

const home: View = { kind: 'top', of: 'streams' };
const emptyPlace = (view: View): Place => ({
  view,
  items: [],
  next: undefined,
  loaded: false,
  missing: undefined,
  page: undefined,
  pageAt: undefined,
  updatedAt: undefined,
});

/** A pause in typing, ms. */
const pauseMs = 250;
/** So many searches are remembered. */
const recentsAtMost = 8;

/** Makes the desk. */
export function createDiscoverDesk(parts: DiscoverParts): DiscoverDesk {
  let state: DiscoverState = {
    ...emptyPlace(home),
    query: '',
    recents: [],
    language: '',
    loading: false,
    failure: undefined,
    canGoBack: false,
  };
  let behind: readonly Place[] = [];
  /** Counts the errands: an answer to an earlier one is thrown away. */
  let errand = 0;
  let strokes = 0;

  const set = (change: Partial<DiscoverState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };
  const placeNow = (): Place => {
    const { view, items, next, loaded, missing, page, pageAt, updatedAt } = state;
    return { view, items, next, loaded, missing, page, pageAt, updatedAt };
  };

  async function load(what: 'list' | 'more' | 'all'): Promise<void> {
    const isMore = what === 'more';
    const mine = ++errand;
    const { view, language } = state;
    if (!parts.isOnline()) {
      set({ loading: false, failure: { code: 'offline' } });
      return;
    }
    set({ loading: true, failure: undefined });
    try {
      const isOther = view.kind === 'channel' && (what === 'all' || state.page?.login !== view.login);
      const page = isOther ? await parts.channel(view.login) : state.page;
      if (mine !== errand) return;
      const pageAt = isOther ? parts.now() : state.pageAt;
      const wish = wishOf(view, language, page);
      const answer = wish ? await parts.list(wish, isMore ? state.next : undefined) : { items: [] };
      if (mine !== errand) return;
      const items = joined(isMore ? state.items : [], answer.items);
      // A cursor that leads back to where one was would never end.
      const next = answer.next === state.next && isMore ? undefined : answer.next;
      const missing = isMore ? state.missing : answer.missing;
      const updatedAt = isMore ? state.updatedAt : wish ? parts.now() : pageAt;
      set({ page, pageAt, items, next, missing, updatedAt, loaded: true, loading: false });
    } catch (error) {
      if (mine === errand) set({ loading: false, failure: failureOf(error) });
    }
  }

  function keep(change: Partial<Pick<DiscoverState, 'recents' | 'language'>>): void {
    set(change);
    const { recents, language } = state;
    void parts.kept.write({ recents, language }).catch(() => undefined);
  }

  async function open(view: View): Promise<void> {
    behind = [...behind, placeNow()];
    set({ ...emptyPlace(view), canGoBack: true });
    await load('list');
  }

  function back(): void {
    const place = behind.at(-1);
    if (!place) return;
    behind = behind.slice(0, -1);
    // What is still being asked for belongs to the place that is left.
    errand++;
    const query = place.view.kind === 'search' ? place.view.query : '';
    set({ ...place, query, loading: false, failure: undefined, canGoBack: behind.length > 0 });
    if (!place.loaded) void load('list');
  }

  return {
    async start() {
      const { recents, language } = await parts.kept.read().catch(() => ({ recents: [], language: '' }));
      set({ recents, language });
      await load('list');
    },
    open,
    async change(view) {
      set({ ...emptyPlace(view), page: state.page, pageAt: state.pageAt });
      await load('list');
    },
    back,
    async type(query) {
      const stroke = ++strokes;
      set({ query });
      const wanted = query.trim();
      const isSearch = state.view.kind === 'search';
      if (wanted === '') {
        if (isSearch) back();
        return;
      }
      await parts.wait(pauseMs);
      if (stroke !== strokes) return;
      const view: View = { kind: 'search', query: wanted };
      if (state.view.kind !== 'search') await open(view);
      else if (state.view.query !== wanted) {
        // The old results stay until the new ones are there.
        set({ view, next: undefined });
        await load('list');
      }
    },
    async more() {
      if (!state.loading && state.next !== undefined) await load('more');
    },
    async speak(language) {
      keep({ language });
      if (state.view.kind === 'channel' || state.view.kind === 'search') return;
      set(emptyPlace(state.view));
      await load('list');
    },
    refresh: () => load('all'),
    remember() {
      if (state.view.kind !== 'search') return;
      const { query } = state.view;
      const others = state.recents.filter((one) => one.toLowerCase() !== query.toLowerCase());
      keep({ recents: [query, ...others].slice(0, recentsAtMost) });
    },
    forgetRecents: () => keep({ recents: [] }),
  };
}
