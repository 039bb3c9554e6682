/**
 * The messages that flow through the page's chat, in the shape of Twitch's own props: the extension reads these.
 */

/** Kinds of message, by Twitch's numbers. */
export const MessageType = {
  post: 0,
  moderation: 2,
  moderationAction: 3,
  connected: 11,
  subscription: 17,
  resubscription: 18,
  clear: 23,
  raid: 26,
  subGift: 36,
  subMysteryGift: 38,
  announcement: 48,
} as const;

/** Kinds of the pieces of a message's text. */
export const PartType = { text: 0, mention: 4, link: 5, emote: 6 } as const;

/** Kinds of a moderation message. */
export const ModerationType = { ban: 0, timeout: 1, delete: 2 } as const;

export type MessagePart =
  | { readonly type: typeof PartType.text; readonly content: string }
  | {
      readonly type: typeof PartType.mention;
      /** 0: somebody else; 1: the viewer is spoken to; 2: the viewer speaks. */
      readonly content: { readonly recipient: string; readonly currentUserMentionRelation: 0 | 1 | 2 };
    }
  | {
      readonly type: typeof PartType.link;
      readonly content: { readonly displayText: string; readonly url: string };
    }
  | {
      readonly type: typeof PartType.emote;
      readonly content: {
        readonly alt: string;
        readonly emoteID: string;
        readonly images: {
          readonly dark: { readonly '1x': string; readonly '2x': string; readonly '4x': string };
          readonly light: { readonly '1x': string; readonly '2x': string; readonly '4x': string };
          readonly themed: boolean;
        };
      };
    };

export interface MessageUser {
  readonly userID: string;
  readonly userLogin: string;
  readonly userDisplayName: string;
  readonly color: string;
  readonly userType: string;
  readonly isIntl: boolean;
  readonly isSubscriber: boolean;
}

/** The line that a reply answers, and the first of its thread. */
export interface MessageReply {
  readonly parentMsgId: string;
  readonly parentUid: string;
  readonly parentUserLogin: string;
  readonly parentDisplayName: string;
  readonly parentMessageBody: string;
  readonly parentDeleted: boolean;
  readonly threadParentMsgId: string;
  readonly threadParentUserLogin: string;
  readonly threadParentDisplayName: string;
  readonly threadParentDeleted: boolean;
}

/** A line that somebody said. */
export interface ChatMessage {
  readonly type: typeof MessageType.post;
  readonly id: string;
  readonly channel: string;
  readonly roomID: string;
  readonly sourceRoomID?: string;
  /** Unix epoch, ms. */
  readonly timestamp: number;
  readonly user: MessageUser;
  readonly badges: Readonly<Record<string, string>>;
  readonly badgeDynamicData: Readonly<Record<string, string>>;
  readonly messageBody: string;
  readonly message: string;
  readonly messageParts: readonly MessagePart[];
  /** 0: said; 1: done with /me. */
  readonly messageType: 0 | 1;
  readonly bits: number;
  readonly isVip: boolean;
  readonly isHighlighted: boolean;
  readonly deleted: boolean;
  readonly banned: boolean;
  readonly hidden: boolean;
  readonly isHistorical: boolean;
  readonly isFirstMsg: boolean;
  readonly isReturningChatter: boolean;
  readonly modLogin?: string;
  readonly modActionType?: 'ban' | 'timeout' | 'delete';
  /** Of a timeout, seconds. */
  readonly duration?: number;
  readonly reply?: MessageReply;
}

/** A subscription, raid or announcement. */
export interface NoticeMessage {
  readonly type:
    | typeof MessageType.subscription
    | typeof MessageType.resubscription
    | typeof MessageType.subGift
    | typeof MessageType.subMysteryGift
    | typeof MessageType.raid
    | typeof MessageType.announcement;
  readonly id: string;
  readonly kind: string;
  readonly channel: string;
  readonly timestamp: number;
  readonly user: MessageUser;
  readonly systemMessage: string;
  readonly color?: string;
  /** What the person said with it. */
  readonly message?: ChatMessage;
}

/** Somebody's lines, or one of them, are to go. */
export interface ModerationMessage {
  readonly type: typeof MessageType.moderation;
  readonly id: string;
  readonly moderationType: 0 | 1 | 2;
  readonly userLogin: string;
  readonly targetMessageID?: string;
  /** Seconds. */
  readonly duration?: number;
  readonly modLogin: string;
}

/** A sentence for moderators about what one of them did. */
export interface ModerationActionMessage {
  readonly type: typeof MessageType.moderationAction;
  readonly id: string;
  readonly text: string;
}

/** The greeting, and the chat emptied. */
export interface RoomMessage {
  readonly type: typeof MessageType.connected | typeof MessageType.clear;
  readonly id: string;
}

/** Everything that goes through the page's message handlers. */
export type Message = ChatMessage | NoticeMessage | ModerationMessage | ModerationActionMessage | RoomMessage;

/** What stands in the list. */
export type ListedMessage = ChatMessage | NoticeMessage | ModerationActionMessage | RoomMessage;

/** The hub through which every message goes; the page and other extensions hang on to it. */
export interface MessageHandlerAPI {
  addMessageHandler(handler: (message: Message) => void): void;
  removeMessageHandler(handler: (message: Message) => void): void;
  handleMessage(message: Message): void;
}

/** Makes a hub. */
export function messageHandlers(): MessageHandlerAPI {
  const handlers = new Set<(message: Message) => void>();
  return {
    addMessageHandler: (handler) => void handlers.add(handler),
    removeMessageHandler: (handler) => void handlers.delete(handler),
    handleMessage: (message) => handlers.forEach((handler) => handler(message)),
  };
}
