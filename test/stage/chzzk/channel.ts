/** What CHZZK tells anybody about a channel. */
import type { ChzzkFollows } from './follows.ts';
import type { ChzzkManage } from './manage/state.ts';

/** The channel of that id; of one that does not exist, little is said, and no refusal. */
export function channelOf(id: string, follows: ChzzkFollows, manage: ChzzkManage): object {
  const followed = follows.channels.find(({ channelId }) => channelId === id);
  const name = followed?.name ?? manage.channels.find(({ channelId }) => channelId === id)?.name;
  return {
    channelId: name === undefined ? null : id,
    channelName: name ?? '(알 수 없음)',
    channelImageUrl: followed?.imageUrl ?? null,
    verifiedMark: false,
    activatedChannelBadgeIds: [],
    channelType: null,
    channelDescription: followed?.about ?? '',
    followerCount: 1,
    openLive: followed?.live !== undefined,
    subscriptionAvailability: false,
  };
}
