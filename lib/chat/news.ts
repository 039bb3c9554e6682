/** What a platform's own stream tells of a chat, the same for every platform. Times are Unix epoch milliseconds. */
import type { ChatMessage } from './message.ts';

/** Somebody whom a piece of news is about, or whose doing it is. */
export interface Named {
  readonly id?: string;
  readonly name?: string;
}

/** One piece of news. */
export type ChatNews =
  | { readonly what: 'message'; readonly message: ChatMessage }
  /** The message `id` by `author` was hidden by a moderator, or shown again. `by` is who did that. */
  | {
      readonly what: 'hidden' | 'shown';
      readonly id: string;
      readonly author: string;
      readonly by?: Named;
    }
  /** The platform itself says something in the chat: that somebody was restricted, say. `by` did it to `about`. */
  | {
      readonly what: 'notice';
      readonly text: string;
      readonly at?: number;
      readonly about?: Named;
      readonly by?: Named;
      /** Roles that the platform shows it to, in its own words; of nobody else's concern. */
      readonly for: readonly string[];
    }
  | { readonly what: 'pinned'; readonly message: ChatMessage; readonly by?: Named }
  | { readonly what: 'unpinned' };
