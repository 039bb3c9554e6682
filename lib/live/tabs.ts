/** The popup's tabs. */

/** The tabs, in the order in which they stand and by which the keys 1 to 9 choose them. */
export const tabNames = ['following', 'discover', 'channel'] as const;

/** The name of a tab. */
export type TabName = (typeof tabNames)[number];

/** The tab that `name` means; the first where it means none. */
export function tabOf(name: string | null | undefined): TabName {
  return tabNames.find((tab) => tab === name) ?? tabNames[0];
}

/** The tab that the key chooses; `undefined` when it chooses none. */
export function tabOfKey(key: string): TabName | undefined {
  return /^[1-9]$/.test(key) ? tabNames[Number(key) - 1] : undefined;
}
