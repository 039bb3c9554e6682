/** Where in CHZZK's chat something of ours may stand for good. */
import type { Point } from '../point.ts';
import { anySelector, findAnchor } from './anchors.ts';

/**
 * The middle of the chat's upper edge, under what is pinned: names and our tools stand at a line's ends, and the newest lines at
 * the other edge, so that nothing is pressed there. `undefined` while no chat is in sight.
 */
export function quietPlace(document: Document): Point | undefined {
  const log = findAnchor(document, 'log');
  const { left = 0, top = 0, width = 0, height = 0 } = log?.getBoundingClientRect() ?? {};
  if (!log || width === 0 || height === 0) return undefined;
  const pinned = log.querySelector(anySelector.pinned)?.getBoundingClientRect().bottom ?? top;
  // What is called so and reaches far down lies over the chat rather than above it.
  return { x: left + width / 2, y: pinned > top && pinned < top + height / 2 ? pinned : top };
}
