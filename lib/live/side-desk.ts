/**
 * The popup's side of channels side by side: which are chosen, and what became of opening them.
 *
 * It knows neither platform nor browser; all of that is handed in.
 */
import { failureOf } from '../failure.ts';
import { channelKey } from './arrange.ts';
import { tilesAtMost } from './side-choices.ts';
import { type SideTrouble, troubleOf } from './side-trouble.ts';
import type { SideOutcome, SideWish } from './side-view.ts';
import type { LiveStream } from './stream.ts';

/** A channel that is chosen. */
export type MarkedChannel = Pick<LiveStream, 'platform' | 'channelId' | 'login' | 'name'>;

/** Everything that is drawn. */
export interface SideState {
  readonly marked: readonly MarkedChannel[];
  readonly opening: boolean;
  readonly trouble: SideTrouble | undefined;
}

/** What outlives the popup: the choice, and when it was made (Unix epoch milliseconds). */
export interface KeptMarks {
  readonly at: number;
  readonly marked: readonly MarkedChannel[];
}

/** What {@link createSideDesk} needs. */
export interface SideDeskParts {
  readonly kept: {
    readonly read: () => KeptMarks | undefined;
    readonly write: (kept: KeptMarks) => void;
  };
  readonly open: (wish: SideWish) => Promise<SideOutcome>;
  readonly now: () => number;
  readonly show: (state: SideState) => void;
}

/** The doings. None of them throws: what fails is shown. */
export interface SideDesk {
  readonly toggle: (channel: MarkedChannel) => void;
  readonly clear: () => void;
  /** Opens what is chosen; resolves to whether all of it stands. */
  readonly open: (how: Omit<SideWish, 'channels'>) => Promise<boolean>;
}

/** A choice that is older was forgotten by whoever made it, ms. */
const keptFor = 3_600_000;

/** Makes the desk. */
export function createSideDesk({ kept, open, now, show }: SideDeskParts): SideDesk {
  const before = kept.read();
  const isFresh = before !== undefined && now() - before.at < keptFor;
  let state: SideState = { marked: isFresh ? before.marked : [], opening: false, trouble: undefined };
  show(state);

  const set = (change: Partial<SideState>): void => {
    state = { ...state, ...change };
    show(state);
  };
  const choose = (marked: readonly MarkedChannel[]): void => {
    kept.write({ at: now(), marked });
    set({ marked, trouble: undefined });
  };

  return {
    toggle({ platform, channelId, login, name }) {
      const channel = { platform, channelId, login, name };
      const key = channelKey(channel);
      const others = state.marked.filter((one) => channelKey(one) !== key);
      if (others.length < state.marked.length) choose(others);
      else if (others.length < tilesAtMost) choose([...others, channel]);
      else set({ trouble: { kind: 'full' } });
    },
    clear: () => choose([]),
    async open(how) {
      if (state.opening || state.marked.length === 0) return false;
      set({ opening: true, trouble: undefined });
      const chosen = state.marked;
      const channels = chosen.map(({ platform, login }) => ({ platform, login }));
      // Before the first window stands: it takes the focus, with which the browser closes a popup, and no word of ours is said
      // any more.
      kept.write({ at: now(), marked: [] });
      let trouble: SideTrouble | undefined;
      try {
        trouble = troubleOf(await open({ ...how, channels }));
      } catch (error) {
        trouble = { kind: 'failed', failure: failureOf(error) };
      }
      const opened = new Set(trouble ? [] : chosen.map(channelKey));
      choose(state.marked.filter((channel) => !opened.has(channelKey(channel))));
      set({ opening: false, trouble });
      return trouble === undefined;
    },
  };
}
