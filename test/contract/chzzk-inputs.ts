/** CHZZK's management calls, and something that each of them takes. */
import type { ManageCall } from '../../lib/chzzk/manage/call.ts';
import { manageCalls } from '../../lib/chzzk/manage/calls.ts';

/** The rows of the table. */
export const rows: readonly ManageCall[] = Object.values(manageCalls).flatMap((group) =>
  Object.values<ManageCall>(group),
);

export const channelId = `c${'0'.repeat(30)}1`;
export const targetId = `a${'0'.repeat(30)}1`;

/** Something that every call takes. */
const inputs = {
  path: { prohibitWordNo: 101, targetId, requestNo: 7, clipUID: 'abcdefghij' },
  query: {
    page: 0,
    size: 50,
    keyword: '리턴',
    offset: 0,
    sortType: 'RECENT',
    dateFilter: 'ALL',
    orderFilter: 'LATEST',
  },
  body: {
    prohibitWord: '바보',
    targetId,
    restrictDays: null,
    memo: '',
    judgment: '…',
    userRoleType: 'STREAMING_CHAT_MANAGER',
    rule: '…',
    chatChannelId: 'N2xxxx',
    channelId: 'N2xxxx',
    chatType: 'STREAMING',
    message: '…',
    messageTime: 1,
    messageUserIdHash: targetId,
    streamingChannelId: channelId,
    extras: null,
    adult: false,
    defaultLiveTitle: '…',
    categoryType: 'GAME',
    liveCategory: 'x',
    tags: [],
    clipActive: true,
    replayPublishType: 'X',
  },
};

/** An input of `row`. */
export const inputOf = (row: ManageCall): object => ({
  ...inputs,
  query: { ...inputs.query, videoType: row.id === 'videos.replays' ? 'REPLAY' : 'UPLOAD' },
});
