/** The book of moderation: orders under way, and the log of what became of them. */
import type { Platform } from '../chat/message.ts';
import { type Action, type LogEntry, type LoggedAction, type Outcome } from './action.ts';

/** An action with the ids that the platform gave for its people. Written down before it is sent. */
export interface Order {
  readonly id: string;
  readonly action: Action;
  readonly channelId: string;
  readonly targetId: string;
  readonly accountId: string;
  /** The logged action that this order takes back. */
  readonly undoes?: string;
  /** The sweep of which it is a part: whoever waits for something else goes first. */
  readonly sweep?: string;
  /** An earlier life may have sent it: that there is nothing left to do is no refusal then. */
  readonly again?: true;
  readonly at: number;
}

/** A part of the log that is found without looking through all of it. */
export type LogPlace =
  | { readonly state: Outcome['state'] }
  | { readonly platform: Platform; readonly channel: string }
  | { readonly platform: Platform; readonly login: string };

/** A window of the log. */
export interface LogWindow {
  /** Newest first. */
  readonly entries: readonly LogEntry[];
  /** The next one is of what was before this, Unix epoch ms; absent: there is no more. */
  readonly before?: number;
}

/** How much there is in the log, and of which channels. */
export interface LogFacts {
  readonly count: number;
  readonly channels: readonly {
    readonly platform: Platform;
    readonly channel: string;
    readonly name: string;
  }[];
}

/** Where orders and what became of them are kept. */
export interface ModerationBook {
  readonly entry: (id: string) => Promise<LogEntry | undefined>;
  /** The newest actions that were done. */
  readonly newest: (limit: number) => Promise<readonly LoggedAction[]>;
  /** Some `limit` entries of the log (all of one moment stay together) from before `before`, Unix epoch ms. */
  readonly window: (place: LogPlace | undefined, limit: number, before?: number) => Promise<LogWindow>;
  readonly facts: () => Promise<LogFacts>;
  /** What was done about somebody since `since` (Unix epoch ms), in any channel. */
  readonly about: (who: {
    platform: Platform;
    login: string;
    /** Where it is given, it says who. */
    id?: string | undefined;
    since: number;
  }) => Promise<readonly LoggedAction[]>;
  readonly pending: () => Promise<readonly Order[]>;
  /** In one transaction: the order is pending, and `entry` (if given) stands in the log. */
  readonly note: (order: Order, entry?: LogEntry) => Promise<void>;
  /** In one transaction: the order is no longer pending, and `entry` (if given) stands in the log. */
  readonly settle: (orderId: string, entry?: LogEntry) => Promise<void>;
}

/** The order as it is kept: what others wrote is sent where it must be, and written down nowhere. */
export const withoutQuote = (order: Order): Order => ({ ...order, action: kept(order.action) });

/** The action as it is kept; see {@link withoutQuote}. */
export function kept(whole: Action): Action {
  const action: { -readonly [Field in keyof Action]: Action[Field] } = { ...whole };
  delete action.quote;
  return action;
}

/** The action as it was asked for: nobody has proven whose id the page named. */
export function unproven(whole: Action): Action {
  const { login, name } = whole.target;
  return { ...kept(whole), target: { login, name } };
}
