/**
 * The plain records of which the stage's world is made. Times are Unix epoch milliseconds by the world's clock.
 */

/** A person on the stage. `id` is numeric text, as Twitch's ids are. */
export interface User {
  readonly id: string;
  login: string;
  displayName: string;
  type: '' | 'admin' | 'global_mod' | 'staff';
  broadcasterType: '' | 'affiliate' | 'partner';
  description: string;
  profileImageUrl: string;
  offlineImageUrl: string;
  email: string;
  readonly createdAt: number;
  /** Chat colour, `#RRGGBB`, or empty when never chosen. */
  color: string;
  /** What the user types as a password on the stage's log-in page; changing it ends every token. */
  passwordVersion: number;
  verifiedPhone: boolean;
}

/** A game or other category. */
export interface Category {
  readonly id: string;
  readonly name: string;
  readonly igdbId: string;
}

/** What stands on a channel's page whether it is live or not. The channel's id is its user's id. */
export interface Channel {
  readonly id: string;
  title: string;
  categoryId: string;
  language: string;
  tags: readonly string[];
  /** Stream delay, seconds. */
  delay: number;
  labels: readonly string[];
  brandedContent: boolean;
}

/** A stream that is live now. */
export interface Stream {
  readonly id: string;
  readonly channelId: string;
  readonly startedAt: number;
  viewers: number;
  readonly rerun: boolean;
}

/** A line that a reply answers. */
export interface ReplyTo {
  readonly messageId: string;
  readonly userId: string;
  readonly login: string;
  readonly displayName: string;
  readonly text: string;
}

/** One chat line, as it stood when it was said. */
export interface ChatLine {
  /** UUID. */
  readonly id: string;
  readonly channelId: string;
  readonly userId: string;
  readonly login: string;
  readonly displayName: string;
  /** `#RRGGBB`, or empty when the chatter never chose one. */
  readonly color: string;
  /** Badge set id to version, in the order in which they are drawn. */
  readonly badges: Readonly<Record<string, string>>;
  readonly text: string;
  readonly at: number;
  readonly isFirst: boolean;
  readonly isReturning: boolean;
  readonly isAction: boolean;
  readonly replyTo?: ReplyTo;
}

/** What a caller gives to have a line said; everything else follows from the world. */
export interface Saying {
  /** Login or id of the chatter; somebody unknown is made up on the spot. */
  readonly from: string;
  readonly text: string;
  readonly displayName?: string;
  readonly color?: string;
  readonly badges?: Readonly<Record<string, string>>;
  readonly isFirst?: boolean;
  readonly isReturning?: boolean;
  readonly isAction?: boolean;
  readonly id?: string;
  /** Id of the line that this one answers. */
  readonly replyToId?: string;
}

/** A ban (no `until`) or a timeout that runs out at `until`. */
export interface Ban {
  readonly channelId: string;
  readonly userId: string;
  readonly moderatorId: string;
  readonly reason: string;
  readonly at: number;
  readonly until?: number;
}
