/** How a channel's chat is set, by what CHZZK says of its broadcast to anybody. */
import type { ChatMode } from '../../chat/mode.ts';
import type { LiveStatus } from '../public.ts';

const groups: Readonly<Record<string, ChatMode['who']>> = {
  ALL: 'everybody',
  FOLLOWER: 'followers',
  SUBSCRIBER: 'subscribers',
  MANAGER: 'managers',
};

/** The mode; `undefined` where CHZZK does not say who may write, or in a word that nobody knows. */
export function modeOf(status: LiveStatus): ChatMode | undefined {
  const { chatActive, chatAvailableGroup, minFollowerMinute, allowSubscriberInFollowerMode } = status;
  const { chatSlowModeSec, chatEmojiMode, chatAvailableCondition } = status;
  const who = chatActive === false ? 'nobody' : groups[chatAvailableGroup ?? ''];
  if (who === undefined) return undefined;
  const isForFollowers = who === 'followers';
  return {
    who,
    ...(isForFollowers && minFollowerMinute && { followedMinutes: minFollowerMinute }),
    ...(isForFollowers && allowSubscriberInFollowerMode === true && { subscribersToo: true }),
    ...(chatSlowModeSec && { slowSeconds: chatSlowModeSec }),
    ...(chatEmojiMode === true && { emotesOnly: true }),
    ...(chatAvailableCondition === 'REAL_NAME' && { realName: true }),
  };
}
