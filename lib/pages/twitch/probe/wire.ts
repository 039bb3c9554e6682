/** What the probe tells of Twitch's pages. */
import type { PageRole } from '../../../channel/role.ts';
import type { Moderated } from '../../../chat/message.ts';

/** What React's props say about one chat line. `at` is Unix epoch milliseconds, `color` is `#rrggbb`. */
export interface LineFacts {
  readonly id: string;
  readonly userId: string;
  readonly login?: string;
  readonly name?: string;
  readonly color?: string;
  readonly badges?: Readonly<Record<string, string>>;
  /** Months of subscription. */
  readonly months?: number;
  readonly at?: number;
  readonly text?: string;
  readonly deleted?: boolean;
  /** Who deleted it, how; told to moderators. */
  readonly moderated?: Moderated;
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
  /** What else the user is there. */
  readonly also?: readonly PageRole[];
  readonly currentUserId?: string;
  readonly currentUserLogin?: string;
  /** The rules that the channel shows its chatters. */
  readonly rules?: readonly string[];
}

/** Of a channel's rules so many are told, none of them longer, and in letters no more than this together. */
export const ruleLimits = { rules: 20, text: 500, together: 6_000 } as const;

/** The probe's answer. Either half is absent when no props around the element carry it. */
export interface Facts {
  readonly line?: LineFacts;
  readonly room?: RoomFacts;
}
