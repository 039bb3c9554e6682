/**
 * Carrying sweeps out, one action after the other, at the platform's pace.
 *
 * A sweep is written down before it begins and after each of its actions; the ids of those make sure that none is done twice, so
 * whoever wakes next simply goes on. What other people wrote is kept only for as long as the browser runs.
 */
import type { Platform } from '../../chat/message.ts';
import { type Failure, type FailureCode, failureOf } from '../../failure.ts';
import { createWorkingOff, type WorkingOffParts } from '../../working-off.ts';
import type { Action, LoggedAction } from '../action.ts';
import {
  actionOf,
  changed,
  isRunning,
  leftOf,
  newsOf,
  nextOf,
  type Sweep,
  type SweepChange,
  type SweepItem,
  type SweepNews,
  withItem,
} from './sweep.ts';

/** Who carries out the actions of one platform. */
export interface SweepHand {
  readonly act: (id: string, action: Action, sweep: string) => Promise<LoggedAction>;
  readonly undo: (id: string) => Promise<LoggedAction>;
  /** Looks up many at once, where each would be looked up when it is their turn. */
  readonly meet?: (channel: string, logins: readonly string[]) => Promise<void>;
  /** From the beginning of one action to that of the next, at least, ms. */
  readonly paceMs: number;
}

/** Where sweeps are written down. */
export interface SweepBook {
  /** All of them, oldest first. */
  readonly all: () => Promise<readonly Sweep[]>;
  /** In one transaction; a `change` to `undefined` leaves all as it is. Resolves with what stands there then. */
  readonly update: (
    id: string,
    change: (old: Sweep | undefined) => Sweep | undefined,
  ) => Promise<Sweep | undefined>;
  readonly remove: (id: string) => Promise<void>;
}

/** The words of messages, where a platform finds them by those; gone when the browser closes. */
export interface SweepQuotes {
  /** Item → words. */
  readonly add: (quotes: Readonly<Record<string, string>>) => Promise<void>;
  readonly of: (item: string) => Promise<string | undefined>;
  readonly forget: (items: readonly string[]) => Promise<void>;
}

/** What {@link createSweeps} needs. */
export interface SweepsParts {
  readonly hands: Readonly<Record<Platform, SweepHand>>;
  readonly book: SweepBook;
  readonly quotes: SweepQuotes;
  readonly alarm: WorkingOffParts<Platform>['alarm'];
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** A sweep as it is asked for, with the words of its messages where they are needed. */
export interface SweepWish extends Pick<
  Sweep,
  'id' | 'platform' | 'channel' | 'kind' | 'seconds' | 'reason'
> {
  readonly items: readonly (Pick<SweepItem, 'id' | 'target' | 'messageId'> & { readonly quote?: string })[];
}

/** See the file's head. */
export interface Sweeps {
  /** Begins a sweep; the same id twice is one. */
  readonly start: (wish: SweepWish) => Promise<SweepNews>;
  /** The sweep of a channel that runs, or else the last one; `undefined`: none that anybody has to hear of. */
  readonly read: (platform: Platform, channel: string) => Promise<SweepNews | undefined>;
  /** The sweep `id`. */
  readonly find: (id: string) => Promise<Sweep | undefined>;
  readonly change: (id: string, change: SweepChange) => Promise<SweepNews | undefined>;
  /** Goes on with what is left. Never throws. */
  readonly resume: () => Promise<void>;
}

/** For so long what became of a sweep is kept where it was done, ms; the log keeps its actions. */
const keptMs = 24 * 60 * 60 * 1000;

/** The longest that is waited at a time, ms: then a stop is heard again. */
const longestWaitMs = 30_000;

/** Failures that concern all that is left: the sweep stops and says why. */
const ends: ReadonlySet<string> = new Set<FailureCode>([
  'signed-out',
  'login-expired',
  'no-client-id',
  'missing-scope',
  'not-moderator',
  'actor-away',
  'chzzk-logged-out',
  'chzzk-no-tab',
  'chzzk-no-role',
  'chzzk-no-chat',
  'offline',
  'storage',
]);

/** What became of one action: it is done with, all must wait, or nothing more can be done. */
type Outcome =
  { readonly item: Partial<SweepItem> } | { readonly waitMs: number } | { readonly end: Failure };

/** Makes the service that carries out sweeps. */
export function createSweeps({ hands, book, quotes, alarm, now, sleep }: SweepsParts): Sweeps {
  /** Sweeps whose people were looked up in this life. */
  const met = new Set<string>();

  /** The sweep that is to be done on `platform` now. */
  async function current(platform: Platform): Promise<Sweep | undefined> {
    return (await book.all()).find((sweep) => sweep.platform === platform && isRunning(sweep));
  }

  /** Looks up who is left, once in a life; whether it did. Who is not found then is looked up when it is their turn. */
  async function meet(sweep: Sweep): Promise<boolean> {
    const hand = hands[sweep.platform];
    if (!hand.meet || met.has(sweep.id)) return false;
    met.add(sweep.id);
    const logins = new Set(leftOf(sweep).map(({ target }) => target.login));
    await hand.meet(sweep.channel, [...logins]).catch(() => undefined);
    return true;
  }

  async function carryOut(sweep: Sweep, item: SweepItem): Promise<Outcome> {
    const { act, undo } = hands[sweep.platform];
    try {
      if (sweep.does === 'undo') {
        await undo(item.id);
        return { item: { state: 'undone' } };
      }
      const quote = sweep.kind === 'blind' ? await quotes.of(item.id) : undefined;
      if (sweep.kind === 'blind' && quote === undefined) {
        return {
          item: { state: 'failed', failure: { code: 'bad-input', field: 'message', limit: 'remembered' } },
        };
      }
      const action = { ...actionOf(sweep, item), ...(quote !== undefined && { quote }) };
      const { undoUntil } = await act(item.id, action, sweep.id);
      return { item: { state: 'done', ...(undoUntil !== undefined && { undoUntil }) } };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'rate-limited') return { waitMs: failure.retryAfterMs };
      if (ends.has(failure.code)) return { end: failure };
      // It was never done.
      if (item.state === 'doubted' && failure.code === 'undo-gone') return { item: { state: 'waiting' } };
      return { item: { state: sweep.does === 'act' ? 'failed' : 'kept', failure } };
    }
  }

  /** Does one action; whether there was one to do. */
  async function step(platform: Platform): Promise<boolean> {
    const sweep = await current(platform);
    const item = sweep && nextOf(sweep);
    if (!sweep || !item) return false;
    // Meanwhile it may have been stopped.
    if (await meet(sweep)) return true;
    const began = now();
    const outcome = await carryOut(sweep, item);
    await book.update(sweep.id, (old) => {
      if (!old || 'waitMs' in outcome) return undefined;
      return 'end' in outcome
        ? { ...old, isStopped: true, why: outcome.end }
        : withItem(old, item.id, outcome.item);
    });
    const waitMs = 'waitMs' in outcome ? Math.min(outcome.waitMs, longestWaitMs) : hands[platform].paceMs;
    const rest = began + waitMs - now();
    if (rest > 0) await sleep(rest);
    return true;
  }

  const { begin, resume } = createWorkingOff<Platform>({
    lanes: ['twitch', 'chzzk'],
    isLeft: async (platform) => (await current(platform)) !== undefined,
    step,
    alarm,
  });

  const find = async (id: string): Promise<Sweep | undefined> =>
    (await book.all()).find((sweep) => sweep.id === id);

  async function forget({ id, items }: Sweep): Promise<void> {
    await quotes.forget(items.map((item) => item.id));
    await book.remove(id);
  }

  return {
    async start({ items, ...wish }) {
      const words = items.flatMap(({ id, quote }) => (quote === undefined ? [] : [[id, quote] as const]));
      if (words.length > 0) await quotes.add(Object.fromEntries(words));
      const fresh: Sweep = {
        ...wish,
        at: now(),
        items: items.map(({ id, target, messageId }) => ({
          id,
          target,
          ...(messageId !== undefined && { messageId }),
          state: 'waiting',
        })),
        does: 'act',
        isStopped: false,
      };
      const sweep = (await book.update(wish.id, (old) => old ?? fresh)) ?? fresh;
      begin(sweep.platform);
      return newsOf(sweep, now());
    },

    async read(platform, channel) {
      const here = (await book.all()).filter(
        (sweep) => sweep.platform === platform && sweep.channel === channel,
      );
      const sweep = here.find(isRunning) ?? here.at(-1);
      return sweep && newsOf(sweep, now());
    },

    find,

    async change(id, change) {
      if (change === 'close') {
        const sweep = await find(id);
        if (sweep) await forget({ ...sweep, isStopped: true });
        return undefined;
      }
      const sweep = await book.update(id, (old) => old && changed(old, change, now()));
      if (sweep && isRunning(sweep)) begin(sweep.platform);
      return sweep && newsOf(sweep, now());
    },

    async resume() {
      try {
        for (const sweep of await book.all()) {
          if (!isRunning(sweep) && sweep.at < now() - keptMs) await forget(sweep);
        }
        await resume();
      } catch {
        // The next alarm, or the next start, tries again.
      }
    },
  };
}
