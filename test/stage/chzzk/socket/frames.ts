/** What CHZZK's chat server sends. A message is spelled in one way as it comes, and in another in the history. */
import { lineOf } from '../../page/chzzk/feed.ts';
import type { ChzzkLine, ChzzkPinned } from '../chat.ts';
import type { ChzzkUser } from '../naver.ts';

/** Where a message stands. */
export interface Place {
  readonly channelId: string;
  readonly chatId: string;
  /** How many are in the chat. */
  readonly members: number;
}

/** A frame as it goes out; what the server does not set is `null` there. */
export const frameOf = (chatId: string, cmd: number, bdy: unknown, more: object = {}): string =>
  JSON.stringify({ svcid: 'game', ver: '1', bdy, cmd, tid: null, cid: chatId, ...more });

const donation = JSON.stringify({
  isAnonymous: false,
  payType: 'CURRENCY',
  payAmount: 1000,
  donationId: 'REDACTED',
  donationType: 'CHAT',
  weeklyRankList: [],
});

const stateOf = ({ hidden }: ChzzkLine): string => (hidden ? 'HIDDEN' : 'NORMAL');
const wordsOf = ({ hidden, content }: ChzzkLine): string => (hidden ? '' : content);

/** The JSON texts in a message. */
function texts(channelId: string, line: ChzzkLine): { readonly profile: string; readonly extras: string } {
  const { profile, extras } = lineOf(channelId, line);
  return { profile, extras: line.type === 10 ? donation : extras };
}

/** A message as it comes. */
export function liveMessage({ channelId, chatId, members }: Place, line: ChzzkLine): object {
  const { at, user, type } = line;
  const { profile, extras } = texts(channelId, line);
  return {
    svcid: 'game',
    cid: chatId,
    mbrCnt: members,
    uid: user.userIdHash,
    profile,
    msg: wordsOf(line),
    msgTypeCode: type,
    msgStatusType: stateOf(line),
    extras,
    ctime: at,
    utime: at,
    msgTid: null,
    cuid: null,
    msgTime: at,
  };
}

/** The same in the history. */
export function recentMessage({ channelId, chatId, members }: Place, line: ChzzkLine): object {
  const { at, user, type } = line;
  const { profile, extras } = texts(channelId, line);
  return {
    serviceId: 'game',
    channelId: chatId,
    userId: user.userIdHash,
    profile,
    content: wordsOf(line),
    messageTypeCode: type,
    messageStatusType: stateOf(line),
    extras,
    createTime: at,
    updateTime: at,
    messageTime: at,
    memberCount: members,
  };
}

/** A blind event; `CANCEL` is the only type that anybody has seen. */
export const blindBody = (
  chatId: string,
  { at, userId, by }: { readonly at: number; readonly userId: string; readonly by?: ChzzkUser },
  blindType = 'HIDDEN',
): object => ({
  serviceId: 'game',
  channelId: chatId,
  messageTime: at,
  userId,
  blindType,
  blindUserId: by?.userIdHash ?? null,
  message: null,
});

/** A message that was pinned; who did that stands among its extras. */
export const pinnedBody = (place: Place, { line, by }: ChzzkPinned): object => ({
  ...liveMessage(place, line),
  extras: JSON.stringify({
    ...(JSON.parse(texts(place.channelId, line).extras) as object),
    registerProfile: { ...by, userRoleCode: 'streamer' },
  }),
});

/** A line that the site itself writes: who restricted whom, say. */
export function systemMessage(
  { chatId, members }: Place,
  at: number,
  said: { readonly description: string; readonly by?: string; readonly about?: string },
): object {
  return {
    svcid: 'game',
    cid: chatId,
    mbrCnt: members,
    uid: 'SYSTEM_MESSAGE',
    profile: '{}',
    msg: said.description,
    msgTypeCode: 30,
    msgStatusType: 'NORMAL',
    extras: JSON.stringify({
      description: said.description,
      styleType: 1,
      visibleRoles: ['streamer', 'streaming_channel_manager', 'streaming_chat_manager'],
      params: {
        registerNickname: said.by ?? null,
        targetNickname: said.about ?? null,
        registerChatProfileJson: null,
        targetChatProfileJson: null,
      },
    }),
    ctime: at,
    utime: at,
    msgTid: null,
    msgTime: at,
  };
}
