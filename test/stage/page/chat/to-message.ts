import type { FeedEvent, FeedLine, FeedNotice, FeedUser } from '../feed.ts';
import {
  type ChatMessage,
  type Message,
  type MessageUser,
  MessageType,
  ModerationType,
  type NoticeMessage,
} from './message.ts';
import { partsOf } from './parts.ts';

/** Where a message is read: the chat's channel, and who looks. */
export interface Reading {
  readonly channelID: string;
  readonly channelLogin: string;
  /** Login of the viewer; absent when nobody is logged in. */
  readonly viewer?: string | undefined;
  readonly moderator: boolean;
}

/** The page's message of a line of the feed. */
export function toMessage(line: FeedLine, reading: Reading, isHistorical = false): ChatMessage {
  const { reply, gone } = line;
  return {
    type: MessageType.post,
    id: line.id,
    channel: `#${reading.channelLogin}`,
    roomID: reading.channelID,
    timestamp: line.at,
    user: toUser(line.user, line.badges),
    badges: line.badges,
    badgeDynamicData:
      line.badges['subscriber'] === undefined
        ? {}
        : { subscriber: String(Number(line.badges['subscriber']) % 1000) },
    messageBody: line.text,
    message: line.text,
    messageParts: partsOf(line.text, line.user.login, reading.viewer),
    messageType: line.action ? 1 : 0,
    bits: 0,
    isVip: 'vip' in line.badges,
    isHighlighted: line.highlighted ?? false,
    deleted: gone !== undefined,
    banned: gone !== undefined && gone.how !== 'delete',
    hidden: false,
    isHistorical,
    isFirstMsg: line.first ?? false,
    isReturningChatter: line.returning ?? false,
    ...(gone && { modLogin: gone.by, modActionType: gone.how }),
    ...(gone?.seconds !== undefined && { duration: gone.seconds }),
    ...(reply && {
      reply: {
        parentMsgId: reply.id,
        parentUid: reply.userId,
        parentUserLogin: reply.login,
        parentDisplayName: reply.name,
        parentMessageBody: reply.text,
        parentDeleted: false,
        threadParentMsgId: reply.id,
        threadParentUserLogin: reply.login,
        threadParentDisplayName: reply.name,
        threadParentDeleted: false,
      },
    }),
  };
}

function toUser(user: FeedUser, badges: Readonly<Record<string, string>>): MessageUser {
  return {
    userID: user.id,
    userLogin: user.login,
    userDisplayName: user.name,
    color: user.color,
    userType: 'moderator' in badges || 'lead_moderator' in badges ? 'mod' : '',
    isIntl: user.name.toLowerCase() !== user.login,
    isSubscriber: 'subscriber' in badges,
  };
}

const noticeTypes: Readonly<Record<string, NoticeMessage['type']>> = {
  sub: MessageType.subscription,
  resub: MessageType.resubscription,
  subgift: MessageType.subGift,
  submysterygift: MessageType.subMysteryGift,
  raid: MessageType.raid,
  announcement: MessageType.announcement,
};

/** The page's message of a notice of the feed. */
export function toNotice(notice: FeedNotice, reading: Reading): ChatMessage | NoticeMessage {
  const said = toMessage(notice, reading);
  if (notice.kind === 'highlighted-message') return { ...said, isHighlighted: true };
  return {
    type: noticeTypes[notice.kind] ?? MessageType.subscription,
    id: notice.id,
    kind: notice.kind,
    channel: `#${reading.channelLogin}`,
    timestamp: notice.at,
    user: toUser(notice.user, notice.badges),
    systemMessage: notice.system,
    ...(notice.color !== undefined && { color: notice.color }),
    ...(notice.text !== '' && { message: said }),
  };
}

let actions = 0;
const actionId = (): string => `moderation-action-${++actions}`;

/** The page's messages of something that happened; moderators also read a sentence about it. */
export function toMessages(event: FeedEvent, reading: Reading): Message[] {
  switch (event.type) {
    case 'line':
      return [toMessage(event.line, reading)];
    case 'notice':
      return [toNotice(event.notice, reading)];
    case 'cleared':
      return [
        { type: MessageType.clear, id: actionId() },
        { type: MessageType.moderationAction, id: actionId(), text: 'Chat was cleared by a moderator.' },
      ];
    case 'gone': {
      const { gone, login, messageId } = event;
      const message: Message = {
        type: MessageType.moderation,
        id: actionId(),
        moderationType: ModerationType[gone.how],
        userLogin: login,
        modLogin: gone.by,
        ...(messageId !== undefined && { targetMessageID: messageId }),
        ...(gone.seconds !== undefined && { duration: gone.seconds }),
      };
      const text =
        gone.how === 'delete'
          ? `${gone.by} deleted a message from ${login}.`
          : gone.how === 'ban'
            ? `${gone.by} banned ${login}.`
            : `${gone.by} timed out ${login} for ${gone.seconds ?? 0} seconds.`;
      return reading.moderator ? [message, sentence(text)] : [message];
    }
    case 'unbanned':
      return reading.moderator
        ? [
            sentence(
              `${event.by} ${event.wasTimeout ? 'removed the timeout on' : 'unbanned'} ${event.login}.`,
            ),
          ]
        : [];
    default:
      return [];
  }
}

function sentence(text: string): Message {
  return { type: MessageType.moderationAction, id: actionId(), text };
}
