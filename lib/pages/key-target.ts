/** Whom a key means, by where the keyboard is. Pure. */

/** `line`: the line that is pointed at or walked to. `card`: the person on the card that has the keyboard. */
export type KeyTarget = 'line' | 'card' | 'nobody';

/** Controls in which letters are text, or in which keys have a meaning of their own. */
const typed = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';

/** What keeps its keys to itself. Ours are drawn in roots of their own, so that the innermost is the one that counts. */
const closed = '[role="dialog"], [role="menu"]';

/** Whom a key means that is pressed in `element`: whoever is in a card never means a line, wherever the pointer rests. */
export function keyTarget(element: Pick<Element, 'closest'> | undefined): KeyTarget {
  if (!element) return 'line';
  if (element.closest(typed)) return 'nobody';
  const place = element.closest(closed);
  if (!place) return 'line';
  return place.matches('.ss-panel') ? 'card' : 'nobody';
}
