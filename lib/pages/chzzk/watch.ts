/** Where CHZZK's lines come. It draws new messages into rows that it has, so that what is in a row is looked at as well. */
import type { LinePlace } from '../watch.ts';
import { findAnchor, inOrder, rowAt, rowsIn } from './anchors.ts';

/** The place of the lines in `document`. */
export const linePlace = (document: Document): LinePlace => ({
  document,
  container: () => findAnchor(document, 'log'),
  observed: { childList: true, subtree: true, characterData: true },
  rowsOf: (record) => {
    const { target, addedNodes, removedNodes } = record;
    // What we hang on a row, or draw beside it, is no news.
    if (record.type === 'childList' && [...addedNodes, ...removedNodes].every(isOurs)) return undefined;
    const row = rowAt(target instanceof Element ? target : target.parentElement);
    return row ? [row] : addedNodes;
  },
  linesIn: (node) => {
    if (!(node instanceof HTMLElement)) return [];
    const row = rowAt(node);
    return row ? [row] : inOrder(rowsIn(node));
  },
});

const isOurs = ({ nodeName }: Node): boolean => nodeName.startsWith('SIDESTAGE-');
