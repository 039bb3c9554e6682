/** Where Twitch's lines come. */
import type { LinePlace } from '../watch.ts';
import { anchors, anySelector, findAnchor } from './anchors.ts';

/** The place of the lines in `document`. */
export const linePlace = (document: Document): LinePlace => ({
  document,
  container: () => findAnchor(document, 'container'),
  rowsOf: ({ addedNodes }) => addedNodes,
  linesIn,
});

/** The lines in one row of the container: one as a rule, none in a status row. */
function linesIn(row: Node): readonly HTMLElement[] {
  if (!(row instanceof HTMLElement)) return [];
  // One class alone is what browsers find fastest.
  const [usual] = anchors.line.selectors;
  const lines = row.querySelectorAll<HTMLElement>(usual);
  if (lines.length > 0) return [...lines];
  return row.matches(anySelector.line) ? [row] : [...row.querySelectorAll<HTMLElement>(anySelector.line)];
}
