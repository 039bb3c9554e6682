/** Finding endpoints by a few words. */

/** What is searched. */
export interface Searchable {
  readonly id: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly category: string;
  /** Names of its parameters and scopes. */
  readonly words: readonly string[];
}

/** How much a hit in each place says. */
const weights = { start: 8, word: 5, name: 3, path: 3, category: 2, method: 2, words: 1 } as const;

/**
 * Those of `items` in which every word of `query` is found, the best first; among equals the order stays. An empty query
 * finds all.
 */
export function search<Item extends Searchable>(items: readonly Item[], query: string): readonly Item[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items
    .map((item) => ({ item, score: scoreOf(item, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ item }) => item);
}

/** 0 unless all words are found. */
function scoreOf(item: Searchable, words: readonly string[]): number {
  const scores = words.map((word) => wordScore(item, word));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function wordScore(item: Searchable, word: string): number {
  const name = item.name.toLowerCase();
  if (name.startsWith(word)) return weights.start;
  if (` ${name}`.includes(` ${word}`)) return weights.word;
  if (name.includes(word) || item.id.includes(word)) return weights.name;
  if (item.path.toLowerCase().includes(word)) return weights.path;
  if (item.method.toLowerCase() === word) return weights.method;
  if (item.category.toLowerCase().includes(word)) return weights.category;
  return item.words.some((other) => other.toLowerCase().includes(word)) ? weights.words : 0;
}
