/** Where in Twitch's chat something of ours may stand for good. */
import type { Point } from '../point.ts';
import { anySelector, findAnchor } from './anchors.ts';

/**
 * At the upper edge of what scrolls, between the names at the lines' beginning and our tools at their end, and beside the middle, where a
 * pointer rests on a line. `undefined` while no chat is in sight, or it does not scroll.
 */
export function quietPlace(document: Document): Point | undefined {
  const scroller = findAnchor(document, 'container')?.closest(anySelector.scroller);
  const { left = 0, top = 0, width = 0, height = 0 } = scroller?.getBoundingClientRect() ?? {};
  return width === 0 || height === 0 ? undefined : { x: left + width * 0.4, y: top };
}
