/**
 * What is known of each kind of action: whether it can be taken back, how, and for how long.
 */
import type { Action, ActionKind } from './action.ts';

/** The kind that takes `Action` back, and until when. */
interface Kind {
  /** The kind that undoes this one; absent when nothing does. */
  readonly inverse?: ActionKind;
  /** Until when it can be undone, Unix epoch milliseconds, for an action carried out at `at`. */
  readonly undoUntil?: (action: Action, at: number) => number | undefined;
  /** Done twice it is there twice, for people to read; anything else done twice is as if done once. */
  readonly seenTwice?: true;
}

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

/** The table of kinds. */
export const kinds: Readonly<Record<ActionKind, Kind>> = {
  // A timeout that has run out needs no undoing.
  timeout: { inverse: 'unban', undoUntil: ({ seconds = 0 }, at) => at + seconds * 1000 },
  // A ban has no end; after a fortnight it is a decision, and is lifted where bans are listed.
  ban: { inverse: 'unban', undoUntil: (_action, at) => at + 14 * day },
  // What the lifted ban was (a timeout, and how long) is not told by the platform, so it cannot be put back.
  unban: {},
  delete: {},
  // The chatter has read it, or will.
  warn: { seenTwice: true },
  // A pinned message stays until the stream ends, and no message outlives six hours of the platform's memory. Where taking down
  // names no message, another's may hang there by then.
  pin: {
    inverse: 'unpin',
    undoUntil: ({ platform }, at) => at + (platform === 'chzzk' ? 5 * minute : 6 * hour),
  },
  unpin: {},
  say: { seenTwice: true },
  // How long it lasts the platform decides, and nothing ends it sooner.
  quiet: {},
  bar: {
    inverse: 'unbar',
    undoUntil: ({ seconds = Infinity }, at) => at + Math.min(seconds * 1000, 14 * day),
  },
  // It goes back to what it was, where that is known.
  rebar: {
    inverse: 'rebar',
    undoUntil: ({ was, seconds = Infinity }, at) =>
      was === undefined ? undefined : at + Math.min(seconds * 1000, 14 * day),
  },
  unbar: {},
  // Whoever asked has been told.
  deny: {},
  blind: {},
  // What somebody was before is as a rule the opposite; after a day it is a decision.
  mod: { inverse: 'unmod', undoUntil: (_action, at) => at + day },
  unmod: { inverse: 'mod', undoUntil: (_action, at) => at + day },
  vip: { inverse: 'unvip', undoUntil: (_action, at) => at + day },
  unvip: { inverse: 'vip', undoUntil: (_action, at) => at + day },
  monitor: { inverse: 'trust', undoUntil: (_action, at) => at + day },
  restrict: { inverse: 'trust', undoUntil: (_action, at) => at + day },
  trust: {},
};

/** Whether people would see that an action of `kind` was done twice. */
export const isSeenTwice = (kind: ActionKind): boolean => kinds[kind].seenTwice === true;

/** The action that takes `action` back, or `undefined` when none does. */
export function inverseOf({ platform, channel, target, kind, messageId, was }: Action): Action | undefined {
  const { inverse } = kinds[kind];
  if (inverse === undefined) return undefined;
  if (inverse === 'rebar') return was && { platform, channel, target, kind: inverse, ...was };
  const message = inverse === 'unpin' && messageId !== undefined ? { messageId } : {};
  return { platform, channel, target, kind: inverse, ...message };
}

/** Until when `action`, carried out at `at` (ms), can be undone; `undefined` when it cannot. */
export function undoUntil(action: Action, at: number): number | undefined {
  return kinds[action.kind].undoUntil?.(action, at);
}
