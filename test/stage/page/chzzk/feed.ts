/** What the stage's server tells CHZZK's page: plain JSON. */
import type { ChzzkChatEvent, ChzzkLine, ChzzkPageOptions, ChzzkPinned } from '../../chzzk/chat.ts';

/** A message as CHZZK's page holds it. */
export interface ChatMessage {
  readonly key: string;
  /** Unix epoch milliseconds. */
  readonly time: number;
  /** The author's id. */
  readonly user: string;
  readonly type: number;
  readonly content: string;
  /** JSON text. */
  readonly extras: string;
  /** JSON text. */
  readonly profile: string;
  readonly hidden: boolean;
}

/** What the page hears. */
export type FeedEvent =
  | { readonly what: 'history'; readonly lines: readonly ChatMessage[]; readonly pinned: ChatMessage | null }
  | { readonly what: 'line'; readonly line: ChatMessage }
  | { readonly what: 'hidden'; readonly time: number; readonly user: string }
  | { readonly what: 'pinned'; readonly pinned: ChatMessage | null };

/** What the page begins with. */
export interface ChzzkStart {
  /** `replay` is the number of the channel's recording. */
  readonly channels: readonly { readonly id: string; readonly name: string; readonly replay: number }[];
  readonly options: ChzzkPageOptions;
  readonly viewer: string | null;
}

/** A line as the page gets it; of what is hidden the words are not told. */
export function lineOf(channelId: string, { at, user, role, content, type, hidden }: ChzzkLine): ChatMessage {
  return {
    key: `${at}-${user.userIdHash}`,
    time: at,
    user: user.userIdHash,
    type,
    content: hidden ? '' : content,
    extras: JSON.stringify({
      osType: 'PC',
      chatType: 'STREAMING',
      streamingChannelId: channelId,
      emojis: {},
      extraToken: 'REDACTED',
    }),
    profile: JSON.stringify({
      ...user,
      profileImageUrl: '',
      userRoleCode: role,
      badge: null,
      title: null,
      verifiedMark: false,
      activityBadges: [],
      streamingProperty: { nicknameColor: { colorCode: 'CC000' }, activatedAchievementBadgeIds: [] },
      viewerBadges: [],
    }),
    hidden,
  };
}

/** What is pinned, as the page gets it. */
export const pinnedOf = (channelId: string, pinned: ChzzkPinned | undefined): ChatMessage | null =>
  pinned ? lineOf(channelId, pinned.line) : null;

/** An event as the page gets it. */
export function feedOf(channelId: string, event: ChzzkChatEvent): FeedEvent {
  if (event.what === 'line') return { what: 'line', line: lineOf(channelId, event.line) };
  if (event.what === 'pinned') return { what: 'pinned', pinned: pinnedOf(channelId, event.pinned) };
  return { what: 'hidden', time: event.at, user: event.userId };
}
