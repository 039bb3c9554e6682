/** Keeping rows where they stand while somebody aims at one of them: a list that is asked for anew may have another order. */

/** What is held. */
export interface Holding<Row> {
  /** Tells the rows apart. */
  readonly keyOf: (row: Row) => string;
  /** Who is new stands last, or waits where something else comes after the rows. */
  readonly newcomers: 'last' | 'wait';
}

/**
 * `next` in the places of what is `drawn`. Whoever is in both is drawn as new where they stood; whoever is gone stays as they
 * were, since the rows below would come up.
 */
export function inPlace<Row>(
  drawn: readonly Row[],
  next: readonly Row[],
  { keyOf, newcomers }: Holding<Row>,
): readonly Row[] {
  const rows = new Map(next.map((row) => [keyOf(row), row]));
  const still = drawn.map((row) => rows.get(keyOf(row)) ?? row);
  if (newcomers === 'wait') return still;
  const places = new Set(drawn.map(keyOf));
  return [...still, ...next.filter((row) => !places.has(keyOf(row)))];
}

/** Whether the same rows stand in the same places. */
export function isSameOrder<Row>(
  one: readonly Row[],
  other: readonly Row[],
  keyOf: Holding<Row>['keyOf'],
): boolean {
  if (one.length !== other.length) return false;
  return one.every((row, index) => {
    const there = other[index];
    return there !== undefined && keyOf(row) === keyOf(there);
  });
}
