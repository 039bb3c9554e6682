/** Which anchors hold on to the page now: plain data, for a report that a user can copy. */
import type { AnchorName } from './anchors.ts';
import { anchors } from './anchors.ts';

/** The state of one anchor. `by` is the selector that matched; absent when none did. */
export interface AnchorHealth {
  readonly name: AnchorName;
  readonly by?: string;
  /** Whether the best selector is the one that matched. */
  readonly best: boolean;
  readonly lastSeen: string;
  readonly lostWithout: string;
}

/** Looks every anchor up in `root`. Costs one query per selector, so it is for asking and not for watching. */
export function anchorHealth(root: ParentNode): readonly AnchorHealth[] {
  return (Object.keys(anchors) as AnchorName[]).map((name) => {
    const { selectors, lastSeen, lostWithout } = anchors[name];
    const by = selectors.find((selector) => root.querySelector(selector) !== null);
    return { name, ...(by !== undefined && { by }), best: by === selectors[0], lastSeen, lostWithout };
  });
}
