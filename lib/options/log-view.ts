/** What a page shows of the action log, which may be long: window by window, what fits a filter. */
import { type Failure, failureOf } from '../failure.ts';
import type { LogEntry } from '../moderation/action.ts';
import type { LogFacts, LogPlace, LogWindow } from '../moderation/book.ts';
import {
  type DayCount,
  isWhole,
  type LogFilter,
  matcher,
  placeOf,
  tallyDays,
  wholeLog,
} from './action-log.ts';
import { type LogForm, logForms } from './log-file.ts';

/** What there is to see of the log. */
export interface LogState {
  readonly filter: LogFilter;
  /** The newest of those that fit; `undefined` until some were read. */
  readonly entries: readonly LogEntry[] | undefined;
  /** How many fit, as far as has been read. */
  readonly found: number;
  readonly facts: LogFacts | undefined;
  /** The last two weeks of those that fit. */
  readonly days: readonly DayCount[];
  readonly isReading: boolean;
  readonly isExporting: boolean;
  readonly failure: Failure | undefined;
}

/** What {@link createLogView} needs. */
export interface LogViewParts {
  readonly window: (place: LogPlace | undefined, limit: number, before?: number) => Promise<LogWindow>;
  readonly facts: () => Promise<LogFacts>;
  /** Hands the user a file. */
  readonly save: (name: string, type: string, parts: readonly string[]) => void;
  /** Unix epoch milliseconds. */
  readonly now: () => number;
  readonly show: (state: LogState) => void;
  readonly sizes?: Sizes;
}

/** See the file's head. Nothing throws: what fails is shown. */
export interface LogView {
  /** Reads what fits `filter`; a reading that goes on is given up. */
  readonly look: (filter: LogFilter) => Promise<void>;
  /** Reads anew. */
  readonly reload: () => Promise<void>;
  /** Keeps more of what fits than so far. */
  readonly more: () => Promise<void>;
  /** The log changed: reads anew, after a reading that goes on. */
  readonly changed: () => Promise<void>;
  /** Makes a file of all that fits. */
  readonly export: (form: LogForm) => Promise<void>;
}

/** Entries of the first window, which is to be there at once, and of those after it; how many more are kept each time. */
interface Sizes {
  readonly first: number;
  readonly next: number;
  readonly kept: number;
}

const usualSizes: Sizes = { first: 200, next: 1_000, kept: 1_000 };

/** What is shown before anything was read. */
export const emptyLog: LogState = {
  filter: wholeLog,
  entries: undefined,
  found: 0,
  facts: undefined,
  days: [],
  isReading: true,
  isExporting: false,
  failure: undefined,
};

/** Makes the view. */
export function createLogView(parts: LogViewParts): LogView {
  let state = emptyLog;
  const { sizes = usualSizes } = parts;
  let wanted = sizes.kept;
  /** The reading that goes on. */
  let current: symbol | undefined;
  let isStale = false;
  /** The whole log as it was read last, if it is short. */
  let all: readonly LogEntry[] | undefined;

  const set = (change: Partial<LogState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  /** What fits `filter`, window by window, with the time before which the rest of the log is. */
  async function* windows(
    filter: LogFilter,
  ): AsyncGenerator<{ readonly entries: readonly LogEntry[]; readonly before: number | undefined }> {
    const [place, fits] = [placeOf(filter), matcher(filter)];
    let before: number | undefined;
    let size: number = sizes.first;
    do {
      const read: LogWindow = await parts.window(place, size, before);
      before = read.before;
      size = sizes.next;
      yield { entries: read.entries.filter(fits), before };
    } while (before !== undefined);
  }

  async function read(): Promise<void> {
    const reading = Symbol();
    current = reading;
    isStale = false;
    const { filter, entries: shown = [] } = state;
    set({ isReading: true, failure: undefined });
    try {
      const facts = await parts.facts();
      const isShort = facts.count <= sizes.kept;
      const fits = matcher(filter);
      const days = tallyDays(parts.now());
      const everything: LogEntry[] = [];
      const entries: LogEntry[] = [];
      let count = 0;
      const seen = (): Partial<LogState> => ({
        entries: [...entries],
        found: isWhole(filter) ? facts.count : count,
        facts,
        days: days.counts(),
      });
      for await (const part of windows(isShort ? wholeLog : filter)) {
        if (current !== reading) return;
        const found = part.entries.filter(fits);
        if (isShort) everything.push(...part.entries);
        count += found.length;
        entries.push(...found.slice(0, wanted - entries.length));
        found.forEach(days.add);
        const isEnough = entries.length >= wanted && (part.before ?? 0) < days.since;
        if (isWhole(filter) && isEnough) break;
        // What is there already does not shrink while it is read anew.
        if (entries.length >= Math.min(shown.length, wanted)) set(seen());
      }
      if (current !== reading) return;
      all = isShort ? everything : undefined;
      set(seen());
    } catch (error) {
      if (current !== reading) return;
      set({ failure: failureOf(error) });
    }
    current = undefined;
    set({ isReading: false });
    // Asked for again meanwhile.
    if (stale()) await read();
  }

  const stale = (): boolean => isStale;

  return {
    async look(filter) {
      wanted = sizes.kept;
      // What is known is shown at once, so that nothing moves later under somebody's hand.
      const entries = (all ?? state.entries)?.filter(matcher(filter));
      const days = tallyDays(parts.now());
      entries?.forEach(days.add);
      set({ filter, entries, found: entries?.length ?? 0, days: days.counts() });
      if (!all || current !== undefined) await read();
    },
    reload: read,
    more() {
      wanted += sizes.kept;
      return read();
    },
    async changed() {
      isStale = true;
      if (current === undefined) await read();
    },
    async export(form) {
      const { type, head, rows, foot } = logForms[form];
      set({ isExporting: true, failure: undefined });
      try {
        const file = [head];
        for await (const { entries } of windows(state.filter)) {
          if (entries.length > 0) file.push(rows(entries, file.length === 1));
        }
        const day = new Date(parts.now()).toISOString().slice(0, 10);
        parts.save(`sidestage-log-${day}.${form}`, type, [...file, foot]);
      } catch (error) {
        set({ failure: failureOf(error) });
      }
      set({ isExporting: false });
    },
  };
}
