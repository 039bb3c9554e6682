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

const day = 86_400_000;

/** The term that somebody was restricted for; `undefined` where their times fit none that can be chosen. */
export function termOf({ at, until }: Pick<Restricted, 'at' | 'until'>): Term | undefined {
  if (until === undefined) return null;
  // CHZZK's times end with the second.
  const found = terms.find((days) => days !== null && Math.abs(until - (at ?? NaN) - days * day) < 2_000);
  return found ?? undefined;
}

/** Somebody's request to be let in again; without `id`, of somebody who has left. `at` is Unix epoch milliseconds. */
export interface Plea {
  readonly no: number;
  readonly id?: string;
  readonly name?: string;
  readonly plea: string;
  readonly at?: number;
}

/** A part of a list. */
export interface Part<Row> {
  readonly rows: readonly Row[];
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

/** Somebody who follows; without `id` and `name`, of somebody who has left. `at` is Unix epoch milliseconds. */
export interface Follower {
  readonly id?: string;
  readonly name?: string;
  readonly at?: number;
}

/** Somebody who subscribes, since `at`, as {@link Follower}. `period` is for how many months they paid at once. */
export interface Subscriber extends Follower {
  /** CHZZK's own name for it. */
  readonly tier?: string;
  readonly months?: number;
  readonly period?: number;
}

/** A video or the replay of a broadcast. `at` is Unix epoch milliseconds. */
export interface Video {
  readonly no: number;
  readonly title: string;
  readonly seconds?: number;
  readonly at?: number;
  readonly views?: number;
  /** Nobody but those who manage the channel sees it. */
  readonly isHidden: boolean;
}

/** A clip. `at` is Unix epoch milliseconds. */
export interface Clip {
  readonly id: string;
  readonly title: string;
  readonly seconds?: number;
  readonly at?: number;
  /** Who made it. */
  readonly by?: string;
}

/** What a broadcast is about, by CHZZK's own names. */
export interface Category {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** How broadcasts are set up. */
export interface LiveSettings {
  readonly title: string;
  readonly category?: Category;
  readonly tags: readonly string[];
  /** Only for grown-ups. */
  readonly adult: boolean;
  /** Viewers may make clips. */
  readonly clips: boolean;
  /** How replays are published, by CHZZK's own name for it; it goes back as it came. */
  readonly replays: string;
}

/** What a channel broadcasts with. Whoever has the key can broadcast in its name. */
export interface StreamKey {
  readonly key: string;
  /** Where to. */
  readonly url?: string;
}

export type { Activity } from '../../people/people.ts';

/** The newest first, or those who have been there longest. */
export const sortings = ['RECENT', 'LONGER'] as const;
/** Months that a subscription is paid for at once. */
export const periods = [1, 3, 6] as const;
/** The kinds of subscriptions. */
export const tiers = ['TIER_1', 'TIER_2'] as const;

/** What of a list is looked for; each list heeds what it knows. */
export interface Search {
  /** Part of a name. */
  readonly name: string;
  readonly sort: (typeof sortings)[number];
  readonly period?: (typeof periods)[number];
  readonly tier?: (typeof tiers)[number];
}

/** Everything, the newest first. */
export const everything: Search = { name: '', sort: 'RECENT' };

/** Whether it leaves somebody out. */
export const isNarrow = ({ name, period, tier }: Search): boolean =>
  name !== '' || period !== undefined || tier !== undefined;

/** What the user sees of a channel, by the list that it stands in. */
export interface ManageLists {
  readonly restrictions: Part<Restricted>;
  readonly requests: Part<Plea>;
  readonly followers: Part<Follower>;
  readonly subscribers: Part<Subscriber>;
  readonly words: readonly Word[];
  readonly helpers: readonly Helper[];
  readonly rule: string;
  readonly replays: Part<Video>;
  readonly uploads: Part<Video>;
  /** Clips that others made of the channel. */
  readonly clips: Part<Clip>;
  /** Clips that the channel made. */
  readonly madeClips: Part<Clip>;
  readonly settings: LiveSettings;
}

/** The lists of a channel. */
export type ManageList = keyof ManageLists;

/** A list that was read. */
export type Found = {
  readonly [List in ManageList]: { readonly list: List; readonly found: ManageLists[List] };
}[ManageList];

/** What somebody is restricted to. */
export interface Restriction {
  readonly days: Term;
  readonly memo: string;
}

/** A change. */
export type Doing =
  | { readonly what: 'add-word'; readonly word: string }
  | { readonly what: 'edit-word'; readonly no: number; readonly word: string }
  | { readonly what: 'remove-word'; readonly no: number }
  | { readonly what: 'remove-all-words' }
  /** Whom: by their id or their nickname. With an id, the name they go by. */
  | {
      readonly what: 'restrict';
      readonly whom: string;
      readonly name?: string;
      readonly days: Term;
      readonly memo: string;
    }
  /** Takes back what was done about a viewer (`of`); `id` is that of the change. */
  | {
      readonly what: 'take-back';
      readonly id: string;
      readonly name: string;
      readonly of: 'restrict' | 'edit-restriction';
    }
  /** `was` is what it changes, where that can be chosen again. */
  | {
      readonly what: 'edit-restriction';
      readonly id: string;
      readonly name?: string;
      readonly days: Term;
      readonly memo: string;
      readonly was?: Restriction;
    }
  | { readonly what: 'lift'; readonly id: string; readonly name?: string }
  | { readonly what: 'accept'; readonly no: number; readonly id: string; readonly name?: string }
  /** Without an id, of somebody who has left. */
  | {
      readonly what: 'reject';
      readonly no: number;
      readonly judgment: string;
      readonly id?: string;
      readonly name?: string;
    }
  | { readonly what: 'give-role'; readonly whom: string; readonly role: StreamingRole }
  | { readonly what: 'take-role'; readonly id: string }
  | { readonly what: 'set-rule'; readonly rule: string }
  | { readonly what: 'remove-clip'; readonly id: string }
  | { readonly what: 'set-settings'; readonly settings: LiveSettings };
