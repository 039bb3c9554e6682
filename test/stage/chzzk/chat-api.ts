/**
 * The API about chats: which one is a channel's, the way into it, who somebody in it is, and blinding or pinning
 * what they said.
 */
import type { ChzzkChat } from './chat.ts';
import { liveStatusOf } from './live-status.ts';
import type { ManageCall } from './manage/api.ts';
import { type Permission, standing } from './manage/permissions.ts';
import { Refusal } from './manage/routes.ts';
import { type ChzzkManage, personOf } from './manage/state.ts';
import type { ChzzkUser } from './naver.ts';

const gone = new Refusal(404, '요청한 내용을 찾을 수 없습니다.');
const refused = new Refusal(403, '권한이 없습니다.');
const notices = '/nng_main/v1/chats/notices';

/** What can be changed, and what one must be allowed for that. */
const changes: Readonly<
  Record<string, { readonly needs: Permission; readonly done: 'hide' | 'pin' | 'unpin' }>
> = {
  'POST /nng_main/v1/chats/blind-message': { needs: 'CHAT_BLIND', done: 'hide' },
  [`POST ${notices}`]: { needs: 'CHAT_MANAGE', done: 'pin' },
  [`DELETE ${notices}`]: { needs: 'CHAT_MANAGE', done: 'unpin' },
};
/** Where one chats. That this host takes changes from elsewhere, nobody has seen. */
const site = 'https://chzzk.naver.com';

/** What somebody wears in a chat. */
const wornBy = (role: string): object => ({
  profileImageUrl: '',
  userRoleCode: role,
  badge: null,
  title: role === 'streamer' ? { name: '스트리머', color: '#D9B04F' } : null,
  verifiedMark: false,
  activityBadges: [
    {
      badgeNo: 1,
      badgeId: 'donation_accumulate_amount_lv1',
      name: '치즈 후원자',
      imageUrl: '',
      activated: true,
    },
    { badgeNo: 2, badgeId: 'not_worn', name: '쓰지 않는 배지', imageUrl: '', activated: false },
  ],
});

/** What ties somebody to a channel; what does not is left out. */
function streamingOf(manage: ChzzkManage, channelId: string, { userIdHash }: ChzzkUser): object {
  const channel = manage.channels.find((one) => one.channelId === channelId);
  const follower = channel?.followers.find(({ user }) => user.userIdHash === userIdHash);
  const subscriber = channel?.subscribers.find(({ user }) => user.userIdHash === userIdHash);
  return {
    streamingProperty: {
      nicknameColor: { colorCode: 'CC000' },
      ...(follower && { following: { followDate: follower.followDate } }),
      ...(subscriber && {
        subscription: {
          accumulativeMonth: subscriber.totalMonth,
          tier: subscriber.tier === 'TIER_1' ? 1 : 2,
          badge: { imageUrl: '' },
        },
      }),
    },
  };
}

/** The answer: what the envelope holds, or a refusal. `undefined`: it is no path of this API. */
export function answerChat(
  { method, url, origin, user, body }: ManageCall,
  chat: ChzzkChat,
  manage: ChzzkManage,
): { readonly content: unknown } | Refusal | undefined {
  const { hostname, pathname, searchParams } = url;
  if (hostname === 'api.chzzk.naver.com') {
    const id = /^\/polling\/v3\.1\/channels\/([0-9a-f]{32})\/live-status$/.exec(pathname)?.[1];
    if (method !== 'GET' || id === undefined) return undefined;
    return { content: liveStatusOf(id, chat) };
  }
  if (method === 'GET' && pathname === '/nng_main/v1/chats/access-token') {
    const id = searchParams.get('channelId');
    const channel = manage.channels.find(({ channelId }) => chat.idOf(channelId) === id);
    if (!channel || searchParams.get('chatType') !== 'STREAMING') return gone;
    if (!user && chat.adult.has(channel.channelId)) return new Refusal(42_601, '연령 제한 방송입니다.', 200);
    const accessToken = chat.passInto(channel.channelId, user);
    return {
      content: { accessToken, extraToken: 'REDACTED', realNameAuth: false, temporaryRestrict: null },
    };
  }
  const found = /^\/nng_main\/v1\/chats\/(?<chatId>\w+)\/users\/(?<userId>[0-9a-f]{32})\/profile$/.exec(
    pathname,
  );
  if (method === 'GET' && found?.groups) {
    if (!user) return new Refusal(401, '로그인이 필요합니다.');
    const channelId = searchParams.get('streamingChannelId') ?? '';
    const person = personOf(manage, found.groups['userId']);
    if (searchParams.get('chatType') !== 'STREAMING' || !person) return gone;
    if (found.groups['chatId'] !== chat.idOf(channelId)) return gone;
    const said = chat.lines(channelId).findLast((line) => line.user.userIdHash === person.userIdHash);
    const role = said?.role ?? 'common_user';
    return { content: { ...person, ...wornBy(role), ...streamingOf(manage, channelId, person) } };
  }
  const change = changes[`${method} ${pathname}`];
  if (!change) return undefined;
  if (!user) return new Refusal(401, '로그인이 필요합니다.');
  if (origin !== undefined && origin !== site) return refused;
  const asked = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const channel = manage.channels.find((one) => chat.idOf(one.channelId) === asked['channelId']);
  if (!channel || !standing(channel, user.userIdHash).permissions.includes(change.needs)) return refused;
  if (asked['chatType'] !== 'STREAMING') return gone;
  const { channelId } = channel;
  if (change.done === 'unpin') return chat.unpin(channelId) ? { content: null } : gone;
  if (asked['streamingChannelId'] !== channelId) return gone;
  const isThere = chat[change.done](
    channelId,
    String(asked['messageUserIdHash']),
    Number(asked['messageTime']),
    String(asked['message']),
    user,
  );
  return isThere ? { content: null } : gone;
}
