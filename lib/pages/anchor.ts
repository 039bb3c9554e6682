/** A place in somebody else's page that Sidestage holds on to. Each site has a table of them. */

/** What can be off in a page: the key of the words for it. */
export type Loss =
  | 'lossTools'
  | 'lossRole'
  | 'lossHolding'
  | 'lossHeld'
  | 'lossNames'
  | 'lossWords'
  | 'lossModerators'
  | 'lossDeleted'
  | 'lossActions'
  | 'lossKinds'
  | 'lossTheme'
  | 'lossIds'
  | 'lossAuthors';

/** One anchor. */
export interface Anchor {
  readonly selectors: readonly [string, ...string[]];
  /** The month in which it was last found in a real page. */
  readonly lastSeen: `${number}-${number}`;
  /** Where it must be: in every chat, in every live one, in every line; else it is there now and then. */
  readonly in?: 'chat' | 'live' | 'line';
  /** What then fails; names, words and the like only where the probe is silent too. */
  readonly loss: Loss;
}

/** One selector for each anchor of a table that matches whatever any of its selectors matches. */
export const anySelectorOf = <Name extends string>(
  table: Readonly<Record<Name, Anchor>>,
): Readonly<Record<Name, string>> =>
  Object.fromEntries(
    Object.entries<Anchor>(table).map(([name, { selectors }]) => [name, selectors.join(',')]),
  ) as Record<Name, string>;

/** The first element in `root` for an anchor, by its best selector that matches at all. */
export function findBy({ selectors }: Anchor, root: ParentNode): Element | undefined {
  for (const selector of selectors) {
    const element = root.querySelector(selector);
    if (element) return element;
  }
  return undefined;
}
