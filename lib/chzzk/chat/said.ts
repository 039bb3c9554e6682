/**
 * One message object, live or out of the history, as news. Each field has two names: that of what comes live, and that of the
 * history.
 *
 * The extras hold a secret of the author's, which CHZZK sends to everybody. They are taken apart here, and only what is named
 * below leaves this file.
 */
import type { ChatMessage, Paid } from '../../chat/message.ts';
import type { ChatNews } from '../../chat/news.ts';
import { authorOf, namedBy } from './author.ts';
import { countOf, type Fields, partOf, read, textOf, timeOf } from './fields.ts';
import { messageId } from './message-id.ts';
import { partsOf } from './parts.ts';

/** CHZZK's numbers for what a message is; what is not named is shown by its words alone. */
const types = { text: 1, donation: 10, subscription: 11, gift: 12, system: 30 } as const;

/** The chat that is read. */
export interface Room {
  /** The channel's id. */
  readonly channel: string;
  /** The id of its chat, which changes from broadcast to broadcast. */
  readonly chat: string;
}

/** What `fields` say; `undefined` where that is nothing, or is said elsewhere. */
export function newsOf(fields: Fields, room: Room): ChatNews | undefined {
  const { chat } = room;
  if ((read(fields, 'cid', 'channelId') ?? chat) !== chat) return undefined;
  const extras = partOf(read(fields, 'extras'));
  if (read(fields, 'msgTypeCode', 'messageTypeCode') === types.system) return noticeOf(fields, extras);
  const message = messageOf(fields, extras, room);
  return message && { what: 'message', message };
}

/** What is pinned: a message, and in its extras who pinned it. */
export function pinnedIn(fields: Fields, room: Room): ChatNews | undefined {
  const extras = partOf(read(fields, 'extras'));
  const message = messageOf(fields, extras, room);
  const by = namedBy(read(extras, 'registerProfile'));
  return message && { what: 'pinned', message, ...(by && { by }) };
}

function messageOf(fields: Fields, extras: Fields, { channel }: Room): ChatMessage | undefined {
  const type = read(fields, 'msgTypeCode', 'messageTypeCode') ?? types.text;
  const author = authorOf(
    read(fields, 'uid', 'userId'),
    read(fields, 'profile'),
    channel,
    read(extras, 'nickname'),
  );
  const at = timeOf(read(fields, 'msgTime', 'messageTime') ?? read(fields, 'ctime', 'createTime'));
  const text = textOf(read(fields, 'msg', 'content')) ?? '';
  if (!author || at === undefined) return undefined;
  const paid = paidIn(type, extras);
  const parts = partsOf(text, Object.keys(partOf(read(extras, 'emojis'))));
  return {
    channel: { platform: 'chzzk', login: channel, id: channel },
    // What was paid for cannot be hidden, or pinned, by its time and author.
    ...(type === types.text && author.id !== undefined && { id: messageId(at, author.id) }),
    author,
    text,
    ...(parts && { parts }),
    at,
    deleted: (read(fields, 'msgStatusType', 'messageStatusType') ?? 'NORMAL') !== 'NORMAL',
    ...(paid && { paid }),
  };
}

function paidIn(type: unknown, extras: Fields): Paid | undefined {
  const tier = textOf(read(extras, 'tierName', 'giftTierName'));
  switch (type) {
    case types.donation: {
      const amount = countOf(read(extras, 'payAmount'));
      return { for: 'donation', ...(amount !== undefined && { amount }) };
    }
    case types.subscription: {
      const months = countOf(read(extras, 'month'));
      return { for: 'subscription', ...(months !== undefined && { months }), ...(tier && { tier }) };
    }
    case types.gift: {
      const count = countOf(read(extras, 'quantity'));
      const to = textOf(read(extras, 'receiverNickname'));
      return {
        for: 'gift',
        ...(count !== undefined && { count }),
        ...(tier !== undefined && { tier }),
        ...(to !== undefined && { to }),
      };
    }
    default:
      return undefined;
  }
}

function noticeOf(fields: Fields, extras: Fields): ChatNews | undefined {
  const text = textOf(read(extras, 'description')) ?? textOf(read(fields, 'msg', 'content'));
  if (text === undefined) return undefined;
  const params = partOf(read(extras, 'params'));
  const about = namedBy(read(params, 'targetChatProfileJson'), read(params, 'targetNickname'));
  const by = namedBy(read(params, 'registerChatProfileJson'), read(params, 'registerNickname'));
  const at = timeOf(read(fields, 'msgTime', 'messageTime'));
  const roles = read(extras, 'visibleRoles');
  return {
    what: 'notice',
    text,
    for: Array.isArray(roles) ? roles.slice(0, 20).flatMap((role) => textOf(role) ?? []) : [],
    ...(at !== undefined && { at }),
    ...(about && { about }),
    ...(by && { by }),
  };
}
