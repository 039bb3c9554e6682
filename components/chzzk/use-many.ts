import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Choosing } from './Table.tsx';

/** What is done with rows that are chosen. */
export interface Many<Row> extends Pick<Choosing<Row>, 'keyOf' | 'nameOf'> {
  /** Draws that; once it is `onDone`, none of them is chosen any more. */
  readonly draw: (chosen: readonly Row[], onDone: () => void) => VNode;
}

/** Which rows of a list are chosen, and what is drawn for those of them that are in sight; nothing without `many`. */
export function useMany<Row>(many: Many<Row> | undefined): {
  readonly choosing: Choosing<Row> | undefined;
  readonly drawMany: (rows: readonly Row[]) => VNode | undefined;
} {
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set());
  const isChosen = (row: Row): boolean => chosen.has(many?.keyOf(row) ?? '');
  return {
    choosing: many && { keyOf: many.keyOf, nameOf: many.nameOf, chosen, onChoose },
    drawMany: (rows) => many?.draw(rows.filter(isChosen), () => onChoose(new Set())),
  };
}
