/**
 * A chat message as plain data, the same for every platform. Readers fill in what they can see.
 */

/**
 * Who wrote a message. `login` is lower case, and empty for somebody who did not want to be named; `id` is the platform's user
 * id as a string, absent when no reader saw it.
 */
export interface Author {
  readonly login: string;
  readonly id?: string;
  readonly name: string;
  /** `#rrggbb`, or absent when the chatter never chose a colour. */
  readonly color?: string;
  /** Badge set id → version, e.g. `{ moderator: '1', subscriber: '3016' }`. Absent when no reader saw them. */
  readonly badges?: Readonly<Record<string, string>>;
  /** For how long they have subscribed to the channel, where the page tells. */
  readonly months?: number;
}

/** The channel in whose chat a message stands. */
export interface Channel {
  readonly platform: Platform;
  /** Lower-case login (Twitch) or channel id (CHZZK). */
  readonly login: string;
  readonly id?: string;
}

/** The platforms that Sidestage knows. */
export type Platform = 'twitch' | 'chzzk';

/**
 * Why the ids of a message are not certain. `inferred`: its own id was found by author, text and time, and not seen.
 * `contradicted`: two readers said different things of it.
 */
export type Doubt = 'inferred' | 'contradicted';

/** A piece of what was written. `text` is what is read; those of all pieces together are the message. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` is the word that stands for it. */
  | { readonly kind: 'emote'; readonly text: string; readonly id?: string }
  | { readonly kind: 'mention'; readonly text: string }
  /** `href` is an http(s) address. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** What a moderator did about a message, as the page says. `by` is what they are called. */
export interface Moderated {
  readonly kind: 'timeout' | 'ban' | 'delete';
  readonly by?: string;
  /** How long a timeout lasts, s. */
  readonly seconds?: number;
}

/** What an author paid with a message. */
export type Paid =
  /** `amount` is in the platform's currency, in whole units. */
  | { readonly for: 'donation'; readonly amount?: number }
  | { readonly for: 'subscription'; readonly months?: number; readonly tier?: string }
  /** Subscriptions for others; `to` is the name of one that was chosen. */
  | { readonly for: 'gift'; readonly count?: number; readonly tier?: string; readonly to?: string };

/** One line of chat. Times are Unix epoch milliseconds. */
export interface ChatMessage {
  readonly channel: Channel;
  readonly id?: string;
  readonly author: Author;
  readonly text: string;
  /** The same in pieces, where it is more than words and the page still shows them. */
  readonly parts?: readonly Part[];
  readonly at?: number;
  readonly deleted: boolean;
  /** How it came to be deleted, where the page tells. */
  readonly moderated?: Moderated;
  readonly first?: boolean;
  readonly returning?: boolean;
  readonly action?: boolean;
  /** The author paid in the platform's points to have it stand out. */
  readonly highlighted?: boolean;
  /** A moderator or the broadcaster announced it. */
  readonly announcement?: boolean;
  /** Present when it was paid for. */
  readonly paid?: Paid;
  /** The message that this one answers, and its author's login. */
  readonly reply?: { readonly id: string; readonly login: string };
  /** The channel from which a shared-chat message came, when it is another one. */
  readonly sourceChannelId?: string;
  /** It stands where the page shows what is pinned, not among the lines. */
  readonly pinned?: true;
  /** Present when the ids are not certain: then an action asks first. */
  readonly doubt?: Doubt;
}

/** What a message is known by: its id, or where no reader saw that, who wrote what. */
export const messageKey = ({ id, author, text }: ChatMessage): string => id ?? `${author.login} ${text}`;

/** What the author is known by among those who write: the login, or where that is only what they are called, the id. */
export const chatterKey = ({ channel, author }: ChatMessage): string =>
  channel.platform === 'chzzk' ? (author.id ?? author.login) : author.login;

/** Whether two readings are of the same message. Where no reader saw its id, author and words stand for it. */
export function isSame(one: ChatMessage, other: ChatMessage): boolean {
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id;
  if (one.pinned !== other.pinned) return false;
  return one.author.login === other.author.login && one.text === other.text;
}
