/** Maps and lists that are made when they are first asked for. */

/** The inner map under `key`, made when there is none. */
export function mapUnder<V>(table: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const found = table.get(key) ?? new Map<string, V>();
  table.set(key, found);
  return found;
}

/** The list under `key`, made when there is none. */
export function listUnder<V>(table: Map<string, V[]>, key: string): V[] {
  const found = table.get(key) ?? [];
  table.set(key, found);
  return found;
}
