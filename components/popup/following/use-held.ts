import { useState } from 'preact/hooks';

import { inPlace, isSameOrder } from '../../../lib/live/in-place.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';

/** A list as it is drawn. */
export interface Held<Row> {
  readonly rows: readonly Row[];
  /** It would stand otherwise, were it not held. */
  readonly isBehind: boolean;
}

/**
 * The list as it is drawn: while it is held, nobody changes places in it.
 *
 * @param wish what the user wants of the list; another one is theirs, and is drawn at once.
 */
export function useHeld<Row extends Pick<LiveStream, 'platform' | 'channelId'>>(
  listed: readonly Row[],
  wish: readonly unknown[],
  isHeld: boolean,
): Held<Row> {
  const [before, setBefore] = useState({ listed, wish, rows: listed });
  const isOtherWish = wish.some((part, index) => part !== before.wish[index]);
  const isStill = isHeld && !isOtherWish;
  let { rows } = before;
  if (before.listed !== listed || isOtherWish || (!isStill && rows !== listed)) {
    rows = isStill ? inPlace(rows, listed) : listed;
    setBefore({ listed, wish, rows });
  }
  return { rows, isBehind: rows !== listed && !isSameOrder(rows, listed) };
}
