/** What happened in a chat, in words; who it is about stands apart. */
import type { Happening } from '../../../lib/chat/happenings.ts';
import type { Paid } from '../../../lib/chat/message.ts';
import type { ChatMode } from '../../../lib/chat/mode.ts';
import type { Named } from '../../../lib/chat/news.ts';
import { text, type TextKey } from '../../../lib/text.ts';

/** What is known to have happened: "Donated 1,000 won". */
export function happenedText(one: Happening): string {
  switch (one.what) {
    case 'paid':
      return paidText(one.paid);
    case 'hidden':
      return text('happenedHidden');
    case 'shown':
      return text('happenedShown');
    case 'notice':
      return one.text;
    case 'pinned':
      return text('happenedPinned');
    case 'unpinned':
      return text('happenedUnpinned');
    case 'mode':
      return text('happenedMode', modeText(one.mode));
  }
}

function paidText(paid: Paid): string {
  switch (paid.for) {
    case 'donation':
      return paid.amount === undefined ? text('happenedDonated') : text('happenedDonatedWon', paid.amount);
    case 'subscription': {
      const { months, tier } = paid;
      const length = months === undefined ? [] : [text(months === 1 ? 'cardMonth' : 'cardMonths', months)];
      return [text('happenedSubscribed'), ...length, ...(tier === undefined ? [] : [tier])].join(', ');
    }
    case 'gift': {
      const { count = 1, to, tier } = paid;
      const gave = to === undefined ? text('happenedGave', count) : text('happenedGaveTo', to);
      return [gave, ...(tier === undefined ? [] : [tier])].join(', ');
    }
  }
}

const groups: Readonly<Record<ChatMode['who'], TextKey>> = {
  everybody: 'modeEverybody',
  followers: 'happenedModeFollowers',
  subscribers: 'happenedModeSubscribers',
  managers: 'modeManagers',
  nobody: 'modeNobody',
};

/** How a chat is set: "Followers for 10 minutes, slow mode 5 seconds". */
export function modeText(mode: ChatMode): string {
  const { who, followedMinutes, subscribersToo, slowSeconds, emotesOnly, realName } = mode;
  return [
    followedMinutes === undefined ? text(groups[who]) : text('modeFollowersFor', followedMinutes),
    ...(subscribersToo ? [text('modeSubscribersToo')] : []),
    ...(slowSeconds === undefined ? [] : [text('happenedModeSlow', slowSeconds)]),
    ...(emotesOnly ? [text('happenedModeEmotes')] : []),
    ...(realName ? [text('modeRealName')] : []),
  ].join(', ');
}

/** Who did it, by name where that is known. */
export const doerText = ({ by }: { readonly by?: Named }): string | undefined =>
  by && text('happenedBy', by.name ?? text('happenedSomebody'));
