/**
 * A moderation action as data: what is to be done, to whom, where and why.
 */
import type { Platform } from '../chat/message.ts';

/** What can be done to a chatter or to a message. */
export type ActionKind = 'timeout' | 'ban' | 'unban' | 'delete';

/** The chatter that an action is aimed at. `id` is what the page claimed; the background proves it against `login`. */
export interface Target {
  readonly login: string;
  readonly name: string;
  readonly id?: string;
}

/** An action as a face asks for it. `seconds` belongs to a timeout, `messageId` to a deletion. */
export interface Action {
  readonly platform: Platform;
  /** Login of the channel. */
  readonly channel: string;
  readonly kind: ActionKind;
  readonly target: Target;
  readonly seconds?: number;
  readonly messageId?: string;
  readonly reason?: string;
}

/** An action that was carried out, as the log keeps it. Times are Unix epoch milliseconds. */
export interface LoggedAction {
  /** Our own id of the entry. */
  readonly id: string;
  readonly action: Action;
  /** Account that acted. */
  readonly by: { readonly id: string; readonly login: string };
  readonly at: number;
  /** Until when it can be taken back; absent when it cannot. */
  readonly undoUntil?: number;
  readonly undoneAt?: number;
}
