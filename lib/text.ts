/**
 * The words of the user interface.
 *
 * The catalogue stands in `public/_locales`; whoever draws asks for a key. Which language answers is decided once,
 * by the entrypoint, so that drawing code knows neither the browser nor the language.
 */
import type catalogue from '../public/_locales/en/messages.json';

/** The key of a text in `_locales`. */
export type TextKey = keyof typeof catalogue;

/** Finds the words for a key and fills in `$1`, `$2` …; an empty string when the key is unknown. */
export type TextSource = (key: string, substitutions: readonly string[]) => string;

let source: TextSource = (key) => key;
let language: string | undefined;
/** Made at the first number: making it is dear, and so is `toLocaleString`. */
let numbers: Intl.NumberFormat | undefined;

/** Makes `next` the source of every text in this world; its numbers and times are written as in `tag` (BCP 47). */
export function speakFrom(next: TextSource, tag?: string): void {
  source = next;
  language = tag;
  numbers = undefined;
}

/** The language of numbers and times beside our words (BCP 47); `undefined`: the browser's. */
export const spoken = (): string | undefined => language;

/** The words for `key`, with `$1`, `$2` … replaced in order. */
export function text(key: TextKey, ...substitutions: readonly (string | number)[]): string {
  return (
    source(
      key,
      substitutions.map((value) =>
        typeof value === 'number' ? (numbers ??= new Intl.NumberFormat(language)).format(value) : value,
      ),
    ) || key
  );
}
