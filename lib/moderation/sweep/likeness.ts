/**
 * How much two messages say the same, whatever was done to hide that: capitals, spaces between letters, stacked accents,
 * invisible signs, letters that only look like others, names of other people, one letter held down. Pure.
 */

/** From here on two messages are alike, as {@link likeness} counts. */
export const alike = 0.6;

/** Letters of other scripts that look like Latin ones, after capitals and accents are gone. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аɑα', 'a'],
    ['еε', 'e'],
    ['оοσς', 'o'],
    ['рρ', 'p'],
    ['сϲ', 'c'],
    ['хχ', 'x'],
    ['у', 'y'],
    ['іιı', 'i'],
    ['ј', 'j'],
    ['ѕ', 's'],
    ['ԁ', 'd'],
    ['һ', 'h'],
    ['ԛ', 'q'],
    ['ԝ', 'w'],
    ['кκ', 'k'],
    ['тτ', 't'],
    ['ν', 'v'],
    ['υ', 'u'],
  ].flatMap(([others = '', latin = '']) => Array.from(others, (letter) => [letter, latin])),
);

/** Marks on letters, signs that are not seen, and the colours of skin. */
const unseen = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]/gu;

/** What stands between words, and signs that are no pictures. */
const between = /[\p{P}\p{Z}\p{C}\p{Sk}\p{Sm}\s]/gu;

/**
 * What `text` comes to when all of that is taken off. Of a text that is nothing but signs, those are left; an empty one has
 * nothing that anybody would see.
 */
export function plain(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(unseen, '')
    // Both ways: some capitals are two letters.
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(unseen, '')
    .replace(/(^|\s)@\S+/g, '$1');
  const words = bare.replace(between, '') || bare.replace(/\s/g, '');
  const latin = Array.from(words, (letter) => lookalikes[letter] ?? letter).join('');
  // Syllables of Korean are letters again before one counts them.
  return latin.normalize('NFC').replace(/(.)\1+/gsu, '$1');
}

/** How often each pair of neighbours stands in `letters`. */
function pairsOf(letters: readonly string[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let place = 1; place < letters.length; place++) {
    const pair = `${letters[place - 1]}${letters[place]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** A function that says how much a {@link plain} text is like `one`: from 0, nothing in common, to 1, the same. */
export function likenessTo(one: string): (other: string) => number {
  const letters = Array.from(one);
  const pairs = pairsOf(letters);
  return (other) => {
    if (one === '' || other === '') return 0;
    if (one === other) return 1;
    const others = Array.from(other);
    let shared = 0;
    for (const [pair, times] of pairsOf(others)) shared += Math.min(times, pairs.get(pair) ?? 0);
    const all = letters.length + others.length - 2;
    return all <= 0 ? 0 : (2 * shared) / all;
  };
}

/** How much two messages are alike; see {@link likenessTo}. */
export const likeness = (one: string, other: string): number => likenessTo(plain(one))(plain(other));
