/** What the user sees of a channel that they manage on CHZZK, and what they can want there. */

/** For how many days somebody can be restricted; `null`: for good. */
export const terms = [1, 3, 7, 15, 30, 90, null] as const;

/** See {@link terms}. */
export type Term = (typeof terms)[number];

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

/** A part of those who are restricted. */
export interface Restrictions {
  readonly users: readonly Restricted[];
  /** How many there are in all. */
  readonly total: number;
}

/** A change. */
export type Doing =
  | { readonly what: 'add-word'; readonly word: string }
  | { readonly what: 'edit-word'; readonly no: number; readonly word: string }
  | { readonly what: 'remove-word'; readonly no: number }
  | { readonly what: 'remove-all-words' }
  | { readonly what: 'restrict'; readonly whom: string; readonly days: Term; readonly memo: string }
  | { readonly what: 'lift'; readonly id: string };
