/** The browser's own catalogue as the source of texts. */
import { browser } from './browser.ts';
import type { TextKey, TextSource } from './text.ts';

/** Texts in the language of the browser. @see https://developer.chrome.com/docs/extensions/reference/api/i18n */
export const browserTexts: TextSource = (key, substitutions) =>
  // The catalogue types the key; a TextSource is asked for plain strings because a key may come from data.
  browser.i18n.getMessage(key as TextKey, [...substitutions]);
