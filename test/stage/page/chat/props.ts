/**
 * The props of the chat's components, named and shaped as Twitch's: the extension finds things by them.
 */
import type { BadgeSets } from './badges.ts';
import type { ChatMessage, MessageHandlerAPI, MessageReply } from './message.ts';

/** How deleted lines are shown: gone, struck out with who did it, or behind a link. */
export type DeletedMessageDisplay = 'BRIEF' | 'DETAILED' | 'LEGACY';

/** Where a card opens, as Twitch's lines ask for it. */
export type OpenCard = (login: string, source: string, messageID: string, bottomOffset: number) => void;

/** What every line of a chat is told alike. */
export interface LineRoom {
  readonly channelID: string;
  readonly channelLogin: string;
  readonly badgeSets: BadgeSets;
  readonly currentUserID: string | undefined;
  readonly currentUserLogin: string | undefined;
  readonly currentUserDisplayName: string | undefined;
  readonly isCurrentUserModerator: boolean;
  readonly isCurrentUserLeadModerator: boolean;
  readonly isCurrentUserStaff: boolean;
  readonly deletedMessageDisplay: DeletedMessageDisplay;
  readonly showModerationIcons: boolean;
  readonly showTimestamps: boolean;
  /** 0: light; 1: dark. */
  readonly theme: 0 | 1;
  readonly useHighContrastColors: boolean;
  readonly repliesAppearancePreference: 'collapsed' | 'expanded';
  readonly disableReplyClick: boolean;
  readonly isPinnable: boolean;
  readonly sharedChatDataByChannelID: ReadonlyMap<string, unknown>;
  readonly onUsernameClick: OpenCard;
  readonly openViewerCard: OpenCard;
  readonly hideViewerCard: () => void;
  readonly setTray: (reply: ChatMessage | undefined) => void;
  readonly confirmModerationAction: (kind: 'ban' | 'timeout' | 'delete', message: ChatMessage) => void;
}

/** The props of one line. */
export interface ChatLineProps extends LineRoom {
  readonly message: ChatMessage;
  readonly reply: MessageReply | undefined;
  readonly hasReply: boolean;
  readonly isDeleted: boolean;
  readonly deletedCount: number;
  readonly isHidden: boolean;
  readonly isHistorical: boolean;
  /** The line stands inside a notice. */
  readonly isInline: boolean;
}

/** The props of the part around the whole chat. */
export interface StreamChatProps {
  readonly channelID: string;
  readonly channelLogin: string;
  readonly channelDisplayName: string;
  readonly primaryColorHex: string;
  readonly isCurrentUserModerator: boolean;
  readonly isPopout: boolean;
  readonly onSendMessage: (
    text: string,
    options?: { readonly reply?: { readonly parentMsgId: string } },
  ) => void;
}

/** The props of the controller, which all messages pass. */
export interface ChatControllerProps {
  readonly channelDisplayName: string;
  readonly channelID: string;
  readonly channelLogin: string;
  readonly chatConnectionAPI: { readonly sendMessage: StreamChatProps['onSendMessage'] };
  readonly chatRules: readonly string[];
  readonly isBackground: boolean;
  readonly isCurrentUserModerator: boolean;
  readonly isCurrentUserVIP: boolean;
  readonly isCurrentUserEditor: boolean;
  readonly isEmbedded: boolean;
  readonly isPopout: boolean;
  readonly isLoggedIn: boolean;
  readonly isReadOnly: boolean;
  readonly messageHandlerAPI: MessageHandlerAPI;
  readonly slowModeEnabled: boolean;
  readonly slowModeDuration: number;
  readonly followerModeDuration: number;
  readonly theme: 0 | 1;
  readonly userID: string | undefined;
  readonly userLogin: string | undefined;
  readonly userDisplayName: string | undefined;
}
