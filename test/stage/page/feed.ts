/**
 * What the stage's server and its page tell each other: plain JSON, over one WebSocket for each chat.
 */
import type { PageOptions } from './options.ts';

/** A person as the page needs them. */
export interface FeedUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** `#RRGGBB`, or empty. */
  readonly color: string;
}

/** What was done to a line, and by whom (login). */
export interface Gone {
  readonly how: 'delete' | 'timeout' | 'ban';
  readonly by: string;
  readonly seconds?: number;
}

/** One chat line. Times are Unix epoch milliseconds. */
export interface FeedLine {
  readonly id: string;
  readonly at: number;
  readonly user: FeedUser;
  readonly badges: Readonly<Record<string, string>>;
  readonly text: string;
  readonly action?: boolean;
  readonly first?: boolean;
  readonly returning?: boolean;
  readonly highlighted?: boolean;
  readonly reply?: {
    readonly id: string;
    readonly userId: string;
    readonly login: string;
    readonly name: string;
    readonly text: string;
  };
  readonly gone?: Gone;
}

/** A line of the system's: subscription, raid, announcement. `kind` is IRC's msg-id. */
export interface FeedNotice {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly user: FeedUser;
  readonly badges: Readonly<Record<string, string>>;
  readonly system: string;
  readonly text: string;
  readonly color?: string;
}

/** What the viewer is in the channel. */
export interface FeedRole {
  readonly moderator: boolean;
  readonly lead?: boolean;
  readonly vip?: boolean;
  readonly editor?: boolean;
}

/** From the server to the page. */
export type FeedEvent =
  | ({ readonly type: 'history'; readonly lines: readonly FeedLine[] } & FeedRole)
  | { readonly type: 'line'; readonly line: FeedLine }
  | { readonly type: 'notice'; readonly notice: FeedNotice }
  | {
      readonly type: 'gone';
      readonly login: string;
      /** One line; without it, every line of `login`. */
      readonly messageId?: string;
      readonly gone: Gone;
    }
  | {
      readonly type: 'unbanned';
      readonly login: string;
      readonly by: string;
      readonly wasTimeout: boolean;
    }
  | { readonly type: 'cleared'; readonly by: string }
  | ({ readonly type: 'role' } & FeedRole)
  | { readonly type: 'channel'; readonly channel: FeedChannel };

/** From the page to the server: the viewer says something. */
export interface FeedSaying {
  readonly type: 'say';
  readonly text: string;
  readonly replyToId?: string;
}

/** A channel as its page and the side navigation show it. */
export interface FeedChannel {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly avatar: string;
  readonly title: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly partner: boolean;
  readonly followers: number;
  readonly about: string;
  /** Absent when there are none. */
  readonly rules?: readonly string[];
  /** Absent when the channel is not live. */
  readonly live?: { readonly viewers: number; readonly startedAt: number };
}

/** What a page knows when it starts. */
export interface PageStart {
  readonly viewer?: FeedUser;
  /** The channels of the side navigation, live ones first. */
  readonly channels: readonly FeedChannel[];
  readonly options: PageOptions;
  /** What was recorded, on the page of a video or a clip: whose it is, and what was said meanwhile. */
  readonly recording?: { readonly login: string; readonly lines: readonly FeedLine[] };
}

/** What the contract test asks of the page's components: its markup, as HTML text. */
export interface Still {
  /** The whole `.stream-chat` of a popout in which these things happened. */
  chat(events: readonly FeedEvent[], room?: StillRoom): string;
  /** The chat beside a recording in which this was said. */
  replay(lines: readonly FeedLine[]): string;
  /** The page at a path, its chat empty. */
  page(path: string, start: PageStart): string;
}

/** In which room a still is taken. */
export interface StillRoom {
  readonly channel?: FeedChannel;
  readonly viewer?: FeedUser;
  readonly moderator?: boolean;
  readonly options?: Partial<PageOptions>;
  /** Title and pictures (once, twice and four times the size) of badges by `set/version`. */
  readonly badges?: Readonly<
    Record<string, { readonly title: string; readonly images: readonly [string, string?, string?] }>
  >;
}
