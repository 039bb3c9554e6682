/** Badges in words. Their pictures and titles belong to each channel; what they mean is the same everywhere. */
import { text, type TextKey } from '../../../lib/text.ts';

const words: Readonly<Record<string, TextKey>> = {
  broadcaster: 'standingBroadcaster',
  moderator: 'standingModerator',
  vip: 'badgeVip',
  subscriber: 'badgeSubscriber',
  founder: 'badgeFounder',
};

/** The badge of a set in words, with its version where that is a number worth saying. */
export function badgeText(set: string, version: string): string {
  const key = Object.hasOwn(words, set) ? words[set] : undefined;
  const name = key === undefined ? set.replaceAll(/[-_]/g, ' ') : text(key);
  return set === 'bits' ? `${name} ${version}` : name;
}

/** Whether the badges are those of a subscriber of the channel. */
export function isSubscriber(badges: Readonly<Record<string, string>> | undefined): boolean {
  return badges !== undefined && ['subscriber', 'founder'].some((set) => Object.hasOwn(badges, set));
}
