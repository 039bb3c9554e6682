import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import { spoken } from '../lib/text.ts';

/** The language of numbers and times (BCP 47); `undefined` follows the words. */
export const Locale = createContext<string | undefined>(undefined);

/** `own` if it was given, else the language of the face. */
export function useLocale(own: string | undefined): string | undefined {
  const around = useContext(Locale);
  return own ?? around ?? spoken();
}
