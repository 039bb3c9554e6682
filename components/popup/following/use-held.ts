import { useState } from 'preact/hooks';

import { channelKey } from '../../../lib/live/arrange.ts';
import { type Holding, inPlace, isSameOrder } from '../../../lib/live/in-place.ts';

/** A list as it is drawn. */
export interface Held<Row> {
  readonly rows: readonly Row[];
  /** It would stand otherwise, were it not held. */
  readonly isBehind: boolean;
}

/** How a list of channels is held. */
export const channels: Holding<Parameters<typeof channelKey>[0]> = { keyOf: channelKey, newcomers: 'last' };

/**
 * The list as it is drawn: while it is held, nobody changes places in it.
 *
 * @param wish what the user wants of the list; another one is theirs, and is drawn at once.
 */
export function useHeld<Row>(
  listed: readonly Row[],
  wish: readonly unknown[],
  isHeld: boolean,
  holding: Holding<Row>,
): Held<Row> {
  const [before, setBefore] = useState({ listed, wish, rows: listed });
  const isOtherWish = wish.some((part, index) => part !== before.wish[index]);
  const isStill = isHeld && !isOtherWish;
  let { rows } = before;
  if (before.listed !== listed || isOtherWish || (!isStill && rows !== listed)) {
    rows = isStill ? inPlace(rows, listed, holding) : listed;
    setBefore({ listed, wish, rows });
  }
  return { rows, isBehind: rows !== listed && !isSameOrder(rows, listed, holding.keyOf) };
}
