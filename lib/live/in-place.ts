/** Keeping rows where they stand while somebody aims at one of them: a list that is asked for anew may have another order. */
import { channelKey } from './arrange.ts';
import type { LiveStream } from './stream.ts';

type Keyed = Pick<LiveStream, 'platform' | 'channelId'>;

/**
 * `next` in the places of what is `drawn`. Whoever is in both is drawn as new where they stood; whoever is gone stays as they
 * were, since the rows below would come up; and whoever is new stands at the end.
 */
export function inPlace<Row extends Keyed>(drawn: readonly Row[], next: readonly Row[]): readonly Row[] {
  const rows = new Map(next.map((row) => [channelKey(row), row]));
  const places = new Set(drawn.map(channelKey));
  return [
    ...drawn.map((row) => rows.get(channelKey(row)) ?? row),
    ...next.filter((row) => !places.has(channelKey(row))),
  ];
}

/** Whether the same channels stand in the same places. */
export function isSameOrder(one: readonly Keyed[], other: readonly Keyed[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((row, index) => {
    const there = other[index];
    return there !== undefined && channelKey(row) === channelKey(there);
  });
}
