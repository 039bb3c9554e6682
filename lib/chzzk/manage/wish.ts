/** What the user sees of a channel that they manage on CHZZK, and what they can want there. */

/** For how many days somebody can be restricted; `null`: for good. */
export const terms = [1, 3, 7, 15, 30, 90, null] as const;

/** See {@link terms}. */
export type Term = (typeof terms)[number];

/** The roles that can be given. */
export const streamingRoles = [
  'STREAMING_CHAT_MANAGER',
  'STREAMING_CHANNEL_MANAGER',
  'STREAMING_SETTLEMENT_MANAGER',
] as const;

/** See {@link streamingRoles}. */
export type StreamingRole = (typeof streamingRoles)[number];

/** A channel in which the user has a role. */
export interface ManagedChannel {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly isOwn: boolean;
}

/** A prohibited word. `at` is Unix epoch milliseconds. */
export interface Word {
  readonly no: number;
  readonly word: string;
  readonly by?: string;
  readonly at?: number;
}

/** Somebody who is restricted; without `until`, for good. Times are Unix epoch milliseconds. */
export interface Restricted {
  readonly id: string;
  readonly name: string;
  readonly memo: string;
  readonly by?: string;
  readonly at?: number;
  readonly until?: number;
}

/** Somebody's request to be let in again; without `id`, of somebody who has left. `at` is Unix epoch milliseconds. */
export interface Plea {
  readonly no: number;
  readonly id?: string;
  readonly name?: string;
  readonly plea: string;
  readonly at?: number;
}

/** A part of a list of people. */
export interface Part<Row> {
  readonly users: readonly Row[];
  /** How many there are in all. */
  readonly total: number;
}

/** Somebody who has a role in a channel, by CHZZK's own name for it. `at` is Unix epoch milliseconds. */
export interface Helper {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly at?: number;
}

/** What the user sees of a channel, by the list that it stands in. */
export interface ManageLists {
  readonly restrictions: Part<Restricted>;
  readonly requests: Part<Plea>;
  readonly words: readonly Word[];
  readonly helpers: readonly Helper[];
  readonly rule: string;
}

/** A change. */
export type Doing =
  | { readonly what: 'add-word'; readonly word: string }
  | { readonly what: 'edit-word'; readonly no: number; readonly word: string }
  | { readonly what: 'remove-word'; readonly no: number }
  | { readonly what: 'remove-all-words' }
  | { readonly what: 'restrict'; readonly whom: string; readonly days: Term; readonly memo: string }
  | { readonly what: 'lift'; readonly id: string }
  | { readonly what: 'accept'; readonly no: number; readonly id: string }
  | { readonly what: 'reject'; readonly no: number; readonly judgment: string }
  | { readonly what: 'give-role'; readonly whom: string; readonly role: StreamingRole }
  | { readonly what: 'take-role'; readonly id: string }
  | { readonly what: 'set-rule'; readonly rule: string };
