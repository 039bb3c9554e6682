/** The browser's own catalogue as the source of texts. */
import { browser } from './browser.ts';
import type { TextSource } from './text.ts';

/** Texts in the language of the browser. @see https://developer.chrome.com/docs/extensions/reference/api/i18n */
export const browserTexts: TextSource = (key, substitutions) =>
  browser.i18n.getMessage(key, [...substitutions]);
