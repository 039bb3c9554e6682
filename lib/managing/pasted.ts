/** Words that somebody pasted, sorted by what can be done with them. */

/** So long a word may be that we send; how much CHZZK takes it says itself. */
export const longestWord = 500;

/** What became of the lines. */
export interface Pasted {
  /** Each once, in the order of the lines. */
  readonly fresh: readonly string[];
  /** Those that the list has already. */
  readonly known: readonly string[];
  /** Those that are too long. */
  readonly tooLong: readonly string[];
}

const keyOf = (word: string): string => word.trim().toLocaleLowerCase();

/** Whether two words are the same one. */
export const isSameWord = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

/** One word a line; `there` are those of the list. */
export function sortPasted(lines: string, there: readonly string[]): Pasted {
  const known = new Set(there.map(keyOf));
  const all = new Map(lines.split(/\r?\n/).map((line) => [keyOf(line), line.trim()] as const));
  all.delete('');
  const words = [...all.values()];
  const fits = (word: string): boolean => word.length <= longestWord;
  return {
    fresh: words.filter((word) => fits(word) && !known.has(keyOf(word))),
    known: words.filter((word) => known.has(keyOf(word))),
    tooLong: words.filter((word) => !fits(word)),
  };
}
