/** Badges in words. Their pictures and titles belong to each channel; what they mean is the same everywhere. */
import type { Author } from '../../../lib/chat/message.ts';
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

/**
 * What the badges, and what the page counts beside them, say of a subscription of the channel. The badge's version is a number
 * of months that were reached, with the tier before it: 3016 is tier 3 since 16 months at least.
 */
export function subscriberText({ badges, months }: Pick<Author, 'badges' | 'months'>): string {
  if (!badges) return text('cardUnknown');
  const version = Object.hasOwn(badges, 'subscriber') ? Number(badges['subscriber']) : undefined;
  if (version === undefined) return text(Object.hasOwn(badges, 'founder') ? 'badgeFounder' : 'no');
  if (!Number.isInteger(version) || version < 0) return text('yes');
  const length = months ?? Math.max(1, version % 1_000);
  const words = text(length === 1 ? 'cardMonth' : 'cardMonths', length);
  return text(
    'cardTier',
    months === undefined ? text('cardAtLeast', words) : words,
    Math.max(1, Math.floor(version / 1_000)),
  );
}
