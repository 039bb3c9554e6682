/** What the toolbar button says to whoever rests on it: what is wrong, or what its number counts. */
import type { QueuePlace } from '../channel/queues.ts';
import { text, type TextKey } from '../text.ts';
import type { Badge, BadgeState } from './badge.ts';

const states: Readonly<Partial<Record<BadgeState, TextKey>>> = {
  'signed-out': 'badgeSignedOut',
  failed: 'badgeFailed',
  paused: 'badgePaused',
};

/** The words for what is shown on every tab. */
export function badgeWords({ state, counted }: Badge): string {
  const known = states[state];
  if (known) return said(text(known));
  if (!counted) return text('extensionName');
  return said(counted.count === 1 ? text('badgeLiveOne') : text('badgeLive', counted.count));
}

/** The words for a tab whose channel has a queue. On CHZZK a channel is known by an id that tells nobody anything. */
export function queueWords({ platform, channel }: QueuePlace, { counted }: Badge): string {
  const { count, more } = counted ?? { count: 0, more: false };
  const where = platform === 'chzzk' ? text('badgeQueueHere') : channel;
  if (count === 0) return said(text('badgeQueueNone', where));
  return said(text(more ? 'badgeQueueMore' : count === 1 ? 'badgeQueueOne' : 'badgeQueue', where, count));
}

const said = (words: string): string => `${text('extensionName')}: ${words}`;
