/** What the toolbar button says. */

import type { Counted } from '../channel/queues.ts';

/** What is known when the button is drawn. */
export interface BadgeFacts {
  readonly signedIn: boolean;
  /** The last look failed, or the sign-in has expired. */
  readonly failed: boolean;
  readonly paused: boolean;
  /** How many are live, without muted channels; `undefined`: not known. */
  readonly live: number | undefined;
  /** The user wants the number. */
  readonly counts: boolean;
}

/** The state of the button, each of which looks different. */
export type BadgeState = 'signed-out' | 'failed' | 'paused' | 'live' | 'queue' | 'plain';

/** What the button shows; `text` has room for four letters. */
export interface Badge {
  readonly state: BadgeState;
  readonly text: string;
  /** What it counts, in full; absent where it counts nothing. */
  readonly counted?: Counted;
}

/** The badge for `facts`; what the user must act on comes before what is only worth knowing. */
export function badgeOf({ signedIn, failed, paused, live, counts }: BadgeFacts): Badge {
  if (!signedIn) return { state: 'signed-out', text: '' };
  if (failed) return { state: 'failed', text: '!' };
  if (paused) return { state: 'paused', text: '||' };
  if (!counts || live === undefined || live === 0) return { state: 'plain', text: '' };
  return { state: 'live', text: shortOf(live), counted: { count: live, more: false } };
}

/** The badge of a tab whose channel has so many in its queue. */
export function queueBadge({ count, more }: Counted): Badge {
  const counted = { count, more };
  if (count === 0) return { state: 'plain', text: '', counted };
  return { state: 'queue', text: `${shortOf(count)}${more ? '+' : ''}`, counted };
}

const shortOf = (count: number): string => (count > 999 ? `${Math.floor(count / 1000)}k` : String(count));
