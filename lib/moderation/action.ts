/**
 * A moderation action as data: what is to be done, to whom, where and why.
 */
import type { Platform } from '../chat/message.ts';
import type { Failure } from '../failure.ts';

/** What can be done to a chatter's standing: their role, and whether they are treated as suspicious. */
export const roleKinds = ['mod', 'unmod', 'vip', 'unvip', 'monitor', 'restrict', 'trust'] as const;

/** See {@link roleKinds}. */
export type RoleKind = (typeof roleKinds)[number];

/**
 * How platforms without timeouts and bans keep people away: quiet for a while that the platform chooses, barred for days or for
 * good (and for other ones, or another reason, while that lasts), or one message blinded.
 */
export const restrictionKinds = ['quiet', 'bar', 'rebar', 'unbar', 'blind'] as const;

/** What can be done to a chatter, to a message, or (`say`) in a chat because of one. */
export const actionKinds = [
  'timeout',
  'ban',
  'unban',
  'delete',
  'warn',
  'pin',
  'unpin',
  'say',
  // Whoever asks to be let in again is not.
  'deny',
  ...restrictionKinds,
  ...roleKinds,
] as const;

/** See {@link actionKinds}. */
export type ActionKind = (typeof actionKinds)[number];

/** Kinds of platforms that have timeouts and bans. */
export const banKinds: readonly ActionKind[] = actionKinds.filter(
  (kind) => !restrictionKinds.some((other) => other === kind),
);

/** Kinds that are done to the message, and need to know which. */
export const messageKinds: ReadonlySet<ActionKind> = new Set(['delete', 'pin', 'blind']);

/** The chatter that an action is aimed at. `id` is what the page claimed; the background proves it against `login`. */
export interface Target {
  readonly login: string;
  readonly name: string;
  readonly id?: string;
}

/** For how long somebody is barred, s (absent: for good), and why. */
export interface Bar {
  readonly seconds?: number;
  readonly reason?: string;
}

/** An action as a face asks for it. `seconds` belongs to a timeout, and to `bar` and `rebar` unless these are for good; `messageId` to what is done to a message, `text` to what is said. */
export interface Action {
  readonly platform: Platform;
  /** Login of the channel. */
  readonly channel: string;
  /** What people call the channel, where its login is no word. */
  readonly channelName?: string;
  readonly kind: ActionKind;
  readonly target: Target;
  readonly seconds?: number;
  readonly messageId?: string;
  readonly text?: string;
  /** The words of the message, where the platform finds it by them. They are not kept. */
  readonly quote?: string;
  readonly reason?: string;
  /** The request that a `deny` turns down, or an `unban` or `unbar` grants: its id on Twitch, its number on CHZZK. */
  readonly request?: string | number;
  /** What a `rebar` changes, where that is known and can be chosen again. */
  readonly was?: Bar;
}

/** What became of an action of which it is not known that it was done. */
export type Outcome =
  /** It is being sent, or was when the worker died: whoever wakes next finds out. */
  | { readonly state: 'started' }
  /** It was not done. Without a `failure` the answer was lost, and a look has shown that it did not happen. */
  | { readonly state: 'failed'; readonly failure?: Failure }
  /** It was sent, no answer came, and nobody can tell. */
  | { readonly state: 'unknown' };

/** An entry of the log. Times are Unix epoch milliseconds. */
export interface LogEntry {
  /** Our own id of the entry. */
  readonly id: string;
  readonly action: Action;
  /** Account that acted. */
  readonly by: { readonly id: string; readonly login: string };
  readonly at: number;
  /** The sweep of which it was a part. */
  readonly sweep?: string;
  /** Until when it can be taken back; absent when it cannot. */
  readonly undoUntil?: number;
  readonly undoneAt?: number;
  /** Absent: it was done. */
  readonly result?: Outcome;
}

/** An action that was carried out, as the log keeps it. Nothing else counts for or against anybody. */
export interface LoggedAction extends LogEntry {
  readonly result?: never;
}

/** Whether `entry` was carried out. */
export const isDone = (entry: LogEntry): entry is LoggedAction => entry.result === undefined;
