/**
 * The popup's side of the rounds of one kind: what is known at once, what is being typed, and when to read again.
 *
 * Like the popup's panel it knows neither platform nor browser; all of that is handed in.
 */
import type { Failure } from '../failure.ts';
import { failureOf } from '../failure.ts';
import type { KnownRounds, Round, RoundDraft, RoundLimits } from './round.ts';
import { isSameDraft, problemsOf, tidied } from './round.ts';

/** What is under way. */
export type RoundWork<Ending> =
  { readonly kind: 'start' } | { readonly kind: 'end'; readonly id: string; readonly ending: Ending };

/** Everything that is drawn. */
export interface RoundDeskState<R extends Round, Ending> {
  /** `undefined`: not known yet. */
  readonly known: KnownRounds<R> | undefined;
  readonly draft: RoundDraft;
  /** The user tried to start: from now on every field says what is wrong with it. */
  readonly checked: boolean;
  readonly presets: readonly RoundDraft[];
  readonly reading: boolean;
  readonly working: RoundWork<Ending> | undefined;
  /** What went wrong last, and with what; `undefined` work: with reading. */
  readonly failed: { readonly failure: Failure; readonly work: RoundWork<Ending> | undefined } | undefined;
}

/** What {@link createRoundDesk} needs. */
export interface RoundDeskParts<R extends Round, Ending> {
  readonly limits: RoundLimits;
  readonly empty: RoundDraft;
  /** The account that acts; `undefined`: none. */
  readonly accountId: () => string | undefined;
  readonly store: {
    readonly read: () => Promise<KnownRounds<R> | undefined>;
    readonly draft: () => Promise<RoundDraft | undefined>;
    readonly keepDraft: (draft: RoundDraft) => Promise<unknown>;
    readonly presets: () => Promise<readonly RoundDraft[]>;
    readonly changePresets: (
      change: (presets: readonly RoundDraft[]) => readonly RoundDraft[],
    ) => Promise<readonly RoundDraft[]>;
  };
  /** These three resolve when the store holds what came of it. */
  readonly refresh: () => Promise<unknown>;
  readonly start: (draft: RoundDraft, askedAt: number) => Promise<unknown>;
  readonly end: (id: string, ending: Ending) => Promise<unknown>;
  readonly allow: () => Promise<unknown>;
  /** When a round that is not over changes by itself, Unix epoch milliseconds, and how often it is worth a look, ms. */
  readonly rhythm: (round: R) => { readonly changesAt: number; readonly everyMs: number };
  readonly isOnline: () => boolean;
  readonly now: () => number;
  readonly show: (state: RoundDeskState<R, Ending>) => void;
}

/** The doings. None of them throws: what fails is shown. */
export interface RoundDesk<Ending> {
  readonly open: () => Promise<void>;
  /** Reads again if it is time to; to be called every second or so. */
  readonly tick: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** The user changed the draft. */
  readonly type: (draft: RoundDraft) => void;
  readonly start: () => Promise<void>;
  readonly end: (id: string, ending: Ending) => Promise<void>;
  /** Asks the user to allow it, and goes on with what needed that. */
  readonly allow: () => Promise<void>;
  /** Keeps the draft as a preset. */
  readonly keepPreset: () => Promise<void>;
  readonly dropPreset: (preset: RoundDraft) => Promise<void>;
  /** Does once more what failed last. */
  readonly retry: () => Promise<void>;
  /** The background says that what is known is new. */
  readonly changed: () => Promise<void>;
  /** Somebody else acts now, or the one who acts may again. */
  readonly accountChanged: () => Promise<void>;
}

/** So many presets are kept; the oldest gives way. */
export const presetsAtMost = 20;
/** While nothing runs, somebody else may still start something: how often to look, ms. */
const quietMs = 60_000;
/** After a failure, ms. */
const patienceMs = 20_000;
/** A round that has just ended by itself is counted for a moment, ms. */
const countingMs = 1_500;

/** When it is time to read again, Unix epoch milliseconds. */
export function nextReadAt<R extends Round>(
  known: KnownRounds<R> | undefined,
  rhythm: (round: R) => { readonly changesAt: number; readonly everyMs: number },
): number {
  if (!known) return 0;
  const running = known.rounds.find(({ over }) => !over);
  if (!running) return known.readAt + quietMs;
  const { changesAt, everyMs } = rhythm(running);
  const next = known.readAt + everyMs;
  return known.readAt < changesAt ? Math.min(next, changesAt + countingMs) : next;
}

/** Makes the desk. */
export function createRoundDesk<R extends Round, Ending>(
  parts: RoundDeskParts<R, Ending>,
): RoundDesk<Ending> {
  const { store, now, limits } = parts;
  let state: RoundDeskState<R, Ending> = {
    known: undefined,
    draft: parts.empty,
    checked: false,
    presets: [],
    reading: false,
    working: undefined,
    failed: undefined,
  };
  /** Not before this moment, after a failure. */
  let waitUntil = 0;
  /** Something was typed before the kept draft was read; then that one is older. */
  let typed = false;

  const set = (change: Partial<RoundDeskState<R, Ending>>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  async function readStore(): Promise<void> {
    const known = await store.read().catch(() => undefined);
    const account = parts.accountId();
    set({ known: account === undefined || known?.accountId === account ? known : undefined });
  }

  async function refresh(): Promise<void> {
    if (state.reading || state.working || parts.accountId() === undefined) return;
    if (!parts.isOnline()) {
      set({ failed: { failure: { code: 'offline' }, work: undefined } });
      waitUntil = now() + patienceMs;
      return;
    }
    set({ reading: true });
    try {
      await parts.refresh();
      await readStore();
      // What was said of a start or an end stands until the next try.
      set({ reading: false, ...(state.failed?.work === undefined && { failed: undefined }) });
    } catch (error) {
      const failure = failureOf(error);
      waitUntil = now() + (failure.code === 'rate-limited' ? failure.retryAfterMs : patienceMs);
      if (failure.code === 'missing-scope' || failure.code === 'login-expired') waitUntil = Infinity;
      set({ reading: false, failed: { failure, work: undefined } });
    }
  }

  async function work(wanted: RoundWork<Ending>, act: () => Promise<unknown>): Promise<boolean> {
    if (state.working) return false;
    if (!parts.isOnline()) {
      set({ failed: { failure: { code: 'offline' }, work: wanted } });
      return false;
    }
    set({ working: wanted, failed: undefined });
    try {
      await act();
      waitUntil = 0;
      await readStore();
      set({ working: undefined });
      return true;
    } catch (error) {
      await readStore();
      set({ working: undefined, failed: { failure: failureOf(error), work: wanted } });
      return false;
    }
  }

  async function start(): Promise<void> {
    if (problemsOf(state.draft, limits)) {
      set({ checked: true });
      return;
    }
    const draft = tidied(state.draft);
    const done = await work({ kind: 'start' }, () => parts.start(draft, now()));
    // What was started is in the history from now on.
    if (!done || !isSameDraft(state.draft, draft)) return;
    set({ checked: false });
    type(parts.empty);
  }

  const end = async (id: string, ending: Ending): Promise<void> => {
    await work({ kind: 'end', id, ending }, () => parts.end(id, ending));
  };

  function type(draft: RoundDraft): void {
    typed = true;
    set({ draft });
    void store.keepDraft(draft).catch(() => undefined);
  }

  /** Does what failed once more, and reads again. */
  async function again(failed: RoundWork<Ending> | undefined): Promise<void> {
    waitUntil = 0;
    set({ failed: undefined });
    if (failed?.kind === 'start') await start();
    else if (failed) await end(failed.id, failed.ending);
    else await refresh();
  }

  return {
    async open() {
      const [draft, presets] = await Promise.all([
        store.draft().catch(() => undefined),
        store.presets().catch(() => []),
        readStore(),
      ]);
      set({ presets, ...(draft && !typed && { draft }) });
      await refresh();
    },
    async tick() {
      if (now() >= Math.max(waitUntil, nextReadAt(state.known, parts.rhythm))) await refresh();
    },
    async refresh() {
      waitUntil = 0;
      await refresh();
    },
    type,
    start,
    end,
    async allow() {
      const wanted = state.failed?.work;
      try {
        await parts.allow();
      } catch (error) {
        set({ failed: { failure: failureOf(error), work: wanted } });
        return;
      }
      await again(wanted);
    },
    retry: () => again(state.failed?.work),
    async keepPreset() {
      const draft = tidied(state.draft);
      const presets = await store
        .changePresets((all) =>
          [draft, ...all.filter((one) => !isSameDraft(one, draft))].slice(0, presetsAtMost),
        )
        .catch(() => state.presets);
      set({ presets });
    },
    async dropPreset(preset) {
      const presets = await store
        .changePresets((all) => all.filter((one) => !isSameDraft(one, preset)))
        .catch(() => state.presets);
      set({ presets });
    },
    changed: readStore,
    async accountChanged() {
      waitUntil = 0;
      set({ failed: undefined });
      await readStore();
      await refresh();
    },
  };
}
