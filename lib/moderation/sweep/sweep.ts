/** One sweep: the same action for many, as it is written down before any of it is done. Pure. */
import type { Platform } from '../../chat/message.ts';
import type { Failure } from '../../failure.ts';
import { without } from '../../without.ts';
import type { Action, Target } from '../action.ts';
import { inverseOf } from '../kinds.ts';

/** What can be done to many. */
export const sweepKinds = ['delete', 'timeout', 'ban', 'blind', 'quiet', 'bar'] as const;

/** See {@link sweepKinds}. */
export type SweepKind = (typeof sweepKinds)[number];

/** The most that one sweep does. */
export const sweepAtMost = 300;

/** One action of a sweep. Its id was made with the preview, so that it is never done twice. */
export interface SweepItem {
  readonly id: string;
  readonly target: Target;
  readonly messageId?: string;
  /** `kept`: done, and it could not be taken back. `doubted`: to be taken back, if it was done at all. */
  readonly state: 'waiting' | 'done' | 'failed' | 'undone' | 'kept' | 'doubted';
  readonly failure?: Failure;
  /** Until when it can be taken back, Unix epoch ms; absent: not at all. */
  readonly undoUntil?: number;
}

/** See the file's head. */
export interface Sweep {
  readonly id: string;
  readonly platform: Platform;
  /** As its messages name it. */
  readonly channel: string;
  readonly kind: SweepKind;
  /** As {@link Action} has it. */
  readonly seconds?: number;
  readonly reason?: string;
  /** When it was begun, Unix epoch ms. */
  readonly at: number;
  readonly items: readonly SweepItem[];
  readonly does: 'act' | 'undo';
  readonly isStopped: boolean;
  /** What stopped it, when the user did not: nothing more could be done. */
  readonly why?: Failure;
}

/** How far a sweep is, for who looks on. */
export interface SweepNews {
  readonly id: string;
  readonly kind: SweepKind;
  readonly seconds?: number;
  readonly does: 'act' | 'undo';
  readonly isStopped: boolean;
  readonly why?: Failure;
  readonly total: number;
  readonly done: number;
  readonly undone: number;
  /** What is still to do. */
  readonly left: number;
  /** What could be taken back now. */
  readonly undoable: number;
  /** What failed, in acting or in taking back; the first of it with names. */
  readonly failed: number;
  readonly failures: readonly { readonly name: string; readonly failure: Failure }[];
}

/** What can be done about a sweep. */
export const sweepChanges = ['stop', 'goOn', 'retry', 'undo', 'close'] as const;

/** See {@link sweepChanges}. */
export type SweepChange = (typeof sweepChanges)[number];

/** How many failures are told by name. */
const toldAtMost = 50;

/** Whether an item in `state` is still to do. */
const isLeft = (does: Sweep['does'], state: SweepItem['state']): boolean =>
  does === 'act' ? state === 'waiting' : state === 'done' || state === 'doubted';

/** What is still to do, in its order. */
export const leftOf = ({ items, does }: Sweep): readonly SweepItem[] =>
  items.filter(({ state }) => isLeft(does, state));

/** The next item to be done; `undefined`: there is none. */
export const nextOf = (sweep: Sweep): SweepItem | undefined => leftOf(sweep)[0];

/** Whether it goes on by itself. */
export const isRunning = (sweep: Sweep): boolean => !sweep.isStopped && nextOf(sweep) !== undefined;

/** An item as an action. */
export function actionOf(
  { platform, channel, kind, seconds, reason }: Omit<Sweep, 'items'>,
  { target, messageId }: SweepItem,
): Action {
  return {
    platform,
    channel,
    kind,
    target,
    ...(seconds !== undefined && { seconds }),
    ...(messageId !== undefined && { messageId }),
    ...(reason !== undefined && { reason }),
  };
}

/** Whether `item` is done and could be taken back at `now` (Unix epoch ms). */
const canBeUndone = ({ state, undoUntil = 0 }: SweepItem, now: number): boolean =>
  state === 'done' && undoUntil > now;

/** How far `sweep` is at `now` (Unix epoch ms). */
export function newsOf(sweep: Sweep, now: number): SweepNews {
  const { id, kind, seconds, does, isStopped, why, items } = sweep;
  const count = (...states: readonly SweepItem['state'][]): number =>
    items.filter(({ state }) => states.includes(state)).length;
  const failures = items.flatMap(({ state, target, failure }) =>
    failure && (state === 'failed' || state === 'kept') ? [{ name: target.name, failure }] : [],
  );
  return {
    id,
    kind,
    does,
    isStopped,
    ...(seconds !== undefined && { seconds }),
    ...(why && { why }),
    // What was never begun is not to be taken back.
    total: does === 'act' ? items.length : items.length - count('waiting'),
    done: count('done', 'kept'),
    undone: count('undone'),
    left: leftOf(sweep).length,
    undoable: items.filter((item) => canBeUndone(item, now)).length,
    failed: failures.length,
    failures: failures.slice(0, toldAtMost),
  };
}

/** `sweep` after `change`, asked for at `now` (Unix epoch ms); itself where that means nothing now. */
export function changed(sweep: Sweep, change: Exclude<SweepChange, 'close'>, now: number): Sweep {
  const rest = without(sweep, 'why');
  const items = (from: SweepItem['state'], to: SweepItem['state']): readonly SweepItem[] =>
    sweep.items.map((item) => (item.state === from ? { ...without(item, 'failure'), state: to } : item));
  switch (change) {
    case 'stop':
      return { ...sweep, isStopped: true };
    case 'goOn':
      return { ...rest, isStopped: false };
    case 'retry':
      return {
        ...rest,
        isStopped: false,
        items: sweep.does === 'act' ? items('failed', 'waiting') : items('kept', 'done'),
      };
    case 'undo': {
      // What was not begun stays undone. Only the next one may have been: its call may be under way now.
      const next = sweep.does === 'act' ? nextOf(sweep) : undefined;
      const undoing: Sweep = { ...rest, does: 'undo', isStopped: false };
      if (!sweep.items.some((item) => canBeUndone(item, now))) return sweep;
      return next ? withItem(undoing, next.id, { state: 'doubted' }) : undoing;
    }
  }
}

/** `sweep` with what became of the item `id`. */
export function withItem(sweep: Sweep, id: string, what: Partial<SweepItem>): Sweep {
  return { ...sweep, items: sweep.items.map((item) => (item.id === id ? { ...item, ...what } : item)) };
}

/** Whether all of a sweep by `kind` could be taken back at once, were it done. */
export const hasUndo = (kind: SweepKind): boolean =>
  inverseOf({ platform: 'twitch', channel: '', target: { login: '', name: '' }, kind }) !== undefined;
