/**
 * What passes between the probe (page world) and the content script (isolated world).
 *
 * The content script dispatches {@link askEvent} on an element; while that dispatch still runs, the probe dispatches
 * {@link factEvent} on the same element with {@link Facts} as JSON text. Every page script could do the same, so the
 * asking side treats the answer as hostile text.
 */

/** Asks for the facts about the element on which it is dispatched. */
export const askEvent = 'sidestage:read';

/** Answers {@link askEvent}; `detail` is JSON text. */
export const factEvent = 'sidestage:fact';

/** What React's props say about one chat line. `at` is Unix epoch milliseconds, `color` is `#rrggbb`. */
export interface LineFacts {
  readonly id: string;
  readonly userId: string;
  readonly login?: string;
  readonly name?: string;
  readonly color?: string;
  readonly badges?: Readonly<Record<string, string>>;
  readonly at?: number;
  readonly text?: string;
  readonly deleted?: boolean;
  readonly first?: boolean;
  readonly returning?: boolean;
  readonly action?: boolean;
  /** The room in which a shared-chat message was written. */
  readonly sourceRoomId?: string;
  /** The message that this one answers. */
  readonly reply?: { readonly id: string; readonly login: string };
}

/** What React's props say about the chat room around an element. */
export interface RoomFacts {
  readonly channelId: string;
  readonly channelLogin: string;
  readonly isCurrentUserModerator?: boolean;
  readonly currentUserId?: string;
  readonly currentUserLogin?: string;
}

/** The probe's answer. Either half is absent when no props around the element carry it. */
export interface Facts {
  readonly line?: LineFacts;
  readonly room?: RoomFacts;
}
