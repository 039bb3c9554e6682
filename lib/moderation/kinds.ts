/**
 * What is known of each kind of action: whether it can be taken back, how, and for how long.
 */
import type { Action, ActionKind } from './action.ts';

/** The kind that takes `Action` back, and until when. */
interface Kind {
  /** The kind that undoes this one; absent when nothing does. */
  readonly inverse?: ActionKind;
  /** Until when it can be undone, Unix epoch milliseconds, for an action carried out at `at`. */
  readonly undoUntil?: (action: Action, at: number) => number;
}

const day = 24 * 60 * 60 * 1000;

/** The table of kinds. */
export const kinds: Readonly<Record<ActionKind, Kind>> = {
  // A timeout that has run out needs no undoing.
  timeout: { inverse: 'unban', undoUntil: ({ seconds = 0 }, at) => at + seconds * 1000 },
  // A ban has no end; after a fortnight it is a decision, and is lifted where bans are listed.
  ban: { inverse: 'unban', undoUntil: (_action, at) => at + 14 * day },
  // What the lifted ban was (a timeout, and how long) is not told by the platform, so it cannot be put back.
  unban: {},
  delete: {},
};

/** The action that takes `action` back, or `undefined` when none does. */
export function inverseOf({ platform, channel, target, kind }: Action): Action | undefined {
  const { inverse } = kinds[kind];
  return inverse === undefined ? undefined : { platform, channel, target, kind: inverse };
}

/** Until when `action`, carried out at `at` (ms), can be undone; `undefined` when it cannot. */
export function undoUntil(action: Action, at: number): number | undefined {
  return kinds[action.kind].undoUntil?.(action, at);
}
