/** Why not all of it was opened that was to be seen side by side, and how that is said. */
import type { Failure } from '../failure.ts';
import { describeFailure } from '../failure-text.ts';
import { text } from '../text.ts';
import { tilesAtMost } from './side-choices.ts';
import type { SideOutcome } from './side-view.ts';

/** Why not. */
export type SideTrouble =
  /** No more can be chosen. */
  | { readonly kind: 'full' }
  /** `open`: as many are open already and need room, too. */
  | { readonly kind: 'no-room'; readonly room: number; readonly open: number }
  | { readonly kind: 'refused'; readonly count: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What is wrong with it; `undefined`: all of it stands. */
export function troubleOf({ open, refused, room }: SideOutcome): SideTrouble | undefined {
  if (room !== undefined) return { kind: 'no-room', room, open };
  return refused > 0 ? { kind: 'refused', count: refused } : undefined;
}

/** That in words. */
export function troubleWords(trouble: SideTrouble): string {
  switch (trouble.kind) {
    case 'full':
      return text('sideFull', tilesAtMost);
    case 'no-room':
      return trouble.open === 0
        ? text('sideNoRoom', trouble.room)
        : text('sideNoRoomBeside', trouble.room, trouble.open);
    case 'refused':
      return text('sideRefused', trouble.count);
    case 'failed':
      return describeFailure(trouble.failure).title;
  }
}
