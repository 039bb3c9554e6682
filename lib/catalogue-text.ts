/** A catalogue that was loaded by hand as the source of texts: for a language other than the browser's. */
import type { TextSource } from './text.ts';

/** The form of `_locales/<language>/messages.json`. */
export type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** Texts of `catalogue`, with `$1` … `$9` filled in as the browser does it. */
export function catalogueTexts(catalogue: Catalogue): TextSource {
  return (key, substitutions) => {
    const message = Object.hasOwn(catalogue, key) ? catalogue[key]?.message : undefined;
    return (message ?? '').replace(/\$([1-9])/g, (_match, place) => substitutions[Number(place) - 1] ?? '');
  };
}
